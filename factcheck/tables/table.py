"""A relation with its rows, before any engine holds it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

Type = Literal["text", "whole", "flag"]
"""What a column holds: text, whole numbers of 64 bits, or truth; each may be absent."""


@attrs.frozen
class Table:
    """A relation with its rows.

    Args:
        columns: names and types, in the order of a row.
        rows: the rows.
    """

    columns: Mapping[str, Type]
    rows: Sequence[tuple[Any, ...]]

    def column(self, name: str) -> list[Any]:
        """Return the values of a column, in the order of the rows."""
        at = list(self.columns).index(name)
        return [row[at] for row in self.rows]

    def picked(self, *names: str) -> Iterator[dict[str, Any]]:
        """Yield each row with the values of some columns, by their names."""
        places = {name: list(self.columns).index(name) for name in names}
        return ({name: row[at] for name, at in places.items()} for row in self.rows)
