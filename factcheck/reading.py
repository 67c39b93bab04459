"""Reading a corpus: every file of a folder into plain records, each with the way back to its place.

The first folder under the root names the kind of record; below it, folders and names are filing. A ``.yaml`` file holds one
record or a list of them, a ``.jsonl`` file one a line.
"""

import filecmp
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

import attrs

from factcheck.errors import UsageError
from factcheck.files.cache import Cache
from factcheck.files.decoding import decode
from factcheck.files.json_lines import Line, locate, parse_line, read_lines
from factcheck.files.line_ends import first_return
from factcheck.files.parsed import MAX_BYTES, Flaw, Mark, Parsed
from factcheck.files.remarks import Remark, remarks
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import Edit, Path, Place, dotted
from factcheck.records.corpus import KINDS
from factcheck.text import bytes_digest

DATASET = "dataset.yaml"
CARD = "card.md"
BASELINES = "baselines.json"
TEXTS = "texts"
RECORD_FILES = (".yaml", ".yml", ".jsonl")
LOOKALIKES = (*RECORD_FILES, ".json", ".jsonlines", ".ndjson")
"""Endings, in any letter case, of files that somebody may take for files of records."""


@attrs.frozen
class Unparsed:
    """A YAML file without a flaw, whose value is known from before; it is parsed when a place in it is asked for."""

    data: bytes

    @cached_property
    def parsed(self) -> Parsed:
        """The file with its marks."""
        return parse_yaml(self.data.decode())


@attrs.frozen(kw_only=True)
class Origin:
    """Where a record was read.

    Args:
        file: the file, as shown to people.
        source: for YAML, the file, parsed or not; a record that came from no file has none.
        prefix: the way to the record in that file.
        line: for JSON Lines, the line, parsed again when a place in it is asked for.
    """

    file: str
    source: Parsed | Unparsed | None = None
    prefix: Path = ()
    line: Line | None = None

    def place(self, path: Path, *, on_key: bool = False, note: str | None = None) -> Place:
        """Return the place of a path into the record."""
        source = locate(self.line) if self.line else self.source
        if source is None:
            return Place(file=self.file, path=dotted(path), note=note)
        parsed = source.parsed if isinstance(source, Unparsed) else source
        mark = parsed.mark((*self.prefix, *path), on_key=on_key)
        return Place(file=self.file, line=mark.line, column=mark.column, path=dotted(path), note=note)

    def edit(self, path: Path, value: Any) -> Edit:
        """Return the edit that sets a value in the record, or takes a key out of it."""
        return Edit(file=self.file, line=self.line.number if self.line else 0, path=(*self.prefix, *path), value=value)


@attrs.frozen(kw_only=True)
class Record:
    """A plain record and where it was read."""

    value: Any
    origin: Origin


@attrs.frozen(kw_only=True)
class Fact:
    """Something known of a file.

    Args:
        file: the file, as shown to people; its path from the corpus' root is ``filed``.
        filed: its path from the root, with forward slashes.
        kind: the kind of record its folder names; empty where it names none.
        records: how many records were read from it.
        digest: for a text, the SHA-256 of its bytes.
        flaw: what was wrong with it as a file.
        returns_at: the first line that has a carriage return; 0 where none has.
    """

    file: str
    filed: str
    kind: str = ""
    records: int = 0
    digest: str | None = None
    flaw: Flaw | None = None
    returns_at: int = 0


@attrs.frozen(kw_only=True)
class Reading:
    """What was read of a corpus.

    Args:
        records: by kind, ``dataset`` among the kinds.
        facts: what is known of files.
        texts: by digest.
        remarks: the remarks of each file that excuse problems, by the file as shown.
        card: what a person wrote for the card; empty where there is no such file.
        baselines: the text of the figures that simple systems reach; likewise.
    """

    records: Mapping[str, tuple[Record, ...]]
    facts: tuple[Fact, ...] = ()
    texts: Mapping[str, str] = attrs.field(factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] = attrs.field(factory=dict)
    card: str = ""
    baselines: str = ""


def corpus_folder(path: FilePath) -> FilePath:
    """Return the folder of a corpus, named by itself, by its ``dataset.yaml``, or as the parent of ``data/``.

    Raises:
        UsageError: there is no corpus at ``path``.
    """
    folder = path.parent if path.name == DATASET else path
    try:
        is_there = folder.exists()
    except OSError as error:
        raise UsageError(f"no corpus at {str(path)[:200]!r}: {(error.strerror or str(error)).lower()}") from error
    if not is_there:
        raise UsageError(f"no corpus at {str(path)!r}: there is no such folder")
    if not folder.is_dir():
        raise UsageError(f"no corpus at {str(path)!r}: a corpus is a folder with a {DATASET}")
    for candidate in (folder, folder / "data"):
        if (candidate / DATASET).is_file():
            return candidate
    raise UsageError(f"no corpus at {str(path)!r}: a corpus starts with a {DATASET}, and there is none")


