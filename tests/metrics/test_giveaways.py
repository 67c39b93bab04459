"""What words give away of labels."""

from collections.abc import Hashable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_selection import mutual_info_classif

from factcheck.metrics import giveaways
from factcheck.metrics.giveaways import GiveAway, of_length, of_words, together

LABELS = ["supported", "refuted"] * 50
PLAIN = [f"animal{number} lives here" for number in range(100)]


def told(given_away: GiveAway | None) -> tuple[float, list[str]]:
    assert given_away is not None
    return given_away.accuracy, [cue.word for cue in given_away.cues]


def test_a_word_that_stands_under_one_label_only_gives_it_away() -> None:
    """A set that 'not' decides would pass for one that has to be read."""
    texts = [text + (" not" if label == "refuted" else "") for text, label in zip(PLAIN, LABELS, strict=True)]

    assert (1.0, ["not"]) == told(of_words(texts, LABELS, range(100)))


def test_words_that_tell_nothing_give_nothing_away() -> None:
    """Every set would be told to be too easy."""
    accuracy, cues = told(of_words(PLAIN, LABELS, range(100)))

    assert accuracy <= 0.6
    assert [] == cues


def test_what_stands_in_the_same_group_is_not_learnt_by_heart() -> None:
    """Copies of a claim would make the set look easier than it is."""
    texts = [f"animal{number // 10}" for number in range(100)]
    labels = ["supported" if number // 10 % 2 else "refuted" for number in range(100)]
    groups = [number // 10 for number in range(100)]

    assert told(of_words(texts, labels, range(100)))[0] == 1.0
    assert told(of_words(texts, labels, groups))[0] <= 0.5


def test_lengths_give_a_label_away() -> None:
    """Long claims that are all false would be known by their length."""
    texts = ["x" * (10 if label == "supported" else 90) for label in LABELS]

    assert (1.0, []) == told(of_length(texts, LABELS, range(100)))


@pytest.mark.parametrize(
    ("texts", "labels", "groups"),
    [
        ([], [], []),
        (["a", "b"], ["x", "x"], [0, 1]),
        (["a", "b"], ["x", "y"], [0, 0]),
        (["?", "!"], ["x", "y"], [0, 1]),
    ],
)
def test_where_there_is_nothing_to_learn_from_nothing_is_said(
    texts: list[str], labels: list[str], groups: list[int]
) -> None:
    """A check would end in a traceback."""
    assert of_words(texts, labels, groups) is None


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from("xyz")), min_size=5, max_size=30))
def test_bits_are_the_mutual_information_that_scikit_learn_counts(pairs: list[tuple[bool, str]]) -> None:
    """The words that are named would not be those that tell most."""
    with_word, truth = np.array([[float(has)] for has, _ in pairs]), np.array([label for _, label in pairs])
    expected = mutual_info_classif(with_word, truth, discrete_features=True)[0] / np.log(2)

    assert giveaways.bits_of(with_word, truth)[0] == pytest.approx(max(expected, 0), abs=1e-9)


@given(st.lists(st.lists(st.integers(0, 6), max_size=3), max_size=8))
def test_what_shares_something_is_together(shared: list[list[Hashable]]) -> None:
    """A claim would be learnt from its own family."""
    numbers = together(shared)

    assert len(numbers) == len(shared)
    for one, keys in enumerate(shared):
        for other, others in enumerate(shared):
            assert numbers[one] == numbers[other] or not set(keys) & set(others)
