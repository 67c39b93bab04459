"""``factcheck anchor``."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

import click

from factcheck.anchoring import anchor_at, find_words
from factcheck.cli.finding import find_document
from factcheck.cli.loading import described_texts, records_at
from factcheck.cli.options import documents_option, texts_by_id, texts_option
from factcheck.errors import UsageError
from factcheck.files.yaml_writer import write_yaml
from factcheck.shaping import unstructure
from factcheck.text import LineIndex, Span, has_ragged_edges, splits_grapheme


@click.command()
@click.argument("document")
@click.argument("words", required=False)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--start", type=click.IntRange(min=0), help="The first code point of the span, instead of words.")
@click.option("--end", type=click.IntRange(min=0), help="The first code point after the span.")
@click.option("--nth", type=click.IntRange(min=1), help="Which place is meant, where the words stand at several.")
@documents_option
@texts_option
def command(
    *,
    document: str,
    words: str | None,
    path: Path | None,
    start: int | None,
    end: int | None,
    nth: int | None,
    documents: tuple[Path, ...],
    texts: tuple[str, ...],
) -> int:
    """Print the anchor of words in a document, as YAML to paste.

    Words that do not stand in the text as they are written are looked for with white space and letter case aside. With --start
    and --end no words are given. PATH is the folder of the corpus.
    """
    if (start is None) != (end is None):
        raise UsageError("--start and --end go together")
    if start is not None and path is None:
        path, words = Path(words or "."), None
    if (words is None) == (start is None):
        raise UsageError("give either the words, in quotes, or --start and --end")
    text = text_of(document, path or Path(), documents, texts)
    span = _span_between(text, start, end) if words is None else _span_of_words(text, words, nth)
    _refuse_bad_edges(text, span)
    click.echo("anchor:\n" + indent(write_yaml(unstructure(anchor_at(text, span))), "  "), nl=False)
    return 0


def text_of(name: str, path: Path, documents: tuple[Path, ...], texts: tuple[str, ...]) -> str:
    """Return the text of a document.

    Raises:
        UsageError: there is no such document, or its text is not at hand.
    """
    corpus = records_at(path)
    found = find_document(corpus, name)
    given = {one: file for one, file in texts_by_id(texts).items() if one == name}
    text = described_texts(corpus, documents, given).get(found.id)
    if text is None:
        raise UsageError(f"the text of {name!r} is not at hand: name its folder by --documents, or --text {name}=FILE")
    return text


def _span_between(text: str, start: int | None, end: int | None) -> Span:
    if start is None or end is None or not start < end <= len(text):
        raise UsageError(f"--start must be less than --end, and --end at most {len(text)} (got {start} and {end})")
    return Span(start, end)


def _span_of_words(text: str, words: str, nth: int | None) -> Span:
    spans = find_words(text, words)
    if not spans:
        raise UsageError(f"the words stand nowhere in the text{_how_far(text, words)}")
    if nth is None and len(spans) > 1:
        raise UsageError(f"the words stand at {len(spans)} places; choose one by --nth\n{_listed(text, spans)}")
    if nth is not None and nth > len(spans):
        raise UsageError(f"--nth must be at most {len(spans)} (got {nth})\n{_listed(text, spans)}")
    return spans[(nth or 1) - 1]


def _how_far(text: str, words: str) -> str:
    """Tell the longest beginning of the words that does stand in the text."""
    each = words.split()
    for count in range(len(each) - 1, 0, -1):
        spans = find_words(text, " ".join(each[:count]))
        if spans:
            line, column = LineIndex(text).place(spans[0].start)
            return f"; the first {count} of them do, at line {line}, column {column}"
    return ""


def _listed(text: str, spans: Sequence[Span]) -> str:
    lines = LineIndex(text)
    places = (lines.place(span.start) for span in spans)
    return "\n".join(
        f"  {number}: line {line}, column {column} ({span.start} to {span.end})"
        for number, (span, (line, column)) in enumerate(zip(spans, places, strict=True), 1)
    )


def _refuse_bad_edges(text: str, span: Span) -> None:
    if has_ragged_edges(span.of(text)):
        raise UsageError(f"the span {span.start} to {span.end} begins or ends with white space; leave it out")
    for edge in (span.start, span.end):
        if splits_grapheme(text, edge):
            raise UsageError(f"the span {span.start} to {span.end} cuts a character in two at {edge}; take all of it")