def read_corpus(path: FilePath, cache: FilePath | None = None) -> Reading:
    """Read every file of a corpus.

    Args:
        path: the folder of the corpus.
        cache: a folder that keeps what files held, so that those that did not change need not be parsed again.

    Raises:
        UsageError: there is no corpus at ``path``.
    """
    folder = corpus_folder(path)
    with Cache(cache) as held:
        return _read_folder(folder, held)


def _read_folder(folder: FilePath, held: Cache) -> Reading:
    found: dict[str, list[Record]] = {kind: [] for kind in ("dataset", *KINDS)}
    facts: list[Fact] = []
    texts: dict[str, str] = {}
    noted: dict[str, tuple[Remark, ...]] = {}
    copies: dict[tuple[str, int], list[FilePath]] = {}
    for file in _files(folder):
        filed = file.relative_to(folder)
        shown = file.as_posix()
        if file.is_symlink() and file.exists() and not file.resolve().is_relative_to(folder.resolve()):
            facts.append(Fact(file=shown, filed=filed.as_posix(), kind=_kind(filed), flaw=_leading_out()))
            continue
        if filed.parts[0] == TEXTS and len(filed.parts) > 1:
            facts.append(_text_fact(file, shown, filed.as_posix(), texts))
            continue
        kind = _kind(filed)
        if filed.suffix not in RECORD_FILES:
            if kind and filed.suffix.lower() in LOOKALIKES:
                facts.append(Fact(file=shown, filed=filed.as_posix(), kind=kind, flaw=_other_ending(filed.suffix)))
            continue
        if not kind:
            facts.append(Fact(file=shown, filed=filed.as_posix()))
            continue
        same = _same(file, copies.setdefault((kind, _size(file)), []))
        if same is not None:
            facts.append(Fact(file=shown, filed=filed.as_posix(), kind=kind, flaw=_a_copy(same.relative_to(folder))))
            continue
        records, flaws, noted[shown] = _read_file(file, shown, held)
        if kind == "dataset" and len(records) != 1 and not flaws:
            flaws = [_not_one_dataset(len(records))]
        found[kind].extend(records)
        fact = Fact(file=shown, filed=filed.as_posix(), kind=kind, records=len(records), returns_at=first_return(file))
        facts.append(fact)
        facts.extend(attrs.evolve(fact, flaw=flaw) for flaw in flaws)
    return Reading(
        records={kind: tuple(records) for kind, records in found.items()},
        facts=tuple(facts),
        texts=texts,
        card=_text(folder / CARD),
        baselines=_text(folder / BASELINES),
        remarks={file: found for file, found in noted.items() if found},
    )


def _text(path: FilePath) -> str:
    if not (path.is_file() and os.access(path, os.R_OK)) or path.is_symlink() or path.stat().st_size > MAX_BYTES:
        return ""
    return path.read_text("utf-8", "replace")


