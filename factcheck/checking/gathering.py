"""The texts of a corpus, from wherever they may be; and each document with its text and what points into it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as FilePath

import attrs

from factcheck.documents import Texts, find_texts
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean
from factcheck.problems import Fault, Path, Place, Target
from factcheck.reading import Reading
from factcheck.rules.rule import Plain, Pointer, View
from factcheck.tables.prose import OwnWords
from factcheck.text import bytes_digest, span_digest

Records = Mapping[str, Sequence[Plain]]


@attrs.frozen(kw_only=True)
class Gathered:
    """The texts at hand, by digest, the texts that are not the ones described, and what points into each document."""

    texts: Mapping[str, str]
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
    return Gathered(texts=texts, faults=list(_changed(documents, named, texts)), pointers=_pointers(records))


def _changed(documents: Sequence[Plain], named: Mapping[str, FilePath], texts: Mapping[str, str]) -> Iterator[Fault]:
    for ordinal, document in enumerate(documents):
        path = named.get(document.get("id", ""))
        if path is not None and document.get("sha256") not in texts:
            yield Fault(
                message=f"the text at hand for {document['id']!r} is not the one described: its digest differs",
                at=(
                    Target(kind="documents", record=ordinal, path=("sha256",)),
                    Place(file=path.as_posix(), note="the text at hand"),
                ),
                cure="get the version described, or place the anchors anew and set 'sha256' and 'length'",
            )


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
    for ordinal, document in enumerate(records["documents"]):
        text = gathered.of(document)
        if text is not None:
            mine = gathered.pointers.get(document.get("id", ""), [])
            yield View(record=ordinal, document=document, text=text, pointers=mine, own_words=own_words)


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
