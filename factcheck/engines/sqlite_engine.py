"""SQLite runs the SQL of the rules where the tables are small: it starts at once, and comes with Python."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from factcheck.tables.table import Table

_KEYS = (
    ("axis", "name"),
    ("band", "value"),
    ("claim", "annotator"),
    ("claim", "evidence"),
    ("document",),
    ("family",),
    ("id",),
    ("record", "item"),
    ("reference",),
    ("text",),
)
"""What rules join on: each relation that has all of these columns gets an index of them."""


class SQLiteEngine:
    """Runs queries over one corpus' tables; a context manager."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._opened: sqlite3.Connection | None = None

    @property
    def _connection(self) -> sqlite3.Connection:
        """The connection, opened by the first query."""
        if self._opened is None:
            self._opened = sqlite3.connect(":memory:")
            for name, table in self._tables.items():
                _fill(self._opened, name, table)
        return self._opened

    def __enter__(self) -> "SQLiteEngine":
        return self

    def __exit__(self, *_: object) -> None:
        if self._opened is not None:
            self._opened.close()

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of a query, in no certain order."""
        cursor = self._connection.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _fill(connection: sqlite3.Connection, name: str, table: Table) -> None:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    connection.execute(f'create table "{name}" ({columns})')
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(f'insert into "{name}" values ({marks})', table.rows)  # noqa: S608  # names of ours
    for key in _KEYS:
        if set(key) <= table.columns.keys():
            connection.execute(f'create index "{name} by {" ".join(key)}" on "{name}" ({", ".join(key)})')


engine = SQLiteEngine
