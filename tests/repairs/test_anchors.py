"""Anchors are mended in the text they point into, and followed into a text that changed, as far as that is sure."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check, load
from factcheck.fixing import fix, write
from factcheck.problems import Problem
from factcheck.records.corpus import Corpus
from factcheck.testing import corpora
from factcheck.text import bytes_digest, span_digest
from factcheck.writing import write_corpus
from tests.cli.corpora import LEAFLET, copied, replaced

CLAIMS = "claims/skerra-leaflet.yaml"
DOCUMENT = "documents/skerra-leaflet.yaml"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return copied(tmp_path)


def _changed(corpus: Path, text: str) -> None:
    """Put another text in the place of the leaflet's, under the name of the document."""
    (corpus / "texts" / "leaflet.txt").unlink()
    (corpus / "texts" / "skerra-leaflet.txt").write_text(text, "utf-8", newline="")


def _of_rule(corpus: Path, rule: str) -> list[Problem]:
    return [problem for problem in check(corpus).problems if problem.rule == rule]


def _mended(corpus: Path) -> None:
    list(write(fix(corpus)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Menu\n{LEAFLET}", "9 moved"),
        (LEAFLET + "More.\n", "9 held"),
        (LEAFLET.replace(" ", "\n"), "9 held"),
        (f"{LEAFLET}{LEAFLET}", "9 held"),
        (f"Menu\n{LEAFLET}{LEAFLET}", "9 ambiguous"),
        (LEAFLET.replace("41", "31"), "8 held, 1 similar"),
        ("Nothing of the sort.", "9 lost"),
    ],
)
def test_it_is_told_where_each_anchor_of_a_changed_text_went(text: str, said: str, corpus: Path) -> None:
    """The author of a corpus would look each passage up by hand."""
    _changed(corpus, text)

    first, *others = sorted(_of_rule(corpus, "changed-text"), key=lambda problem: problem.place.path != "sha256")

    assert first.message.endswith(f"its digest differs; its anchors: {said}")
    assert 9 - int(said.partition(" held")[0] if " held" in said else 0) == len(others)
    assert all(problem.cure and problem.place.line for problem in others)


def test_a_text_with_a_menu_at_its_head_is_taken_over_whole(corpus: Path) -> None:
    """A page that got a banner would have to be anchored anew, passages and all."""
    _changed(corpus, f"Menu\n{LEAFLET}")
    before = load(corpus)

    _mended(corpus)

    assert [] == [str(problem.place) for problem in check(corpus).problems]
    assert 18 == check(corpus).anchors["verified"]
    assert () == fix(corpus).rewrites
    moved = {part.anchor.start for claim in load(corpus).claims for part in claim.appearances if part.anchor}
    assert {
        part.anchor.start + 5
        for claim in before.claims
        for part in claim.appearances
        if part.anchor and part.anchor.start
    } <= moved


def test_several_places_are_told_and_none_is_written(corpus: Path) -> None:
    """A repeated passage would be anchored at whichever place comes first."""
    _changed(corpus, f"Menu\n{LEAFLET}{LEAFLET}")

    assert () == fix(corpus, only="anchors").rewrites
    assert not any(problem.fixable for problem in _of_rule(corpus, "changed-text"))


def test_another_text_under_the_same_name_is_not_taken_over(corpus: Path) -> None:
    """A file that is named by mistake would become what the document describes."""
    _changed(corpus, "Nothing of the sort.")

    assert () == fix(corpus, only="anchors").rewrites


def test_an_anchor_without_a_digest_is_not_left_behind_unseen(corpus: Path) -> None:
    """Its offsets would point at other words from then on, and nobody would notice."""
    file = corpus / CLAIMS
    digest = next(part.anchor.digest for claim in load(corpus).claims for part in claim.appearances if part.anchor)
    replaced(
        file, f", digest: {digest}" if f", digest: {digest}" in file.read_text("utf-8") else f"digest: {digest}", ""
    )
    text = "\n".join(line for line in file.read_text("utf-8").split("\n") if line.strip())
    file.write_text(text + "\n", "utf-8")
    first = next(claim for claim in load(corpus).claims).appearances[0].anchor
    assert first is not None
    _changed(corpus, f"Menu\n{LEAFLET}")

    assert (first.quote is None) == (() == fix(corpus, only="anchors").rewrites)


def test_what_a_killed_run_began_the_next_one_finishes(corpus: Path) -> None:
    """A corpus whose repair was cut short would have to be mended by hand."""
    _changed(corpus, f"Menu\n{LEAFLET}")
    writing = write(fix(corpus))
    assert next(writing).endswith(DOCUMENT)

    _mended(corpus)

    assert () == check(corpus).problems


