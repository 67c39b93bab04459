"""Folders and files held against other runs, by locks that the system lets go of when a run dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def hold(path: Path) -> int:
    """Hold a file or folder, waiting until no other run does; closing the handle lets go of it."""
    handle = os.open(path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Hold a folder for an instant, so that runs that change what stands in it take turns."""
    handle = hold(folder)
    try:
        yield
    finally:
        os.close(handle)


def is_left(path: Path) -> bool:
    """Tell whether nobody holds a file or folder that its maker held: the run that made it is dead."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
