"""The strings that several records hold, each with the pattern it matches."""

from typing import Annotated

from factcheck.records.shapes import ID, Integer, Text

Id = Annotated[str, ID]
Prose = Annotated[str, Text()]
Date = Annotated[
    str,
    Text(
        said="a date as YYYY, YYYY-MM or YYYY-MM-DD",
        pattern=r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?",
    ),
]
Digest = Annotated[str, Text(said="a SHA-256 in 64 hexadecimal digits", pattern=r"[0-9a-f]{64}")]
Language = Annotated[str, Text(said="a language tag (BCP 47)", pattern=r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")]
SplitName = Annotated[
    str,
    Text(said="letters, digits and _, in parts joined by dots", pattern=r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*"),
]
Version = Annotated[
    str,
    Text(said="a version as MAJOR.MINOR.PATCH", pattern=r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}"),
]
SchemaVersion = Annotated[str, Text(said="a schema version as MAJOR.MINOR", pattern=r"[0-9]+\.[0-9]+")]
Offset = Annotated[int, Integer(0)]
Count = Annotated[int, Integer(0)]
