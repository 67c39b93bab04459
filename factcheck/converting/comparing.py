"""Where two records or rows say something else."""

import json
from collections.abc import Iterator
from typing import Any

_DATA = ("stances", "votes", "extra", "topics", "rules")


def changed(one: Any, other: Any) -> set[str]:
    """Return the ways into a record at which another has something else, more or less."""
    return {*differing(one, other), *differing(other, one)}


def differing(one: Any, other: Any) -> Iterator[str]:
    """Yield the ways into ``one`` at which ``other`` has nothing or something else.

    Places in lists are left out; a mapping whose keys are data differs as a whole.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        for key, value in one.items():
            if key not in other:
                yield key
            elif key in _DATA:
                yield from [] if _same(value, other[key]) else [key]
            else:
                yield from (f"{key}.{rest}" if rest else key for rest in differing(value, other[key]))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for left, right in zip(one, other, strict=True):
            yield from differing(left, right)
    elif not _same(one, other):
        yield ""


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same JSON: 1 is neither true nor 1.0."""
    return one == other and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
