"""What files held when they were last read, by the digest of their bytes: safe to delete at any time, and never needed.

One SQLite file holds the values of YAML files as JSON, under a key of the file's bytes, of the code that read them and of the
versions it stands on, so that a change of any of these is a new key. Whatever is wrong with the cache makes it an empty one.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson
import yaml

VARIABLE = "FACTCHECK_CACHE"
"""The environment variable that names the folder of the cache."""

_NAME = "values.sqlite"
_MOST = 256 * 1024 * 1024
"""A cache that weighs more is thrown away and begun anew."""


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the cache: the one that is named, or the user's own."""
    if named := environment.get(VARIABLE):
        return Path(named)
    home = environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or "~").expanduser() / ".cache"
    return Path(home) / "factcheck"


class Cache:
    """The values of files by their bytes; a context manager, at whose end new values are written."""

    def __init__(self, folder: Path | None) -> None:
        self._new: dict[bytes, bytes] = {}
        self._connection: sqlite3.Connection | None = None
        if folder is not None:
            self._open(folder)

    def _open(self, folder: Path) -> None:
        file = folder / _NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if file.exists() and file.stat().st_size > _MOST:
                file.unlink()
            self._connection = sqlite3.connect(file, timeout=0.2)
            self._connection.execute("create table if not exists held (key blob primary key, value blob) without rowid")
        except (OSError, sqlite3.OperationalError):
            self._close()  # there is no writing here, or another run is at it
        except sqlite3.DatabaseError:
            self._close()
            file.unlink(missing_ok=True)  # no database, or a broken one: the next run begins anew

    def value(self, data: bytes) -> Any:
        """Return the value that a file with these bytes held, or None where that is not known."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("select value from held where key = ?", (_key(data),)).fetchone()
            return orjson.loads(row[0]) if row else None
        except (sqlite3.Error, orjson.JSONDecodeError, TypeError):
            return None

    def keep(self, data: bytes, value: Any) -> None:
        """Keep the value of a file with these bytes."""
        if self._connection is not None:
            self._new[_key(data)] = orjson.dumps(value)

    def __enter__(self) -> "Cache":
        return self

    def __exit__(
        self, type_: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._connection is not None and self._new:
                with self._connection:
                    self._connection.executemany("insert or replace into held values (?, ?)", self._new.items())
        except sqlite3.Error:
            return  # another run is writing, or the disk is full: the next run will read the files again
        finally:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _key(data: bytes) -> bytes:
    return hashlib.sha256(_reader() + data).digest()


@cache
def _reader() -> bytes:
    """Return a digest of what makes a value of bytes: our code, the parser, the Python that runs them."""
    digest = hashlib.sha256(f"{yaml.__version__} {sys.version}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.digest()
