"""BibTeX read as BibTeX reads it: braces are counted, escaped ones too."""

import re

_HEAD = re.compile(r"@(\w+)\{([^\s{}\",#%'()=\\~]+)")
_FIELD = re.compile(r",\s*(\w+) = \{")


def read_bib(text: str) -> dict[str, dict[str, str]]:
    """Return the fields of each entry by its key, with its type under ``ENTRYTYPE``; fail on whatever else stands there."""
    entries: dict[str, dict[str, str]] = {}
    at = 0
    while text[at:].strip():
        head = _HEAD.match(text, at + len(text[at:]) - len(text[at:].lstrip()))
        assert head is not None, text[at : at + 80]
        fields, at = _fields(text, head.end())
        assert head[2].lower() not in {key.lower() for key in entries}
        entries[head[2]] = {"ENTRYTYPE": head[1], **fields}
    return entries


def _fields(text: str, at: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while field := _FIELD.match(text, at):
        end = _closed(text, field.end())
        fields[field[1]] = text[field.end() : end]
        at = end + 1
    close = re.compile(r"\s*\}").match(text, at)
    assert close is not None, text[at : at + 80]
    return fields, close.end()


def _closed(text: str, at: int) -> int:
    """Return where the brace that is open at a place is closed."""
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at - 1
