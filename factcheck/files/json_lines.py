"""JSON Lines: one value a line, read fast by orjson; lines that it refuses or may have changed take the slow road."""

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, BinaryIO

import attrs
import orjson

from factcheck.files.decoding import decode
from factcheck.files.json_parser import parse_json
from factcheck.files.parsed import MAX_BYTES, MAX_DEPTH, Flaw, Mark, Parsed

_STRING = re.compile(rb'"[^"]*"')
_EXACT = 2**53
_BLOCK = 1024 * 1024


@attrs.frozen
class Line:
    """One line of a file.

    Args:
        number: from 1.
        offset: of its first byte in the file.
        data: its bytes without the line break; None where it is longer than is read.
    """

    number: int
    offset: int
    data: bytes | None


def read_lines(path: FilePath) -> Iterator[Line]:
    """Yield the lines of a file that are not blank, holding no more than one line at a time."""
    with path.open("rb") as file:
        number, offset = 0, 0
        while chunk := file.readline(MAX_BYTES + 2):
            number += 1
            size = len(chunk)
            is_cut = size > MAX_BYTES + 1 and not chunk.endswith(b"\n")
            if is_cut or len(chunk.rstrip(b"\r\n")) > MAX_BYTES:
                size += 0 if chunk.endswith(b"\n") else _skip_line(file)
                yield Line(number, offset, None)
            elif chunk.strip():
                yield Line(number, offset, chunk.rstrip(b"\r\n"))
            offset += size


def _skip_line(file: BinaryIO) -> int:
    skipped = 0
    while chunk := file.readline(_BLOCK):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped


def parse_line(line: Line, *, allow_nul: bool = False) -> Parsed:
    """Parse one line; where the fast parser is content no marks are kept, since ``locate`` finds them again.

    Args:
        line: the line.
        allow_nul: let escaped NUL characters pass: foreign data have them, ours do not.
    """
    if line.data is None:
        message = f"a line of over {MAX_BYTES // 1024**2} MB"
        cure = "one record a line; large texts go to files of their own"
        return Parsed(flaws=(Flaw(rule="unreadable", message=message, mark=Mark(line.number, 1), cure=cure),))
    try:
        value = orjson.loads(line.data)
    except orjson.JSONDecodeError:
        return locate(line)
    has_nul = b"\\u0000" in line.data and not allow_nul
    if has_nul or _key_count(value, 0) != _colon_count(line.data):
        return locate(line)
    return Parsed(value=value)


def _colon_count(data: bytes) -> int:
    """Count the colons outside strings in sound JSON: one a key, repeated ones too."""
    without_escaped_quotes = data.replace(rb"\\", b"").replace(rb"\"", b"")
    return _STRING.sub(b"", without_escaped_quotes).count(b":")


def locate(line: Line) -> Parsed:
    """Parse one line with the place of every value."""
    text, flaws = decode(line.data or b"")
    moved = tuple(attrs.evolve(flaw, mark=Mark(line.number, flaw.mark.column)) for flaw in flaws)
    if text is None:
        return Parsed(flaws=moved)
    parsed = parse_json(text, line=line.number)
    return attrs.evolve(parsed, flaws=(*moved, *parsed.flaws))


def _key_count(value: Any, depth: int) -> int:
    """Count the keys in a value; -1 or less where the slow road must look: deep nesting, numbers that lost digits."""
    if isinstance(value, dict):
        below = sum(_key_count(member, depth + 1) for member in value.values()) if depth < MAX_DEPTH else -_EXACT
        return len(value) + below
    if isinstance(value, list):
        return sum(_key_count(item, depth + 1) for item in value) if depth < MAX_DEPTH else -_EXACT
    if (isinstance(value, float) and abs(value) >= _EXACT) or (isinstance(value, int) and value >= 2**63):
        return -_EXACT
    return 0
