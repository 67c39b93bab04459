"""The last step of a build: the release is loaded as its users will load it, and compared with what was written."""

import tempfile
from pathlib import Path
from typing import Any

import datasets

from factcheck.building.features import features
from factcheck.building.rows import Rows
from factcheck.errors import ReleaseError
from factcheck.tables.configs import CONFIGS


def prove(folder: Path, rows: Rows) -> None:
    """Load every config of a release with ``datasets``.

    Raises:
        ReleaseError: what was loaded has other rows or features than what was written.
    """
    quiet = datasets.are_progress_bars_disabled()
    datasets.disable_progress_bars()
    try:
        with tempfile.TemporaryDirectory(prefix="factcheck-") as cache:
            for config, splits in rows.counts.items():
                _compare(config, datasets.load_dataset(str(folder), config, cache_dir=cache), splits, rows)
    finally:
        if not quiet:
            datasets.enable_progress_bars()


def _compare(config: str, loaded: Any, counts: dict[str, int], rows: Rows) -> None:
    if {split: part.num_rows for split, part in loaded.items()} != counts:
        raise ReleaseError(f"config {config!r} does not load with the rows that were written: {counts}")
    expected = features(CONFIGS[config].columns)
    for split, part in loaded.items():
        if part.features != expected:
            raise ReleaseError(f"config {config!r} does not load with the features that were written")
        if part[:] != rows.table(config, split).to_pydict():
            raise ReleaseError(f"split {split!r} of config {config!r} does not load as it was written")
