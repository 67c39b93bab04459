"""Tables: in columns for a terminal, in Markdown for a page, in LaTeX for a paper."""

from collections.abc import Iterator, Sequence

from factcheck.cards.markdown import table
from factcheck.cli.showing.words import visible

Rows = Sequence[Sequence[str]]

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "[": "{[}",  # else the optional argument of the line end before it
        "]": "{]}",
    }
)


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


def latex(words: str) -> str:
    """Return words as LaTeX that prints them and does nothing else, on one line."""
    return " ".join(visible(words).split()).translate(_LATEX)


def in_latex(head: Sequence[str], rows: Rows, *, words: int = 1) -> Iterator[str]:
    """Yield the lines of a table in LaTeX, for the package ``booktabs``; the first ``words`` columns at the left."""
    yield rf"\begin{{tabular}}{{{'l' * words}{'r' * (len(head) - words)}}}"
    yield r"\toprule"
    yield _latex_row(head)
    yield r"\midrule"
    yield from map(_latex_row, rows)
    yield r"\bottomrule"
    yield r"\end{tabular}"


def _latex_row(cells: Sequence[str]) -> str:
    return " & ".join(map(latex, cells)) + r" \\"
