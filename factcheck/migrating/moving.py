"""A corpus moved forward, file by file: each is old or new at any instant; ``dataset.yaml``, which names the version, is last.

A run that died is finished by the next: a record that is new already asks for no edit.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from factcheck.editing import revise
from factcheck.errors import UsageError
from factcheck.files.yaml_editing import KeyChange
from factcheck.migrating.migration import Edit, Migration, Put, Rename
from factcheck.problems import Path as Way
from factcheck.reading import DATASET, Record, corpus_folder, read_corpus
from factcheck.records.corpus import KINDS
from factcheck.schemas.generating import SCHEMA_VERSION

Edits = dict[Way, list[Edit]]
"""The edits of a file, by the way to the record in it."""

_VERSION = re.compile(r"[0-9]+\.[0-9]+")


@attrs.frozen(kw_only=True)
class Migrated:
    """What a migration did.

    Args:
        old: the schema version that the corpus was written for.
        new: the one that it is written for now.
        records: how many records were edited.
        files: the files that were written, or would be.
    """

    old: str
    new: str
    records: int
    files: tuple[str, ...]


def migrate(
    corpus: Path | str,
    migrations: Mapping[str, Migration],
    *,
    newest: str = SCHEMA_VERSION,
    write: bool = True,
) -> Migrated:
    """Move a corpus forward to the newest version of the schemas; comments and all else that is not meant stay as they are.

    Args:
        corpus: its folder.
        migrations: each migration by the version that it leads from.
        newest: the version to reach.
        write: change the files; otherwise only say which would be.

    Raises:
        UsageError: there is no corpus, a file cannot be read or edited, or no migration leads on from its version.
    """
    folder = corpus_folder(Path(corpus))
    first = version = _version(folder)
    files: dict[str, int] = {}
    while version != newest:
        migration = migrations.get(version)
        if migration is None:
            raise UsageError(_no_way(version, newest, migrations))
        for file, count in _step(folder, migration, write=write).items():
            files[file] = files.get(file, 0) + count
        version = migration.TO
        if not write and version != newest:
            break  # what the next step would edit shows when this one is done
    return Migrated(old=first, new=version, records=sum(files.values()), files=tuple(files))


def _version(folder: Path) -> str:
    reading = read_corpus(folder)
    flaws = [fact for fact in reading.facts if fact.flaw and fact.kind]
    if flaws and flaws[0].flaw:
        flaw = flaws[0].flaw
        raise UsageError(f"{flaws[0].file}:{flaw.mark.line}:{flaw.mark.column}: {flaw.message}; mend it first")
    value = reading.records["dataset"][0].value
    version = value.get("schema_version") if isinstance(value, dict) else None
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        raise UsageError(f"{DATASET} must have 'schema_version', as in \"0.1\" (got {version!r})")
    return version


def _no_way(version: str, newest: str, migrations: Mapping[str, Migration]) -> str:
    if _number(version) > _number(newest):
        return f"the corpus is written for schema version {version}, and this program knows {newest}: get a newer factcheck"
    known = ", ".join(migrations) or "none"
    return f"no migration leads on from schema version {version!r} to {newest} (migrations lead from: {known})"


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _step(folder: Path, migration: Migration, *, write: bool) -> dict[str, int]:
    """Edit the files of a corpus, ``dataset.yaml`` last; return how many records of each were edited."""
    reading = read_corpus(folder)
    wanted: dict[str, Edits] = {fact.file: {} for fact in reading.facts if fact.kind}
    for kind in (*KINDS, "dataset"):
        wanted |= _edits(kind, reading.records[kind], migration)
    dataset = reading.records["dataset"][0].origin.file
    for file in (*(file for file in wanted if file != dataset), dataset):
        _revise(Path(file), wanted[file], migration.TO, write=write)
    return {file: len(edits) for file, edits in wanted.items() if edits}


def _edits(kind: str, records: Sequence[Record], migration: Migration) -> dict[str, Edits]:
    """Return the edits of the records of a kind, by file and by the way to the record."""
    found: dict[str, Edits] = {}
    counts: Counter[str] = Counter()
    for record in records:
        file = record.origin.file
        way: Way = (counts[file],) if record.origin.line else record.origin.prefix
        counts[file] += 1
        edits = list(migration.edits(kind, record.value)) if isinstance(record.value, dict) else []
        if kind == "dataset":
            edits.append(Put(key="schema_version", value=migration.TO))
        if edits:
            found.setdefault(file, {})[way] = edits
    return found


def _revise(file: Path, wanted: Edits, version: str, *, write: bool) -> None:
    puts = [
        KeyChange(path=(*way, *edit.path), key=edit.key, value=edit.value, after=edit.after)
        for way, edits in wanted.items()
        for edit in edits
        if isinstance(edit, Put)
    ]
    names = {
        ((*way, *edit.path), edit.key): edit.to
        for way, edits in wanted.items()
        for edit in edits
        if isinstance(edit, Rename)
    }
    revise(file, _one_a_mapping(puts), names, schema_version=version, write=write)


def _one_a_mapping(changes: Sequence[KeyChange]) -> list[list[KeyChange]]:
    batches: list[dict[Way, KeyChange]] = []
    for change in changes:
        batch = next((batch for batch in batches if change.path not in batch), None)
        if batch is None:
            batches.append(batch := {})
        batch[change.path] = change
    return [list(batch.values()) for batch in batches]
