"""Rows of JSON, whatever the file calls itself: JSON Lines, an array, an object of members; one row in memory at a time."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from factcheck.files.json_lines import Line, parse_line, read_lines
from factcheck.files.parsed import MAX_BYTES

_BLOCK = 1024 * 1024
_SPACE = " \t\r\n"
_LONGEST_SIGN = 16


@attrs.frozen(kw_only=True)
class Row:
    """A row of a file.

    Args:
        value: the row; None where it cannot be read.
        line: the line it starts in, from 1.
        fault: why it cannot be read.
    """

    value: Any = None
    line: int
    fault: str | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file.

    A file whose first sign is ``[`` is an array of rows; any other has a row a line. Either may start with a byte order mark.
    """
    with path.open("rb") as file:
        head = file.read(_BLOCK).removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"["):
        yield from _array_rows(path)
        return
    for line in read_lines(path):
        if line.number == 1 and line.data is not None:
            line = attrs.evolve(line, data=line.data.removeprefix(codecs.BOM_UTF8))  # noqa: PLW2901
        if line.data is None or line.data.strip():
            yield _row(line)


def read_members(path: Path) -> Iterator[Row]:
    """Yield the members of a file that is one object, each as an object of its own; several objects are read in turn."""
    reader = _Reader(path)
    try:
        yield from reader.members()
    except _Broken as broken:
        yield Row(line=reader.line, fault=str(broken))
    finally:
        reader.close()


def _row(line: Line) -> Row:
    """Return the row that a line holds, or what forbids to read it: the same for lines and for items of an array."""
    parsed = parse_line(line, allow_nul=True)
    fault = "; ".join(flaw.message for flaw in parsed.flaws) or None
    return Row(value=None if fault else parsed.value, line=line.number, fault=fault)


def _array_rows(path: Path) -> Iterator[Row]:
    reader = _Reader(path)
    try:
        yield from reader.rows()
    except _Broken as broken:
        yield Row(line=reader.line, fault=str(broken))
    finally:
        reader.close()


class _Broken(Exception):
    """The file cannot be read further."""


class _Reader:
    """Reads an array item by item, or an object member by member, from a window that slides over the file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        # a byte that is not UTF-8 passes as half of a surrogate pair, so that it spoils its own row and no other
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        # finds only where a row ends, and says yes to more than JSON: what the row holds is read as a line is
        self._json = json.JSONDecoder(parse_int=str, parse_float=str, strict=False)
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def close(self) -> None:
        self._file.close()

    def rows(self) -> Iterator[Row]:
        self._expect("[")
        if self._next_sign() == "]":
            return
        while True:
            self._next_sign()
            yield _row(Line(number=self.line, offset=0, data=self._item()))
            sign = self._next_sign()
            self._at += 1
            if sign == "]":
                break
            if sign != ",":
                raise _Broken(f"not JSON: expected ',' or ']', got {sign or 'the end'!r}")
        if self._next_sign():
            raise _Broken("not JSON: something after the end of the array")

    def members(self) -> Iterator[Row]:
        while self._next_sign():
            self._expect("{")
            if self._next_sign() == "}":
                self._at += 1
                continue
            while True:
                self._next_sign()
                line, key = self.line, self._item()
                self._expect(":")
                self._next_sign()
                yield _row(Line(number=line, offset=0, data=b"{%b:%b}" % (key, self._item())))
                if self._end_of_object():
                    break

    def _end_of_object(self) -> bool:
        """Pass over what follows a member, and tell whether it was the last."""
        sign = self._next_sign()
        self._at += 1
        if sign not in ("}", ","):
            raise _Broken(f"not JSON: expected ',' or '}}', got {sign or 'the end'!r}")
        return sign == "}"

    def _item(self) -> bytes:
        """Pass over one item and return its bytes."""
        while True:
            try:
                _, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_cut_short(error) and self._more():
                    continue
                raise _Broken(f"not JSON: {error.msg.lower()}") from error
            except RecursionError as error:
                raise _Broken("not JSON: nested too deeply") from error
            if end < len(self._text) or not self._more():
                item = self._text[self._at : end]
                self._pass(end)
                return item.encode("utf-8", "surrogateescape")

    def _is_cut_short(self, error: json.JSONDecodeError) -> bool:
        """Tell whether an error may come of the window's end: a string not closed yet, or a sign, word or escape cut in two."""
        return error.msg.startswith("Unterminated string") or error.pos > len(self._text) - _LONGEST_SIGN

    def _next_sign(self) -> str:
        """Pass over white space and return the sign there, or nothing at the end."""
        while True:
            at = self._at
            while at < len(self._text) and self._text[at] in _SPACE:
                at += 1
            self._pass(at)
            if at < len(self._text):
                return self._text[at]
            if not self._more():
                return ""

    def _expect(self, sign: str) -> None:
        if self._next_sign() != sign:
            raise _Broken(f"not JSON: expected {sign!r}")
        self._at += 1

    def _pass(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to

    def _more(self) -> bool:
        """Widen the window; False at the end of the file."""
        if self._ended:
            return False
        if len(self._text) - self._at > MAX_BYTES:
            raise _Broken(f"a row of over {MAX_BYTES // 1024**2} MB")
        block = self._file.read(_BLOCK)
        self._ended = not block
        more = self._decoder.decode(block, final=self._ended)
        self._text = self._text[self._at :] + more
        self._at = 0
        return bool(more) or not self._ended
