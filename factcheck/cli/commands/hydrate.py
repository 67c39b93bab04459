"""``factcheck hydrate``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import click
import orjson

from factcheck.cli.loading import own_texts, records_at
from factcheck.cli.options import corpus_argument, documents_option, texts_by_id, texts_option
from factcheck.errors import UsageError
from factcheck.files.whole import write_whole
from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Evidence
from factcheck.records.corpus import Corpus
from factcheck.relocating import OUTCOMES, Relocation, relocate

NOTICE = "not for redistribution: these words belong to the publishers of the documents"


@attrs.frozen(kw_only=True)
class _Pointer:
    """An anchor and where it stands: the claim, whether in an appearance or in evidence, and which of them."""

    claim: str
    part: str
    item: int
    document: str
    anchor: Anchor


@click.command()
@corpus_argument
@documents_option
@texts_option
@click.option("--private", is_flag=True, help="Write the words too, for yourself: not for redistribution.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="The file of the words, one anchor a line."
)
def command(*, path: Path, documents: tuple[Path, ...], texts: tuple[str, ...], private: bool, out: Path | None) -> int:
    """Find the anchors of a corpus in your own copies of its documents.

    PATH is the folder of a corpus or a release. It is said of each document how many anchors held their place, moved, stand at
    several places, were reworded, or were lost. With --private and -o the words are written too, one JSON object a line; its
    field "notice" says that they are not for redistribution. Exit code 1: the words of an anchor are not found at one place.
    """
    if private != (out is not None):
        raise UsageError("-o writes words that may not be passed on, so it goes with --private, and --private with -o")
    corpus = records_at(path)
    held = own_texts(corpus, documents, texts_by_id(texts))
    pointers = list(_pointers(corpus))
    relocated = _relocated(pointers, held)
    for line in _table(corpus, pointers, relocated, held):
        click.echo(line)
    if out is not None:
        _write(out, (_row(pointer, found, held[pointer.document]) for pointer, found in relocated))
    return 1 if any(found.outcome in ("ambiguous", "similar", "lost") for _, found in relocated) else 0


def _pointers(corpus: Corpus) -> Iterator[_Pointer]:
    for claim in corpus.claims:
        parts: dict[str, Sequence[Appearance | Evidence]] = {
            "appearances": claim.appearances,
            "evidence": claim.evidence,
        }
        for part, holders in parts.items():
            for item, one in enumerate(holders):
                if one.document and one.anchor:
                    yield _Pointer(claim=claim.id, part=part, item=item, document=one.document, anchor=one.anchor)


def _relocated(pointers: Iterable[_Pointer], texts: Mapping[str, str]) -> list[tuple[_Pointer, Relocation]]:
    by_document: dict[str, list[_Pointer]] = {}
    for pointer in pointers:
        by_document.setdefault(pointer.document, []).append(pointer)
    return [
        (pointer, found)
        for document, mine in by_document.items()
        if document in texts
        for pointer, found in zip(mine, relocate(texts[document], [one.anchor for one in mine]), strict=True)
    ]


def _table(
    corpus: Corpus,
    pointers: Sequence[_Pointer],
    relocated: Sequence[tuple[_Pointer, Relocation]],
    texts: Mapping[str, str],
) -> Iterator[str]:
    counts = Counter((pointer.document, found.outcome) for pointer, found in relocated)
    width = max([len("document"), *(len(document.id) for document in corpus.documents)])
    yield f"{'document':<{width}}  {'  '.join(OUTCOMES)}"
    for document in corpus.documents:
        if document.id in texts:
            cells = (str(counts[document.id, outcome]).rjust(len(outcome)) for outcome in OUTCOMES)
            yield f"{document.id:<{width}}  {'  '.join(cells)}"
        else:
            unseen = sum(pointer.document == document.id for pointer in pointers)
            yield f"{document.id:<{width}}  not at hand, {unseen} anchors: --text {document.id}=FILE"


def _row(pointer: _Pointer, found: Relocation, text: str) -> dict[str, Any]:
    span = found.span
    return {
        "notice": NOTICE,
        "document": pointer.document,
        "claim": pointer.claim,
        "part": pointer.part,
        "item": pointer.item,
        "outcome": found.outcome,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "words": span.of(text) if span else None,
    }


def _write(out: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    data = b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)
    try:
        write_whole(out, data)
    except OSError as error:
        raise UsageError(f"{str(out)!r} cannot be written: {(error.strerror or str(error)).lower()}") from error
    click.echo(f"wrote {out}, which is not for redistribution")
