"""Foreign rows into a corpus: rows in = claims out + named rejects."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import orjson

from factcheck.converters.converter import PUBLISHED, Converter, Judged, Plain, Records, Unreadable
from factcheck.converters.nul import take_nul
from factcheck.converting.comparing import differing
from factcheck.converting.formats import converter_named, detect, rows_of, split_of
from factcheck.converting.marks import CONVERTED_FROM, FIRST_ID, NUL
from factcheck.errors import UsageError
from factcheck.files.json_rows import Row
from factcheck.files.swapping import made_beside, put_back, swap_in, sync_tree
from factcheck.schemas.explaining import explain
from factcheck.schemas.gate import gate
from factcheck.schemas.generating import SCHEMA_VERSION
from factcheck.shaping import unstructure
from factcheck.writing import json_line, yaml_text

PUBLISHED_ANNOTATOR: Plain = {
    "id": PUBLISHED,
    "kind": "published",
    "note": "the label as the dataset's makers published it; who judged is not recorded",
}


_PAIRS: Plain = {
    "conflicting-labels": {
        "settings": {"key": "evidence"},
        "reason": "a label is of a claim together with its evidence; with other evidence the same claim may have another",
    }
}
_COPIED: Plain = {
    "copied-from-document": {
        "level": "warning",
        "reason": "the claims are as the dataset's makers published them; some take over words of its documents",
    }
}


@attrs.frozen(kw_only=True)
class Reject:
    """A row that did not become records: where it stands, and why."""

    file: str
    line: int
    reason: str


@attrs.frozen(kw_only=True)
class Conversion:
    """What a conversion did.

    Args:
        format: the name of the converter.
        rows: rows read.
        converted: rows that became records; with the rejects they are all rows.
        claims: claims written.
        verdicts: verdicts written.
        documents: documents written.
        renamed: claims whose id was taken by an earlier row, and got a number behind it.
        withheld: documents whose words may not be passed on and were left out.
        rejects: the rows that did not become records.
    """

    format: str
    rows: int = 0
    converted: int = 0
    claims: int = 0
    verdicts: int = 0
    documents: int = 0
    renamed: int = 0
    withheld: int = 0
    rejects: tuple[Reject, ...] = ()


def convert(
    name: str,
    inputs: Sequence[Path],
    out: Path,
    *,
    split: str | None = None,
    texts: Path | None = None,
    progress: Callable[[int], None] = lambda rows: None,
) -> Conversion:
    """Convert files of a foreign dataset into a corpus of JSON Lines.

    Args:
        name: the format, or ``auto``.
        inputs: its files.
        out: the folder of the corpus; an older conversion there is replaced, anything else is refused.
        split: the split of all claims; otherwise the word for one in each file's name.
        texts: a folder for the words of documents that may not be passed on; they are left out otherwise.
        progress: called with the number of rows read so far.

    Raises:
        UsageError: no such format or file, no name of a split, or ``out`` is something else than a conversion, or holds an input
            or ``texts``.
    """
    target = Path(os.path.abspath(out))  # what is looked at now is what is replaced later, `..` or not
    _refuse_wrong_call(inputs, target, split, texts)
    format_ = detect(inputs[0]) if name == "auto" else name
    converter_named(format_)
    put_back(target)
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or _is_conversion(target))):
        raise UsageError(f"{str(out)!r} is there and no conversion; name a new folder")
    with made_beside(target, "converting") as made:
        with _Writer(made, format_, texts) as writer:
            for path in inputs:
                writer.take_file(path, split or split_of(path), progress)
            writer.finish()
        sync_tree(made)
        swap_in(made, target)
    return writer.conversion()


def _refuse_wrong_call(inputs: Sequence[Path], target: Path, split: str | None, texts: Path | None) -> None:
    """Raise UsageError for what cannot be done, and for files that the new folder would bury."""
    for path in inputs:
        if not path.is_file():
            raise UsageError(f"no file at {str(path)!r}")
    for path in (*inputs, *([texts] if texts else [])):
        if target in (path.absolute(), *path.absolute().parents):
            raise UsageError(f"{str(path)!r} lies in the folder of the corpus, which is made anew; name another")
    if texts is not None and texts.exists() and not texts.is_dir():
        raise UsageError(f"{str(texts)!r} is no folder")
    if split is not None and (misfits := explain("claim", {"id": "a", "text": "a", "split": split})):
        raise UsageError(misfits[0].message)


def _is_conversion(folder: Path) -> bool:
    dataset = folder / "dataset.yaml"
    return dataset.is_file() and f"{CONVERTED_FROM}:" in dataset.read_text("utf-8", "replace")


class _Writer:
    """Writes records as they come and counts them; documents that several rows name are written once."""

    def __init__(self, folder: Path, name: str, texts: Path | None) -> None:
        self.folder = folder
        self.format = name
        self.converter = converter_named(name)
        self.texts = texts
        self.counts: Counter[str] = Counter()
        self.rejects: list[Reject] = []
        self.named: dict[str, bool] = {}
        self.claims: dict[str, int] = {}
        self.files: dict[str, BinaryIO] = {}
        self.without_verdict = 0

    def __enter__(self) -> "_Writer":
        return self

    def __exit__(self, *_: object) -> None:
        for file in self.files.values():
            file.close()

    def take_file(self, path: Path, split: str | None, progress: Callable[[int], None]) -> None:
        for row in rows_of(path, self.format):
            number = self.counts["rows"]
            self.counts["rows"] += 1
            progress(self.counts["rows"])
            try:
                self.take(self.records(row, number), split)
            except Unreadable as reason:
                self.rejects.append(Reject(file=path.as_posix(), line=row.line, reason=str(reason)))
            else:
                self.counts["converted"] += 1

    def records(self, row: Row, number: int) -> Records:
        if row.fault is not None:
            raise Unreadable(row.fault)
        if not isinstance(row.value, dict):
            raise Unreadable(f"a row must be a mapping (got {type(row.value).__name__})")
        if ours := {FIRST_ID, NUL} & row.value.keys():
            raise Unreadable(f"key {min(ours)!r} is one that a conversion writes")
        try:
            value, nul = take_nul(row.value)
            records = self.converter.read(value, number)
            refuse_misfits(records)
            _refuse_loss(value, self.converter, records)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"not the shape of a row: {type(error).__name__}: {error}") from error
        return _with_nul(records, nul) if nul else records

    def take(self, records: Records, split: str | None) -> None:
        for document in records.documents:
            self.take_document(document)
        renamed = {claim["id"]: self.name(claim["id"]) for claim in records.claims}
        judged = {verdict["claim"] for verdict in records.verdicts}
        self.without_verdict += sum(claim["id"] not in judged for claim in records.claims)
        for claim in records.claims:
            self.write("claims", _placed(claim, renamed[claim["id"]], split))
        for verdict in records.verdicts:
            self.write("verdicts", {**verdict, "claim": renamed[verdict["claim"]]})

    def name(self, name: str) -> str:
        if name not in self.claims:
            self.claims[name] = 1
            return name
        self.counts["renamed"] += 1
        while (other := f"{name}#{self.claims[name] + 1}") in self.claims:
            self.claims[name] += 1
        self.claims[name] += 1
        self.claims[other] = 1
        return other

    def take_document(self, document: Plain) -> None:
        """Keep the fullest record of a document: its own row outdoes the rows that only name it."""
        is_full = len(document) > 1
        if is_full and self.named.get(document["id"]):
            raise Unreadable(f"document {document['id']!r} stands twice")
        self.named[document["id"]] = self.named.get(document["id"], False) or is_full
        if is_full:
            self.write("documents", self.with_rights(document))

    def with_rights(self, document: Plain) -> Plain:
        rights = self.converter.CARD.document_rights
        if rights is None or "text" not in document:
            return document
        if rights.redistribute:
            return {**document, "rights": unstructure(rights)}
        words = document["text"]
        if self.texts is None:
            self.counts["withheld"] += 1
        else:
            self.texts.mkdir(parents=True, exist_ok=True)
            (self.texts / f"{document['sha256']}.txt").write_text(words, "utf-8", newline="")
        return {key: value for key, value in document.items() if key != "text"} | {"rights": unstructure(rights)}

    def write(self, kind: str, plain: Plain) -> None:
        self.counts[kind] += 1
        name = PUBLISHED if kind == "verdicts" else kind
        if kind not in self.files:
            path = self.folder / kind / f"{name}.jsonl"
            path.parent.mkdir(parents=True)
            self.files[kind] = path.open("wb")
        self.files[kind].write(json_line(plain))

    def finish(self) -> None:
        for document, is_full in self.named.items():
            if not is_full:
                self.write("documents", {"id": document})
        if self.counts["verdicts"]:
            self.write("annotators", PUBLISHED_ANNOTATOR)
        dataset = dataset_of(self.format, self.converter, blind=self.without_verdict > 0)
        (self.folder / "dataset.yaml").write_text(yaml_text("dataset", dataset), "utf-8", newline="\n")

    def conversion(self) -> Conversion:
        counts = {key: self.counts[key] for key in ("rows", "converted", "claims", "verdicts", "documents")}
        return Conversion(
            format=self.format,
            renamed=self.counts["renamed"],
            withheld=self.counts["withheld"],
            rejects=tuple(self.rejects),
            **counts,
        )


def refuse_misfits(records: Records) -> None:
    """Refuse records that do not fit their schemas.

    Raises:
        Unreadable: one does not.
    """
    for name, plains in (("claim", records.claims), ("verdict", records.verdicts), ("document", records.documents)):
        for plain in plains:
            if not gate(name)(plain):
                raise Unreadable(f"no {name}: {explain(name, plain)[0].message}")


def _refuse_loss(row: Plain, converter: Converter, records: Records) -> None:
    """Raise Unreadable where the records do not give back the row that they came from."""
    written = _row_of(converter, records)
    if _canonical(written) != _canonical(row):
        ways = sorted({_shown(way) for way in (*differing(row, written), *differing(written, row))})
        raise Unreadable(f"would not be written back as it is: {', '.join(ways)}")


def _row_of(converter: Converter, records: Records) -> Plain:
    document = own_document(records)
    text = document.get("text") if document else None
    row = converter.write_document(document, text) if document and not records.claims else None
    verdicts = {
        claim["id"]: [one for one in records.verdicts if one["claim"] == claim["id"]] for claim in records.claims
    }
    judged = Judged(claims=records.claims, verdicts=verdicts, document=document, text=text)
    return row if row is not None else converter.write(judged)


def own_document(records: Records) -> Plain | None:
    """Return the document that a row is; others it only names."""
    return next((document for document in records.documents if len(document) > 1), None)


def _canonical(row: Plain) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)


def _shown(way: str) -> str:
    return way if len(way) <= 60 else way[:57] + "..."


def _with_nul(records: Records, nul: list[Any]) -> Records:
    """Keep on the record that a row is where its NUL characters stood."""
    own = own_document(records) or records.claims[0]
    own["extra"] = {**own.get("extra", {}), NUL: nul}
    return records


def _placed(claim: Plain, name: str, split: str | None) -> Plain:
    placed = {**claim, "id": name}
    if split is not None and "split" not in claim:
        placed["split"] = split
    if name != claim["id"]:
        placed["extra"] = {**claim.get("extra", {}), FIRST_ID: claim["id"]}
    return placed


def dataset_of(name: str, converter: Converter, *, blind: bool) -> Plain:
    """Return the plain record of a converted dataset; ``blind`` where some of its claims have no verdict."""
    card = converter.CARD
    plain: Plain = {
        "name": name,
        "version": "1.0.0",
        "released": card.released,
        "schema_version": SCHEMA_VERSION,
        "licence": card.licence,
        "language": card.language,
        "profile": "imported",
        "title": card.title,
        "description": card.description,
        "homepage": card.homepage,
        "citation": card.citation,
        "extra": {CONVERTED_FROM: name, "licence-seen": card.licence_seen},
    }
    plain |= {"gold": {"policy": "optional"}} if blind else {}
    rules: Plain = _COPIED if card.document_rights and not card.document_rights.redistribute else {}
    rules = {**rules, **(_PAIRS if card.judged == "pair" else {})}
    plain |= {"rules": rules} if rules else {}
    return plain | ({"text_rights": unstructure(card.text_rights)} if card.text_rights else {})
