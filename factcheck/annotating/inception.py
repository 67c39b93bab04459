"""INCEpTION and WebAnno: WebAnno TSV 3, out and in (its format is an appendix of INCEpTION's user guide).

A file is a document, or one annotator's copy of it; a span of the layer ``webanno.custom.Claim`` is a claim. Offsets are UTF-16
code units; a file holds the words of each token, and the document's own text only as far as tokens cover it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote

from factcheck.annotating.marks import Annotation, Mark, Piece, Placed, Said, Sheet
from factcheck.annotating.offsets import Utf16
from factcheck.errors import UsageError
from factcheck.files.naming import file_name

LAYER = "webanno.custom.Claim"
FEATURES = ("certainty", "kind", "rationale", "restated", "verdict")

_NULL, _NOTHING = "*", "_"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^\r\n]*[^\r\n\s][^\r\n]*")
_RESERVED = re.compile(r"->|[\\\[\]|_;*]")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_PARTED = re.compile(r"(?<!\\)(?:\\\\)*\|")
_NUMBERED = re.compile(r"\A(?P<value>.*?(?<!\\)(?:\\\\)*)\[(?P<number>[0-9]+)\]\Z", re.DOTALL)
_ROW = re.compile(
    r"(?P<name>[0-9]+-[0-9]+(?:\.[0-9]+)?)\t(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})\t(?P<form>[^\t]*)(?:\t|\Z)"
)


# -- out --------------------------------------------------------------------------------------------------------------


def write(sheets: Sequence[Sheet]) -> Mapping[str, bytes]:
    """Return a file a document; each line of it is a sentence."""
    return {f"{file_name(sheet.document)}.tsv": _file(sheet).encode() for sheet in sheets}


def _file(sheet: Sheet) -> str:
    units = Utf16(sheet.text)
    numbered = list(enumerate(sheet.claims, 1))
    lines = ["#FORMAT=WebAnno TSV 3.3", f"#T_SP={LAYER}|{'|'.join(FEATURES)}", "", ""]
    for count, sentence in enumerate(_SENTENCE.finditer(sheet.text), 1):
        lines.append(f"#Text={_escape_text(sentence[0])}")
        tokens = _tokens(sheet, sentence.start(), sentence.end())
        for place, (start, end) in enumerate(tokens, 1):
            over = [(number, claim) for number, claim in numbered if claim.start <= start and end <= claim.end]
            columns = "\t".join(_column(over, feature) for feature in FEATURES)
            edges = f"{units.code_unit(start)}-{units.code_unit(end)}"
            lines.append(f"{count}-{place}\t{edges}\t{_escape(sheet.text[start:end])}\t{columns}\t")
        lines.append("")
    return "\n".join(lines) + "\n"


def _tokens(sheet: Sheet, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield words and signs, cut where a claim begins or ends."""
    edges = sorted({edge for claim in sheet.claims for edge in (claim.start, claim.end)})
    for found in _TOKEN.finditer(sheet.text, start, end):
        cuts = [found.start(), *(edge for edge in edges if found.start() < edge < found.end()), found.end()]
        yield from pairwise(cuts)


def _column(over: Iterable[tuple[int, Placed]], feature: str) -> str:
    said = [(number, {"kind": claim.kind, "restated": claim.text}.get(feature)) for number, claim in over]
    return "|".join(f"{_escape(words) if words else _NULL}[{number}]" for number, words in said) or _NOTHING


def _escape(words: str) -> str:
    escaped = _RESERVED.sub(lambda found: f"\\{found[0]}", words)
    return escaped.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _escape_text(words: str) -> str:
    return words.replace("\\", "\\\\").replace("\t", "\\t")


def _unescape(words: str) -> str:
    return _ESCAPED.sub(lambda found: _CONTROLS.get(found[1], found[1]), words)


# -- in ---------------------------------------------------------------------------------------------------------------


def read(data: bytes, name: str) -> Iterator[Annotation]:
    """Yield the annotation that a file is.

    ``DOCUMENT.tsv`` is a document; ``DOCUMENT.tsv/ANNOTATOR.tsv``, as a whole project is exported, names who annotated it too.

    Raises:
        UsageError: the file is no WebAnno TSV 3, or has no claims as a layer.
    """
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name!r} is not UTF-8") from error
    if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
        raise UsageError(f"{name!r} is no WebAnno TSV 3")
    path = PurePosixPath(name)
    is_copy = path.parent.suffix in (".tsv", ".txt")
    yield Annotation(
        name="annotation",
        document=unquote((path.parent if is_copy else path).stem),
        text=None,
        accounts=(path.stem,) if is_copy else (),
        marks=tuple(_marks(lines, _columns(lines, name))),
    )


def _columns(lines: Sequence[str], name: str) -> dict[str, int]:
    """Return the column of each feature of a claim, counted from the first after the words."""
    at = 0
    for line in lines:
        if line.startswith("#T_"):
            layer, *features = line.partition("=")[2].rstrip("\r").split("|")
            if layer == LAYER:
                return {feature: at + place for place, feature in enumerate(features)}
            at += max(1, len(features))
    raise UsageError(f"{name!r} has no layer {LAYER!r}")


def _marks(lines: Sequence[str], columns: Mapping[str, int]) -> Iterator[Mark]:
    pieces: dict[str, list[Piece]] = {}
    said: dict[str, dict[str, str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _ROW.match(line)
        if found is None:
            yield Mark(name=f"line {number}", fault="is no token of WebAnno TSV 3")
            continue
        piece = Piece(start=int(found["start"]), end=int(found["end"]), words=_unescape(found["form"]))
        cells = line[found.end() :].rstrip("\r").split("\t")
        for name in _claims_in(cells, columns, found["name"], said):
            pieces.setdefault(name, []).append(piece)
    for name, parts in pieces.items():
        yield _mark(name, parts, said[name])


def _claims_in(
    cells: Sequence[str], columns: Mapping[str, int], token: str, said: dict[str, dict[str, str]]
) -> Iterable[str]:
    """Return the claims that a token is part of, and note what is said of them."""
    names: dict[str, None] = {}
    for feature, column in columns.items():
        cell = cells[column] if column < len(cells) else _NOTHING
        for value in _parted(cell) if cell not in (_NOTHING, "") else ():
            numbered = _NUMBERED.match(value)
            name = f"claim [{numbered['number']}]" if numbered else f"claim at {token}"
            names[name] = None
            words = numbered["value"] if numbered else value
            said.setdefault(name, {}).update({} if words == _NULL else {feature: _unescape(words)})
    return names


def _parted(cell: str) -> Iterator[str]:
    start = 0
    for found in _PARTED.finditer(cell):
        yield cell[start : found.end() - 1]
        start = found.end()
    yield cell[start:]


def _mark(name: str, pieces: Sequence[Piece], said: Mapping[str, str]) -> Mark:
    if unknown := sorted(said.keys() - set(FEATURES)):
        return Mark(name=name, fault=f"has a feature that our layer does not have: {unknown[0]!r}")
    return Mark(
        name=name,
        start=pieces[0].start,
        end=pieces[-1].end,
        words=" ".join(piece.words for piece in pieces),
        pieces=tuple(pieces),
        said=Said(
            text=said.get("restated"),
            kind=said.get("kind"),
            label=said.get("verdict"),
            certainty=said.get("certainty"),
            rationale=said.get("rationale"),
        ),
    )
