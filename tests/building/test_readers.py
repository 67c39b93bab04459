"""A release serves the readers that people have, from a folder of any name."""

from pathlib import Path
from typing import Any

import datasets
import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from factcheck import build
from factcheck.tables.configs import CONFIGS

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example once, in a folder with spaces and letters beyond ASCII."""
    return build(LIGHTHOUSE, tmp_path_factory.mktemp("Skerra ö 島") / "my release é").path


def _rows(release: Path, config: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        row for file in sorted((release / config).glob("*.parquet")) for row in pq.read_table(file).to_pylist()
    ]
    return rows


def _keyed(rows: list[dict[str, Any]], config: str) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: [str(row[name]) for name in CONFIGS[config].key])


@pytest.mark.parametrize("config", CONFIGS)
def test_pandas_polars_and_duckdb_read_every_config(release: Path, config: str) -> None:
    """Who does not use ``datasets`` would get other rows, or none."""
    expected = _keyed(_rows(release, config), config)
    pattern = f"{release}/{config}/*.parquet"

    by_polars = pl.read_parquet(pattern).to_dicts()
    connection = duckdb.connect()
    by_duckdb = connection.read_parquet(pattern).to_arrow_table().to_pylist()
    by_pandas = pd.read_parquet(release / config)

    assert expected == _keyed(by_polars, config)
    assert expected == _keyed(by_duckdb, config)
    assert [column.name for column in CONFIGS[config].columns] == list(by_pandas.columns)
    for name in CONFIGS[config].key:
        assert sorted(str(row[name]) for row in expected) == sorted(str(_plain(value)) for value in by_pandas[name])


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else value


@pytest.mark.parametrize("config", CONFIGS)
def test_a_stream_holds_the_same_rows(release: Path, tmp_path: Path, config: str) -> None:
    """Who streams a release would train on something else than who loads it."""
    streamed = datasets.load_dataset(str(release), config, streaming=True, cache_dir=str(tmp_path))
    rows = [dict(row) for part in streamed.values() for row in part]

    assert _keyed(_rows(release, config), config) == _keyed(rows, config)
