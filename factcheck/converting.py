"""Foreign datasets into corpora and back: rows in = claims out + named rejects, and a report of what is lost."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import orjson

from factcheck.converters import CONVERTERS
from factcheck.converters.converter import PUBLISHED, Converter, Judged, Plain, Records, Unreadable
from factcheck.converters.nul import restore_nul, take_nul
from factcheck.errors import UsageError
from factcheck.files.json_rows import Row, read_rows
from factcheck.files.swapping import put_back, swap_in
from factcheck.reading import read_corpus
from factcheck.records.corpus import SINGULAR
from factcheck.schemas.explaining import explain
from factcheck.schemas.gate import gate
from factcheck.schemas.generating import SCHEMA_VERSION
from factcheck.shaping import unstructure
from factcheck.writing import json_line, yaml_text

SPLITS = ("train", "dev", "validation", "valid", "val", "test")
"""Words in a file's name that name a split."""

_DATA = ("stances", "votes", "extra", "topics", "rules")
_PUBLISHED: Plain = {
    "id": PUBLISHED,
    "kind": "published",
    "note": "the label as the dataset's makers published it; who judged is not recorded",
}
_FIRST_ID = "converted-from-id"
_NUL = "converted-nul"
_RULES = {
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


@attrs.frozen(kw_only=True)
class Export:
    """What an export did.

    Args:
        format: the name of the converter.
        files: the files written.
        rows: rows written.
        lost: by the way into a record, how many records have something there that the format cannot hold.
    """

    format: str
    files: tuple[Path, ...]
    rows: int
    lost: Mapping[str, int] = attrs.field(hash=False)


def detect(path: Path) -> str:
    """Return the format that the first rows of a file look like.

    Raises:
        UsageError: none, or several.
    """
    seen = [row.value for row, _ in zip(_rows_of(path), range(20), strict=False) if row.fault is None]
    fits = [name for name, converter in CONVERTERS.items() if seen and all(map(converter.recognises, seen))]
    if len(fits) == 1:
        return fits[0]
    said = f"looks like {' and '.join(fits)}" if fits else "looks like no known format"
    raise UsageError(f"{str(path)!r} {said}; name one of {', '.join(CONVERTERS)}")


def converter_named(name: str) -> Converter:
    """Return a converter by the name of its format.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in CONVERTERS:
        raise UsageError(f"no format {name!r}: there are {', '.join(CONVERTERS)}")
    return CONVERTERS[name]


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
    target = out.absolute()
    _refuse_wrong_call(inputs, target, split, texts)
    format_ = detect(inputs[0]) if name == "auto" else name
    converter = converter_named(format_)
    put_back(target)
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or _is_conversion(target))):
        raise UsageError(f"{str(out)!r} is there and no conversion; name a new folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}.converting-", dir=target.parent))
    try:
        made.chmod(0o755)
        with _Writer(made, converter, texts) as writer:
            for path in inputs:
                writer.take_file(path, split or _split_of(path), progress)
            writer.finish(format_)
        swap_in(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return writer.conversion(format_)


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
    return dataset.is_file() and "converted-from:" in dataset.read_text("utf-8", "replace")


def _rows_of(path: Path) -> Iterator[Row]:
    if not path.is_file():
        raise UsageError(f"no file at {str(path)!r}")
    return read_rows(path)


def _split_of(path: Path) -> str | None:
    words = "".join(character if character.isalnum() else " " for character in path.stem.lower()).split()
    return next((word for word in words if word in SPLITS), None)


class _Writer:
    """Writes records as they come and counts them; documents that several rows name are written once."""

    def __init__(self, folder: Path, converter: Converter, texts: Path | None) -> None:
        self.folder = folder
        self.converter = converter
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
        for row in read_rows(path):
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
        if ours := {_FIRST_ID, _NUL} & row.value.keys():
            raise Unreadable(f"key {min(ours)!r} is one that a conversion writes")
        try:
            value, nul = take_nul(row.value)
            records = self.converter.read(value, number)
            _refuse_misfits(records)
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

    def finish(self, name: str) -> None:
        for document, is_full in self.named.items():
            if not is_full:
                self.write("documents", {"id": document})
        if self.counts["verdicts"]:
            self.write("annotators", _PUBLISHED)
        dataset = _dataset(name, self.converter, blind=self.without_verdict > 0)
        (self.folder / "dataset.yaml").write_text(yaml_text("dataset", dataset), "utf-8", newline="\n")

    def conversion(self, name: str) -> Conversion:
        counts = {key: self.counts[key] for key in ("rows", "converted", "claims", "verdicts", "documents")}
        return Conversion(
            format=name,
            renamed=self.counts["renamed"],
            withheld=self.counts["withheld"],
            rejects=tuple(self.rejects),
            **counts,
        )


def _refuse_misfits(records: Records) -> None:
    for name, plains in (("claim", records.claims), ("verdict", records.verdicts), ("document", records.documents)):
        for plain in plains:
            if not gate(name)(plain):
                raise Unreadable(f"no {name}: {explain(name, plain)[0].message}")


def _refuse_loss(row: Plain, converter: Converter, records: Records) -> None:
    """Raise Unreadable where the records do not give back the row that they came from."""
    written = _row_of(converter, records)
    if _canonical(written) != _canonical(row):
        ways = sorted({_shown(way) for way in (*_differing(row, written), *_differing(written, row))})
        raise Unreadable(f"would not be written back as it is: {', '.join(ways)}")


def _row_of(converter: Converter, records: Records) -> Plain:
    document = _own_document(records)
    text = document.get("text") if document else None
    row = converter.write_document(document, text) if document and not records.claims else None
    verdicts = {
        claim["id"]: [one for one in records.verdicts if one["claim"] == claim["id"]] for claim in records.claims
    }
    judged = Judged(claims=records.claims, verdicts=verdicts, document=document, text=text)
    return row if row is not None else converter.write(judged)


def _own_document(records: Records) -> Plain | None:
    """Return the document that a row is; others it only names."""
    return next((document for document in records.documents if len(document) > 1), None)


def _canonical(row: Plain) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)


def _shown(way: str) -> str:
    return way if len(way) <= 60 else way[:57] + "..."


def _with_nul(records: Records, nul: list[Any]) -> Records:
    """Keep on the record that a row is where its NUL characters stood."""
    own = _own_document(records) or records.claims[0]
    own["extra"] = {**own.get("extra", {}), _NUL: nul}
    return records


def _placed(claim: Plain, name: str, split: str | None) -> Plain:
    placed = {**claim, "id": name}
    if split is not None and "split" not in claim:
        placed["split"] = split
    if name != claim["id"]:
        placed["extra"] = {**claim.get("extra", {}), _FIRST_ID: claim["id"]}
    return placed


def _dataset(name: str, converter: Converter, *, blind: bool) -> Plain:
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
        "extra": {"converted-from": name, "licence-seen": card.licence_seen},
    }
    plain |= {"gold": {"policy": "optional"}} if blind else {}
    plain |= {"rules": _RULES} if card.document_rights and not card.document_rights.redistribute else {}
    return plain | ({"text_rights": unstructure(card.text_rights)} if card.text_rights else {})


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
    if out.exists() and not out.is_dir():
        raise UsageError(f"{str(out)!r} is no folder")
    files = {out / f"{stem}.jsonl": plains for stem, plains in rows.items()}
    for path in files:
        if path.exists():
            raise UsageError(f"{str(path)!r} is there already; name a new folder")
    out.mkdir(parents=True, exist_ok=True)
    for path, plains in files.items():
        path.write_bytes(b"".join(json_line(plain) for plain in plains))
    lost = {way: count for way, count in sorted(exporter.lost.items()) if count}
    return Export(format=name, files=tuple(files), rows=sum(map(len, rows.values())), lost=lost)


class _Exporter:
    """Holds the plain records of a corpus, makes rows of them, and counts what the rows do not hold."""

    def __init__(self, name: str, corpus: Path, documents: Iterable[Path]) -> None:
        self.converter = converter_named(name)
        plain, texts = _sound(corpus)
        self.claims = plain["claims"]
        self.documents = {document["id"]: document for document in plain["documents"]}
        self.texts = texts | _texts(documents, self.documents.values())
        self.verdicts: dict[str, list[Plain]] = {}
        for verdict in plain["verdicts"]:
            self.verdicts.setdefault(verdict["claim"], []).append(verdict)
        self.lost: Counter[str] = Counter(
            references=len(plain["references"]),
            annotators=sum(annotator != _PUBLISHED for annotator in plain["annotators"]),
            adjudications=len(plain["adjudications"]),
        )
        blind = any(claim["id"] not in self.verdicts for claim in self.claims)
        kept = _dataset(name, self.converter, blind=blind)
        self.lost.update({f"dataset.{way}" for way in _changed(plain["dataset"][0], kept)})
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
            yield restore_nul(paper, document.get("extra", {}).get(_NUL, []))

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
        nul = [plain.get("extra", {}).get(_NUL) for plain in (document, *group) if plain]
        restored: Plain = restore_nul(row, next(filter(None, nul), []))
        return restored

    def read(self, row: Plain, number: int) -> Records | None:
        try:
            again = self.converter.read(orjson.loads(orjson.dumps(row)), number)
            _refuse_misfits(again)
        except (Unreadable, LookupError, TypeError, ValueError, AttributeError):
            return None
        return again

    def hold(self, again: Records | None, document: Plain | None = None) -> None:
        """Note the documents that a row gives, its own under the id that it was written from."""
        own = _own_document(again) if again else None
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
            filed = _split_of(Path(f"{split}.jsonl"))
            self.compare("claims", claim, {**other, **({"split": filed} if filed else {})} if other else None)
            judgement = judged.verdict_on(claim)
            self.lost["verdicts"] += max(0, len(judged.verdicts[claim["id"]]) - 1)
            if judgement is not None:
                self.compare("verdicts", judgement, _verdict_of(again, other))

    def compare(self, kind: str, plain: Mapping[str, Any], other: Mapping[str, Any] | None) -> None:
        if other is None:
            self.lost[kind] += 1
        else:
            self.lost.update({f"{kind}.{way}" for way in _changed(_without_nul(plain), other)})


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


def _texts(folders: Iterable[Path], documents: Iterable[Plain]) -> dict[str, str]:
    wanted = {document.get("sha256") for document in documents}
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            if path.stem in wanted:
                found[path.stem] = path.read_bytes().decode("utf-8")
    return found


def _without_nul(plain: Mapping[str, Any]) -> Plain:
    extra = {key: value for key, value in plain.get("extra", {}).items() if key != _NUL}
    return {key: value for key, value in {**plain, "extra": extra}.items() if value != {}}


def _first_named(claim: Plain) -> Plain:
    """Return a claim under the id that it had before it was converted."""
    extra = dict(claim.get("extra", {}))
    first = extra.pop(_FIRST_ID, claim["id"])
    return {key: value for key, value in {**claim, "id": first, "extra": extra}.items() if value != {}}


def _verdict_of(again: Records, claim: Plain | None) -> Plain | None:
    return next((verdict for verdict in again.verdicts if claim and verdict["claim"] == claim["id"]), None)


def _changed(one: Any, other: Any) -> set[str]:
    """Return the ways into a record at which another has something else, more or less."""
    return {*_differing(one, other), *_differing(other, one)}


def _differing(one: Any, other: Any) -> Iterator[str]:
    """Yield the ways into ``one`` at which ``other`` has nothing or something else.

    Places in lists are left out; a mapping whose keys are data differs as a whole.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        for key, value in one.items():
            if key not in other:
                yield key
            elif key in _DATA:
                yield from [] if _same(value, other[key]) else [key]
            else:
                yield from (f"{key}.{rest}" if rest else key for rest in _differing(value, other[key]))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for left, right in zip(one, other, strict=True):
            yield from _differing(left, right)
    elif not _same(one, other):
        yield ""


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same JSON: 1 is neither true nor 1.0."""
    return one == other and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
