"""JSON with the place of every value: the slow road, taken where the fast parser met an error or a repeated key.

The grammar is RFC 8259's, without the extensions of Python's own parser (no ``NaN``, no control characters in strings).
"""

import re
from typing import Any, NoReturn

from factcheck.files.parsed import MAX_DEPTH, Flaw, Mark, Marks, Parsed, number_flaw, sound_string
from factcheck.problems import Path

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {"null": None, "true": True, "false": False}


def parse_json(text: str, *, line: int = 1) -> Parsed:
    """Parse one JSON value.

    Args:
        text: the value, and white space around it.
        line: the number of the line that ``text`` starts in.
    """
    scanner = _Scanner(text, line)
    try:
        value = scanner.document()
    except _Stop:
        return Parsed(marks=scanner.marks, flaws=tuple(scanner.flaws))
    return Parsed(value=value, marks=scanner.marks, flaws=tuple(scanner.flaws))


class _Stop(Exception):
    """The text cannot be read further; the flaw is noted."""


class _Scanner:
    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.at = 0
        self.line = line
        self.line_start = 0
        self.marks: dict[Path, Marks] = {}
        self.flaws: list[Flaw] = []
        self.keep_marks = True

    def document(self) -> Any:
        self.space()
        value = self.value((), None)
        self.space()
        if self.at < len(self.text):
            self.stop(f"{self.seen()} after the end of the value", "one value a line")
        return value

    def mark(self) -> Mark:
        return Mark(self.line, self.at - self.line_start + 1)

    def seen(self) -> str:
        return repr(self.text[self.at]) if self.at < len(self.text) else "the end"

    def stop(self, said: str, cure: str | None = None) -> NoReturn:
        self.flaws.append(Flaw(rule="unreadable", message=f"not JSON: {said}", mark=self.mark(), cure=cure))
        raise _Stop

    def space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        if found and found.end() > self.at:
            newline = self.text.rfind("\n", self.at, found.end())
            if newline >= 0:
                self.line += self.text.count("\n", self.at, found.end())
                self.line_start = newline + 1
            self.at = found.end()

    def value(self, path: Path, key: Mark | None) -> Any:
        mark = self.mark()
        if self.keep_marks:
            self.marks[path] = Marks(mark, key)
        opening = self.text[self.at : self.at + 1]
        if opening in ("{", "["):
            if len(path) >= MAX_DEPTH:
                self.stop("nested too deeply", f"at most {MAX_DEPTH} levels are read")
            return self.members(path) if opening == "{" else self.items(path)
        if opening == '"':
            return sound_string(self.string(), mark, self.flaws)
        return self.word_or_number(mark)

    def word_or_number(self, mark: Mark) -> Any:
        for word, value in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        found = _NUMBER.match(self.text, self.at)
        if not found:
            self.stop(f"expected a value, got {self.seen()}", "strings, keys too, stand in double quotes")
        self.at = found.end()
        flaw = number_flaw(found[0], mark)
        if flaw:
            self.flaws.append(flaw)
            return found[0]
        return float(found[0]) if found[1] or found[2] else int(found[0])

    def string(self) -> str:
        self.at += 1
        parts: list[str] = []
        while True:
            found = _PLAIN.match(self.text, self.at)
            if found:
                parts.append(found[0])
                self.at = found.end()
            character = self.text[self.at : self.at + 1]
            if character == '"':
                self.at += 1
                # escapes give the two halves of a character one by one; this joins what belongs together
                return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            if character != "\\":
                self.stop(f"{self.seen()} inside a string", 'close it with "; write a line break as \\n')
            parts.append(self.escape())

    def escape(self) -> str:
        letter = self.text[self.at + 1 : self.at + 2]
        if letter in _ESCAPES:
            self.at += 2
            return _ESCAPES[letter]
        code = _HEX.match(self.text, self.at + 2) if letter == "u" else None
        if not code:
            self.stop(f"unknown escape {self.text[self.at : self.at + 2]!r}", "write a backslash as \\\\")
        self.at = code.end()
        return chr(int(code[0], 16))

    def items(self, path: Path) -> list[Any]:
        self.at += 1
        items: list[Any] = []
        self.space()
        if self.text.startswith("]", self.at):
            self.at += 1
            return items
        while True:
            self.space()
            items.append(self.value((*path, len(items)), None))
            if self.ends("]"):
                return items

    def members(self, path: Path) -> dict[str, Any]:
        self.at += 1
        members: dict[str, Any] = {}
        first: dict[str, int] = {}
        self.space()
        if self.text.startswith("}", self.at):
            self.at += 1
            return members
        while True:
            self.member(path, members, first)
            if self.ends("}"):
                return members

    def member(self, path: Path, members: dict[str, Any], first: dict[str, int]) -> None:
        self.space()
        mark = self.mark()
        if not self.text.startswith('"', self.at):
            self.stop(f"expected a key in double quotes, got {self.seen()}")
        key = sound_string(self.string(), mark, self.flaws)
        self.space()
        if not self.text.startswith(":", self.at):
            self.stop(f"expected ':' after a key, got {self.seen()}")
        self.at += 1
        self.space()
        if key not in members:
            first[key] = mark.column
            members[key] = self.value((*path, key), mark)
            return
        message = f"key {key!r} stands twice; first in column {first[key]}"
        flaw = Flaw(rule="duplicate-key", message=message, mark=mark, cure="keep one of the two")
        self.flaws.append(flaw)
        kept, self.keep_marks = self.keep_marks, False
        self.value((*path, key), mark)
        self.keep_marks = kept

    def ends(self, closing: str) -> bool:
        self.space()
        if self.text.startswith(closing, self.at):
            self.at += 1
            return True
        if not self.text.startswith(",", self.at):
            self.stop(f"expected ',' or {closing!r}, got {self.seen()}")
        self.at += 1
        return False
