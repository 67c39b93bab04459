"""What differs is told once, both ways alike, and leads from the old records to the new."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.diffing import Difference, Step, difference, shortfall
from factcheck.diffing.fields import field_changes, with_changes
from factcheck.diffing.versions import next_version, said
from factcheck.records.claim import Claim
from factcheck.records.corpus import KINDS, Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.document import Document
from factcheck.records.fields import evolve
from factcheck.records.verdict import Verdict
from factcheck.rights import without_withheld
from factcheck.shaping import plain_of
from factcheck.testing import claims, corpora, json_values, verdicts, versions
from factcheck.text import bytes_digest

PARTS = ("dataset", "added", "removed", "changed", "judged", "columns")


def canonical(corpus: Corpus) -> dict[str, Any]:
    plain = plain_of(without_withheld(corpus))
    return {"dataset": plain["dataset"], **{kind: sorted(plain[kind], key=repr) for kind in KINDS}}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Corpus, Corpus]:
    """Return two corpora, the second unrelated or the first with some records taken out, put in and changed."""
    old = draw(corpora())
    if draw(st.booleans()):
        return old, draw(corpora())
    kept = draw(st.lists(st.sampled_from(old.claims), unique_by=lambda claim: claim.id))
    named = {claim.id for claim in kept}
    new = [evolve(claim, split=draw(st.sampled_from([claim.split, "test"]))) for claim in kept]
    more = [claim for claim in draw(st.lists(claims(), max_size=2)) if claim.id not in named]
    judged = draw(st.lists(verdicts(), max_size=2))
    return old, attrs.evolve(
        old,
        claims=(*new, *more),
        verdicts=(*(one for one in old.verdicts if one.claim in named), *judged),
        adjudications=tuple(one for one in old.adjudications if one.claim in named),
    )


@given(corpora(), st.randoms())
def test_a_corpus_does_not_differ_from_itself_in_any_order(corpus: Corpus, random: Any) -> None:
    """Filing records elsewhere would ask for a new version."""
    shuffled: dict[str, Any] = {
        kind: tuple(random.sample(getattr(corpus, kind), len(getattr(corpus, kind)))) for kind in KINDS
    }
    found = difference(corpus, attrs.evolve(corpus, **shuffled))

    assert Difference(versions=(corpus.dataset.version,) * 2) == found
    assert Step.SAME == found.step


@given(pairs())
def test_the_difference_leads_from_the_old_records_to_the_new(pair: tuple[Corpus, Corpus]) -> None:
    """Something that changed would not be told."""
    old, new = pair

    assert canonical(new) == canonical(difference(old, new).applied(old))


@given(pairs())
def test_the_way_back_is_the_mirror_of_the_way_there(pair: tuple[Corpus, Corpus]) -> None:
    """What is told would depend on which side is called old."""
    old, new = pair

    assert difference(old, new).mirrored() == difference(new, old)


@given(pairs(), st.data())
def test_less_difference_never_asks_for_more(pair: tuple[Corpus, Corpus], data: st.DataObject) -> None:
    """Taking a change back would ask for a higher version."""
    found = difference(*pair)
    part = data.draw(st.sampled_from(PARTS))
    fewer = data.draw(st.lists(st.sampled_from(getattr(found, part)), max_size=3)) if getattr(found, part) else ()

    assert attrs.evolve(found, **{part: tuple(fewer)}).step <= found.step


@given(json_values(), json_values())
def test_field_changes_make_one_value_of_the_other(old: Any, new: Any) -> None:
    """A field would be told with a value that it never had."""
    before, after = {"id": "a", "extra": {"x": old}}, {"id": "a", "extra": {"x": new}}

    assert after == with_changes(before, field_changes(before, after))


DATASET = Dataset(
    name="skerra",
    version="1.2.3",
    released="2026-11-22",
    schema_version="0.1",
    licence="CC0-1.0",
    language="en",
    profile="authored",
)
SHEEP = Claim(id="sheep", text="Skerra has forty sheep.", split="train")
OLD = Corpus(dataset=DATASET, claims=(SHEEP,), verdicts=(Verdict(claim="sheep", annotator="ada", label="supported"),))
BEN = Verdict(claim="sheep", annotator="ben", label="supported")


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, Step.SAME),
        ({"dataset": evolve(DATASET, released="2026-12-24", version="1.2.4")}, Step.SAME),
        ({"dataset": evolve(DATASET, description="Sheep of an island.")}, Step.PATCH),
        ({"dataset": evolve(DATASET, topics={"sheep": "woolly animals"})}, Step.MINOR),
        ({"dataset": evolve(DATASET, licence="CC-BY-4.0")}, Step.MAJOR),
        ({"claims": (SHEEP, Claim(id="goats", text="Skerra has a goat."))}, Step.MINOR),
        ({"verdicts": (*OLD.verdicts, BEN)}, Step.MINOR),
        ({"verdicts": (*OLD.verdicts, evolve(BEN, label="refuted"))}, Step.MAJOR),
        ({"verdicts": ()}, Step.MAJOR),
        ({"claims": (evolve(SHEEP, split="test"),)}, Step.MAJOR),
        ({"claims": (evolve(SHEEP, note="Counted in May."),)}, Step.MAJOR),
    ],
)
def test_what_changed_asks_for_a_version(changes: dict[str, Any], step: Step) -> None:
    """A maintainer would publish edited labels under a number that says "the same, and more"."""
    assert step == difference(OLD, attrs.evolve(OLD, **changes)).step


def test_labels_flipped_claims_moved_and_ids_that_came_back_are_told() -> None:
    """Who trained on the old version would not learn which of their rows are others."""
    new = attrs.evolve(
        OLD,
        claims=(evolve(SHEEP, text="The ferry leaves at noon.", split="test"),),
        verdicts=(evolve(OLD.verdicts[0], label="refuted"),),
    )
    found = difference(OLD, new)

    assert [("sheep", "supported", "refuted")] == [(flip.claim, flip.old, flip.new) for flip in found.flipped]
    assert [("sheep", "train", "test")] == [(move.claim, move.old, move.new) for move in found.moved]
    assert [("claims", ("sheep",))] == [(reuse.kind, reuse.name) for reuse in found.reused]
    assert {"claims": {"added": 0, "removed": 0, "changed": 1}} == {"claims": found.counts["claims"]}


def test_a_claim_whose_words_are_mended_is_no_other_claim() -> None:
    """Every corrected figure would be cried out as an id that came back."""
    mended = attrs.evolve(OLD, claims=(evolve(SHEEP, text="Skerra has fifty sheep."),))

    assert () == difference(OLD, mended).reused


def test_words_that_may_not_be_passed_on_make_no_difference() -> None:
    """A corpus with its texts at hand would differ from its own release, and the difference would show the words."""
    with_words = attrs.evolve(OLD, documents=(Document(id="leaflet", text="Skerra.", sha256=bytes_digest(b"Skerra.")),))
    without = attrs.evolve(OLD, documents=(evolve(with_words.documents[0], text=None),))

    assert Step.SAME == difference(with_words, without).step


def test_a_column_of_another_type_asks_for_a_major_version() -> None:
    """Code that reads the column would break under a number that promises it does not."""
    columns = ({"claims": {"n": "int64"}, "nli": {"x": "y"}}, {"claims": {"n": "string", "m": "string"}})
    found = difference(OLD, OLD, columns=columns)

    assert [("claims.m", None, "string"), ("claims.n", "int64", "string")] == [
        (change.where, change.old, change.new) for change in found.columns
    ]
    assert Step.MAJOR == found.step


@given(versions(), st.sampled_from(Step))
def test_the_next_version_says_what_was_asked_and_no_less_would_do(old: str, step: Step) -> None:
    """The version that a message names would be refused in its turn."""
    new = next_version(old, step)

    assert step == said(old, new)
    assert shortfall(old, new, step) is None
    assert all(shortfall(old, new, more) for more in Step if more > step)


@pytest.mark.parametrize(
    ("new", "needed", "message"),
    [
        ("1.2.4", Step.MAJOR, "version 1.2.4 says PATCH since 1.2.3, and what changed is MAJOR"),
        ("1.2.3", Step.MINOR, "version 1.2.3 is the one it had, and what changed is MINOR"),
        ("1.1.9", Step.SAME, "version 1.1.9 goes back behind 1.2.3"),
        ("1.10.0", Step.MINOR, None),
        ("1.2.3", Step.SAME, None),
    ],
)
def test_a_version_that_says_less_is_told(new: str, needed: Step, message: str | None) -> None:
    """Numbers would be compared as words, or a step back pass for a step on."""
    assert message == shortfall("1.2.3", new, needed)
