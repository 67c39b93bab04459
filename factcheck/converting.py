"""Foreign datasets into corpora and back: rows in = claims out + named rejects, and a report of what is lost."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from factcheck.schemas.explaining import explain
from factcheck.schemas.gate import gate
from factcheck.schemas.generating import SCHEMA_VERSION
from factcheck.shaping import unstructure
from factcheck.writing import json_line, yaml_text

SPLITS = ("train", "dev", "validation", "valid", "val", "test")
"""Words in a file's name that name a split."""

_FIRST_ID = "converted-from-id"
_NUL = "converted-nul"


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
        UsageError: no such format or file, or ``out`` is something else than a corpus.
    """
    for path in inputs:
        if not path.is_file():
            raise UsageError(f"no file at {str(path)!r}")
    format_ = detect(inputs[0]) if name == "auto" else name
    converter = converter_named(format_)
    target = out.absolute()
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
        self.claims: Counter[str] = Counter()
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
                self.counts["converted"] += 1
            except Unreadable as reason:
                self.rejects.append(Reject(file=path.as_posix(), line=row.line, reason=str(reason)))

    def records(self, row: Row, number: int) -> Records:
        if row.fault is not None:
            raise Unreadable(row.fault)
        if not isinstance(row.value, dict):
            raise Unreadable(f"a row must be a mapping (got {type(row.value).__name__})")
        try:
            value, nul = take_nul(row.value)
            records = self.converter.read(value, number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Unreadable(f"not the shape of a row: {type(error).__name__}: {error}") from error
        for name, plain in _named(records):
            if not gate(name)(plain):
                misfit = explain(name, plain)[0]
                raise Unreadable(f"no {name}: {misfit.message}")
        return _with_nul(records, nul) if nul else records

    def take(self, records: Records, split: str | None) -> None:
        renamed = {claim["id"]: self.name(claim["id"]) for claim in records.claims}
        judged = {verdict["claim"] for verdict in records.verdicts}
        self.without_verdict += sum(claim["id"] not in judged for claim in records.claims)
        for claim in records.claims:
            self.write("claims", _placed(claim, renamed[claim["id"]], split))
        for verdict in records.verdicts:
            self.write("verdicts", {**verdict, "claim": renamed[verdict["claim"]]})
        for document in records.documents:
            self.take_document(document)

    def name(self, name: str) -> str:
        self.claims[name] += 1
        if self.claims[name] == 1:
            return name
        self.counts["renamed"] += 1
        return f"{name}#{self.claims[name]}"

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
            note = "the label as the dataset's makers published it; who judged is not recorded"
            self.write("annotators", {"id": PUBLISHED, "kind": "published", "note": note})
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


def _with_nul(records: Records, nul: list[Any]) -> Records:
    """Keep on the first record of a row where its NUL characters stood."""
    first = (records.documents or records.claims)[0]
    first["extra"] = {**first.get("extra", {}), _NUL: nul}
    return records


def _named(records: Records) -> Iterator[tuple[str, Plain]]:
    for name, plains in (("claim", records.claims), ("verdict", records.verdicts), ("document", records.documents)):
        for plain in plains:
            yield name, plain


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
    return plain | ({"text_rights": unstructure(card.text_rights)} if card.text_rights else {})


def export(name: str, corpus: Path, out: Path, *, documents: Iterable[Path] = ()) -> Export:
    """Write a corpus in the format of a foreign dataset, and say what the format cannot hold.

    What is lost is found by reading back what was written and comparing.

    Args:
        name: the format.
        corpus: the folder of the corpus.
        out: the folder of the files: one a split (``<split>.jsonl``; ``claims.jsonl`` for claims in none), and
            ``corpus.jsonl`` for documents where the format has rows of them.
        documents: folders of texts that may not be passed on.

    Raises:
        UsageError: no such format or corpus, or a file is there already.
    """
    converter = converter_named(name)
    exporter = _Exporter(converter, corpus, documents)
    out.mkdir(parents=True, exist_ok=True)
    return exporter.write(name, out)


class _Exporter:
    """Holds the plain records of a corpus, and writes them row by row."""

    def __init__(self, converter: Converter, corpus: Path, documents: Iterable[Path]) -> None:
        reading = read_corpus(corpus)
        plain = {kind: [record.value for record in records] for kind, records in reading.records.items()}
        self.converter = converter
        self.claims: list[Plain] = plain["claims"]
        self.documents = {document["id"]: document for document in plain["documents"]}
        self.texts = dict(reading.texts) | _texts(documents, self.documents.values())
        self.verdicts: dict[str, list[Plain]] = {}
        self.lost: Counter[str] = Counter()
        for verdict in plain["verdicts"]:
            self.verdicts.setdefault(verdict["claim"], []).append(verdict)
        self.lost["adjudications"] = len(plain["adjudications"])

    def write(self, name: str, out: Path) -> Export:
        rows: dict[str, list[Plain]] = {}
        groups = self.converter.groups(self.claims, list(self.documents.values()))
        for number, (document, group) in enumerate(groups):
            split = next((claim["split"] for claim in group if "split" in claim), "claims")
            rows.setdefault(split, []).append(self.row(number, document, group))
        papers = [self.converter.write_document(one, self.text(one)) for one in self.documents.values()]
        if kept := [paper for paper in papers if paper is not None]:
            rows["corpus"] = kept
        files = []
        for stem, plains in rows.items():
            path = out / f"{stem}.jsonl"
            path.write_bytes(b"".join(json_line(plain) for plain in plains))
            files.append(path)
        lost = {path: count for path, count in sorted(self.lost.items()) if count}
        return Export(format=name, files=tuple(files), rows=sum(map(len, rows.values())), lost=lost)

    def text(self, document: Plain) -> str | None:
        return document.get("text") or self.texts.get(document.get("sha256", ""))

    def row(self, number: int, document: Plain | None, group: list[Plain]) -> Plain:
        nul = [_pop_extra(plain, _NUL) for plain in (document, *group) if plain]
        claims = [_first_named(claim) for claim in group]
        verdicts = {
            first["id"]: [{**verdict, "claim": first["id"]} for verdict in self.verdicts.get(claim["id"], [])]
            for first, claim in zip(claims, group, strict=True)
        }
        text = self.text(document) if document else None
        row = self.converter.write(Judged(claims=claims, verdicts=verdicts, document=document, text=text))
        self.compare(number, claims, [verdict for given in verdicts.values() for verdict in given], row)
        return restore_nul(row, next(filter(None, nul), []))

    def compare(self, number: int, claims: list[Plain], verdicts: list[Plain], row: Plain) -> None:
        try:
            again = self.converter.read(orjson.loads(orjson.dumps(row)), number)
        except (Unreadable, KeyError, TypeError, ValueError, AttributeError):
            self.lost["claims"] += len(claims)
            return
        for kind, given, got in (("claims", claims, again.claims), ("verdicts", verdicts, again.verdicts)):
            for number, plain in enumerate(given):
                other = got[number] if number < len(got) else {}
                self.lost.update({f"{kind}.{path}" for path in _differing(_comparable(plain), _comparable(other))})


def _texts(folders: Iterable[Path], documents: Iterable[Plain]) -> dict[str, str]:
    wanted = {document.get("sha256") for document in documents}
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            if path.stem in wanted:
                found[path.stem] = path.read_bytes().decode("utf-8")
    return found


def _pop_extra(plain: Plain, key: str) -> Any:
    """Take a value out of a record's ``extra``."""
    extra = plain.get("extra", {})
    return extra.pop(key, None)


def _first_named(claim: Plain) -> Plain:
    """Return a claim under the id that it had before it was converted."""
    extra = dict(claim.get("extra", {}))
    first = extra.pop(_FIRST_ID, claim["id"])
    return {key: value for key, value in {**claim, "id": first, "extra": extra}.items() if value != {}}


def _comparable(plain: Mapping[str, Any]) -> Plain:
    return {key: value for key, value in plain.items() if key != "split"}


def _differing(one: Any, other: Any) -> Iterator[str]:
    """Yield the ways into ``one`` at which ``other`` has something else; places in lists are left out."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key, value in one.items():
            if key not in other:
                yield key
            else:
                yield from (f"{key}.{rest}" if rest else key for rest in _differing(value, other[key]))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for left, right in zip(one, other, strict=True):
            yield from _differing(left, right)
    elif one != other:
        yield ""
