"""What a repair is: from a fault and what is known of the corpus to the values that mend it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.problems import Fault, Path, Target
from factcheck.reading import Record


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
class Grounds:
    """What a repair may know.

    Args:
        records: every record as it was read, by kind.
    """

    records: Mapping[str, Sequence[Record]]

    def value(self, target: Target) -> Any:
        """Return the value at a place, as it was read."""
        value = self.records[target.kind][target.record].value
        for step in target.path:
            value = value[step]
        return value


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
