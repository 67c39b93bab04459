"""A folder put in the place of another, so that at any instant a whole one is there, old or new.

Where the system can exchange two names at once (Linux, ``renameat2``) it does. Elsewhere the old folder is first moved aside to
``.<name>.previous``; ``put_back`` restores it when a run died in between.

Runs at the same target take turns by a lock on the folder above it, held for an instant only, and hold one on the folder that
they write into. The system lets go of both when a run dies, however it dies: no lock is left behind, and what it wrote is swept
by the next run.
"""

import ctypes
import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.files.holding import hold, is_left, turn

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def previous(target: Path) -> Path:
    """Return where the old folder stands while the new one takes its place."""
    return target.with_name(f".{target.name}.previous")


@contextmanager
def made_beside(target: Path, doing: str) -> Iterator[Path]:
    """Yield an empty folder beside a target, to be written into; afterwards it is gone, unless it was swapped in.

    What runs that died have left beside the target is put back or swept first.

    Args:
        target: the folder that is to be made anew.
        doing: what is done, as a word of the folder's name.

    Raises:
        OSError: the folder cannot be made.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with turn(target.parent):
        _put_back(target)
        _sweep(target, doing)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.{doing}-", dir=target.parent))
        held = hold(made)
    try:
        made.chmod(0o755)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(held)


def put_back(target: Path) -> None:
    """Put back what a run that died has moved aside; drop it where the new folder is already in its place."""
    if previous(target).is_dir():
        with turn(target.parent):
            _put_back(target)


def _put_back(target: Path) -> None:
    aside = previous(target)
    if not aside.is_dir():
        return
    if target.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        os.rename(aside, target)


def swap_in(made: Path, target: Path) -> None:
    """Put a new folder in the place of ``target`` and remove the old one.

    Raises:
        OSError: the folder could not be moved; the old one still stands, or ``put_back`` restores it.
    """
    with turn(target.parent):
        if not target.exists():
            os.rename(made, target)
        elif not _exchange(made, target):
            aside = previous(target)
            os.rename(target, aside)
            os.rename(made, target)
            shutil.rmtree(aside, ignore_errors=True)
        _sync(target.parent)
    shutil.rmtree(made, ignore_errors=True)


def _sweep(target: Path, doing: str) -> None:
    """Remove what dead runs have written; what a living run writes is held by it."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.{doing}-*"):
        if is_left(left):
            shutil.rmtree(left, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system or the file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    outcome = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if outcome == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(code, os.strerror(code), str(other))


def sync_tree(folder: Path) -> None:
    """Bring every file of a folder, and the folder itself, to the disk."""
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
