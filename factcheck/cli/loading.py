"""The records of a corpus or a release, and the texts of its documents, for commands that look at them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from factcheck.building.loading import load_release, read_manifest
from factcheck.checking import BASIC, examine
from factcheck.documents import find_texts, text_folders
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.text import bytes_digest


def records_at(path: Path) -> Corpus:
    """Return the records of a corpus or a release; those that are not sound are left out, which is said.

    Raises:
        UsageError: there is neither at ``path``.
        InvalidCorpus: the dataset's own record is not sound.
    """
    if path.is_dir() and read_manifest(path) is not None:
        return load_release(path)
    examined = examine(path, rules=BASIC)
    if examined.report.errors:
        click.echo(f"factcheck: {len(examined.report.errors)} errors in {path}; factcheck check tells them", err=True)
    return examined.corpus()


def described_texts(corpus: Corpus, folders: Iterable[Path], given: Mapping[str, Path]) -> dict[str, str]:
    """Return the texts at hand by document id, each the version that its record describes.

    Raises:
        UsageError: a given file is another version, or cannot be read; a folder or a document is not there.
    """
    texts = _found(corpus, folders, given)
    for document in _asked(corpus, given):
        data = _bytes(given[document.id])
        if document.sha256 not in (None, bytes_digest(data)):
            message = f"the text at {str(given[document.id])!r} is not the one that {document.id!r} describes"
            raise UsageError(f"{message}: its digest differs; factcheck hydrate finds the anchors in it")
        texts[document.id] = _text(given[document.id], data)
    return texts


def own_texts(corpus: Corpus, folders: Iterable[Path], given: Mapping[str, Path]) -> dict[str, str]:
    """Return somebody's own copies of the documents by document id, whichever version they are.

    Raises:
        UsageError: a given file cannot be read; a folder or a document is not there.
    """
    texts = _found(corpus, folders, given)
    changed = find_texts(text_folders(folders), _described(corpus), {}).changed
    files = {name: path for name, path in changed.items() if name not in texts}
    files.update({document.id: given[document.id] for document in _asked(corpus, given)})
    return {**texts, **{name: _text(path, _bytes(path)) for name, path in files.items()}}


def _described(corpus: Corpus) -> dict[str, str]:
    return {document.id: document.sha256 for document in corpus.documents if document.sha256 is not None}


def _found(corpus: Corpus, folders: Iterable[Path], given: Mapping[str, Path]) -> dict[str, str]:
    """Return the texts that the corpus holds and those found by digest, but for documents whose file is given."""
    by_digest = {**find_texts(text_folders(folders), _described(corpus), {}).texts, **corpus.texts}
    texts = {document.id: document.text or by_digest.get(document.sha256 or "") for document in corpus.documents}
    return {name: text for name, text in texts.items() if text is not None and name not in given}


def _asked(corpus: Corpus, given: Mapping[str, Path]) -> list[Document]:
    documents = {document.id: document for document in corpus.documents}
    for name in given:
        if name not in documents:
            raise UsageError(f"--text names document {name!r}, which is not there{did_you_mean(name, documents)}")
    return [documents[name] for name in given]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise UsageError(f"the text at {str(path)!r} cannot be read: {said}") from error


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"the text at {str(path)!r} is not UTF-8") from error
