"""The check: a corpus is read, held to its schemas, made into tables, and asked every rule."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any

import attrs
import pyarrow as pa

from factcheck.documents import Texts, find_texts, text_folders
from factcheck.engines.duckdb_engine import DuckDBEngine
from factcheck.errors import UsageError
from factcheck.labels import Level
from factcheck.problems import Fault, InvalidCorpus, Path, Place, Problem, Report, Target
from factcheck.reading import Fact, Reading, of_plain, read_corpus
from factcheck.records.corpus import KINDS, SINGULAR, Corpus
from factcheck.records.shapes import BIGGEST_WHOLE
from factcheck.rules import RULES
from factcheck.rules.rule import (
    FiledRecord,
    FileFact,
    Files,
    Found,
    OnCorpus,
    OnFiles,
    OnRecord,
    OnTables,
    OnText,
    Plain,
    Pointer,
    Query,
    View,
)
from factcheck.schemas.explaining import Misfit, explain
from factcheck.schemas.gate import gate
from factcheck.shaping import corpus_of, plain_of, structure, unstructure
from factcheck.tables.prose import OwnWords
from factcheck.tables.relations import tables
from factcheck.text import bytes_digest, span_digest

BASIC = ("unreadable", "duplicate-key", "schema-violation")
"""The rules that a corpus must keep before its records can be made."""


def check(
    corpus: FilePath | str | Corpus,
    *,
    documents: Iterable[FilePath | str] = (),
    texts: Mapping[str, FilePath | str] | None = None,
    rules: Iterable[str] | None = None,
) -> Report:
    """Check a corpus and report every problem.

    Args:
        corpus: the folder of a corpus, or its records.
        documents: folders of texts that may not be passed on; those named by ``FACTCHECK_DOCUMENTS`` are searched too.
        texts: the file of a document's text, by the document's id.
        rules: the rules to ask; all, if nothing is said.

    Raises:
        UsageError: there is no corpus, no such folder, or no such rule.
    """
    return examine(corpus, documents=documents, texts=texts, rules=rules).report


def load(path: FilePath | str, *, documents: Iterable[FilePath | str] = (), strict: bool = True) -> Corpus:
    """Load the records of a corpus.

    Args:
        path: the folder of the corpus.
        documents: folders of texts, as for ``check``.
        strict: refuse a corpus whose files or records are not sound; otherwise leave out the records that are not.

    Raises:
        InvalidCorpus: a file cannot be read, or a record does not fit its schema; the exception carries the report.
        UsageError: there is no corpus at ``path``.
    """
    examined = examine(path, documents=documents, rules=BASIC)
    if strict and examined.report.errors:
        raise InvalidCorpus(examined.report)
    return examined.corpus()


@attrs.frozen(kw_only=True)
class Examined:
    """A corpus that was checked: the report, and what the check has read and made.

    Args:
        report: what was found.
        sound: by kind, whether each record fits its schema.
        records: plain records by kind, without what does not fit.
        texts: the texts at hand, by digest.
        card: what a person wrote for the card.
    """

    report: Report
    sound: Mapping[str, Sequence[bool]]
    records: Mapping[str, Sequence[Plain]]
    texts: Mapping[str, str]
    card: str

    def corpus(self) -> Corpus:
        """Return the records that are sound.

        Raises:
            InvalidCorpus: the dataset's own record is not.
        """
        plain: dict[str, Any] = {
            kind: [value for value, is_sound in zip(self.records[kind], self.sound[kind], strict=True) if is_sound]
            for kind in self.records
        }
        if not plain["dataset"]:
            raise InvalidCorpus(self.report)
        return corpus_of({**plain, "dataset": plain["dataset"][0]}, self.texts)


def examine(
    corpus: FilePath | str | Corpus,
    *,
    documents: Iterable[FilePath | str] = (),
    texts: Mapping[str, FilePath | str] | None = None,
    rules: Iterable[str] | None = None,
) -> Examined:
    """Check a corpus and keep what was read; arguments and errors as for ``check``."""
    asked = _rules_asked(rules)
    folders = text_folders([FilePath(folder) for folder in documents])
    reading = of_plain(plain_of(corpus)) if isinstance(corpus, Corpus) else read_corpus(FilePath(corpus))
    check_ = _Check(reading, asked)
    check_.note_flaws()
    check_.hold_to_schemas()
    given = {name: FilePath(file) for name, file in (texts or {}).items()}
    check_.gather_texts(folders, given, corpus.texts if isinstance(corpus, Corpus) else {})
    check_.ask_rules()
    return Examined(
        report=check_.report(),
        sound=check_.sound,
        records=check_.records,
        texts=check_.texts,
        card=reading.card,
    )


def _rules_asked(names: Iterable[str] | None) -> tuple[str, ...]:
    asked = tuple(RULES if names is None else names)
    for name in asked:
        if name not in RULES:
            raise UsageError(f"no rule {name!r}{_did_you_mean(name, RULES)}")
    return asked


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


class _Check:
    """One run: gathers faults by rule, then tells them as problems."""

    def __init__(self, reading: Reading, asked: Sequence[str]) -> None:
        self.reading = reading
        self.asked = asked
        self.faults: dict[str, list[Fault]] = {}
        self.records: dict[str, list[Plain]] = {}
        self.sound: dict[str, list[bool]] = {}
        self.texts: dict[str, str] = {}
        self.tables: Mapping[str, pa.Table] = {}
        self.anchors = {"verified": 0, "unseen": 0}

    def note(self, rule: str, fault: Fault) -> None:
        self.faults.setdefault(rule, []).append(fault)

    def note_flaws(self) -> None:
        for fact in self.reading.facts:
            if fact.flaw:
                place = Place(file=fact.file, line=fact.flaw.mark.line, column=fact.flaw.mark.column)
                self.note(fact.flaw.rule, Fault(message=fact.flaw.message, at=(place,), cure=fact.flaw.cure))

    # -- schemas ------------------------------------------------------------------------------------------------------

    def hold_to_schemas(self) -> None:
        for kind, records in self.reading.records.items():
            name = SINGULAR.get(kind, kind)
            self.records[kind], self.sound[kind] = [], []
            for ordinal, record in enumerate(records):
                misfits = () if gate(name)(record.value) else explain(name, record.value)
                for misfit in misfits:
                    target = Target(kind=kind, record=ordinal, path=misfit.path, on_key=misfit.on_key)
                    self.note("schema-violation", Fault(message=misfit.message, at=(target,), cure=misfit.cure))
                self.sound[kind].append(not misfits)
                value = _without(record.value, misfits) if misfits else _with_integers(kind, record.value)
                self.records[kind].append(value)

    @property
    def dataset(self) -> Plain:
        return self.records["dataset"][0] if self.records.get("dataset") else {}

    # -- texts --------------------------------------------------------------------------------------------------------

    def gather_texts(self, folders: Sequence[FilePath], given: Mapping[str, FilePath], held: Mapping[str, str]) -> None:
        wanted: dict[str, str] = {}
        for record in self.records["documents"]:
            if record.get("id") and record.get("sha256"):
                wanted.setdefault(record["id"], record["sha256"])
        _refuse_unknown(given, wanted)
        found: Texts = find_texts(folders, wanted, given)
        self.texts = {**held, **found.texts, **self.reading.texts}
        filed = {FilePath(fact.filed).stem: FilePath(fact.file) for fact in self.reading.facts if fact.digest}
        named = {name: path for name, path in filed.items() if name in wanted} | dict(found.changed)
        for ordinal, record in enumerate(self.records["documents"]):
            if "text" in record:
                self.texts[bytes_digest(record["text"].encode())] = record["text"]
            changed = named.get(record.get("id", ""))
            if changed is not None and record.get("sha256") not in self.texts:
                note = Place(file=changed.as_posix(), note="the text at hand")
                target = Target(kind="documents", record=ordinal, path=("sha256",))
                message = f"the text at hand for {record['id']!r} is not the one described: its digest differs"
                cure = "get the version described, or place the anchors anew and set 'sha256' and 'length'"
                self.note("changed-text", Fault(message=message, at=(target, note), cure=cure))

    def text_of(self, document: Plain) -> str | None:
        return document.get("text") or self.texts.get(document.get("sha256", ""))

    def views(self) -> Iterator[View]:
        own_words = OwnWords(self.records)
        pointers: dict[str, list[Pointer]] = {}
        for ordinal, claim in enumerate(self.records["claims"]):
            for part in ("appearances", "evidence"):
                for item, holder in enumerate(claim.get(part) or ()):
                    if holder and holder.get("anchor") and holder.get("document"):
                        path: Path = (part, item, "anchor")
                        pointer = Pointer(kind="claims", record=ordinal, path=path, anchor=holder["anchor"])
                        pointers.setdefault(holder["document"], []).append(pointer)
        for ordinal, document in enumerate(self.records["documents"]):
            mine = pointers.get(document.get("id", ""), [])
            text = self.text_of(document)
            self.count_anchors(mine, text)
            if text is not None:
                yield View(record=ordinal, document=document, text=text, pointers=mine, own_words=own_words)

    def count_anchors(self, pointers: Sequence[Pointer], text: str | None) -> None:
        if text is None:
            self.anchors["unseen"] += len(pointers)
            return
        for pointer in pointers:
            if pointer.span and pointer.anchor.get("digest") == span_digest(pointer.span.of(text)):
                self.anchors["verified"] += 1

    # -- rules --------------------------------------------------------------------------------------------------------

    def ask_rules(self) -> None:
        views = list(self.views())
        made = self.tables = tables(self.records)
        self.note_unknown_rules()
        files = self.files()
        with DuckDBEngine(made) as engine:
            for name in self.asked:
                rule = RULES[name]
                if self.level(name) == "off":
                    continue
                settings = self.settings(name)
                match rule.CHECK:
                    case OnRecord(kinds=kinds, check=ask):
                        for kind in kinds:
                            for ordinal, record in enumerate(self.records[kind]):
                                for found in ask(kind, record, settings):
                                    self.note(name, _fault(found, kind, ordinal))
                    case OnText(check=ask_text):
                        for view in views:
                            self.extend(name, ask_text(view, settings))
                    case OnCorpus(queries=queries):
                        for query in queries:
                            for row in engine.rows(query.sql):
                                self.note(name, self.told(query, row))
                    case OnTables(check=ask_tables):
                        self.extend(name, ask_tables(made, settings))
                    case OnFiles(check=ask_files):
                        faults = list(ask_files(files, settings))
                        self.faults.pop(name, None)
                        self.extend(name, faults)

    def extend(self, name: str, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.note(name, fault)

    def level(self, name: str) -> Level:
        rule = RULES[name]
        default = rule.IMPORTED if self.dataset.get("profile") == "imported" else rule.LEVEL
        chosen: Level = (self.dataset.get("rules") or {}).get(name, {}).get("level", default)
        return chosen

    def settings(self, name: str) -> dict[str, Any]:
        chosen = (self.dataset.get("rules") or {}).get(name, {}).get("settings", {})
        known = RULES[name].SETTINGS
        return {**known, **{key: value for key, value in chosen.items() if key in known and _fits(value, known[key])}}

    def note_unknown_rules(self) -> None:
        for name, chosen in (self.dataset.get("rules") or {}).items():
            known = RULES.get(name)
            if known is None:
                cure = _did_you_mean(name, RULES).removeprefix("; ") or "factcheck rules lists them"
                self.note("unknown-rule", _dataset_fault(f"no rule {name!r}", ("rules", name), cure))
                continue
            for key, value in chosen.get("settings", {}).items():
                path = ("rules", name, "settings", key)
                if key not in known.SETTINGS:
                    cure = f"its settings: {', '.join(known.SETTINGS) or 'none'}"
                    self.note("unknown-rule", _dataset_fault(f"rule {name!r} has no setting {key!r}", path, cure))
                elif not _fits(value, known.SETTINGS[key]):
                    message = f"setting {key!r} of rule {name!r} must be a number (got {value!r})"
                    cure = f"without it the setting is {known.SETTINGS[key]!r}"
                    self.note("unknown-rule", _dataset_fault(message, path, cure))

    def files(self) -> Files:
        facts = {fact.file: _file_fact(fact) for fact in self.reading.facts}
        filed = [
            FiledRecord(kind=kind, record=ordinal, value=value, fact=facts[record.origin.file])
            for kind in KINDS
            for ordinal, (record, value) in enumerate(zip(self.reading.records[kind], self.records[kind], strict=True))
            if record.origin.file in facts
        ]
        return Files(facts=tuple(facts.values()), records=filed, noted=dict(self.faults))

    def told(self, query: Query, row: Mapping[str, Any]) -> Fault:
        kind = query.kind or row["kind"]
        at = [Target(kind=kind, record=row["record"], path=_path(query.path, row), on_key=query.on_key)]
        if query.also:
            other, path, note = query.also
            at.append(Target(kind=other, record=row["other_record"], path=_path(path, row), note=note.format(**row)))
        cure = query.cure.format(**row) if query.cure else None
        if query.nearest:
            near = get_close_matches(row[query.nearest[0]], self.known(query, row), n=1, cutoff=0.6)
            cure = f"did you mean {near[0]!r}? Otherwise {cure}" if near else cure
        return Fault(message=query.message.format(**row), at=tuple(at), cure=cure)

    def known(self, query: Query, row: Mapping[str, Any]) -> list[str]:
        """Return the values among which the nearest is sought."""
        _, relation, key = query.nearest or ("", "", "")
        table = self.tables[relation]
        names: list[str | None] = table[key].to_pylist()
        kin = table[query.within].to_pylist() if query.within else names
        wanted = row[query.within] if query.within else None
        return [name for name, its in zip(names, kin, strict=True) if name and (wanted is None or its == wanted)]

    # -- telling ------------------------------------------------------------------------------------------------------

    def place(self, at: Target | Place) -> Place:
        if isinstance(at, Place):
            return at
        records = self.reading.records.get(at.kind, ())
        if at.record >= len(records):
            return Place(path="", note=at.note)
        return records[at.record].origin.place(at.path, on_key=at.on_key, note=at.note)

    def report(self) -> Report:
        problems = [
            Problem(
                rule=name,
                level=self.level(name),
                message=fault.message,
                places=tuple(self.place(at) for at in fault.at),
                cure=fault.cure,
                words=fault.words,
            )
            for name, faults in self.faults.items()
            if name in self.asked and self.level(name) != "off"
            for fault in faults
        ]
        return Report(
            problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
            counts={kind: len(records) for kind, records in self.records.items() if kind != "dataset"},
            anchors=dict(self.anchors),
            rules=tuple(name for name in self.asked if self.level(name) != "off"),
        )


def _refuse_unknown(given: Mapping[str, FilePath], wanted: Mapping[str, str]) -> None:
    for name in given:
        if name not in wanted:
            raise UsageError(f"--text names document {name!r}, which is not there{_did_you_mean(name, wanted)}")


def _fits(value: Any, default: Any) -> bool:
    """Tell whether a value may stand for a setting's default; every setting is a number."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and (isinstance(default, float) or isinstance(value, int))


