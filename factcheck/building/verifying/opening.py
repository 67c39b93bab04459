"""A release opened: what it says of itself, and what lies there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from factcheck import __version__
from factcheck.building.header import read_header
from factcheck.building.loading import MANIFEST
from factcheck.files.decoding import decode
from factcheck.files.json_parser import parse_json
from factcheck.files.parsed import Flaw, Mark, Parsed
from factcheck.problems import Fault, Place
from factcheck.problems import Path as Way
from factcheck.schemas.explaining import explain
from factcheck.tables.configs import CONFIGS

Told = Iterator[tuple[str, Fault]]
"""What is wrong, each with the rule that it offends."""

NOT_READ = (pa.ArrowException, OSError, KeyError, TypeError, ValueError, AttributeError)
"""What is raised where files or rows are not what they should be."""

_ANEW = "build the release anew, or get it again"


@attrs.frozen(kw_only=True)
class Opened:
    """A release as it lies on the disk.

    Args:
        folder: where.
        manifest: what ``release.json`` says, with its places.
        header: what the header of the card says, with its places.
        tables: the Parquet files that could be read, by config and file.
        faults: what could not.
    """

    folder: Path
    manifest: Parsed
    header: Parsed
    tables: dict[str, dict[Path, pa.Table]]
    faults: tuple[Fault, ...]

    @property
    def plain(self) -> dict[str, Any]:
        """What ``release.json`` says; nothing where it cannot be read."""
        return self.manifest.value if isinstance(self.manifest.value, dict) else {}

    @property
    def is_ours(self) -> bool:
        """Whether this version of the program wrote it, and so can say what it must be, letter for letter."""
        writers = self.plain.get("writers")
        return isinstance(writers, dict) and writers.get("factcheck") == __version__

    def place(self, name: str, mark: Mark | None = None, path: str = "") -> Place:
        """Return a place in one of its files."""
        line, column = mark or (0, 0)
        return Place(file=(self.folder / name).as_posix(), line=line, column=column, path=path)

    def said(self, way: Way) -> Place:
        """Return where ``release.json`` says something."""
        return self.place(MANIFEST, self.manifest.mark(way), ".".join(str(step) for step in way))

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many rows each split has."""
        found: dict[str, dict[str, int]] = {}
        for config, tables in self.tables.items():
            for file, table in tables.items():
                found.setdefault(config, {}).setdefault(split_of(file), 0)
                found[config][split_of(file)] += table.num_rows
        return found

    def rows(self, config: str, split: str) -> list[dict[str, Any]]:
        """Return the rows of a split."""
        tables = self.tables.get(config, {})
        return [row for file, table in tables.items() if split_of(file) == split for row in table.to_pylist()]


def split_of(file: Path) -> str:
    """Return the split that a Parquet file holds a part of."""
    return file.name.rsplit("-", 3)[0]


def fault_at(message: str, place: Place, cure: str = _ANEW) -> Fault:
    """Return what is wrong at a place."""
    return Fault(message=message, at=(place,), cure=cure)


def first_line(error: BaseException) -> str:
    """Return what an exception says, in a line."""
    said = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {said[0][:200]}"


def open_release(folder: Path) -> Opened:
    """Read what a release says of itself, and its Parquet files."""
    text, flaws = decode((folder / MANIFEST).read_bytes())
    manifest = parse_json(text) if text is not None else Parsed(flaws=flaws)
    opened = Opened(folder=folder, manifest=manifest, header=read_header(folder), tables={}, faults=())
    faults = [_flawed(opened, flaw) for flaw in (*flaws, *manifest.flaws)] or list(_misfits(opened))
    for file in sorted(folder.glob("*/*.parquet")):
        config = file.parent.name
        try:
            if config not in CONFIGS:
                raise ValueError(f"there is no config {config!r}")
            opened.tables.setdefault(config, {})[file] = pq.read_table(file)
        except NOT_READ as error:
            name = file.relative_to(folder).as_posix()
            faults.append(fault_at(f"cannot be read as Parquet: {first_line(error)}", opened.place(name)))
    return attrs.evolve(opened, faults=tuple(faults))


def _flawed(opened: Opened, flaw: Flaw) -> Fault:
    return fault_at(flaw.message, opened.place(MANIFEST, flaw.mark))


def _misfits(opened: Opened) -> Iterator[Fault]:
    if opened.plain.get("format") != "factcheck-release":
        yield fault_at("'format' must be 'factcheck-release'", opened.said(("format",)))
        return
    dataset = opened.plain.get("dataset")
    if isinstance(dataset, dict) and "licence" not in dataset:
        dataset = {**dataset, "licence": "none"}  # of which missing-licence speaks
    for misfit in explain("dataset", dataset):
        yield fault_at(misfit.message, opened.said(("dataset", *misfit.path)))
    annotators = opened.plain.get("annotators")
    for item, annotator in enumerate(annotators if isinstance(annotators, list) else [None]):
        for misfit in explain("annotator", annotator):
            yield fault_at(misfit.message, opened.said(("annotators", item, *misfit.path)))
