import random
from collections.abc import Sequence
from pathlib import Path

import attrs
import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from factcheck.checking import load
from factcheck.metrics.agreement import (
    Agreement,
    Scale,
    Vote,
    agreement,
    agreement_by_pair,
    agreement_by_value,
    figure,
)
from factcheck.metrics.resampling import Resampling
from factcheck.metrics.votes import votes_of
from factcheck.records.corpus import Corpus

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
NOTHING = Agreement(units=0, raters=0, votes=0)
FIGURES = ("raw", "cohen", "fleiss", "alpha", "alpha_ordinal", "ac1")
ABC = Scale(values=("a", "b", "c"), ordered=True)
# the worked examples A, B and C of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability"
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# ten subjects by fourteen raters, the worked example of Wikipedia's "Fleiss' kappa"
FOURTEEN = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
# how often two raters say yes and yes, yes and no, no and yes, no and no
FIFTY = (20, 5, 10, 15)  # the worked example of Wikipedia's "Cohen's kappa"
LOPSIDED = (
    118,
    5,
    2,
    0,
)  # Gwet, K. (2002), "Kappa statistic is not satisfactory for assessing the extent of agreement"


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


def _table(cells: Sequence[int]) -> list[Vote]:
    """Return the votes of two annotators from how often they say yes and yes, yes and no, no and yes, no and no."""
    said = [pair for pair, count in zip(("yy", "yn", "ny", "nn"), cells, strict=True) for _ in range(count)]
    return _votes(["".join(pair[0] for pair in said), "".join(pair[1] for pair in said)])


@given(votes())
def test_figures_keep_their_bounds(cast: list[Vote]) -> None:
    """A card would tell an agreement of over a hundred per cent."""
    found = agreement(cast, ABC)

    assert found.raw is None or 0 <= found.raw <= 1
    for name in FIGURES:
        assert getattr(found, name) is None or -1 <= getattr(found, name) <= 1 + 1e-12
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

    assert (before.units, before.raters, before.votes) == (after.units, after.raters, after.votes)
    for name in FIGURES:
        expected = getattr(before, name)
        assert getattr(after, name) == (None if expected is None else pytest.approx(expected, abs=1e-12))


@given(st.text("abc", min_size=2).filter(lambda row: len(set(row)) > 1), st.integers(2, 4))
def test_perfect_agreement_is_one(row: str, raters: int) -> None:
    """Annotators who never differ would be told that they do."""
    found = agreement(_votes([row] * raters), ABC)

    figures = [getattr(found, name) for name in FIGURES if name != "cohen" or raters == 2]
    assert [1.0] * len(figures) == pytest.approx(figures)


@given(votes())
def test_a_single_vote_on_a_unit_counts_for_nothing(cast: list[Vote]) -> None:
    """A second unit that nobody else judged would change how far two annotators agree."""
    assert agreement(cast) == agreement([*cast, Vote("alone", "annotator-0", "unheard-of")])


@given(votes())
def test_two_annotators_agree_as_their_pair_does(cast: list[Vote]) -> None:
    """The row of a pair would contradict the row of all."""
    two = [one for one in cast if one.annotator in ("annotator-0", "annotator-1")]

    assert {agreement(two)} - {NOTHING} == set(agreement_by_pair(two).values())


@given(votes())
def test_alpha_is_that_of_the_library(cast: list[Vote]) -> None:
    """Our alpha would be another one than everybody else's."""
    found = agreement(cast, ABC)
    units = sorted({one.unit for one in cast}, key=repr)
    counts = [[sum((one.unit, one.value) == (unit, value) for one in cast) for value in "abc"] for unit in units]
    shared = np.array([row for row in counts if sum(row) > 1]).reshape(-1, 3)

    for name, level in (("alpha", "nominal"), ("alpha_ordinal", "ordinal")):
        if (shared.sum(axis=0) > 0).sum() < 2:
            assert getattr(found, name) is None
        else:
            expected = krippendorff.alpha(value_counts=shared, level_of_measurement=level)
            assert expected == pytest.approx(getattr(found, name), abs=1e-9)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_cohen_s_kappa_is_that_of_the_library(pairs: list[tuple[str, str]]) -> None:
    """Our kappa would be another one than everybody else's."""
    first, second = ("".join(said) for said in zip(*pairs, strict=True))
    found = agreement(_votes([first, second]), ABC)

    if len(set(first + second)) == 1:
        assert found.cohen is None
    else:
        assert cohen_kappa_score(list(first), list(second)) == pytest.approx(found.cohen, abs=1e-9)


