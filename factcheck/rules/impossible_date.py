"""A date that no calendar has.

## What it asks
Each date is a day, a month or a year that there was or will be. The parts of a reference's `issued` are year, month
and day: one date, or two for a range, the earlier one first.

## Why
The 30th of February is a slip of the pen, and which digit slipped is not to be guessed: programs refuse the record,
or move it into March.

## Passes
```yaml
references:
  - {id: census, type: report, issued: {date-parts: [[2024, 2, 29]]}}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, date: 2024-02-29}
```

## Fails (2)
```yaml
references:
  - {id: census, type: report, issued: {date-parts: [[2023, 13]]}}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, date: 2023-02-30}
```
> [2023, 13] is no date
> '2023-02-30' is no date

## How to repair
Look the date up where it was taken from. What is known of it alone may stand: a year, or year and month.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Path
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_CURE = "look it up; a year, or year and month, may stand alone"


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, written in _dates(record):
        if written is not None and not _is_date([int(part) for part in written.split("-")]):
            yield Found(path=path, message=f"{written!r} is no date", cure=_CURE)
    if kind == "references":
        yield from _issued((record.get("issued") or {}).get("date-parts"))


def _dates(record: Plain) -> Iterator[tuple[Path, str | None]]:
    for key in ("released", "published", "updated", "accessed", "date"):
        yield (key,), record.get(key)
    for item, appearance in parts(record, "appearances"):
        yield ("appearances", item, "date"), appearance.get("date")


def _issued(dates: Sequence[Any] | None) -> Iterator[Found]:
    path = ("issued", "date-parts")
    if dates is None or any(date_parts is None or None in date_parts for date_parts in dates):
        return  # what does not fit its schema is told by another rule
    for item, date_parts in enumerate(dates):
        if not _is_date(date_parts):
            yield Found(path=(*path, item), message=f"{list(date_parts)} is no date", cure=_CURE)
    if len(dates) not in (1, 2):
        yield Found(
            path=path, message=f"a date is one list of parts, or two for a range (got {len(dates)})", cure=_CURE
        )
    elif dates[0] > dates[-1]:
        yield Found(
            path=path, message=f"the range ends at {dates[1]}, before it starts", cure="put the earlier one first"
        )


def _is_date(date_parts: Sequence[int]) -> bool:
    if not 1 <= len(date_parts) <= 3:
        return False
    try:
        date(*[*date_parts, 1, 1][:3])
    except (ValueError, OverflowError):
        return False
    return True


CHECK = OnRecord(kinds=("dataset", "documents", "references", "claims", "verdicts", "adjudications"), check=check)
