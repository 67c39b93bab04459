"""Records out to files as authors write them: YAML for people, JSON Lines in bulk."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import orjson

from factcheck.errors import UsageError
from factcheck.files.naming import file_name
from factcheck.files.whole import write_whole
from factcheck.files.yaml_writer import write_yaml
from factcheck.records.corpus import KINDS, SINGULAR, Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.fields import abouts
from factcheck.records.shapes import Items, Members, Nested, Shape
from factcheck.rights import may_be_passed_on
from factcheck.shaping import unstructure

Form = Literal["yaml", "jsonl"]
Plain = Mapping[str, Any]

_NAMED: dict[str, type[Any]] = {"dataset": Dataset, **KINDS, **{word: KINDS[kind] for kind, word in SINGULAR.items()}}


def yaml_text(kind: str, plain_records: Plain | Sequence[Plain], *, schema_path: str | None = None) -> str:
    """Return the text of a YAML file of one record, or of a list of them, their keys in the order of the fields.

    Args:
        kind: what the records are: ``dataset``, or a kind in the plural or the singular.
        plain_records: one plain record, or a list.
        schema_path: the way from the file to its JSON Schema, named in a first line that editors read.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in _NAMED:
        raise UsageError(f"'kind' must be one of {', '.join(_NAMED)} (got {kind!r})")
    records = plain_records if isinstance(plain_records, Mapping) else list(plain_records)
    head = f"# yaml-language-server: $schema={schema_path}\n" if schema_path else ""
    return head + write_yaml(in_order(kind, records))


def in_order(kind: str, plain: Any) -> Any:
    """Return one plain record, or a list of them, with the keys of each in the order of its fields, unknown ones last."""
    shape = Nested(_NAMED[kind])
    return _ordered(Items(shape) if isinstance(plain, list) else shape, plain)


def json_line(plain: Plain) -> bytes:
    """Return one line of a JSON Lines file, its line break with it; keys keep their order."""
    return orjson.dumps(plain, option=orjson.OPT_APPEND_NEWLINE)


def write_corpus(corpus: Corpus, folder: Path, *, form: Form = "yaml") -> None:
    """Write a corpus as authors file it.

    Records are written as they are; texts beside them only where their rights allow to pass them on. Words inside records that
    must not leave are taken out before, by ``factcheck.rights.without_withheld``.

    Args:
        corpus: the records, and the texts at hand.
        folder: a new folder, or one without a corpus in it.
        form: ``yaml``, a file a document, reference and annotator and a list of claims, verdicts a folder by annotator; or
            ``jsonl``, one file a kind.

    Raises:
        UsageError: there is no such form, or a corpus stands in the folder.
    """
    if form not in ("yaml", "jsonl"):
        raise UsageError(f"'form' must be one of yaml, jsonl (got {form!r})")
    for name in ("dataset.yaml", "texts", *KINDS):
        if (folder / name).exists():
            raise UsageError(f"'folder' must hold no corpus (got {str(folder)!r} with {name!r} in it)")
    write_whole(folder / "dataset.yaml", yaml_text("dataset", unstructure(corpus.dataset)).encode())
    for filed, data in _files(corpus) if form == "yaml" else _bulk_files(corpus):
        write_whole(folder / filed, data)
    for filed, text in _texts(corpus):
        write_whole(folder / filed, text.encode())


def _files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    for kind in ("documents", "references", "annotators"):
        for record in getattr(corpus, kind):
            yield f"{kind}/{file_name(record.id)}.yaml", yaml_text(kind, unstructure(record)).encode()
    if corpus.claims:
        yield "claims/claims.yaml", yaml_text("claims", [unstructure(claim) for claim in corpus.claims]).encode()
    for kind in ("verdicts", "adjudications"):
        by_annotator: dict[str, list[Plain]] = {}
        for record in getattr(corpus, kind):
            by_annotator.setdefault(record.annotator, []).append(unstructure(record))
        for annotator, records in by_annotator.items():
            yield f"{kind}/{file_name(annotator)}/{kind}.yaml", yaml_text(kind, records).encode()


def _bulk_files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    for kind in KINDS:
        if records := getattr(corpus, kind):
            yield f"{kind}/{kind}.jsonl", b"".join(json_line(unstructure(record)) for record in records)


def _texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for document in corpus.documents:
        text = corpus.texts.get(document.sha256 or "")
        if text is not None and document.text is None and may_be_passed_on(document.rights):
            yield f"texts/{file_name(document.id)}.txt", text


def _ordered(shape: Shape, value: Any) -> Any:
    """Return a plain value with the keys of each record in the order of its fields, unknown ones last."""
    match shape:
        case Nested(record=record) if isinstance(value, Mapping):
            fields = {about.key: about.shape for about in abouts(record).values()}
            known = {key: _ordered(inner, value[key]) for key, inner in fields.items() if key in value}
            return known | {key: member for key, member in value.items() if key not in fields}
        case Items(of=of) if isinstance(value, (list, tuple)):
            return [_ordered(of, item) for item in value]
        case Members(of=of) if isinstance(value, Mapping):
            return {key: _ordered(of, member) for key, member in value.items()}
    return value
