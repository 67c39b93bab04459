import time
from pathlib import Path

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking import load
from factcheck.errors import UsageError
from factcheck.gold import gold_verdicts
from factcheck.metrics.breaking_down import WAYS, parts, words_by_claim
from factcheck.metrics.confusion import confusion, confusion_svg
from factcheck.metrics.resampling import Interval, Resampling
from factcheck.metrics.scoring import score
from factcheck.metrics.tally import Figures, Sums, Tally, ratio
from factcheck.metrics.uncertainty import Comparison, compare, sentence, tally_intervals
from tests import needs

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
LABELS = ("supported", "refuted", "conflicting")
PAIRS = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), min_size=1, max_size=40)


def _share(sums: Sums) -> Figures:
    return {"accuracy": ratio(sums[..., 0], sums[..., 1])}


def _tally(hits: list[bool]) -> Tally:
    values = np.array([(float(hit), 1.0) for hit in hits]).reshape(-1, 2)
    return Tally(
        ids=tuple(str(place) for place in range(len(hits))), columns=("hits", "items"), values=values, figures=_share
    )


def _labelled(pairs: list[tuple[str, str]]) -> Tally:
    golds, predicted = tuple(one for one, _ in pairs), tuple(other for _, other in pairs)
    return attrs.evolve(_tally([one == other for one, other in pairs]), gold=golds, predicted=predicted)


@given(st.lists(st.booleans(), min_size=1, max_size=50))
def test_a_system_cannot_be_told_from_itself(hits: list[bool]) -> None:
    """A model would be better than its own copy."""
    (found,) = compare(_tally(hits), _tally(hits), Resampling(resamples=50))

    assert (0.0, 0.0, 0.0, False) == (found.difference, found.interval.low, found.interval.high, found.are_apart)
    assert "score the same" in sentence(found)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=50))
def test_the_other_way_round_the_difference_has_the_other_sign(hits: list[tuple[bool, bool]]) -> None:
    """Which of two files is named first would decide which model is better."""
    one, other = _tally([first for first, _ in hits]), _tally([second for _, second in hits])
    (there,), (back,) = (compare(*pair, Resampling(resamples=50)) for pair in ((one, other), (other, one)))

    assert there.difference == -back.difference
    assert (there.first, there.second) == (back.second, back.first)


def test_what_both_find_hard_cancels_out() -> None:
    """Two systems would look alike because some items are hard for every system."""
    dice = np.random.default_rng(3)
    hard = dice.random(400) < 0.4
    slightly = dice.random(400) < 0.03
    first, second = _tally((~hard & ~slightly).tolist()), _tally((~hard).tolist())
    (found,) = compare(first, second, Resampling())
    one, other = (tally_intervals(tally, Resampling())["accuracy"] for tally in (first, second))

    assert found.are_apart
    assert one.high > other.low


def test_a_detectable_difference_is_seen_four_times_in_five() -> None:
    """The warning would name a difference that these items do not show."""
    dice = np.random.default_rng(11)
    seen = 0
    promised: list[float] = []
    for seed in range(300):
        draws = dice.random(300)
        # they differ on one item in five, and the second is right on more of these
        first, second = (draws < 0.5) | (draws > 0.935), draws < 0.635
        (found,) = compare(_tally(first.tolist()), _tally(second.tolist()), Resampling(resamples=300, seed=seed))
        promised.append(found.detectable)
        seen += found.are_apart

    assert 0.07 == pytest.approx(np.mean(promised), abs=0.005)
    assert 0.8 == pytest.approx(seen / 300, abs=0.08)


def test_a_sentence_says_whether_it_may_be_chance() -> None:
    """A reader would have to know what an interval that holds 0 means."""
    apart = Comparison(figure="f1", first=0.5, second=0.6, interval=_interval(0.05, 0.15), detectable=0.07, items=500)

    assert sentence(apart, "old", "new") == (
        "f1: new is 0.1000 above old (95 % interval of the difference +0.0500 to +0.1500): more than chance among the items "
        "explains"
    )
    assert sentence(attrs.evolve(apart, second=0.49, interval=_interval(-0.06, 0.04))) == (
        "f1: the second is 0.0100 below the first (95 % interval of the difference -0.0600 to +0.0400): these 500 items cannot "
        "tell them apart; they would see a difference of 0.0700 four times in five"
    )


def _interval(low: float, high: float) -> Interval:
    return Interval(low, high)


def test_systems_are_compared_on_the_same_items() -> None:
    """The first item of one system would be paired with the second of the other."""
    with pytest.raises(UsageError, match="two systems are compared on the same items"):
        compare(_tally([True]), _tally([True, False]), Resampling())


@given(PAIRS)
def test_parts_are_what_the_items_alone_would_score(pairs: list[tuple[str, str]]) -> None:
    """The row of a label would count items of another."""
    tally = _labelled(pairs)
    found = parts(tally, {name: (label,) for name, label in zip(tally.ids, tally.gold, strict=True)})

    assert [label for label in LABELS if label in tally.gold] == [part.word for part in found]
    assert len(pairs) == sum(len(part.ids) for part in found)
    for part in found:
        alone = _labelled([pair for pair in pairs if pair[0] == part.word])
        assert {"accuracy": float(alone.figures(alone.sums())["accuracy"])} == part.figures


@given(PAIRS)
def test_the_confusion_matrix_counts_every_item_once(pairs: list[tuple[str, str]]) -> None:
    """A picture would hide the items of a label that is never predicted."""
    found = confusion(_labelled(pairs))

    assert len(pairs) == sum(count for row in found.values() for count in row.values())
    assert all(pairs.count((gold, said)) == count for gold, row in found.items() for said, count in row.items())


def test_the_picture_says_what_it_shows() -> None:
    """Who cannot see the matrix would not know it."""
    svg = confusion_svg(_labelled([("supported", "refuted"), ("supported", "supported"), ("refuted", "refuted")]))

    assert "supported: 1 as supported, 1 as refuted; refuted: 1 as refuted." in svg


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_breaking_down_has_words_of_the_example(way: str) -> None:
    """A breakdown would be an empty table."""
    corpus = load(LIGHTHOUSE)
    words = words_by_claim(corpus, way, gold_verdicts(corpus))

    assert {claim.id for claim in corpus.claims} == set(words)
    assert any(words.values())


def test_a_thousand_resamples_of_fever_take_no_three_seconds() -> None:
    """Nobody would ask for intervals."""
    fever = needs.samples() / "fever"
    tally = score(
        "fever", gold=fever / "paper_dev.jsonl", predictions=fever / "predictions_seed1.jsonl", compat=True
    ).tally

    started = time.process_time()
    found = tally_intervals(tally, Resampling(resamples=1000))

    assert time.process_time() - started < 3
    assert 9999 == len(tally.ids)
    assert {"fever_score", "label_accuracy", "precision", "recall", "f1"} == set(found)
