"""Claims that are alike: as many are found as comparing each with each would find, and no others."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.engines import ENGINES, named_engine
from factcheck.tables.near_duplicates import (
    CANDIDATES,
    PERMUTATIONS,
    bands,
    jaccard,
    near_duplicates,
    proved,
    rows_a_band,
    shingles,
)
from factcheck.tables.table import Table

WORDS = [f"w{number}" for number in range(200)]


def found(texts: list[str], threshold: float) -> set[tuple[int, int]]:
    claims = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    return pairs_of(near_duplicates(claims, threshold))


def pairs_of(table: Table) -> set[tuple[int, int]]:
    return {(row["other_record"], row["record"]) for row in table.picked("record", "other_record")}


def alike(texts: list[str], threshold: float) -> set[tuple[int, int]]:
    sets = [shingles(text) for text in texts]
    pairs = combinations(range(len(texts)), 2)
    return {(a, b) for a, b in pairs if texts[a] != texts[b] and jaccard(sets[a], sets[b]) >= threshold}


@st.composite
def families(draw: st.DrawFn) -> list[str]:
    """Return texts, some of them another with a few words changed."""
    texts = [draw(st.lists(st.sampled_from(WORDS), min_size=12, max_size=30)) for _ in range(draw(st.integers(1, 3)))]
    for _ in range(draw(st.integers(0, 6))):
        copy = list(draw(st.sampled_from(texts)))
        for _ in range(draw(st.integers(0, 2))):
            copy[draw(st.integers(0, len(copy) - 1))] = draw(st.sampled_from(WORDS))
        texts.append(copy)
    return [" ".join(text) for text in texts]


@settings(max_examples=30, deadline=None)
@given(families())
def test_pairs_well_above_the_threshold_are_those_of_comparing_each_with_each(texts: list[str]) -> None:
    """A near-copy in another split would go unseen, or claims be called alike that are not."""
    pairs = found(texts, 0.7)

    assert pairs <= alike(texts, 0.7)
    assert alike(texts, 0.9) <= pairs


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=10, deadline=None)
@given(texts=families())
def test_what_sql_proposes_is_what_is_proposed_without_it(name: str, texts: list[str]) -> None:
    """A check on a large corpus, or elsewhere, would tell of other pairs than `factcheck split` keeps together."""
    claims = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    with named_engine(name, {"bands": bands(claims, 0.7)}) as engine:
        proposed = [(row["record"], row["other_record"]) for row in engine.rows(CANDIDATES)]

    assert near_duplicates(claims, 0.7).rows == proved(claims, proposed, 0.7).rows


@given(st.floats(0.05, 1.0))
def test_few_pairs_at_the_threshold_are_missed_whatever_it_is(threshold: float) -> None:
    """A lower threshold would be set, and most of what it asks for would not be found."""
    rows = rows_a_band(threshold)
    missed = (1 - threshold**rows) ** (PERMUTATIONS // rows)

    assert missed <= 0.02 or rows == 1


@pytest.mark.parametrize(("threshold", "rows"), [(0.9, 4), (0.7, 4), (0.6, 2), (0.4, 2), (0.3, 1)])
def test_a_band_holds_fewer_numbers_for_a_lower_threshold(threshold: float, rows: int) -> None:
    """What the module says of its recall would not be so."""
    assert rows == rows_a_band(threshold)


def test_each_of_many_copies_is_compared_with_the_first_two_hundred() -> None:
    """A template filled in a hundred thousand times would stop the check."""
    texts = [f"Skerra has a lighthouse, three harbours and two churches{'!' * at}" for at in range(300)]

    assert len(found(texts, 0.7)) <= 200 * 300
