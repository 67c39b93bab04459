"""``factcheck passages``."""

from pathlib import Path

import click

from factcheck.cli.commands.anchor import text_of
from factcheck.cli.options import corpus_argument, documents_option, in_terminal, texts_option
from factcheck.cli.showing.words import visible
from factcheck.records.document import Passage
from factcheck.segmenting import propose_passages

_FIRST_WORDS = 6


@click.command()
@click.argument("document")
@corpus_argument
@documents_option
@texts_option
def command(document: str, path: Path, documents: tuple[Path, ...], texts: tuple[str, ...]) -> int:
    """Propose the passages of a document, as YAML to paste.

    They tile the text; a status is given to questions alone, every other is for you to add. The first words of each stand
    beside it in a terminal, and never in a pipe or file.
    """
    text = text_of(document, path, documents, texts)
    click.echo("passages:")
    for passage in propose_passages(text):
        click.echo(f"  - {_flow(passage)}{_comment(text, passage) if in_terminal() else ''}")
    if in_terminal():
        click.echo("leave the comments out where the text may not be passed on", err=True)
    return 0


def _flow(passage: Passage) -> str:
    status = f", status: {passage.status}" if passage.status else ""
    return f"{{start: {passage.start}, end: {passage.end}, kind: {passage.kind}{status}}}"


def _comment(text: str, passage: Passage) -> str:
    words = visible(text[passage.start : passage.end]).split()
    return f"  # {' '.join(words[:_FIRST_WORDS])}{'…' if len(words) > _FIRST_WORDS else ''}"
