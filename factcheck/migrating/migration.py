"""What a migration is: a module that says which edits bring a record of one schema version to the next."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import attrs
import orjson

from factcheck.problems import Path

Plain = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Rename:
    """A key gets another name.

    Args:
        path: the way to the mapping it stands in.
        key: its name.
        to: its new name.
    """

    path: Path = ()
    key: str
    to: str


@attrs.frozen(kw_only=True)
class Put:
    """A key gets a value, whether it is there or not.

    Args:
        path: the way to the mapping it stands in.
        key: its name.
        value: the value, plain.
        after: the keys that a new one goes behind, those of them that are there.
    """

    path: Path = ()
    key: str
    value: Any
    after: tuple[str, ...] = ()


Edit = Rename | Put


class Migration(Protocol):
    """A module of this package, named for the version that it leads to."""

    @property
    def TO(self) -> str:  # noqa: N802  # a constant of the module
        """The schema version that it leads to."""

    def edits(self, kind: str, plain: Plain) -> Iterable[Edit]:
        """Yield the edits that bring a record forward: values first, then names; none for a record that is there already.

        Args:
            kind: ``dataset``, or the kind of record in the plural.
            plain: the record, plain.
        """


def edited(plain: Plain, edits: Iterable[Edit]) -> dict[str, Any]:
    """Return a copy of a plain record with its edits."""
    copy: dict[str, Any] = orjson.loads(orjson.dumps(plain))
    for edit in edits:
        inner: Any = copy
        for step in edit.path:
            inner = inner[step]
        if isinstance(edit, Put):
            inner[edit.key] = edit.value
        else:
            members = {edit.to if key == edit.key else key: value for key, value in inner.items()}
            inner.clear()
            inner.update(members)
    return copy