@pytest.mark.parametrize(
    ("key", "by", "rule"),
    [
        ("start", 1, "anchor-digest-mismatch"),
        ("end", 5000, "anchor-out-of-bounds"),
        ("end", 1, "anchor-digest-mismatch"),
    ],
)
def test_a_slip_in_an_offset_is_mended_by_the_digest(key: str, by: int, rule: str, corpus: Path) -> None:
    """Who mistypes a digit would count characters."""
    anchor = load(corpus).claims[0].appearances[0].anchor
    assert anchor is not None
    replaced(corpus / CLAIMS, f"{key}: {getattr(anchor, key)}", f"{key}: {getattr(anchor, key) + by}")
    assert rule in {problem.rule for problem in check(corpus).problems if problem.fixable}

    _mended(corpus)

    assert () == check(corpus).problems
    assert anchor == load(corpus).claims[0].appearances[0].anchor


def test_a_fragment_is_taken_anew_where_the_digest_proves_the_span(corpus: Path) -> None:
    """Who adds a sentence that begins alike would shorten and lengthen fragments by hand."""
    anchor = load(corpus).claims[0].appearances[0].anchor
    assert anchor is not None
    assert anchor.fragment is not None
    replaced(corpus / CLAIMS, f"fragment: {anchor.fragment}", "fragment: nowhere to be seen")
    assert ["fragment-not-at-start"] == [problem.rule for problem in check(corpus).problems]

    _mended(corpus)

    assert anchor == load(corpus).claims[0].appearances[0].anchor


def test_the_length_of_a_text_is_written(corpus: Path) -> None:
    """A wrong length would be corrected by counting."""
    replaced(corpus / DOCUMENT, f"length: {len(LEAFLET)}", f"length: {len(LEAFLET) + 7}")

    _mended(corpus)

    assert [] == _of_rule(corpus, "length-mismatch")


@settings(max_examples=15)
@given(corpora(), st.sampled_from(["Menu. ", "Now! \n", "\n\n"]), st.sampled_from(["yaml", "jsonl"]), st.data())
def test_an_anchor_is_found_again_or_reported_and_never_points_at_other_words(
    tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, head: str, form: str, data: st.DataObject
) -> None:
    """A fix would leave an anchor that vouches for words it was not made for, and nobody would see it."""
    folder = tmp_path_factory.mktemp("moved") / "corpus"
    write_corpus(corpus, folder, form="yaml" if form == "yaml" else "jsonl")
    kept = folder.parent / "kept"
    kept.mkdir()
    document = data.draw(st.sampled_from(corpus.documents))
    for other in corpus.documents:
        text = corpus.texts[other.sha256 or ""]
        changed = head + text if other.id == document.id else text
        (kept / f"{other.id}.txt").write_bytes(changed.encode())
    for text_file in (folder / "texts").glob("*") if (folder / "texts").exists() else ():
        text_file.unlink()

    list(write(fix(folder, documents=[kept])))

    again = fix(folder, documents=[kept])
    assert () == again.rewrites
    new = head + corpus.texts[document.sha256 or ""]
    described = next(one for one in load(folder).documents if one.id == document.id)
    if described.sha256 == bytes_digest(new.encode()):
        anchors = [
            part.anchor
            for claim in load(folder).claims
            for parts in (claim.appearances, claim.evidence)
            for part in parts
            if part.document == document.id and part.anchor
        ]
        broken = [
            one for one in anchors if one.start is not None and span_digest(new[one.start : one.end]) != one.digest
        ]
        told = {problem.rule for problem in check(folder, documents=[kept]).problems}
        assert not broken or told & {"anchor-digest-mismatch", "anchor-out-of-bounds"}


@pytest.mark.parametrize("form", ["- url: '{}'\n", "- url: '{}'\n      speaker: A ferryman\n", "- {{url: '{}'}}\n"])
def test_a_link_to_a_highlight_is_placed_where_the_text_is(form: str, corpus: Path) -> None:
    """Who has only a browser would have to wait for somebody who counts characters."""
    replaced(corpus / DOCUMENT, "publisher:", "url: https://example.org/leaflet\npublisher:")
    words = LEAFLET.split("\n")[2]
    link = f"https://example.org/leaflet/#:~:text={quote(words[:20])},{quote(words[-20:])}"
    text = (corpus / CLAIMS).read_text("utf-8").rstrip("\n")
    claim = "- id: linked\n  text: A statement by its link.\n  kind: other\n  topics: [island-life]\n  split: test\n"
    (corpus / CLAIMS).write_text(f"{text}\n{claim}  appearances:\n    {form.format(link)}", "utf-8")
    assert ["anchor-not-placed"] == [problem.rule for problem in check(corpus).problems if problem.fixable]

    _mended(corpus)

    (appearance,) = load(corpus).claims[-1].appearances
    assert appearance.anchor is not None
    assert ("skerra-leaflet", None) == (appearance.document, appearance.url)
    assert words == LEAFLET[appearance.anchor.start : appearance.anchor.end]
    assert [] == [problem for problem in check(corpus).problems if problem.rule.startswith(("anchor", "fragment"))]
    assert () == fix(corpus).rewrites
