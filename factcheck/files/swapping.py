"""A folder put in the place of another, so that at any instant a whole one is there, old or new.

Where the system can exchange two names at once (Linux, ``renameat2``) it does. Elsewhere the old folder is first moved aside to
``.<name>.previous``; ``put_back`` restores it when a run died in between.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def previous(target: Path) -> Path:
    """Return where the old folder stands while the new one takes its place."""
    return target.with_name(f".{target.name}.previous")


def put_back(target: Path) -> None:
    """Put back what a run that died has moved aside; drop it where the new folder is already in its place."""
    aside = previous(target)
    if not aside.is_dir():
        return
    if target.exists():
        shutil.rmtree(aside)
    else:
        os.rename(aside, target)


def swap_in(made: Path, target: Path) -> None:
    """Put a new folder in the place of ``target`` and remove the old one.

    Raises:
        OSError: the folder could not be moved; the old one still stands, or ``put_back`` restores it.
    """
    if not target.exists():
        os.rename(made, target)
    elif _exchange(made, target):
        shutil.rmtree(made)
    else:
        aside = previous(target)
        os.rename(target, aside)
        os.rename(made, target)
        shutil.rmtree(aside)
    _sync(target.parent)


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
