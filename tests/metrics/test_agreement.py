import random
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking import load
from factcheck.metrics.agreement import Agreement, Vote, agreement, agreement_by_pair, figure
from factcheck.metrics.votes import votes_of
from factcheck.records.corpus import Corpus

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
NOTHING = Agreement(units=0, raters=0, votes=0, raw=None, alpha=None)
# the worked examples A, B and C of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability"
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def _votes(rows: Sequence[str]) -> list[Vote]:
    """Return votes from one string an annotator, one character a unit, a dot where there is no vote."""
    return [
        Vote(unit, f"annotator-{number}", value)
        for number, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value != "."
    ]


@st.composite
def votes(draw: st.DrawFn) -> list[Vote]:
    """Return the votes of some annotators on some units, many missing."""
    units, raters = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    rows = [draw(st.text("abc.", min_size=units, max_size=units)) for _ in range(raters)]
    return _votes(rows)


@given(votes())
def test_figures_keep_their_bounds(cast: list[Vote]) -> None:
    """A card would tell an agreement of over a hundred per cent."""
    found = agreement(cast)

    assert found.raw is None or 0 <= found.raw <= 1
    assert found.alpha is None or -1 <= found.alpha <= 1 + 1e-12
    assert (found.units == 0) == (found.raw is None)
    assert found.votes >= 2 * found.units


@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(cast: list[Vote], dice: random.Random) -> None:
    """Filing verdicts otherwise would change the last digit of a release."""
    shuffled = dice.sample(cast, len(cast))

    assert agreement(cast) == agreement(shuffled)
    assert agreement_by_pair(cast) == agreement_by_pair(shuffled)


@given(votes(), st.permutations("abc"))
def test_names_of_annotators_and_values_do_not_matter(cast: list[Vote], names: list[str]) -> None:
    """Agreement would depend on what the labels are called."""
    renamed = [Vote(("unit", one.unit), f"z{one.annotator}"[::-1], names["abc".index(one.value)]) for one in cast]
    before, after = agreement(cast), agreement(renamed)

    assert attrs.evolve(before, alpha=None) == attrs.evolve(after, alpha=None)
    assert before.alpha == (None if after.alpha is None else pytest.approx(after.alpha, abs=1e-12))


@given(st.text("abc", min_size=2).filter(lambda row: len(set(row)) > 1), st.integers(2, 4))
def test_perfect_agreement_is_one(row: str, raters: int) -> None:
    """Annotators who never differ would be told that they do."""
    found = agreement(_votes([row] * raters))

    assert 1.0 == found.raw
    assert 1.0 == pytest.approx(found.alpha)


@given(votes())
def test_a_single_vote_on_a_unit_counts_for_nothing(cast: list[Vote]) -> None:
    """A second unit that nobody else judged would change how far two annotators agree."""
    assert agreement(cast) == agreement([*cast, Vote("alone", "annotator-0", "unheard-of")])


@given(votes())
def test_two_annotators_agree_as_their_pair_does(cast: list[Vote]) -> None:
    """The row of a pair would contradict the row of all."""
    two = [one for one in cast if one.annotator in ("annotator-0", "annotator-1")]

    assert {agreement(two)} - {NOTHING} == set(agreement_by_pair(two).values())


@pytest.mark.parametrize(
    ("rows", "units", "alpha"), [(BINARY, 10, 0.095), (NOMINAL, 12, 0.692), (WITH_GAPS, 11, 0.743)]
)
def test_the_published_examples_come_out(rows: tuple[str, ...], units: int, alpha: float) -> None:
    """Our alpha would be another one than the paper's."""
    found = agreement(_votes(rows))

    assert (units, len(rows)) == (found.units, found.raters)
    assert alpha == pytest.approx(found.alpha, abs=5e-4)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), NOTHING),
        (("ab",), NOTHING),
        (("a.", ".b"), NOTHING),
        (("aa", "aa"), Agreement(units=2, raters=2, votes=4, raw=1.0, alpha=None)),
        (("ab", "ba"), Agreement(units=2, raters=2, votes=4, raw=0.0, alpha=-0.5)),
        (("a", "a", "b"), Agreement(units=1, raters=3, votes=3, raw=1 / 3, alpha=0.0)),
    ],
)
def test_small_cases(rows: tuple[str, ...], expected: Agreement) -> None:
    """Where a figure is not defined, a number would be made up."""
    assert expected == agreement(_votes(rows))


def test_an_annotator_votes_once() -> None:
    """Somebody who is counted twice would agree with himself."""
    with pytest.raises(ValueError, match=r"an annotator has one vote a unit \(got two of 'ada' on 'goat'\)"):
        agreement([Vote("goat", "ada", "supported"), Vote("goat", "ada", "refuted")])


def test_pairs_stand_in_order_and_share_a_unit() -> None:
    """A table would have rows about annotators who never met."""
    cast = [Vote(1, "cleo", "a"), Vote(1, "ada", "a"), Vote(2, "ben", "b")]

    assert [("ada", "cleo")] == list(agreement_by_pair(cast))


def test_votes_of_the_example() -> None:
    """Adjudications would be counted as votes, or stances on one piece of evidence as stances on the claim."""
    found = {part: agreement(cast) for part, cast in votes_of(load(LIGHTHOUSE)).items()}

    assert {"label": 5, "stance": 8, "certainty": 2} == {part: one.units for part, one in found.items()}
    assert {"label": 0.8, "stance": 0.875, "certainty": 0.5} == {part: one.raw for part, one in found.items()}


def test_the_first_of_two_verdicts_by_one_annotator_counts() -> None:
    """A corpus with a double verdict could not be looked at."""
    corpus = load(LIGHTHOUSE)
    doubled = Corpus(dataset=corpus.dataset, verdicts=(*corpus.verdicts, *corpus.verdicts))

    assert votes_of(corpus) == votes_of(doubled)


def test_figures_have_three_places() -> None:
    """Tables would show sixteen digits of a figure from five claims."""
    assert ("0.743", "-0.500", "undefined") == (figure(0.7428571), figure(-0.5), figure(None))
