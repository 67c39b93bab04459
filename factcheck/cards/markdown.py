"""Markdown that words from data cannot break."""

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"[\\|\[\]`<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; numbers stand to the right, words from data cannot break out of their cell."""
    body = [list(row) for row in rows]
    are_numbers = [all(isinstance(row[place], int) for row in body) and bool(body) for place in range(len(head))]
    rule = ["---:" if is_number else "---" for is_number in are_numbers]
    lines = [[inert(cell) for cell in head], rule, *([inert(cell) for cell in row] for row in body)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def inert(value: object) -> str:
    """Return words on one line, with nothing that Markdown or HTML would take for more than words."""
    text = " ".join(str(value).split())
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)
