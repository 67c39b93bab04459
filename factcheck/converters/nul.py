"""NUL characters in foreign rows: our files have none, so they are taken out, and their places kept to put them back."""

from copy import deepcopy
from typing import Any

from factcheck.converters.converter import Unreadable

MARK = "\N{SYMBOL FOR NULL}"
"""What stands in a NUL's place."""


def take_nul(value: Any) -> tuple[Any, list[Any]]:
    """Return a row with marks for NUL characters, and where those stood: ways into the row with offsets in code points."""
    places: list[Any] = []
    return _without(value, [], places), places


def _without(value: Any, path: list[str | int], places: list[Any]) -> Any:
    if isinstance(value, str):
        if "\0" not in value:
            return value
        places.append([path, [at for at, character in enumerate(value) if character == "\0"]])
        return value.replace("\0", MARK)
    if isinstance(value, dict):
        if any("\0" in key for key in value):
            raise Unreadable("a NUL character in a key")
        return {key: _without(member, [*path, key], places) for key, member in value.items()}
    if isinstance(value, list):
        return [_without(item, [*path, place], places) for place, item in enumerate(value)]
    return value


def restore_nul(row: Any, places: Any) -> Any:
    """Return the row with NUL characters where they stood; what was edited since stays as it is."""
    row = deepcopy(row) if places else row  # parts of it are parts of the records
    for place in places if isinstance(places, list) else ():
        if not _is_way(place):
            continue
        path, offsets = place
        holder = row
        for step in path[:-1]:
            holder = _member(holder, step)
        text = _member(holder, path[-1])
        if isinstance(text, str) and all(text[offset : offset + 1] == MARK for offset in offsets):
            stood = set(offsets)
            holder[path[-1]] = "".join("\0" if at in stood else character for at, character in enumerate(text))
    return row


def _is_way(place: Any) -> bool:
    """Tell whether a place, which somebody may have edited, is a way into a row with offsets."""
    if not (isinstance(place, list) and len(place) == 2 and all(isinstance(part, list) and part for part in place)):
        return False
    path, offsets = place
    steps = all(isinstance(step, (str, int)) for step in path)
    return steps and all(isinstance(offset, int) and offset >= 0 for offset in offsets)


def _member(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder) else None
