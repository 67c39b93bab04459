"""One walk from files to report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path as FilePath
from types import ModuleType
from typing import Any

import attrs

from factcheck.checking.asking import Evidence, ask
from factcheck.checking.excusing import exceptions, excuse
from factcheck.checking.fitting import Fitted, hold_to_schemas
from factcheck.checking.gathering import Gathered, count_anchors, gather_texts, views
from factcheck.checking.settings import RuleBook
from factcheck.documents import text_folders
from factcheck.engines import engine_for
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean, nearest
from factcheck.problems import Edit, Fault, InvalidCorpus, Place, Problem, Report, Target
from factcheck.reading import Reading, of_plain, read_corpus
from factcheck.records.corpus import KINDS, Corpus
from factcheck.repairs import REPAIRS, Grounds
from factcheck.rules import RULES
from factcheck.rules.rule import FiledRecord, FileFact, Files, OnCorpus, OnRelease, OnTables, OnText, Plain
from factcheck.tables.gaps import gaps_of
from factcheck.tables.near_duplicates import CANDIDATES, bands, proved
from factcheck.tables.relations import tables
from factcheck.tables.table import Table

BASIC = ("unreadable", "duplicate-key", "schema-violation")
"""The rules that a corpus must keep before its records can be made."""

Noted = dict[str, Sequence[Fault]]
Progressing = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def check(
    corpus: FilePath | str | Corpus,
    *,
    documents: Iterable[FilePath | str] = (),
    texts: Mapping[str, FilePath | str] | None = None,
    rules: Iterable[str] | None = None,
    cache: FilePath | None = None,
    progress: Progressing = silent,
) -> Report:
    """Check a corpus and report every problem.

    Args:
        corpus: the folder of a corpus, or its records.
        documents: folders of texts that may not be passed on; those named by ``FACTCHECK_DOCUMENTS`` are searched too.
        texts: the file of a document's text, by the document's id.
        rules: the rules to ask; all, if nothing is said.
        cache: a folder that keeps what files held for the next check; the report is the same without it.
        progress: told, as the rules are asked, how many of them were.

    Raises:
        UsageError: there is no corpus, no such folder, or no such rule.
    """
    return examine(corpus, documents=documents, texts=texts, rules=rules, cache=cache, progress=progress).report


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
        fitted: the records, held to their schemas.
        texts: the texts at hand, by digest.
        card: what a person wrote for the card.
        baselines: the text of the figures that simple systems reach.
        exceptions: how many remarks in its files excuse problems, by rule.
        files: the files of records.
    """

    report: Report
    fitted: Fitted
    texts: Mapping[str, str]
    card: str
    baselines: str
    exceptions: Mapping[str, int]
    files: Sequence[FileFact] = ()

    def corpus(self) -> Corpus:
        """Return the records that are sound.

        Raises:
            InvalidCorpus: the dataset's own record is not.
        """
        plain: dict[str, Any] = {
            kind: [value for value, is_sound in zip(values, self.fitted.sound[kind], strict=True) if is_sound]
            for kind, values in self.fitted.records.items()
        }
        if not plain["dataset"]:
            raise InvalidCorpus(self.report)
        corpus: Corpus = _shaping().corpus_of({**plain, "dataset": plain["dataset"][0]}, self.texts)
        return corpus


def _shaping() -> ModuleType:
    """Return the module that knows the typed records; a check of files has no need of it, nor time to import it."""
    return import_module("factcheck.shaping")


