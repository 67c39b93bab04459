"""Objects of one type in JSON-LD: in a file of JSON however they are nested, or in the scripts of an HTML page."""

import codecs
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from factcheck.files.decoding import decode
from factcheck.files.json_parser import parse_json
from factcheck.files.json_rows import Row, read_rows
from factcheck.files.parsed import MAX_BYTES
from factcheck.problems import Path as Way

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_SCRIPT = "application/ld+json"
_VOCABULARIES = ("", "schema:", "http://schema.org/", "https://schema.org/")


def read_nodes(path: Path, kind: str) -> Iterator[Row]:
    """Yield the objects of a type of schema.org, each as a row; rows of JSON without one stay as they are.

    A file whose name ends as a page's is one. Any other is an array, has a value a line, or is one value over many lines; items
    of an array and lines are read one at a time. An object within an object of the type is part of it.

    Args:
        path: the file.
        kind: the type, without its vocabulary.
    """
    if path.suffix.lower() in _PAGES:
        yield from _rows_of_page(path, kind)
    elif _is_over_many_lines(path):
        yield from _rows_of_text(*_whole(path), kind, is_alone=True)
    else:
        for row in read_rows(path):
            nodes = [node for _, node in _nodes(row.value, (), kind)]
            yield from (Row(value=node, line=row.line) for node in nodes)
            if not nodes:
                yield row


def _rows_of_page(path: Path, kind: str) -> Iterator[Row]:
    text, fault = _whole(path)
    page = _Page()
    page.feed(text)
    page.close()
    rows = [row for line, script in page.scripts for row in _rows_of_text(script, None, kind, line=line)]
    if fault or not rows:
        rows = [Row(line=1, fault=fault or f"the page has no {kind} in a script of the type {_SCRIPT}")]
    yield from rows


def _rows_of_text(text: str, fault: str | None, kind: str, *, line: int = 1, is_alone: bool = False) -> Iterator[Row]:
    """Yield the objects of one value of JSON, or the value itself where it is alone and has none."""
    parsed = parse_json(text, line=line)
    if fault or parsed.flaws:
        first = next(iter(parsed.flaws), None)
        said = fault or "; ".join(flaw.message for flaw in parsed.flaws)
        yield Row(line=first.mark.line if first and not fault else line, fault=said)
        return
    nodes = [Row(value=node, line=parsed.mark(way).line) for way, node in _nodes(parsed.value, (), kind)]
    yield from nodes
    if is_alone and not nodes:
        yield Row(value=parsed.value, line=line)


def _nodes(value: Any, way: Way, kind: str) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, dict):
        types = value.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(name == f"{vocabulary}{kind}" for name in names for vocabulary in _VOCABULARIES):
            yield way, value
            return
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, member in members:
        yield from _nodes(member, (*way, step), kind)


def _is_over_many_lines(path: Path) -> bool:
    """Tell whether a file is one object over several lines, by its first line that is not blank."""
    with path.open("rb") as file:
        first = next((line for line in iter(lambda: file.readline(MAX_BYTES), b"") if line.strip()), b"")
    line = first.removeprefix(codecs.BOM_UTF8).strip()
    return line.startswith(b"{") and not line.endswith(b"}")


def _whole(path: Path) -> tuple[str, str | None]:
    """Return the text of a file, and what forbids to read it."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return "", f"over {MAX_BYTES // 1024**2} MB in one value; put the objects into an array or one a line"
    text, flaws = decode(data.removeprefix(codecs.BOM_UTF8))
    fault = "; ".join(f"{flaw.message}, at line {flaw.mark.line}" for flaw in flaws) or None
    return text or "", fault


class _Page(HTMLParser):
    """Gathers the scripts of a page that are JSON-LD, each with the line that it begins in."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[int, str]] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._is_open = tag == "script" and kind == _SCRIPT
        if self._is_open:
            self.scripts.append((self.getpos()[0], ""))

    def handle_data(self, data: str) -> None:
        if self._is_open:
            line, text = self.scripts[-1]
            self.scripts[-1] = (line if text else self.getpos()[0], text + data)

    def handle_endtag(self, tag: str) -> None:
        self._is_open = False
