"""Dates written in other ways, where they can mean one day, month or year only."""

import re
from datetime import date
from typing import Any

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR = r"(?P<year>[12][0-9]{3})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        rf"{_YEAR}(?P<sign>[-/.]){_MONTH}(?:(?P=sign){_DAY})?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_DAY}(?:st|nd|rd|th)? {_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
    )
)
_EITHER = re.compile(rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<other>[0-9]{{1,2}})(?P=sign){_YEAR}")


def as_date(written: Any) -> str | None:
    """Return a date as YYYY, YYYY-MM or YYYY-MM-DD; None where it is none, or could be another.

    ``25/12/2023`` is one, ``5/12/2023`` could be another: which of day and month comes first differs by country.
    """
    if isinstance(written, bool) or not isinstance(written, (str, int)):
        return None
    text = " ".join(str(written).split())
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = _month_named(parts["name"]) if "name" in parts else parts.get("month")
            return _iso(parts["year"], month, parts.get("day")) if month or "name" not in parts else None
    found = _EITHER.fullmatch(text)
    return _of_either_order(int(found["one"]), int(found["other"]), found["year"]) if found else None


def _of_either_order(one: int, other: int, year: str) -> str | None:
    if one > 12 or one == other:
        return _iso(year, other, one)
    return _iso(year, one, other) if other > 12 else None


def _month_named(name: str) -> int | None:
    """Return the number of a month by its name or the beginning of it."""
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), None)


def _iso(year: str, month: str | int | None, day: str | int | None) -> str | None:
    parts = [int(part) for part in (year, month, day) if part is not None]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return "-".join(f"{part:02}" for part in parts)
