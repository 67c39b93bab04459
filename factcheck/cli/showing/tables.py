"""Tables: in columns for a terminal, in Markdown for a page."""

from collections.abc import Iterator, Sequence

from factcheck.cards.markdown import table
from factcheck.cli.showing.words import visible

Rows = Sequence[Sequence[str]]


def in_columns(head: Sequence[str], rows: Rows, *, words: int = 1) -> Iterator[str]:
    """Yield the lines of a table, the first ``words`` columns at the left, the others at the right."""
    lines = [head, *([visible(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = (
            cell.ljust(width) if column < words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def in_markdown(head: Sequence[str], rows: Rows, *, words: int = 1) -> Iterator[str]:
    """Yield the lines of a table in Markdown, whose reader finds the sides of its columns."""
    yield from table(head, rows).splitlines()
