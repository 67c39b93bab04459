"""A corpus into the files of a format, whole or not at all, and without the words that may not be passed on."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from factcheck.errors import UsageError
from factcheck.files.whole import write_whole
from factcheck.records.corpus import Corpus
from factcheck.rights import without_withheld
from factcheck.writers import WRITERS


@attrs.frozen(kw_only=True)
class Export:
    """What an export did.

    Args:
        format: the name of the format.
        files: the files written.
        rows: rows written.
        lost: by the way into a record, or in words, how much of the corpus the format cannot hold.
    """

    format: str
    files: tuple[Path, ...]
    rows: int
    lost: Mapping[str, int] = attrs.field(hash=False)


def write_out(name: str, corpus: Corpus, out: Path) -> Export:
    """Write the records of a corpus or release in a format that is no dataset's own.

    Args:
        name: the format, one of ``factcheck.writers.WRITERS``.
        corpus: the records; words that may not be passed on are left out.
        out: the folder of the files.

    Raises:
        UsageError: no such format, the corpus lacks what it requires, or a file is there already.
    """
    if name not in WRITERS:
        raise UsageError(f"no format {name!r}: there are {', '.join(WRITERS)}")
    done = WRITERS[name].written(without_withheld(corpus))
    files = put(out, done.files)
    lost = {what: count for what, count in sorted(done.left_out.items()) if count}
    return Export(format=name, files=files, rows=done.rows, lost=lost)


def put(out: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, none where one is there already.

    Raises:
        UsageError: ``out`` is no folder, or a file is there already.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{str(out)!r} is no folder")
    placed = {out / name: data for name, data in files.items()}
    for path in placed:
        if path.exists():
            raise UsageError(f"{str(path)!r} is there already; name a new folder")
    out.mkdir(parents=True, exist_ok=True)
    for path, data in placed.items():
        write_whole(path, data)
    return tuple(placed)
