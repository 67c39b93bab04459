"""Parquet with nothing left to chance: every option that changes bytes is set here."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_PER_GROUP = 10_000
ROWS_PER_FILE = 250_000


def write_parquet(table: pa.Table, folder: Path, split: str) -> list[Path]:
    """Write a split as ``<split>-00000-of-0000N.parquet`` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    count = max(1, -(-table.num_rows // ROWS_PER_FILE))
    paths = [folder / f"{split}-{number:05d}-of-{count:05d}.parquet" for number in range(count)]
    for number, path in enumerate(paths):
        _write(table.slice(number * ROWS_PER_FILE, ROWS_PER_FILE).combine_chunks(), path)
    return paths


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(
        table,
        path,
        row_group_size=ROWS_PER_GROUP,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=3,
        use_dictionary=True,
        write_statistics=True,
        store_schema=False,
    )
