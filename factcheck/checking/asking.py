"""Each rule asked in its scope: what it finds, as faults."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.engines.engine import Engine
from factcheck.naming import nearest
from factcheck.problems import Fault, Path, Target
from factcheck.rules.rule import (
    Check,
    Files,
    Found,
    OnCorpus,
    OnFiles,
    OnRecord,
    OnTables,
    OnText,
    Plain,
    Query,
    Settings,
    View,
)
from factcheck.tables.gaps import Gaps
from factcheck.tables.table import Table


@attrs.frozen(kw_only=True)
class Evidence:
    """What rules are asked of.

    Args:
        records: plain records by kind.
        views: the documents whose text is at hand.
        tables: the flat relations.
        engine: runs SQL over them.
        files: facts of files, and what was noted on the way.
    """

    records: Mapping[str, Sequence[Plain]]
    views: Sequence[View]
    tables: Mapping[str, Table]
    engine: Engine
    files: Files


def ask(check: Check, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    """Yield what a rule finds."""
    answer: Callable[[Any, Evidence, Settings], Iterator[Fault]] = _SCOPES[type(check)]
    yield from answer(check, evidence, settings)


def _of_records(check: OnRecord, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    for kind in check.kinds:
        for ordinal, record in enumerate(evidence.records[kind]):
            for found in check.check(kind, record, settings):
                may_follow = check.of_whole and evidence.files.gaps.is_partial(kind, ordinal)
                yield attrs.evolve(_fault(found, kind, ordinal), may_follow=may_follow)


def _fault(found: Found, kind: str, ordinal: int) -> Fault:
    target = Target(kind=kind, record=ordinal, path=found.path, on_key=found.on_key)
    return Fault(message=found.message, at=(target,), cure=found.cure, words=found.words)


def _of_texts(check: OnText, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    for view in evidence.views:
        yield from check.check(view, settings)


def _of_tables(check: OnTables, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    yield from check.check(evidence.tables, settings)


def _of_files(check: OnFiles, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    yield from check.check(evidence.files, settings)


def _of_corpus(check: OnCorpus, evidence: Evidence, settings: Settings) -> Iterator[Fault]:
    for query in check.queries:
        if query.when is None or settings[query.when[0]] == query.when[1]:
            for row in evidence.engine.rows(query.sql):
                yield attrs.evolve(
                    _told(query, row, evidence.tables), may_follow=_may_follow(query, row, evidence.files.gaps)
                )


_SCOPES: dict[type[Any], Callable[..., Iterator[Fault]]] = {
    OnCorpus: _of_corpus,
    OnFiles: _of_files,
    OnRecord: _of_records,
    OnTables: _of_tables,
    OnText: _of_texts,
}


def _may_follow(query: Query, row: Mapping[str, Any], gaps: Gaps) -> bool:
    """Tell whether what a query misses may stand where nothing could be read."""
    kind = query.kind or row["kind"]
    if kind in query.absent and gaps.is_partial(kind, row["record"]):
        return True
    return gaps.may_hold(query.absent, row[query.sought] if query.sought else None)


def _told(query: Query, row: Mapping[str, Any], tables: Mapping[str, Table]) -> Fault:
    kind = query.kind or row["kind"]
    at = [Target(kind=kind, record=row["record"], path=_path(query.path, row), on_key=query.on_key)]
    if query.also:
        other, path, note = query.also
        at.append(Target(kind=other, record=row["other_record"], path=_path(path, row), note=note.format(**row)))
    cure = query.cure.format(**row) if query.cure else None
    if query.nearest:
        near = nearest(row[query.nearest[0]], _known(query, row, tables))
        cure = f"did you mean {near!r}? Otherwise {cure}" if near else cure
    return Fault(message=query.message.format(**row), at=tuple(at), cure=cure)


def _known(query: Query, row: Mapping[str, Any], tables: Mapping[str, Table]) -> list[str]:
    """Return the values among which the nearest is sought."""
    _, relation, key = query.nearest or ("", "", "")
    table = tables[relation]
    names: list[str | None] = table.column(key)
    kin = table.column(query.within) if query.within else names
    wanted = row[query.within] if query.within else None
    return [name for name, its in zip(names, kin, strict=True) if name and (wanted is None or its == wanted)]


def _path(template: tuple[str, ...], row: Mapping[str, Any]) -> Path:
    steps = (row[step[1:-1]] if step.startswith("{") else step for step in template)
    return tuple(step for step in steps if step is not None)
