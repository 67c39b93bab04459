"""What annotators marked, into a corpus: each claim and verdict checked before anything is written.

Marks in are marks taken or marks refused with the reason. A claim is known again by its document, its place and its words; a
mark at the same place in other words is another claim. Taking the same file twice changes nothing.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from factcheck.anchoring import anchor_at
from factcheck.annotating.marks import Annotation, Mark, Plain
from factcheck.annotating.offsets import places
from factcheck.annotating.tools import tool_named
from factcheck.errors import UsageError
from factcheck.files.naming import file_name
from factcheck.filing import Shelves
from factcheck.schemas.explaining import explain
from factcheck.shaping import unstructure
from factcheck.text import Span, bytes_digest

_Place = tuple[str, int, int, str]
"""Where a claim is made: document, start, end; and its words."""


@attrs.frozen(kw_only=True)
class Refusal:
    """A mark, or a whole annotation, that was not taken: where it stands, and why."""

    file: str
    at: str
    reason: str


@attrs.frozen(kw_only=True)
class Taken:
    """What came in.

    Args:
        tool: the name of the tool.
        annotations: annotations read.
        marks: marks read; those taken and those refused together.
        claims: claims written.
        verdicts: verdicts written.
        known: marks that told nothing new: claim and verdict were there.
        converted: marks whose offsets were UTF-16 code units and are code points now.
        files: the files written to.
        refused: what was not taken.
    """

    tool: str
    annotations: int = 0
    marks: int = 0
    claims: int = 0
    verdicts: int = 0
    known: int = 0
    converted: int = 0
    files: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()


class _Refused(Exception):
    """Why a mark cannot be taken."""


def take(
    name: str, inputs: Sequence[Path], path: Path, *, annotators: Mapping[str, str], documents: Iterable[Path] = ()
) -> Taken:
    """Take what annotators did in a tool into a corpus, each annotator's claims and verdicts into files of their own.

    Args:
        name: the tool.
        inputs: the files that it exported.
        path: the corpus, which holds the documents.
        annotators: account in the tool -> id of the annotator.
        documents: folders of texts that may not be passed on, for a tool whose files do not hold them.

    Raises:
        UsageError: no such tool, file, corpus or annotator; an account that no annotator is named for; a file that is no export
            of the tool; a corpus that is not sound.
    """
    tool, shelves = tool_named(name), Shelves.of(path)
    read = [(file.as_posix(), one) for file in inputs for one in tool.read(_bytes(file), file.as_posix())]
    for annotator in annotators.values():
        shelves.record("annotators", annotator)
    _refuse_nobody((one for _, one in read if not one.fault), annotators)
    desk = _Desk(shelves, documents)
    for file, annotation in read:
        desk.take(file, annotation, annotators)
    files = desk.write()
    return Taken(
        tool=name,
        annotations=len(read),
        refused=tuple(desk.refused),
        files=files,
        **{key: desk.counts[key] for key in ("marks", "claims", "verdicts", "known", "converted")},
    )


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise UsageError(f"no file at {str(file)!r}")
    return file.read_bytes()


def _refuse_nobody(read: Iterable[Annotation], annotators: Mapping[str, str]) -> None:
    """Raise UsageError for accounts that no annotator is named for."""
    nameless = [one.accounts for one in read if _annotator(one, annotators) is None]
    unknown = sorted({" or ".join(accounts) for accounts in nameless})
    if any(unknown):
        first = next(filter(None, unknown)).partition(" ")[0]
        said = ", ".join(filter(None, unknown))
        raise UsageError(f"who is behind the accounts {said}? say --annotator {first}=ID with the id of an annotator")
    if unknown:
        raise UsageError(
            "who made these annotations? the file does not say: say --annotator =ID with the id of an annotator"
        )


def _annotator(annotation: Annotation, annotators: Mapping[str, str]) -> str | None:
    return next((annotators[one] for one in (*annotation.accounts, "") if one in annotators), None)


class _Desk:
    """What stands in the corpus, and what comes to it."""

    def __init__(self, shelves: Shelves, folders: Iterable[Path]) -> None:
        self.shelves = shelves
        self.folders = tuple(folders)
        self.documents = {one["id"]: one for one in shelves.sound("documents")}
        claims = shelves.sound("claims")
        self.names = {claim["id"] for claim in claims}
        self.places = {place: claim["id"] for claim in claims for place in _places(claim)}
        self.verdicts = {(one["claim"], one["annotator"]): one for one in shelves.sound("verdicts")}
        self.new_claims: dict[str, list[Plain]] = {}
        self.new_verdicts: list[Plain] = []
        self.counts: Counter[str] = Counter()
        self.refused: list[Refusal] = []

    def take(self, file: str, annotation: Annotation, annotators: Mapping[str, str]) -> None:
        self.counts["marks"] += len(annotation.marks)
        try:
            if annotation.fault:
                raise _Refused(annotation.fault)
            document = self.document(annotation)
            text = self.text(annotation, document)
        except _Refused as reason:
            self.refused.append(Refusal(file=file, at=annotation.name, reason=str(reason)))
            return
        found = places(text, annotation.marks)
        by = _annotator(annotation, annotators) or ""
        for mark, span in zip(annotation.marks, found.spans, strict=True):
            try:
                self.take_mark(annotation, text, mark, span, document, by)
            except _Refused as reason:
                self.refused.append(Refusal(file=file, at=f"{annotation.name}, {mark.name}", reason=str(reason)))
            else:
                self.counts["converted"] += found.unit != "code points"

    def document(self, annotation: Annotation) -> Plain:
        document = self.documents.get(annotation.document)
        if document is None:
            raise _Refused(f"the corpus has no document {annotation.document!r}")
        return document

    def text(self, annotation: Annotation, document: Plain) -> str:
        """Return the words that an annotation was made on."""
        if annotation.text is None:
            text = self.shelves.text_of(document, self.folders)
            if text is None:
                raise _Refused(f"the text of {annotation.document!r} is not at hand: name its folder by --documents")
            return text
        digest = bytes_digest(annotation.text.encode("utf-8", "surrogatepass"))
        if document.get("sha256", digest if annotation.text == document.get("text") else None) != digest:
            raise _Refused(
                f"was made on another text than document {annotation.document!r} describes: its digest is {digest}"
            )
        return annotation.text

    def take_mark(
        self, annotation: Annotation, text: str, mark: Mark, span: Span | None, document: Plain, by: str
    ) -> None:
        """Take a mark: the claim unless it is there, and the verdict.

        Raises:
            _Refused: something about it is wrong; nothing of it is taken.
        """
        if mark.fault:
            raise _Refused(mark.fault)
        span = _trimmed(text, _proved(text, mark, span))
        words = _composed(mark.said.text) or self.words_at(annotation, text, mark, span, document)
        place = (document["id"], span.start, span.end, words)
        name = self.places.get(place)
        claim = self.claim(place, mark, document, text) if name is None else None
        verdict = self.verdict(name or (claim or {})["id"], mark, annotation, by)
        if claim is not None:
            self.names.add(claim["id"])
            self.places[place] = claim["id"]
            self.new_claims.setdefault(by, []).append(claim)
        if verdict is not None:
            self.verdicts[verdict["claim"], by] = verdict
            self.new_verdicts.append(verdict)
        self.counts["known"] += claim is None and verdict is None

    def words_at(self, annotation: Annotation, text: str, mark: Mark, span: Span, document: Plain) -> str:
        """Return the words of a claim that its tool has no room to restate: the claim's that is there, else the document's."""
        if annotation.restates:
            raise _Refused("does not restate the claim: its words are missing")
        there = {place[3] for place in self.places if place[:3] == (document["id"], span.start, span.end)}
        if len(there) > 1 and mark.said.label is not None:
            raise _Refused(f"stands where the corpus has {len(there)} claims, and does not say which is meant")
        if not there and not _is_free(document):
            raise _Refused("is no claim of the corpus, and the document's words may not be passed on")
        return min(there, default=None) or _composed(span.of(text)) or ""

    def claim(self, place: _Place, mark: Mark, document: Plain, text: str) -> Plain:
        name, start, end, words = place
        anchor = unstructure(anchor_at(text, Span(start, end)))
        if _is_free(document):
            anchor["quote"] = unicodedata.normalize("NFC", text[start:end])
        claim = {
            "id": self.free_name(f"{name}-{start}-{end}"),
            "text": words,
            "kind": mark.said.kind,
            "appearances": [{"document": name, "anchor": anchor}],
        }
        return _fitting("claim", claim)

    def free_name(self, name: str) -> str:
        number = 2
        free = name
        while free in self.names:
            free, number = f"{name}-{number}", number + 1
        return free

    def verdict(self, claim: str, mark: Mark, annotation: Annotation, by: str) -> Plain | None:
        """Return the verdict, unless none was given or the same one is there."""
        said = {"label": mark.said.label, "certainty": mark.said.certainty, "rationale": _composed(mark.said.rationale)}
        if said["label"] is None:
            if said["certainty"] or said["rationale"]:
                raise _Refused("has a certainty or a rationale, and no verdict")
            return None
        verdict = _fitting("verdict", {"claim": claim, "annotator": by, **said, "date": annotation.date})
        there = self.verdicts.get((claim, by))
        if there is None:
            return verdict
        if any(there.get(key) != verdict.get(key) for key in said):
            raise _Refused(f"{by!r} has judged claim {claim!r} already, and otherwise")
        return None

    def write(self) -> tuple[str, ...]:
        """Write what came, claims first, so that a run that dies can be run again."""
        files: dict[str, None] = {}
        for by, claims in self.new_claims.items():
            file = self.shelves.folder / "claims" / f"{file_name(by)}{self.ending('claims')}"
            self.shelves.add_all("claims", claims, file)
            files[file.as_posix()] = None
            self.counts["claims"] += len(claims)
        shelves = Shelves.of(self.shelves.folder) if self.new_verdicts else self.shelves
        by_file: dict[Path, list[Plain]] = {}
        for verdict in self.new_verdicts:
            by_file.setdefault(shelves.file_for("verdicts", verdict), []).append(verdict)
        for file, verdicts in by_file.items():
            shelves.add_all("verdicts", verdicts, file)
            files[file.as_posix()] = None
            self.counts["verdicts"] += len(verdicts)
        return tuple(files)

    def ending(self, kind: str) -> str:
        """Return the ending of files in which the corpus keeps a kind, or everything."""
        filed = [(fact.kind, fact.filed) for fact in self.shelves.reading.facts if fact.kind not in ("", "dataset")]
        names = [name for one, name in filed if one == kind] or [name for _, name in filed]
        return ".jsonl" if names and all(name.endswith(".jsonl") for name in names) else ".yaml"


def _places(claim: Plain) -> Iterable[_Place]:
    for part in claim.get("appearances", ()):
        anchor = part.get("anchor", {})
        if "document" in part and "start" in anchor:
            yield (part["document"], anchor["start"], anchor["end"], _composed(claim["text"]) or "")


def _is_free(document: Plain) -> bool:
    return document.get("rights", {}).get("redistribute") is True


def _proved(text: str, mark: Mark, span: Span | None) -> Span:
    if span is not None:
        return span
    there = text[mark.start : mark.end] if 0 <= mark.start < mark.end <= len(text) else None
    found = f"there stand {_short(there)}" if there is not None else f"the text has {len(text)} code points"
    raise _Refused(f"says that {_short(mark.words)} stand at {mark.start} to {mark.end}, but {found}, UTF-16 or not")


def _short(words: str | None) -> str:
    return repr(words) if words is None or len(words) <= 40 else f"{words[:37]!r}..."


def _trimmed(text: str, span: Span) -> Span:
    """Return the span without the white space that a mouse takes along."""
    words = span.of(text)
    if not words.strip():
        raise _Refused("marks nothing but white space")
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _composed(words: str | None) -> str | None:
    """Return words as a corpus holds them: in NFC, without white space at either end; None where nothing is left."""
    return (unicodedata.normalize("NFC", words).strip() or None) if words is not None else None


def _fitting(kind: str, plain: dict[str, Any]) -> Plain:
    """Return a record without what is absent.

    Raises:
        _Refused: it does not fit its schema.
    """
    record = {key: value for key, value in plain.items() if value is not None}
    if misfits := explain(kind, record):
        raise _Refused("; ".join(misfit.message for misfit in misfits))
    return record
