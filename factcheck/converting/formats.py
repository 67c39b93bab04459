"""Which format a file is in, and which split its name says."""

import codecs
from collections.abc import Iterator
from pathlib import Path

import orjson

from factcheck.converters import CONVERTERS, KEYED, NODES, TABLES
from factcheck.converters.converter import Converter
from factcheck.errors import UsageError
from factcheck.files.delimited import SUFFIXES, read_table
from factcheck.files.json_ld import read_nodes
from factcheck.files.json_rows import Row, read_members, read_rows

SPLITS = ("train", "dev", "validation", "valid", "val", "test")
"""Words in a file's name that name a split."""
_LONGEST = 1024 * 1024
_POINTER = b"version https://git-lfs"


def detect(path: Path) -> str:
    """Return the format that the first rows of a file look like.

    Raises:
        UsageError: none, or several.
    """
    fits = [name for name in CONVERTERS if _fits(path, name)]
    if len(fits) == 1:
        return fits[0]
    said = f"looks like {' and '.join(fits)}" if fits else "looks like no known format"
    raise UsageError(f"{str(path)!r} {said}; name one of {', '.join(CONVERTERS)}")


def _fits(path: Path, name: str) -> bool:
    """Tell whether the first rows of a file, read as those of a format, look like it."""
    seen = [row.value for row, _ in zip(rows_of(path, name), range(20), strict=False) if row.fault is None]
    return bool(seen) and all(map(CONVERTERS[name].recognises, seen))


def converter_named(name: str) -> Converter:
    """Return a converter by the name of its format.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in CONVERTERS:
        raise UsageError(f"no format {name!r}: there are {', '.join(CONVERTERS)}")
    return CONVERTERS[name]


def rows_of(path: Path, name: str) -> Iterator[Row]:
    """Yield the rows of a file of a format.

    Raises:
        UsageError: there is no such file, or it is the pointer that Git LFS leaves in a file's place.
    """
    if not path.is_file():
        raise UsageError(f"no file at {str(path)!r}")
    with path.open("rb") as file:
        if file.read(len(_POINTER)) == _POINTER:
            raise UsageError(f"{str(path)!r} is a pointer of Git LFS, not the file itself; git lfs pull fetches it")
    if name in TABLES and path.suffix.lower() in SUFFIXES:
        return read_table(path, TABLES[name])
    if name in NODES:
        return read_nodes(path, NODES[name])
    return read_members(path) if name in KEYED and _is_one_object(path) else read_rows(path)


def _is_one_object(path: Path) -> bool:
    """Tell whether a file is one object of many members, not a row a line or an array."""
    with path.open("rb") as file:
        line = file.readline(_LONGEST).removeprefix(codecs.BOM_UTF8).strip()
    try:
        first = orjson.loads(line)
    except orjson.JSONDecodeError:
        return line.startswith(b"{")
    return isinstance(first, dict) and len(first) > 1


def split_of(path: Path) -> str | None:
    """Return the word for a split in a file's name, or None where there is none."""
    words = "".join(character if character.isalnum() else " " for character in path.stem.lower()).split()
    return next((word for word in words if word in SPLITS), None)
