"""What runs the SQL of the rules: the same SQL, whatever runs it."""

from collections.abc import Mapping
from importlib import import_module

from factcheck.engines.engine import Engine
from factcheck.tables.table import Table

FEW = 50_000
"""Up to so many rows SQLite has the answers before DuckDB and Arrow are imported."""

ENGINES: dict[str, str] = {
    "duckdb": "factcheck.engines.duckdb_engine",
    "sqlite": "factcheck.engines.sqlite_engine",
}
"""Every engine, by its name, with its module, which is imported when it is first used."""


def engine_for(tables: Mapping[str, Table]) -> Engine:
    """Return the engine that is quickest for tables of such a size."""
    rows = sum(len(table.rows) for table in tables.values())
    return named_engine("sqlite" if rows <= FEW else "duckdb", tables)


def named_engine(name: str, tables: Mapping[str, Table]) -> Engine:
    """Return an engine by its name."""
    engine: Engine = import_module(ENGINES[name]).engine(tables)
    return engine
