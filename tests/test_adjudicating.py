from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.adjudicating import GRAVITIES, queue, sample
from factcheck.gold import differing_parts
from factcheck.labels import Label
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.verdict import Adjudication, Verdict
from factcheck.testing import corpora

DATASET = Dataset(
    name="skerra",
    version="0.1.0",
    released="2026-11-22",
    schema_version="0.1",
    licence="CC0-1.0",
    language="en",
    profile="authored",
)
SEEDS = st.text(max_size=3)
DISPUTE: tuple[tuple[str, Label], ...] = (("ada", "supported"), ("ben", "refuted"))


def _claim(name: str, *, finding: str | None = None, appearances: int = 0, family: str | None = None) -> Claim:
    evidence = (Evidence(reference="census", finding=finding),) if finding else ()
    return Claim(
        id=name,
        text=f"About {name}.",
        evidence=evidence,
        family=family,
        appearances=tuple(Appearance(url=f"https://example.org/{number}") for number in range(appearances)),
    )


def _settled(corpus: Corpus, claim: str) -> Corpus:
    adjudication = Adjudication(claim=claim, annotator="cleo", label="supported", considered={})
    return attrs.evolve(corpus, adjudications=(*corpus.adjudications, adjudication))


@given(corpora())
def test_the_queue_holds_what_is_not_settled(corpus: Corpus) -> None:
    """A disagreement would never be looked at, or one that is settled twice."""
    open_corpus = attrs.evolve(corpus, adjudications=())
    differing = {
        claim.id
        for claim in corpus.claims
        if differing_parts([verdict for verdict in corpus.verdicts if verdict.claim == claim.id])
    }

    assert differing == {case.claim.id for case in queue(open_corpus)}
    assert differing - {one.claim for one in corpus.adjudications} == {case.claim.id for case in queue(corpus)}


@given(corpora())
def test_graver_differences_come_first_however_records_are_filed(corpus: Corpus) -> None:
    """An adjudicator with an hour would spend it on certainties while labels are open."""
    corpus = attrs.evolve(corpus, adjudications=())
    cases = queue(corpus)
    ranks = [(list(GRAVITIES).index(case.reason), -case.weight) for case in cases]
    backwards = attrs.evolve(corpus, claims=corpus.claims[::-1], verdicts=corpus.verdicts[::-1])

    assert sorted(ranks) == ranks
    assert [case.claim.id for case in cases] == [case.claim.id for case in queue(backwards)]


@given(corpora())
def test_a_settled_claim_leaves_the_rest_as_it_was(corpus: Corpus) -> None:
    """Whoever stops and comes back would start anew."""
    corpus = attrs.evolve(corpus, adjudications=())
    cases = queue(corpus)
    settled = _settled(corpus, cases[0].claim.id) if cases else corpus

    assert cases[1:] == queue(settled)


@given(corpora(), SEEDS, st.integers(1, 5))
def test_a_sample_goes_on_where_it_stopped(corpus: Corpus, seed: str, size: int) -> None:
    """A sample of twenty would never end: for each claim that is settled another would come up."""
    corpus = attrs.evolve(corpus, adjudications=())
    cases = sample(corpus, size, seed=seed)
    assume(cases)

    assert len(cases) <= size
    assert cases == sample(corpus, size + 1, seed=seed)[: len(cases)]
    assert cases[1:] == sample(_settled(corpus, cases[0].claim.id), size, seed=seed)
    assert not {case.claim.id for case in cases} & {case.claim.id for case in queue(corpus)}


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"label": "supported"}, {"label": "refuted"}, "opposite labels"),
        ({"label": "supported"}, {"label": "conflicting"}, "other labels"),
        ({"stances": {"census": "supports"}}, {"stances": {"census": "refutes"}}, "opposite stances"),
        ({"stances": {"census": "supports"}}, {"stances": {"census": "mixed"}}, "other stances"),
        ({"certainty": "high"}, {"certainty": "low"}, "certainty far apart"),
        ({"certainty": "high"}, {"certainty": "moderate"}, "certainty"),
    ],
)
def test_each_gravity_is_told(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    """A flip of the label would be called a matter of certainty."""
    verdicts = [
        Verdict(**{"claim": "goats", "annotator": name, "label": "supported", **said})
        for name, said in (("ada", first), ("ben", second))
    ]
    corpus = Corpus(dataset=DATASET, claims=(_claim("goats", finding="None."),), verdicts=tuple(verdicts))

    assert [reason] == [case.reason for case in queue(corpus)]


def test_among_equals_the_claim_on_which_more_hangs_comes_first() -> None:
    """A claim that stands on nine pages would wait behind one that stands on none."""
    claims = (
        _claim("alone"),
        _claim("often-made", appearances=2),
        _claim("of-a-family", appearances=1, family="sheep"),
        _claim("its-sister", family="sheep"),
    )
    verdicts = tuple(
        Verdict(claim=claim.id, annotator=name, label=label) for claim in claims for name, label in DISPUTE
    )

    cases = queue(Corpus(dataset=DATASET, claims=claims, verdicts=verdicts))

    assert ["of-a-family", "often-made", "its-sister", "alone"] == [case.claim.id for case in cases]


def test_reused_findings_and_lone_evidence_are_drawn_more_often() -> None:
    """What goes wrong in silence would be checked no more than the rest."""
    claims = (
        _claim("reused-a", finding="Counts 318 sheep."),
        _claim("reused-b", finding="Counts 318 sheep."),
        _claim("lone", finding="Has no goats."),
        _claim("plain", finding="Has a pier."),
    )
    rests = {"lone": (("census",),)}
    verdicts = tuple(
        Verdict(claim=claim.id, annotator="ada", label="supported", rests_on=rests.get(claim.id, ()))
        for claim in claims
    )
    corpus = Corpus(dataset=DATASET, claims=claims, verdicts=verdicts)

    first = Counter(sample(corpus, 1, seed=str(seed))[0].claim.id for seed in range(2000))

    assert [0.3, 0.3, 0.3, 0.1] == pytest.approx([first[claim.id] / 2000 for claim in claims], abs=0.03)
    reasons = {case.claim.id: case.reason for case in sample(corpus, 4, seed="")}
    assert "a finding under 1 other claim" == reasons["reused-a"] == reasons["reused-b"]
    assert ("rests on one piece of evidence", "agreed") == (reasons["lone"], reasons["plain"])
