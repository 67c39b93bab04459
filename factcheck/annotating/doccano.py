"""doccano: JSON Lines of texts for sequence labelling, and its export.

A line is a document, a label a claim in it: ``claim``, or the verdict on it. There is no room for a restatement, so a label
where the corpus has one claim is that claim, and any other is a claim in the document's own words, where these may be passed
on. An export carries no words to prove a place by, and counts UTF-16 code units, or graphemes where the project says so: places
are taken only as far as all these units agree with code points.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
import regex

from factcheck.annotating.marks import Annotation, Mark, Said, Sheet
from factcheck.errors import UsageError
from factcheck.labels import LABELS

TEXTS = "texts.jsonl"

_MARKED = "claim"


def write(sheets: Sequence[Sheet]) -> Mapping[str, bytes]:
    """Return the texts; claims are labelled in them as far as it does not matter what is counted."""
    return {TEXTS: b"".join(orjson.dumps(_line(sheet), option=orjson.OPT_APPEND_NEWLINE) for sheet in sheets)}


def _line(sheet: Sheet) -> dict[str, Any]:
    sure = sure_until(sheet.text)
    labels = [[placed.start, placed.end, _MARKED] for placed in sheet.claims if placed.end <= sure]
    line = {"text": sheet.text, "document": sheet.document, "sha256": sheet.digest, "label": labels}
    return {**line, "notice": sheet.notice} if sheet.notice else line


def sure_until(text: str) -> int:
    """Return how far code points, UTF-16 code units and grapheme clusters of a text count the same."""
    for found in regex.finditer(r"\X", text):
        if len(found[0]) > 1 or found[0] > "\uffff":
            return found.start()
    return len(text)


def read(data: bytes, name: str) -> Iterator[Annotation]:
    """Yield the annotations of an export (JSONL), one a line; whose they are its lines do not say.

    Raises:
        UsageError: the file is no such export.
    """
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise UsageError(f"{name!r} is no JSON Lines: line {number}: {error}") from error
        yield _annotation(row, f"line {number}")


def _annotation(row: Any, name: str) -> Annotation:
    meta = {**row.get("meta", {}), **row} if isinstance(row, dict) and isinstance(row.get("meta", {}), dict) else {}
    text, document = meta.get("text"), meta.get("document")
    if not isinstance(text, str) or not isinstance(document, str):
        return Annotation(name=name, fault="a line must have 'text' and 'document', as our texts do")
    labels = meta.get("label", meta.get("entities", []))
    if not isinstance(labels, list):
        return Annotation(name=name, fault=f"'label' must be a list (got {type(labels).__name__})")
    sure = sure_until(text)
    marks = tuple(_mark(text, sure, label, f"label {number}") for number, label in enumerate(labels, 1))
    return Annotation(name=name, document=document, text=text, marks=marks, restates=False)


def _mark(text: str, sure: int, label: Any, name: str) -> Mark:
    """Return a label as a mark: ``[start, end, word]``, or a mapping in exports with relations."""
    if isinstance(label, dict):
        label = [label.get(key) for key in ("start_offset", "end_offset", "label")]
    if not isinstance(label, list) or len(label) != 3 or any(type(edge) is not int for edge in label[:2]):
        return Mark(name=name, fault=f"must be [start, end, word] (got {label!r})")
    start, end, word = label
    if word != _MARKED and word not in list(LABELS):
        return Mark(name=name, fault=f"must be one of {_MARKED}, {', '.join(LABELS)} (got {word!r})")
    if not 0 <= start < end <= len(text):
        return Mark(name=name, fault=f"must be a stretch of a text of {len(text)} code points (got {start} to {end})")
    if end > sure:
        said = "and the file does not say in what it counts: mark it with another tool"
        return Mark(
            name=name, fault=f"ends at {end}, behind a character at {sure} that some tools count as several, {said}"
        )
    verdict = None if word == _MARKED else word
    return Mark(name=name, start=start, end=end, words=text[start:end], said=Said(label=verdict))
