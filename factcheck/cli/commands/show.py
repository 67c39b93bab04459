"""``factcheck show``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
import orjson

from factcheck.cli.finding import KINDS, find_record
from factcheck.cli.loading import described_texts, records_at
from factcheck.cli.options import (
    corpus_argument,
    documents_option,
    format_option,
    in_terminal,
    texts_by_id,
    texts_option,
)
from factcheck.cli.showing.claims import claim_file, claim_page, plain_claim
from factcheck.cli.showing.documents import document_file, document_page, plain_document
from factcheck.cli.showing.references import plain_reference, reference_page, uses
from factcheck.cli.showing.words import Line, print_page
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.rights import without_withheld


@click.command()
@click.argument("name", metavar="ID")
@corpus_argument
@click.option("--kind", type=click.Choice(KINDS), help="What ID names, where several records share it.")
@documents_option
@texts_option
@format_option
def command(
    *, name: str, path: Path, kind: str | None, documents: tuple[Path, ...], texts: tuple[str, ...], form: str
) -> int:
    """Show a claim, document or reference with all that hangs on it.

    PATH is the folder of a corpus or a release. The words of a text are shown in a terminal alone; a pipe or file gets offsets,
    digests and links.
    """
    corpus = records_at(path)
    held = described_texts(corpus, documents, texts_by_id(texts))
    if form == "json":
        click.echo(orjson.dumps(_plain(without_withheld(corpus), name, kind), option=orjson.OPT_INDENT_2).decode())
        return 0
    print_page(_page(corpus, name, kind, held if in_terminal() else {}), in_terminal=in_terminal())
    return 0


def _page(corpus: Corpus, name: str, kind: str | None, texts: Mapping[str, str]) -> Iterable[Line]:
    record = find_record(corpus, name, kind)
    if isinstance(record, Claim):
        return claim_page(claim_file(corpus, record, texts))
    if isinstance(record, Document):
        return document_page(document_file(corpus, record, texts))
    return reference_page(record, uses(corpus, record))


def _plain(corpus: Corpus, name: str, kind: str | None) -> dict[str, Any]:
    record = find_record(corpus, name, kind)
    if isinstance(record, Claim):
        return plain_claim(claim_file(corpus, record, {}))
    if isinstance(record, Document):
        return plain_document(document_file(corpus, record, {}))
    return plain_reference(record, uses(corpus, record))
