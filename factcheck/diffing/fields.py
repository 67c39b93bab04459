"""Two plain records, field by field."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import orjson

from factcheck.problems import Path, dotted

Plain = Mapping[str, Any]
_VERBATIM = "extra"


@attrs.frozen(kw_only=True)
class FieldChange:
    """A field that two records have otherwise.

    Args:
        path: the way to it.
        old: its old value, plain; None where it was absent.
        new: its new value, plain; None where it is absent.
    """

    path: Path
    old: Any = attrs.field(eq=orjson.dumps)
    new: Any = attrs.field(eq=orjson.dumps)

    @property
    def where(self) -> str:
        """The way to it, as people read it."""
        return dotted(self.path)

    def mirrored(self) -> "FieldChange":
        """Return the change that takes this one back."""
        return FieldChange(path=self.path, old=self.new, new=self.old)


def field_changes(old: Any, new: Any, path: Path = ()) -> Iterator[FieldChange]:
    """Yield every field that differs; lists of one length item by item, others as a whole, what no rule reads too."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and path[-1:] != (_VERBATIM,):
        for key in sorted({*old, *new}):
            yield from field_changes(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and _VERBATIM not in path:
        for item, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from field_changes(before, after, (*path, item))
    elif canonical(old) != canonical(new):
        yield FieldChange(path=path, old=old, new=new)


def with_changes(plain: Plain, changes: Iterable[FieldChange]) -> dict[str, Any]:
    """Return a copy of a plain record with its fields changed."""
    copy: dict[str, Any] = orjson.loads(orjson.dumps(plain))
    for change in changes:
        inner: Any = copy
        for step in change.path[:-1]:
            inner = inner[step]
        if change.new is None:
            del inner[change.path[-1]]
        else:
            inner[change.path[-1]] = change.new
    return copy


def canonical(value: Any) -> bytes:
    """Return the one JSON text of a plain value; 1, 1.0 and true are told apart."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
