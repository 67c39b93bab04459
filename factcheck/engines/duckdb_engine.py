"""DuckDB runs the SQL of the rules, in this process, over Arrow tables."""

from collections.abc import Mapping
from typing import Any

import duckdb

from factcheck.tables.rows_to_arrow import arrow_of
from factcheck.tables.table import Table

_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "temp_directory": "",
}


class DuckDBEngine:
    """Runs queries over one corpus' tables; a context manager."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._opened: duckdb.DuckDBPyConnection | None = None

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        """The connection, opened by the first query."""
        if self._opened is None:
            self._opened = duckdb.connect(config=dict(_CONFIG))
            for name, table in self._tables.items():
                self._opened.register(name, arrow_of(table))
        return self._opened

    def __enter__(self) -> "DuckDBEngine":
        return self

    def __exit__(self, *_: object) -> None:
        if self._opened is not None:
            self._opened.close()

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of a query, in no certain order."""
        cursor = self._connection.execute(sql)  # by way of a relation it takes half as long again
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


engine = DuckDBEngine