def _dataset_fault(message: str, path: Path, cure: str) -> Fault:
    return Fault(message=message, at=(Target(kind="dataset", record=0, path=path, on_key=True),), cure=cure)


def _fault(found: Found, kind: str, ordinal: int) -> Fault:
    target = Target(kind=kind, record=ordinal, path=found.path, on_key=found.on_key)
    return Fault(message=found.message, at=(target,), cure=found.cure, words=found.words)


def _file_fact(fact: Fact) -> FileFact:
    return FileFact(file=fact.file, filed=fact.filed, kind=fact.kind, records=fact.records, digest=fact.digest)


def _path(template: tuple[str, ...], row: Mapping[str, Any]) -> Path:
    steps = (row[step[1:-1]] if step.startswith("{") else step for step in template)
    return tuple(step for step in steps if step is not None)


def _with_integers(kind: str, value: Plain) -> Plain:
    """Return a record that fits its schema with ``3.0`` as ``3`` where a whole number is meant."""
    if not _has_float({key: member for key, member in value.items() if key != "extra"}):
        return value
    return unstructure(structure(value, KINDS[kind])) if kind in KINDS else value


def _has_float(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_float(member) for key, member in value.items() if key != "extra")
    if isinstance(value, list):
        return any(_has_float(item) for item in value)
    return isinstance(value, float)


def _without(value: Any, misfits: Iterable[Misfit]) -> Plain:
    """Return a record without what does not fit, so that one fault does not cause others; list places are kept."""
    if not isinstance(value, dict):
        return {}
    kept: dict[str, Any] = _copied(value)
    # deepest first, so that the way to each is still there
    for misfit in sorted(misfits, key=lambda misfit: -len(misfit.path)):
        _drop(kept, misfit.path)
    return kept


def _copied(value: Any) -> Any:
    """Copy plain data, with ``3.0`` as ``3``: a schema takes both for a whole number, tables and slices do not."""
    if isinstance(value, dict):
        return {key: member if key == "extra" else _copied(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_copied(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) <= BIGGEST_WHOLE else value


def _drop(value: Any, path: Path) -> None:
    for step in path[:-1]:
        value = value[step]
    if path and isinstance(value, dict):
        value.pop(path[-1], None)
    elif path and isinstance(value, list) and isinstance(path[-1], int):
        value[path[-1]] = None
