"""Words on a page: lines that are indented, words made safe for a terminal, a span set off within its sentences."""

import re
from collections.abc import Iterable, Sequence

import attrs
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from factcheck.records.document import Passage
from factcheck.segmenting import propose_passages
from factcheck.text import WHITE_SPACE, Span

_GAP = re.compile(f"[{WHITE_SPACE}]+")
_WIDE = 10_000


@attrs.frozen
class Line:
    """A line of a page: its words, and how far it is set in."""

    text: Text
    indent: int = 0


def head(text: str, *further: str) -> Line:
    """Return a heading, and what stands beside it."""
    return Line(Text.assemble((text, "bold"), *((f"  {visible(one)}", "dim") for one in further)))


def line(indent: int, *parts: str | tuple[str, str] | Text | None) -> Line:
    """Return a line of parts, each plain or with a style; None is passed over."""
    said = (_safe(part) for part in parts if part is not None)
    return Line(Text.assemble(*said), indent)


def _safe(part: str | tuple[str, str] | Text) -> tuple[str, str] | Text:
    if isinstance(part, Text):
        return part
    words, style = (part, "") if isinstance(part, str) else part
    return visible(words), style


def visible(words: str) -> str:
    """Return words on one line, without the control characters that could steer a terminal."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in _GAP.sub(" ", words))


def print_page(lines: Iterable[Line], *, in_terminal: bool) -> None:
    """Print a page: wrapped and coloured in a terminal, one line a line elsewhere."""
    console = Console(highlight=False) if in_terminal else Console(highlight=False, width=_WIDE)
    for one in lines:
        if in_terminal:
            console.print(Padding(one.text, (0, 0, 0, one.indent), expand=False))
        else:
            console.print(Text(" " * one.indent) + one.text, soft_wrap=True)


def in_sentences(text: str, span: Span, passages: Sequence[Passage]) -> Text:
    """Return a span set off within its sentences: the passages of the document, or those proposed for its text."""
    touched = [one for one in passages or propose_passages(text) if one.start < span.end and span.start < one.end]
    start = min([span.start, *(one.start for one in touched)])
    end = max([span.end, *(one.end for one in touched)])
    return Text.assemble(
        visible(text[start : span.start]).lstrip(),
        (f"⟦{visible(span.of(text))}⟧", "bold yellow"),
        visible(text[span.end : end]).rstrip(),
    )
