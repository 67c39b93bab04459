"""A corpus into the rows of a foreign dataset, and what the format cannot hold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from factcheck.converters.converter import Judged, Plain, Records, Unreadable
from factcheck.converters.nul import restore_nul
from factcheck.converting.comparing import changed
from factcheck.converting.conversion import PUBLISHED_ANNOTATOR, dataset_of, own_document, refuse_misfits
from factcheck.converting.formats import converter_named, split_of
from factcheck.converting.marks import FIRST_ID, NUL
from factcheck.converting.writing_out import Export, put
from factcheck.documents import find_texts
from factcheck.errors import UsageError
from factcheck.reading import read_corpus
from factcheck.records.corpus import SINGULAR
from factcheck.schemas.gate import gate
from factcheck.shaping import unstructure
from factcheck.writing import json_line


def export(name: str, corpus: Path, out: Path, *, documents: Iterable[Path] = ()) -> Export:
    """Write a corpus in the format of a foreign dataset, and say what the format cannot hold.

    What is lost is found by reading back what was written and comparing. A claim whose row could not be read back is not
    written.

    Args:
        name: the format.
        corpus: the folder of the corpus.
        out: the folder of the files: one a split (``<split>.jsonl``; ``claims.jsonl`` for claims in none), and
            ``corpus.jsonl`` for documents where the format has rows of them.
        documents: folders of texts that may not be passed on.

    Raises:
        UsageError: no such format or corpus, the corpus is not sound, or a file is there already.
    """
    exporter = _Exporter(name, corpus, documents)
    rows = exporter.rows()
    files = put(out, {f"{stem}.jsonl": b"".join(map(json_line, plains)) for stem, plains in rows.items()})
    lost = {way: count for way, count in sorted(exporter.lost.items()) if count}
    return Export(format=name, files=files, rows=sum(map(len, rows.values())), lost=lost)


class _Exporter:
    """Holds the plain records of a corpus, makes rows of them, and counts what the rows do not hold."""

    def __init__(self, name: str, corpus: Path, documents: Iterable[Path]) -> None:
        self.converter = converter_named(name)
        plain, texts = _sound(corpus)
        self.claims = plain["claims"]
        self.documents = {document["id"]: document for document in plain["documents"]}
        described = {name: document["sha256"] for name, document in self.documents.items() if "sha256" in document}
        self.texts = {**texts, **find_texts(documents, described, {}).texts}
        self.verdicts: dict[str, list[Plain]] = {}
        for verdict in plain["verdicts"]:
            self.verdicts.setdefault(verdict["claim"], []).append(verdict)
        self.lost: Counter[str] = Counter(
            references=len(plain["references"]),
            annotators=sum(annotator != PUBLISHED_ANNOTATOR for annotator in plain["annotators"]),
            adjudications=len(plain["adjudications"]),
        )
        blind = any(claim["id"] not in self.verdicts for claim in self.claims)
        kept = dataset_of(name, self.converter, blind=blind)
        self.lost.update({f"dataset.{way}" for way in changed(plain["dataset"][0], kept)})
        self.held: dict[str, Plain] = {}

    def rows(self) -> dict[str, list[Plain]]:
        """Return the rows by the stem of their file."""
        by_split: dict[str, list[tuple[Plain | None, list[Plain]]]] = {}
        for document, group in self.converter.groups(self.claims, list(self.documents.values())):
            split = next((claim["split"] for claim in group if "split" in claim), "claims")
            by_split.setdefault(split, []).append((document, group))
        self.lost["claims"] += len(self.claims) - sum(len(group) for groups in by_split.values() for _, group in groups)
        numbers = count()
        rows = {
            split: [row for document, group in groups if (row := self.row(next(numbers), document, group, split))]
            for split, groups in by_split.items()
        }
        rows.setdefault("corpus", []).extend(self.papers())
        for document in self.documents.values():
            self.compare("documents", document, self.held.get(document["id"]))
        return {split: found for split, found in rows.items() if found}

    def text(self, document: Plain) -> str | None:
        return document.get("text") or self.texts.get(document.get("sha256", ""))

    def papers(self) -> Iterator[Plain]:
        for document in self.documents.values():
            paper = self.converter.write_document(_without_nul(document), self.text(document))
            again = self.read(paper, 0) if paper is not None else None
            if again is None:
                continue
            self.hold(again)
            yield restore_nul(paper, document.get("extra", {}).get(NUL, []))

    def row(self, number: int, document: Plain | None, group: list[Plain], split: str) -> Plain | None:
        """Return the row of claims, and note what it does not hold; None where it is no row of the format."""
        claims = [_first_named(claim) for claim in group]
        verdicts = {
            first["id"]: [{**verdict, "claim": first["id"]} for verdict in self.verdicts.get(claim["id"], [])]
            for first, claim in zip(claims, group, strict=True)
        }
        text = self.text(document) if document else None
        judged = Judged(
            claims=[_without_nul(claim) for claim in claims],
            verdicts=verdicts,
            document=_without_nul(document) if document else None,
            text=text,
        )
        row = self.converter.write(judged)
        again = self.read(row, number)
        if again is None:
            self.lost["claims"] += len(claims)
            self.lost["verdicts"] += sum(map(len, verdicts.values()))
            return None
        self.hold(again, document)
        self.compare_judged(judged, again, split)
        nul = [plain.get("extra", {}).get(NUL) for plain in (document, *group) if plain]
        restored: Plain = restore_nul(row, next(filter(None, nul), []))
        return restored

    def read(self, row: Plain, number: int) -> Records | None:
        try:
            again = self.converter.read(orjson.loads(orjson.dumps(row)), number)
            refuse_misfits(again)
        except (Unreadable, LookupError, TypeError, ValueError, AttributeError):
            return None
        return again

    def hold(self, again: Records | None, document: Plain | None = None) -> None:
        """Note the documents that a row gives, its own under the id that it was written from."""
        own = own_document(again) if again else None
        for one in again.documents if again else ():
            name = document["id"] if document and one is own else one["id"]
            if one is own or name not in self.held:
                self.held[name] = self.as_filed(one)

    def as_filed(self, document: Plain) -> Plain:
        rights = self.converter.CARD.document_rights
        if rights is None or "text" not in document:
            return document
        filed = {**document, "rights": unstructure(rights)}
        return filed if rights.redistribute else {key: value for key, value in filed.items() if key != "text"}

    def compare_judged(self, judged: Judged, again: Records, split: str) -> None:
        for place, claim in enumerate(judged.claims):
            other = again.claims[place] if place < len(again.claims) else None
            filed = split_of(Path(f"{split}.jsonl"))
            self.compare("claims", claim, {**other, **({"split": filed} if filed else {})} if other else None)
            judgement = judged.verdict_on(claim)
            self.lost["verdicts"] += max(0, len(judged.verdicts[claim["id"]]) - 1)
            if judgement is not None:
                self.compare("verdicts", judgement, _verdict_of(again, other))

    def compare(self, kind: str, plain: Mapping[str, Any], other: Mapping[str, Any] | None) -> None:
        if other is None:
            self.lost[kind] += 1
        else:
            self.lost.update({f"{kind}.{way}" for way in changed(_without_nul(plain), other)})


def _sound(corpus: Path) -> tuple[dict[str, list[Plain]], dict[str, str]]:
    """Return the plain records of a corpus by kind, and its texts.

    Raises:
        UsageError: a file cannot be read, or a record does not fit its schema.
    """
    reading = read_corpus(corpus)
    flawed = [fact.file for fact in reading.facts if fact.flaw]
    plain = {kind: [record.value for record in records] for kind, records in reading.records.items()}
    unfit = [
        record.origin.file
        for kind, records in reading.records.items()
        for record in records
        if not gate(SINGULAR.get(kind, kind))(record.value)
    ]
    if flawed or unfit:
        raise UsageError(f"{(flawed + unfit)[0]!r} is not sound; factcheck check says why")
    return plain, dict(reading.texts)


def _without_nul(plain: Mapping[str, Any]) -> Plain:
    extra = {key: value for key, value in plain.get("extra", {}).items() if key != NUL}
    return {key: value for key, value in {**plain, "extra": extra}.items() if value != {}}


def _first_named(claim: Plain) -> Plain:
    """Return a claim under the id that it had before it was converted."""
    extra = dict(claim.get("extra", {}))
    first = extra.pop(FIRST_ID, claim["id"])
    return {key: value for key, value in {**claim, "id": first, "extra": extra}.items() if value != {}}


def _verdict_of(again: Records, claim: Plain | None) -> Plain | None:
    return next((verdict for verdict in again.verdicts if claim and verdict["claim"] == claim["id"]), None)
