"""Files that are whole at any instant: written beside their place, then moved there."""

import fcntl
import glob
import os
import tempfile
from pathlib import Path

from factcheck.files.holding import is_left, turn

_SUFFIX = ".writing"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at any instant the old or the new one stands under its name.

    Raises:
        OSError: the file could not be written; the old one still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with turn(path.parent):
        _sweep(path)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_SUFFIX, dir=path.parent)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Remove what dead runs have written beside a file; what a living run writes is held by it."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_SUFFIX}"):
        if is_left(left):
            left.unlink(missing_ok=True)