def examine(
    corpus: FilePath | str | Corpus,
    *,
    documents: Iterable[FilePath | str] = (),
    texts: Mapping[str, FilePath | str] | None = None,
    rules: Iterable[str] | None = None,
    cache: FilePath | None = None,
    progress: Progressing = silent,
) -> Examined:
    """Check a corpus and keep what was read; arguments and errors as for ``check``."""
    names = _rules_asked(rules)
    folders = text_folders([FilePath(folder) for folder in documents])
    if isinstance(corpus, Corpus):
        reading, held = of_plain(_shaping().plain_of(corpus)), corpus.texts
    else:
        reading, held = read_corpus(FilePath(corpus), cache), {}
    fitted = hold_to_schemas(reading.records)
    given = {name: FilePath(file) for name, file in (texts or {}).items()}
    gathered = gather_texts(reading, fitted.records, folders, given, held)
    book = RuleBook(fitted.dataset)
    noted = _noted(reading) | {"schema-violation": fitted.faults, "changed-text": gathered.faults}
    noted["unknown-rule"] = list(book.faults())
    asked = tuple(name for name in names if book.level(name) != "off")
    faults = _ask(asked, book, reading, fitted, gathered, noted, progress)
    grounds = Grounds(
        records=reading.records,
        texts={one["id"]: text for one in fitted.records["documents"] if "id" in one and (text := gathered.of(one))},
        versions=gathered.versions,
    )
    excused = excuse(_problems(faults, book, reading, grounds), reading.remarks, asked)
    void = _problems({"void-ignore": excused.faults} if "void-ignore" in asked else {}, book, reading, grounds)
    report = Report(
        problems=tuple(sorted((*excused.standing, *void), key=lambda problem: problem.sort_key)),
        held_back=sum(fault.may_follow for found in faults.values() for fault in found),
        counts={kind: len(records) for kind, records in fitted.records.items() if kind != "dataset"},
        anchors=count_anchors(fitted.records, gathered),
        rules=asked,
        ignored=excused.ignored,
    )
    return Examined(
        report=report,
        fitted=fitted,
        texts=gathered.texts,
        card=reading.card,
        baselines=reading.baselines,
        files=tuple(fact for fact in _file_facts(reading).values() if fact.kind),
        exceptions=exceptions(reading.remarks),
    )


def corpus_rules() -> tuple[str, ...]:
    """Return the names of the rules that a corpus is asked; the others are asked of a release."""
    return tuple(name for name, rule in RULES.items() if not isinstance(rule.CHECK, OnRelease))


def _rules_asked(names: Iterable[str] | None) -> tuple[str, ...]:
    asked = tuple(corpus_rules() if names is None else names)
    for name in asked:
        if name not in RULES:
            raise UsageError(f"no rule {name!r}{did_you_mean(name, RULES)}")
        if isinstance(RULES[name].CHECK, OnRelease):
            raise UsageError(f"rule {name!r} is asked of a release: factcheck verify asks it")
    return asked


def _noted(reading: Reading) -> Noted:
    """Return what was wrong with files as files, by the rule it offends."""
    noted: dict[str, list[Fault]] = {}
    for fact in reading.facts:
        if fact.flaw:
            place = Place(file=fact.file, line=fact.flaw.mark.line, column=fact.flaw.mark.column)
            fault = Fault(message=fact.flaw.message, at=(place,), cure=fact.flaw.cure)
            noted.setdefault(fact.flaw.rule, []).append(fault)
    return dict(noted)


def _ask(
    names: Sequence[str],
    book: RuleBook,
    reading: Reading,
    fitted: Fitted,
    gathered: Gathered,
    noted: Noted,
    progress: Progressing,
) -> dict[str, list[Fault]]:
    """Ask each rule, and return what it finds."""
    scopes = {type(RULES[name].CHECK) for name in names}
    made = tables(fitted.records) if scopes & {OnCorpus, OnTables} else {}
    if any(_reads_near_duplicates(name) for name in names):
        threshold = book.settings("near-duplicate-claim")["threshold"]
        made["near_duplicates"] = _near_duplicates(fitted.records["claims"], threshold)
    with engine_for(made) as engine:
        evidence = Evidence(
            records=fitted.records,
            views=list(views(fitted.records, gathered)) if OnText in scopes else [],
            tables=made,
            engine=engine,
            files=_files(reading, fitted, noted),
        )
        found: dict[str, list[Fault]] = {}
        for done, name in enumerate(names):
            progress(name, done, len(names))
            found[name] = list(ask(RULES[name].CHECK, evidence, book.settings(name)))
        return found


