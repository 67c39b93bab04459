"""The texts of documents: found by digest, whatever the files are called, in the folders somebody names."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from factcheck.errors import UsageError
from factcheck.files.parsed import MAX_BYTES
from factcheck.text import bytes_digest

VARIABLE = "FACTCHECK_DOCUMENTS"
"""The environment variable that names folders of texts, joined as in PATH."""


def text_folders(named: Iterable[Path], environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders to search for texts: those named, then those of the environment.

    Raises:
        UsageError: one of them is no folder.
    """
    from_environment = (Path(part) for part in environment.get(VARIABLE, "").split(os.pathsep) if part)
    folders = (*named, *from_environment)
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"no folder of texts at {str(folder)!r} (named by --documents or {VARIABLE})")
    return folders


@attrs.frozen
class Texts:
    """What was found of the texts asked for.

    Args:
        texts: by the SHA-256 of their bytes.
        changed: by document id, a file that is named for the document and has another digest.
    """

    texts: Mapping[str, str]
    changed: Mapping[str, Path]


def find_texts(folders: Iterable[Path], wanted: Mapping[str, str], given: Mapping[str, Path]) -> Texts:
    """Find the texts of documents.

    Args:
        folders: searched with all folders below them.
        wanted: document id -> the SHA-256 of its text.
        given: document id -> the file that is its text, or was.

    Raises:
        UsageError: a given file cannot be read, or is not UTF-8.
    """
    missing = set(wanted.values())
    texts: dict[str, str] = {}
    named: dict[str, Path] = {}
    for path in _files(folders):
        if not missing:
            break
        data = path.read_bytes()
        digest = bytes_digest(data)
        if digest in missing and (text := _utf8(data)) is not None:
            missing.discard(digest)
            texts[digest] = text
        elif path.stem in wanted:
            named.setdefault(path.stem, path)
    for name, path in given.items():
        data = _given(path)
        text = _utf8(data)
        if text is None:
            raise UsageError(f"the text at {str(path)!r} is not UTF-8")
        if bytes_digest(data) == wanted[name]:
            texts[wanted[name]] = text
        else:
            named[name] = path
    return Texts(texts, {name: path for name, path in named.items() if wanted[name] not in texts})


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _given(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"the text at {str(path)!r} cannot be read: {(error.strerror or str(error)).lower()}"
        ) from error


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.stat().st_size <= MAX_BYTES and os.access(path, os.R_OK):
                yield path
