"""The texts of a corpus, from wherever they may be; and each document with its text and what points into it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as FilePath

import attrs

from factcheck.documents import Texts, find_texts
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean
from factcheck.problems import Fault, Path, Place, Target
from factcheck.reading import Reading
from factcheck.records.anchor import anchor_of
from factcheck.relocating import OUTCOMES, Relocation, relocate
from factcheck.repairs import Version
from factcheck.rules.rule import Plain, Pointer, View
from factcheck.tables.prose import OwnWords
from factcheck.text import bytes_digest, span_digest

Records = Mapping[str, Sequence[Plain]]


@attrs.frozen(kw_only=True)
class Gathered:
    """The texts at hand, by digest, those that are not the ones described, by document, and what points into each."""

    texts: Mapping[str, str]
    versions: Mapping[str, Version]
    faults: Sequence[Fault]
    pointers: Mapping[str, Sequence[Pointer]]

    def of(self, document: Plain) -> str | None:
        """Return the text of a document, or None where it is not at hand."""
        return document.get("text") or self.texts.get(document.get("sha256", ""))


def gather_texts(
    reading: Reading,
    records: Records,
    folders: Sequence[FilePath],
    given: Mapping[str, FilePath],
    held: Mapping[str, str],
) -> Gathered:
    """Gather the texts of a corpus.

    Args:
        reading: what was read of the corpus, its own texts with it.
        records: the records.
        folders: folders of texts.
        given: the file of a text, by document id.
        held: texts held in memory, by digest.

    Raises:
        UsageError: a given file is of no document, or cannot be read.
    """
    documents = records["documents"]
    wanted: dict[str, str] = {}
    for document in documents:
        if document.get("id") and document.get("sha256"):
            wanted.setdefault(document["id"], document["sha256"])
    for name in given:
        if name not in wanted:
            raise UsageError(f"--text names document {name!r}, which is not there{did_you_mean(name, wanted)}")
    found: Texts = find_texts(folders, wanted, given)
    inline = {bytes_digest(one["text"].encode()): one["text"] for one in documents if "text" in one}
    texts = {**held, **found.texts, **reading.texts, **inline}
    filed = {FilePath(fact.filed).stem: FilePath(fact.file) for fact in reading.facts if fact.digest}
    named = {name: path for name, path in filed.items() if name in wanted} | dict(found.changed)
    changed = {name: path for name, path in named.items() if wanted[name] not in texts}
    pointers = _pointers(records)
    versions = {name: _version(path, pointers.get(name, [])) for name, path in changed.items()}
    return Gathered(
        texts=texts,
        versions={name: version for name, version in versions.items() if version is not None},
        faults=[
            fault
            for ordinal, document in enumerate(documents)
            if document.get("id") in changed
            for fault in _changed(ordinal, document, changed[document["id"]], versions[document["id"]])
        ],
        pointers=pointers,
    )


def _version(path: FilePath, pointers: Sequence[Pointer]) -> Version | None:
    """Return another version of a text with what became of each anchor in it; None where it cannot be read as text."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    sound = [(pointer, anchor) for pointer in pointers if (anchor := anchor_of(pointer.anchor)) is not None]
    return Version(
        text=text,
        pointers=[pointer for pointer, _ in sound],
        relocations=relocate(text, [anchor for _, anchor in sound]),
    )


def _changed(ordinal: int, document: Plain, path: FilePath, version: Version | None) -> Iterator[Fault]:
    """Yield that a text is another version, then where each anchor that did not hold its place has gone."""
    at = Target(kind="documents", record=ordinal, path=("sha256",))
    counts = Counter(found.outcome for found in version.relocations) if version else Counter()
    said = ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome])
    yield Fault(
        message=f"the text at hand for {document['id']!r} is not the one described: its digest differs"
        + (f"; its anchors: {said}" if said else ""),
        at=(at, Place(file=path.as_posix(), note="the text at hand")),
        cure="get the version described, or let factcheck fix write what is sure of this one",
    )
    for pointer, found in zip(version.pointers, version.relocations, strict=True) if version else ():
        if found.outcome != "held":
            message, cure = _told(found, document["id"])
            target = Target(kind=pointer.kind, record=pointer.record, path=pointer.path)
            yield Fault(message=message, at=(target,), cure=cure)


def _told(found: Relocation, document: str) -> tuple[str, str]:
    """Return what became of an anchor in a changed text, and what to do."""
    places = ", ".join(f"{span.start} to {span.end}" for span in found.places[:5])
    anew = f"factcheck anchor {document} --start START --end END"
    match found.outcome:
        case "moved":
            return (
                f"in the changed text these words are at {places}",
                "factcheck fix writes it, where the passages can be placed too",
            )
        case "ambiguous":
            return f"in the changed text these words stand {len(found.places)} times: {places}", f"choose one: {anew}"
        case "similar":
            message = f"in the changed text these words are nowhere; those most like them are at {places}"
            return message, f"read them; if they say the same: {anew}"
        case "lost":
            return "in the changed text these words are nowhere", "anchor the claim anew, or take the appearance out"
    return "this anchor cannot be followed into the changed text: it has no digest", "add the digest from the old text"


def _pointers(records: Records) -> dict[str, list[Pointer]]:
    """Return the anchors that point into each document, by its id."""
    found: dict[str, list[Pointer]] = {}
    for ordinal, claim in enumerate(records["claims"]):
        for part in ("appearances", "evidence"):
            for item, holder in enumerate(claim.get(part) or ()):
                if holder and holder.get("anchor") and holder.get("document"):
                    path: Path = (part, item, "anchor")
                    pointer = Pointer(kind="claims", record=ordinal, path=path, anchor=holder["anchor"])
                    found.setdefault(holder["document"], []).append(pointer)
    return found


def views(records: Records, gathered: Gathered) -> Iterator[View]:
    """Yield each document whose text is at hand."""
    own_words = OwnWords(records)
    dataset = next(iter(records.get("dataset", ())), {})
    text_rights = dataset.get("text_rights") or {}
    for ordinal, document in enumerate(records["documents"]):
        text = gathered.of(document)
        if text is not None:
            mine = gathered.pointers.get(document.get("id", ""), [])
            yield View(
                record=ordinal,
                document=document,
                text=text,
                pointers=mine,
                own_words=own_words,
                text_rights=text_rights,
            )


def count_anchors(records: Records, gathered: Gathered) -> dict[str, int]:
    """Count the anchors that were verified, and those whose texts are not at hand."""
    counts = {"verified": 0, "unseen": 0}
    for document in records["documents"]:
        text = gathered.of(document)
        for pointer in gathered.pointers.get(document.get("id", ""), []):
            if text is None:
                counts["unseen"] += 1
            elif pointer.span and pointer.anchor.get("digest") == span_digest(pointer.span.of(text)):
                counts["verified"] += 1
    return counts