def _near_duplicates(claims: Sequence[Plain], threshold: float) -> Table:
    with engine_for({"bands": bands(claims, threshold)}) as engine:
        pairs = [(row["record"], row["other_record"]) for row in engine.rows(CANDIDATES)]
    return proved(claims, pairs, threshold)


def _reads_near_duplicates(name: str) -> bool:
    """Tell whether a rule reads the one relation that is made only when it is read."""
    check_ = RULES[name].CHECK
    return isinstance(check_, OnCorpus) and any("near_duplicates" in query.sql for query in check_.queries)


def _files(reading: Reading, fitted: Fitted, noted: Noted) -> Files:
    facts = _file_facts(reading)
    return Files(
        facts=tuple(facts.values()),
        records=list(_filed(reading, fitted, facts)),
        noted=noted,
        gaps=gaps_of(_unread(reading), _partial(reading, fitted)),
    )


def _file_facts(reading: Reading) -> dict[str, FileFact]:
    return {
        fact.file: FileFact(
            file=fact.file,
            filed=fact.filed,
            kind=fact.kind,
            records=fact.records,
            digest=fact.digest,
            returns_at=fact.returns_at,
        )
        for fact in reading.facts
    }


def _unread(reading: Reading) -> Iterator[str]:
    """Yield the kinds of which a file could not be read, or stands where it is not looked for."""
    for fact in reading.facts:
        if fact.flaw and fact.flaw.rule == "unreadable":
            yield fact.kind
        elif not fact.kind and fact.digest is None:
            yield nearest(fact.filed.split("/")[0].split(".")[0], KINDS) or ""


def _partial(reading: Reading, fitted: Fitted) -> dict[str, dict[int, Any]]:
    return {
        kind: {ordinal: reading.records[kind][ordinal].value for ordinal, is_sound in enumerate(sound) if not is_sound}
        for kind, sound in fitted.sound.items()
    }


def _filed(reading: Reading, fitted: Fitted, facts: Mapping[str, FileFact]) -> Iterator[FiledRecord]:
    for kind in KINDS:
        for ordinal, (record, value) in enumerate(zip(reading.records[kind], fitted.records[kind], strict=True)):
            if record.origin.file in facts:
                yield FiledRecord(kind=kind, record=ordinal, value=value, fact=facts[record.origin.file])


def _problems(
    faults: Mapping[str, Sequence[Fault]], book: RuleBook, reading: Reading, grounds: Grounds
) -> tuple[Problem, ...]:
    problems = [
        Problem(
            rule=name,
            level=book.level(name),
            message=fault.message,
            places=tuple(_place(at, reading) for at in fault.at),
            cure=fault.cure,
            words=fault.words,
            record=_record(fault.at[0], reading),
            repair=_edits(name, fault, reading, grounds),
        )
        for name, found in faults.items()
        for fault in found
        if not fault.may_follow
    ]
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _edits(name: str, fault: Fault, reading: Reading, grounds: Grounds) -> tuple[Edit, ...]:
    """Return what would mend a fault, where a program may."""
    if name not in REPAIRS:
        return ()
    return tuple(
        reading.records[change.kind][change.record].origin.edit(change.path, change.value)
        for change in REPAIRS[name](fault, grounds)
    )


def _place(at: Target | Place, reading: Reading) -> Place:
    """Turn a way into a record into a place in a file."""
    if isinstance(at, Place):
        return at
    records = reading.records.get(at.kind, ())
    if at.record >= len(records):
        return Place(note=at.note)
    return records[at.record].origin.place(at.path, on_key=at.on_key, note=at.note)


def _record(at: Target | Place, reading: Reading) -> str:
    """Return the name of a record: its id, or those of its claim and annotator."""
    if isinstance(at, Place):
        return ""
    records = reading.records.get(at.kind, ())
    value = records[at.record].value if at.record < len(records) else None
    if not isinstance(value, dict):
        return ""
    keys = ("id",) if "id" in value else ("name",) if at.kind == "dataset" else ("claim", "annotator")
    return "/".join(value[key] for key in keys if isinstance(value.get(key), str))
