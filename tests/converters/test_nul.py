from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.converters.converter import Unreadable
from factcheck.converters.nul import MARK, restore_nul, take_nul
from tests.files.json_values import json_values

WORDS = st.text(st.sampled_from(("\0", MARK, "a", "\U0001f44b")), max_size=5)
KEYS = st.text(st.sampled_from((MARK, "a", "b")), max_size=2)
PLACES = st.lists(
    st.tuples(st.lists(KEYS | st.integers(-2, 2), max_size=2), st.lists(st.integers(-1, 3), max_size=2)).map(list)
)
ROWS = st.dictionaries(
    KEYS,
    st.recursive(
        WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
    ),
    max_size=3,
)


def _has_nul(value: Any) -> bool:
    return "\\u0000" in ascii(value).replace("\\x00", "\\u0000")


@given(row=ROWS)
def test_nul_characters_are_taken_out_and_put_back(row: dict[str, Any]) -> None:
    """Breaks: a foreign row with a NUL cannot be kept, or comes back without it."""
    taken, places = take_nul(row)

    assert not _has_nul(taken)
    assert _has_nul(row) == bool(places)
    assert row == restore_nul(taken, places)
    assert not _has_nul(taken)


def test_what_was_edited_since_stays_as_it_is() -> None:
    """Breaks: a text that somebody mended gets a NUL in the middle of a word."""
    _, places = take_nul({"a": "x\0y", "b": ["\0"]})

    assert {"a": "xyz", "b": []} == restore_nul({"a": "xyz", "b": []}, places)


@given(row=ROWS, places=PLACES | json_values(KEYS))
def test_places_that_are_none_do_no_harm(row: dict[str, Any], places: Any) -> None:
    """Breaks: an export ends with a traceback because somebody wrote a key of ours."""
    taken, _ = take_nul(row)

    restored = restore_nul(taken, places)

    assert taken == take_nul(restored)[0]


def test_a_nul_in_a_key_is_refused() -> None:
    """Breaks: a key is renamed without a word."""
    with pytest.raises(Unreadable, match="a NUL character in a key"):
        take_nul({"a": [{"b\0": 1}]})