def _files(folder: FilePath) -> Iterable[FilePath]:
    """Return every file, and whatever else bears a record file's name, lest records be lost without a word."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.suffix in RECORD_FILES)
    files = (file for file in found if not _is_hidden(file.relative_to(folder)))
    return sorted(files, key=lambda file: file.relative_to(folder).as_posix())


def _is_hidden(filed: FilePath) -> bool:
    return any(part.startswith(".") for part in filed.parts)


def _kind(filed: FilePath) -> str:
    """Return the kind of record that a file holds; empty where its folder names none."""
    if filed.as_posix() == DATASET:
        return "dataset"
    first = filed.parts[0] if len(filed.parts) > 1 else filed.stem
    return first if first in KINDS else ""


def _size(file: FilePath) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def _same(file: FilePath, others: list[FilePath]) -> FilePath | None:
    """Return the file among others of its size that holds the same bytes, and remember this one."""
    try:
        same = next((other for other in others if _size(file) and filecmp.cmp(file, other, shallow=False)), None)
    except OSError:
        same = None
    others.append(file)
    return same


def _a_copy(same: FilePath) -> Flaw:
    message = f"the same as {same.as_posix()!r}, byte for byte"
    return Flaw(rule="duplicate-file", message=message, mark=Mark(0, 0), cure="delete one of the two")


def _text_fact(file: FilePath, shown: str, filed: str, texts: dict[str, str]) -> Fact:
    if not file.is_file():
        return Fact(file=shown, filed=filed, flaw=_no_file(file))
    try:
        if file.stat().st_size > MAX_BYTES:
            return Fact(file=shown, filed=filed, flaw=_too_big())
        data = file.read_bytes()
    except OSError as error:
        return Fact(file=shown, filed=filed, flaw=_unreadable(error))
    text, flaws = decode(data)
    digest = bytes_digest(data)
    if text is not None and not flaws:
        texts[digest] = text
    return Fact(file=shown, filed=filed, digest=digest, flaw=flaws[0] if flaws else None)


def _too_big() -> Flaw:
    message = f"a file of over {MAX_BYTES // 1024**2} MB"
    return Flaw(
        rule="unreadable", message=message, mark=Mark(1, 1), cure="write the bulk form: .jsonl, one record a line"
    )


def _not_one_dataset(count: int) -> Flaw:
    message = f"{DATASET} must hold one record (got {count or 'none'})"
    cure = "one mapping: name, version, released, schema_version, licence, language, profile"
    return Flaw(rule="unreadable", message=message, mark=Mark(1, 1), cure=cure)


def _no_file(file: FilePath) -> Flaw:
    what = "a folder" if file.is_dir() else "a link that leads nowhere" if file.is_symlink() else "no regular file"
    message = f"a file was expected by its name, and this is {what}"
    return Flaw(rule="unreadable", message=message, mark=Mark(0, 0), cure="rename it, or take it away")


def _leading_out() -> Flaw:
    message = "a link that leads out of the corpus"
    return Flaw(rule="unreadable", message=message, mark=Mark(0, 0), cure="put the file itself there")


def _other_ending(suffix: str) -> Flaw:
    message = f"files that end in {suffix!r} are not read"
    cure = "call it .yaml (one record or a list; JSON is YAML too) or .jsonl (one record a line)"
    return Flaw(rule="unreadable", message=message, mark=Mark(0, 0), cure=cure)


def _unreadable(error: OSError) -> Flaw:
    message = f"cannot be read: {(error.strerror or str(error)).lower()}"
    return Flaw(rule="unreadable", message=message, mark=Mark(0, 0), cure="mind its permissions")


def _read_file(file: FilePath, shown: str, held: Cache) -> tuple[list[Record], list[Flaw], tuple[Remark, ...]]:
    if not file.is_file():
        return [], [_no_file(file)], ()
    try:
        if file.suffix == ".jsonl":
            return (*_read_json_lines(read_lines(file), shown), ())
        if file.stat().st_size > MAX_BYTES:
            return [], [_too_big()], ()
        data = file.read_bytes()
    except OSError as error:
        return [], [_unreadable(error)], ()
    if (value := held.value(data)) is not None:
        return list(_yaml_records(value, Unparsed(data), shown)), [], ()
    return _read_yaml(data, shown, held)


def _read_yaml(data: bytes, shown: str, held: Cache) -> tuple[list[Record], list[Flaw], tuple[Remark, ...]]:
    text, flaws = decode(data)
    if text is None:
        return [], list(flaws), ()
    parsed, noted = parse_yaml(text), remarks(text)
    if not (flaws or parsed.flaws or noted):
        held.keep(data, parsed.value)
    is_empty = not parsed.marks or (parsed.value is None and parsed.flaws)
    records = [] if is_empty else list(_yaml_records(parsed.value, parsed, shown))
    return records, [*flaws, *parsed.flaws], noted


def _yaml_records(held: Any, source: Parsed | Unparsed, shown: str) -> Iterator[Record]:
    if isinstance(held, list):
        for index, value in enumerate(held):
            yield Record(value=value, origin=Origin(file=shown, source=source, prefix=(index,)))
    else:
        yield Record(value=held, origin=Origin(file=shown, source=source))


def _read_json_lines(lines: Iterable[Line], shown: str) -> tuple[list[Record], list[Flaw]]:
    records: list[Record] = []
    flaws: list[Flaw] = []
    for line in lines:
        parsed = parse_line(line)
        flaws.extend(parsed.flaws)
        if parsed.value is not None or not parsed.flaws:
            records.append(Record(value=parsed.value, origin=Origin(file=shown, line=line)))
    return records, flaws


def of_plain(plain: Mapping[str, Any], name: str = "") -> Reading:
    """Return a reading of records that came from no file: ``dataset``, and a list of records under each kind."""
    lists = {**plain, "dataset": [plain["dataset"]]} if "dataset" in plain else dict(plain)
    return Reading(
        records={
            kind: tuple(
                Record(value=value, origin=Origin(file=f"{name}{kind}[{ordinal}]"))
                for ordinal, value in enumerate(lists.get(kind, ()))
            )
            for kind in ("dataset", *KINDS)
        }
    )
