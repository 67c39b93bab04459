"""What reading a file gives: plain values, where each stands, and what was wrong with the file itself."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import attrs

from factcheck.problems import Path

MAX_BYTES = 16 * 1024 * 1024
"""The most a file that is read whole, or a line of a ``.jsonl`` file, may weigh."""

MAX_DEPTH = 64
"""How deep lists and mappings may nest."""

BIGGEST, SMALLEST = 2**63 - 1, -(2**63)
"""The integers that tables and JSON readers hold without loss."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Mark(NamedTuple):
    """Where something begins: line and column, both from 1, columns in code points. A tuple, since files have many."""

    line: int
    column: int


class Marks(NamedTuple):
    """Where a value begins, and its key where it has one."""

    value: Mark
    key: Mark | None = None


@attrs.frozen(kw_only=True)
class Flaw:
    """Something wrong with a file as a file.

    Args:
        rule: the rule it offends.
        message: what was expected and what came.
        mark: where.
        cure: what to do.
    """

    rule: str
    message: str
    mark: Mark
    cure: str | None = None


@attrs.frozen(kw_only=True)
class Parsed:
    """A file's value, the marks of each place in it, and its flaws in reading order."""

    value: Any = None
    marks: Mapping[Path, Marks] = attrs.field(factory=dict)
    flaws: tuple[Flaw, ...] = ()

    def mark(self, path: Path, *, on_key: bool = False) -> Mark:
        """Return where ``path`` stands, or the nearest place around it that is known."""
        while path and path not in self.marks:
            path, on_key = path[:-1], False
        marks = self.marks.get(path, Marks(Mark(1, 1)))
        return marks.key if on_key and marks.key else marks.value


def number_flaw(written: str, mark: Mark) -> Flaw | None:
    """Return what is wrong with a number as written: not finite, or an integer beyond 64 bits."""
    if not written.lstrip("-").isdigit():
        if float(written) in (float("inf"), float("-inf")):
            return Flaw(rule="unreadable", message=f"number {written[:40]} is not finite", mark=mark, cure="quote it")
        return None
    if len(written) > 20 or not SMALLEST <= int(written) <= BIGGEST:
        message = f"number {written[:40]} does not fit in 64 bits"
        return Flaw(rule="unreadable", message=message, mark=mark, cure="quote it, if it is a name and no quantity")
    return None


def sound_string(text: str, mark: Mark, flaws: list[Flaw]) -> str:
    """Return a string that can be stored, and note what was wrong with it: NUL, half of a surrogate pair."""
    if "\0" in text:
        flaws.append(Flaw(rule="unreadable", message="a NUL character in a string", mark=mark, cure="take it out"))
        text = text.replace("\0", "\ufffd")
    if not text.isascii() and _SURROGATE.search(text):
        message = "half of a surrogate pair in a string"
        flaws.append(Flaw(rule="unreadable", message=message, mark=mark, cure="write the character itself"))
        text = _SURROGATE.sub("\ufffd", text)
    return text