@given(st.lists(st.text("abc", min_size=3, max_size=3), min_size=1), st.integers(1, 40))
def test_alpha_nears_fleiss_as_votes_grow(rows: list[str], times: int) -> None:
    """One of the two would be wrong: where nobody is missing, they differ by the votes that chance may draw twice."""
    columns = ["".join(row[place] for row in rows) * times for place in range(3)]
    found = agreement(_votes(columns), ABC)

    if found.fleiss is not None:
        assert found.alpha == pytest.approx(1 - (1 - found.fleiss) * (1 - 1 / found.votes))


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any))
def test_even_values_make_all_kappas_alike(cells: list[int]) -> None:
    """The kappas differ in what they take for chance; where both values are as common, and for both, chance is a half."""
    both, one, other, _ = cells
    found = agreement(_table((both, one + other, one + other, both)), Scale(values=("y", "n")))

    expected = 2 * found.raw - 1 if found.raw is not None else None
    assert [expected] * 3 == [
        None if expected is None else pytest.approx(kappa) for kappa in (found.cohen, found.fleiss, found.ac1)
    ]


@pytest.mark.parametrize(
    ("rows", "units", "alpha", "ordinal"),
    [(BINARY, 10, 0.095, 0.095), (NOMINAL, 12, 0.692, None), (WITH_GAPS, 11, 0.743, 0.815)],
)
def test_krippendorff_s_examples_come_out(
    rows: tuple[str, ...], units: int, alpha: float, ordinal: float | None
) -> None:
    """Our alpha would be another one than the paper's."""
    values = tuple(sorted(set("".join(rows)) - {"."}))
    found = agreement(_votes(rows), Scale(values=values, ordered=True))

    assert (units, len(rows)) == (found.units, found.raters)
    assert alpha == pytest.approx(found.alpha, abs=5e-4)
    assert ordinal is None or ordinal == pytest.approx(found.alpha_ordinal, abs=5e-4)


def test_the_published_kappas_come_out() -> None:
    """Our kappas would be others than those that readers know."""
    fourteen = ["".join(value * count for value, count in zip("12345", row, strict=True)) for row in FOURTEEN]
    fleiss = agreement(_votes(["".join(row[rater] for row in fourteen) for rater in range(14)])).fleiss
    cohen = agreement(_table(FIFTY)).cohen
    lopsided = agreement(_table(LOPSIDED))

    assert [0.210, 0.4] == [pytest.approx(fleiss, abs=5e-4), pytest.approx(cohen)]
    assert [0.944, -0.0234, 0.9408] == pytest.approx([lopsided.raw, lopsided.cohen, lopsided.ac1], abs=5e-5)


@given(votes())
def test_intervals_are_in_order_and_follow_from_the_votes_alone(cast: list[Vote]) -> None:
    """Two runs over the same corpus would tell two intervals."""
    how = Resampling(resamples=50)
    found = agreement(cast, ABC, how)

    assert found.intervals == agreement(cast[::-1], ABC, how).intervals
    assert attrs.evolve(found, intervals={}) == agreement(cast, ABC)
    for one in found.intervals.values():
        assert -1 <= one.low <= one.high <= 1 + 1e-12


def test_votes_that_hang_together_make_wider_intervals() -> None:
    """Eight stances on one claim would count as eight independent findings."""
    cast = [
        Vote((claim, number), who, "ab"[claim % 2 == 0 and who == "x"], claim)
        for claim in range(20)
        for number in range(8)
        for who in "xy"
    ]
    alone = [attrs.evolve(one, cluster=None) for one in cast]
    wide, narrow = (agreement(some, None, Resampling()).intervals["raw"] for some in (cast, alone))

    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


@given(votes())
def test_a_value_stands_against_all_others(cast: list[Vote]) -> None:
    """The row of a label would count differences between two other labels."""
    for value, found in agreement_by_value(cast, ABC).items():
        merged = [attrs.evolve(one, value="x" if one.value == value else "y") for one in cast]
        assert agreement(merged, Scale(values=("x", "y"))) == found


def test_a_value_that_is_not_on_the_scale_is_refused() -> None:
    """A misspelt label would be one more way to disagree."""
    with pytest.raises(ValueError, match=r"a vote says one of a, b, c \(got 'd' on 0\)"):
        agreement(_votes(["d", "a"]), ABC)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), NOTHING),
        (("ab",), NOTHING),
        (("a.", ".b"), NOTHING),
        (("aa", "aa"), Agreement(units=2, raters=2, votes=4, raw=1.0)),
        (("ab", "ba"), Agreement(units=2, raters=2, votes=4, raw=0.0, cohen=-1.0, fleiss=-1.0, alpha=-0.5, ac1=-1.0)),
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
