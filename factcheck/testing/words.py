"""Strategies for the strings that records hold: any that fit, and tidy ones that an author would write."""

from datetime import date
from functools import cache
from typing import Literal

from hypothesis import strategies as st

_NASTY = (
    " lead", "trail ", "two  spaces", "line\nbreak", "line\n\nbreak\n", "\n", " ", "\t", "a: b", "a #b", "# a", "- a", "? a",
    "null", "~", "true", "No", "yes", "on", "0", "-1", "1e5", "0x1F", "0o7", "1:30", ".5", ".inf", "1_000", "2019-11-26",
    "2019-11-26 10:00:00", "<<", "=", "---", "...", "%TAG", "@a", "`a", "&a", "*a", "!a", "|", ">", "[a", "{a", "a,", "'", '"',
    "\\", "\\n", "\r", "\r\n", "\x01", "\x1b[0m", "\x7f", "\x85", "\x9f", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe",
    "e\u0301", "\u1112\u1161\u11ab", "\U0001f1eb\U0001f1f7", "\U0001f44b\U0001f3fd", "\U0010ffff", "word " * 40, "x" * 200,
)  # fmt: skip
_TIDY = (
    "island", "lamp", "keeper", "harbour", "ferry", "winter", "café", "Ærø", "stone", "lantern", "oil", "fog", "signal",
    "parish", "boats", "sheep", "東京", "naïve", "tower", "school",
)  # fmt: skip
_CONTROLS = "".join(map(chr, (*range(32), 127)))
_FIRST_DAY, _LAST_DAY = date(1400, 1, 1), date(2100, 12, 31)


def prose() -> st.SearchStrategy[str]:
    """Return any text that a record may hold and a file can carry, the awkward kinds often."""
    return st.text(_characters("\0"), min_size=1, max_size=30) | st.sampled_from(_NASTY)


def ids() -> st.SearchStrategy[str]:
    """Return any id: text without control characters."""
    return slugs() | st.text(_characters(_CONTROLS), min_size=1, max_size=12)


def _characters(excluded: str) -> st.SearchStrategy[str]:
    surrogates: tuple[Literal["Cs"], ...] = ("Cs",)
    return st.characters(exclude_categories=surrogates, exclude_characters=excluded)


@cache
def slugs() -> st.SearchStrategy[str]:
    """Return ids as authors write them: lower-case letters and digits, in parts joined by hyphens."""
    part = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=6)
    return st.lists(part, min_size=1, max_size=3).map("-".join)


@cache
def dates(*, first: date = _FIRST_DAY, last: date = _LAST_DAY) -> st.SearchStrategy[str]:
    """Return dates as YYYY, YYYY-MM or YYYY-MM-DD.

    Args:
        first: the earliest day that they are cut from.
        last: the latest.
    """
    return st.builds(lambda day, length: day.isoformat()[:length], st.dates(first, last), st.sampled_from((4, 7, 10)))


def digests() -> st.SearchStrategy[str]:
    """Return SHA-256 digests of nothing in particular."""
    return st.binary(min_size=32, max_size=32).map(bytes.hex)


def languages() -> st.SearchStrategy[str]:
    """Return language tags."""
    return st.sampled_from(("en", "de", "zh-Hant", "sr-Latn-RS", "es-419", "mul"))


@cache
def split_names() -> st.SearchStrategy[str]:
    """Return names of splits."""
    return st.sampled_from(("train", "validation", "test", "test.hard", "fold_1"))


@cache
def versions() -> st.SearchStrategy[str]:
    """Return versions as MAJOR.MINOR.PATCH."""
    number = st.integers(0, 20)
    return st.builds("{}.{}.{}".format, number, number, number)


@cache
def phrases(*, min_words: int = 2, max_words: int = 6) -> st.SearchStrategy[str]:
    """Return phrases of plain words, in NFC, as an author would write them in any field."""
    return st.lists(st.sampled_from(_TIDY), min_size=min_words, max_size=max_words).map(" ".join)


def json_values() -> st.SearchStrategy[object]:
    """Return any JSON that reading lets through: whole numbers in 64 bits, finite numbers, no NUL."""
    numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    leaves = st.none() | st.booleans() | numbers | prose() | st.just("")
    keys = prose() | st.just("")
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=6
    )
