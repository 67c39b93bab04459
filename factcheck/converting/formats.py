"""Which format a file is in, and which split its name says."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.converters import CONVERTERS
from factcheck.converters.converter import Converter
from factcheck.errors import UsageError
from factcheck.files.json_rows import Row, read_rows

SPLITS = ("train", "dev", "validation", "valid", "val", "test")
"""Words in a file's name that name a split."""


def detect(path: Path) -> str:
    """Return the format that the first rows of a file look like.

    Raises:
        UsageError: none, or several.
    """
    seen = [row.value for row, _ in zip(rows_of(path), range(20), strict=False) if row.fault is None]
    fits = [name for name, converter in CONVERTERS.items() if seen and all(map(converter.recognises, seen))]
    if len(fits) == 1:
        return fits[0]
    said = f"looks like {' and '.join(fits)}" if fits else "looks like no known format"
    raise UsageError(f"{str(path)!r} {said}; name one of {', '.join(CONVERTERS)}")


def converter_named(name: str) -> Converter:
    """Return a converter by the name of its format.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in CONVERTERS:
        raise UsageError(f"no format {name!r}: there are {', '.join(CONVERTERS)}")
    return CONVERTERS[name]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a file.

    Raises:
        UsageError: there is no such file.
    """
    if not path.is_file():
        raise UsageError(f"no file at {str(path)!r}")
    return read_rows(path)


def split_of(path: Path) -> str | None:
    """Return the word for a split in a file's name, or None where there is none."""
    words = "".join(character if character.isalnum() else " " for character in path.stem.lower()).split()
    return next((word for word in words if word in SPLITS), None)
