"""What a repair is: from a fault and what is known of the corpus to the values that mend it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.problems import Fault, Path, Target
from factcheck.reading import Record
from factcheck.relocating import Relocation
from factcheck.rules.rule import Pointer


@attrs.frozen(kw_only=True)
class Change:
    """A value to be set in a record, or a key to be taken out of it.

    Args:
        kind: the kind of record.
        record: which of that kind.
        path: the way to the value.
        value: the new value; None takes the key out.
    """

    kind: str
    record: int
    path: Path
    value: Any


@attrs.frozen(kw_only=True)
class Version:
    """Another version of a document's text: the text, what points into the document, and what became of each anchor in it."""

    text: str
    pointers: Sequence[Pointer]
    relocations: Sequence[Relocation]


@attrs.frozen(kw_only=True)
class Grounds:
    """What a repair may know.

    Args:
        records: every record as it was read, by kind.
        texts: by document id, the text that the document describes, where it is at hand.
        versions: by document id, another version of its text.
    """

    records: Mapping[str, Sequence[Record]]
    texts: Mapping[str, str] = attrs.field(factory=dict)
    versions: Mapping[str, Version] = attrs.field(factory=dict)

    def value(self, target: Target) -> Any:
        """Return the value at a place, as it was read."""
        return self.value_at(target.kind, target.record, target.path)

    def value_at(self, kind: str, record: int, path: Path) -> Any:
        """Return the value at the end of a way into a record, as it was read."""
        value = self.records[kind][record].value
        for step in path:
            value = value[step]
        return value

    def document(self, name: str) -> Any:
        """Return the document of an id, as it was read."""
        return next(one.value for one in self.records["documents"] if one.value.get("id") == name)


Repair = Callable[[Fault, Grounds], Iterator[Change]]
"""Yields the changes that mend a fault; none where that takes a person."""


def target_of(fault: Fault) -> Target:
    """Return the place in a record where a fault is.

    Raises:
        TypeError: the fault is one of a file.
    """
    at = fault.at[0]
    if not isinstance(at, Target):
        raise TypeError(f"'fault' must be one of a record (got one of {at})")
    return at


def changed(target: Target, value: Any) -> Change:
    """Return the change that sets the value at a place."""
    return Change(kind=target.kind, record=target.record, path=target.path, value=value)
