"""Strategies for JSON values and the ways to write them, and the walk over them that the tests of parsers share."""

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from factcheck.files.parsed import BIGGEST, SMALLEST, Mark
from factcheck.problems import Path

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
"""Any text that can be stored."""

YAML_WORDS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\u2028\u2029\ufeff\ufffe\uffff",
        include_characters='\n\t"\\',
    ),
    max_size=12,
)
"""Any text whose characters may stand in YAML as they are, once JSON has escaped tabs and line breaks."""


def json_values(words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Return any JSON value within the limits of what is read."""
    numbers = st.integers(SMALLEST, BIGGEST) | st.floats(allow_nan=False, allow_infinity=False)
    scalars = st.none() | st.booleans() | numbers | words
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=16
    )


def exact(value: Any) -> str:
    """Return a form in which 1, 1.0 and true differ, and the order of keys counts."""
    return json.dumps(value)


def places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every place in a value."""
    yield path, value
    if isinstance(value, dict):
        for key, member in value.items():
            yield from places(member, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def token(value: Any) -> str:
    """Return how the text of a value begins, as ``json.dumps`` without escapes writes it."""
    return json.dumps(value, ensure_ascii=False)[:1] if isinstance(value, (dict, list)) else plain(value)


def plain(value: Any) -> str:
    """Write a value without escaping more than JSON must."""
    return json.dumps(value, ensure_ascii=False)


def editor_lines(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return re.split("\r\n|\r|\n", text)


def rest_at(text: str, mark: Mark) -> str:
    """Return the rest of the line at a mark."""
    return editor_lines(text)[mark.line - 1][mark.column - 1 :]


def lies_inside(text: str, mark: Mark) -> bool:
    """Tell whether a mark names a character of the text, or the end of one of its lines."""
    lines = editor_lines(text)
    return 1 <= mark.line <= len(lines) and 1 <= mark.column <= len(lines[mark.line - 1]) + 1
