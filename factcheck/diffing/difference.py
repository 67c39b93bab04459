"""The difference between two corpora: records added, removed and changed, and what follows for those who use them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from factcheck.diffing.fields import FieldChange, Plain, canonical, field_changes, with_changes
from factcheck.diffing.versions import Step, shortfall
from factcheck.gold import gold_verdicts
from factcheck.labels import Label
from factcheck.records.corpus import KINDS, Corpus
from factcheck.rights import without_withheld
from factcheck.shaping import corpus_of, plain_of

Name = tuple[str | int, ...]
"""What tells a record from others of its kind: its id, or claim and annotator; a number behind it where several share that."""

Columns = Mapping[str, Mapping[str, str]]
"""The columns of each config of a release, and the type of each."""

_NAMED_BY = {"verdicts": ("claim", "annotator"), "adjudications": ("claim",)}
_MEANT_BY = {"claims": ("text",), "documents": ("title", "url"), "references": ("title", "doi")}
_LEAST_SHARED = 0.2
_OF_THE_VERSION = ("version", "released")
_OF_THE_DATA = ("licence", "language", "topics", "gold", "text_rights")


@attrs.frozen(kw_only=True)
class Entry:
    """A record that only one of the two has."""

    kind: str
    name: Name
    record: Plain = attrs.field(eq=canonical)


@attrs.frozen(kw_only=True)
class RecordChange:
    """A record that both have, with the fields that differ."""

    kind: str
    name: Name
    fields: tuple[FieldChange, ...]


@attrs.frozen(kw_only=True)
class Flip:
    """A claim that both have, with another gold verdict; the labels are the same where only the rest of it differs."""

    claim: str
    old: Label | None
    new: Label | None


@attrs.frozen(kw_only=True)
class Move:
    """A claim that stands in another split; None is no split."""

    claim: str
    old: str | None
    new: str | None


@attrs.frozen(kw_only=True)
class Reuse:
    """An id under which something else stands now: its old and its new words."""

    kind: str
    name: Name
    old: str
    new: str


@attrs.frozen(kw_only=True)
class Difference:
    """What differs between two corpora, in order of kind and name.

    Args:
        versions: the version of each.
        dataset: fields of the dataset's own record.
        added: records that only the new one has.
        removed: records that only the old one has.
        changed: records that both have, otherwise.
        judged: claims that both have, with another gold verdict.
        reused: ids that stand for something else.
        columns: columns of a release's configs: the way is config and column, the values are types.
    """

    versions: tuple[str, str]
    dataset: tuple[FieldChange, ...] = ()
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    judged: tuple[Flip, ...] = ()
    reused: tuple[Reuse, ...] = ()
    columns: tuple[FieldChange, ...] = ()

    @property
    def flipped(self) -> tuple[Flip, ...]:
        """The claims whose gold label is another."""
        return tuple(flip for flip in self.judged if flip.old != flip.new)

    @property
    def moved(self) -> tuple[Move, ...]:
        """The claims that stand in another split."""
        return tuple(
            Move(claim=str(change.name[0]), old=field.old, new=field.new)
            for change in self.changed
            if change.kind == "claims"
            for field in change.fields
            if field.path == ("split",)
        )

    @property
    def step(self) -> Step:
        """What version the difference asks for."""
        edited = [field for field in self.dataset if field.path[0] in _OF_THE_DATA]
        if (
            self.removed
            or self.changed
            or self.judged
            or self.columns
            or any(field.old is not None for field in edited)
        ):
            return Step.MAJOR
        if self.added or edited:
            return Step.MINOR
        is_same = all(field.path[0] in _OF_THE_VERSION for field in self.dataset)
        return Step.SAME if is_same else Step.PATCH

    @property
    def shortfall(self) -> str | None:
        """What is wrong with the version of the new one, or None where it says enough."""
        return shortfall(*self.versions, self.step)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many records of each kind were added, removed and changed, kinds without any left out."""
        parts: dict[str, tuple[Entry | RecordChange, ...]] = {
            "added": self.added,
            "removed": self.removed,
            "changed": self.changed,
        }
        by_part = {part: Counter(one.kind for one in entries) for part, entries in parts.items()}
        return {
            kind: {part: count[kind] for part, count in by_part.items()}
            for kind in KINDS
            if any(count[kind] for count in by_part.values())
        }

    def mirrored(self) -> "Difference":
        """Return the difference from new to old."""
        return Difference(
            versions=(self.versions[1], self.versions[0]),
            dataset=tuple(field.mirrored() for field in self.dataset),
            added=self.removed,
            removed=self.added,
            changed=tuple(
                attrs.evolve(change, fields=tuple(field.mirrored() for field in change.fields))
                for change in self.changed
            ),
            judged=tuple(attrs.evolve(flip, old=flip.new, new=flip.old) for flip in self.judged),
            reused=tuple(attrs.evolve(reuse, old=reuse.new, new=reuse.old) for reuse in self.reused),
            columns=tuple(field.mirrored() for field in self.columns),
        )

    def applied(self, old: Corpus) -> Corpus:
        """Return what the old corpus becomes: the records of the new one, in order of kind and name, without withheld words."""
        plain = plain_of(without_withheld(old))
        made: dict[str, Any] = {"dataset": with_changes(plain["dataset"], self.dataset)}
        for kind in KINDS:
            records = _named(kind, plain[kind])
            for entry in (entry for entry in self.removed if entry.kind == kind):
                del records[entry.name]
            for edit in (edit for edit in self.changed if edit.kind == kind):
                records[edit.name] = with_changes(records[edit.name], edit.fields)
            records |= {entry.name: entry.record for entry in self.added if entry.kind == kind}
            made[kind] = [records[name] for name in _in_order(records)]
        return corpus_of(made)


def difference(old: Corpus, new: Corpus, *, columns: tuple[Columns, Columns] = ({}, {})) -> Difference:
    """Return what differs between two corpora, as far as it may be passed on: withheld words are not looked at.

    Args:
        old: the older records.
        new: the newer records.
        columns: the columns that each has as a release.
    """
    one, other = without_withheld(old), without_withheld(new)
    before, after = plain_of(one), plain_of(other)
    names = {kind: (_named(kind, before[kind]), _named(kind, after[kind])) for kind in KINDS}
    both = columns[0].keys() & columns[1].keys()  # what a config without rows lacks is told by the records
    return Difference(
        versions=(old.dataset.version, new.dataset.version),
        dataset=tuple(field_changes(before["dataset"], after["dataset"])),
        added=tuple(entry for kind, (was, now) in names.items() for entry in _entries(kind, now, was)),
        removed=tuple(entry for kind, (was, now) in names.items() for entry in _entries(kind, was, now)),
        changed=tuple(change for kind, (was, now) in names.items() for change in _changes(kind, was, now)),
        judged=tuple(_judged(one, other)),
        reused=tuple(reuse for kind, (was, now) in names.items() for reuse in _reused(kind, was, now)),
        columns=tuple(
            change for name in sorted(both) for change in field_changes(columns[0][name], columns[1][name], (name,))
        ),
    )


def _named(kind: str, records: Iterable[Plain]) -> dict[Name, Plain]:
    """Return records by name; those that share one are numbered in the order of their content."""
    found: dict[Name, list[Plain]] = {}
    for record in records:
        found.setdefault(tuple(record[key] for key in _NAMED_BY.get(kind, ("id",))), []).append(record)
    return {
        (name if number == 0 else (*name, number)): record
        for name, sharing in found.items()
        for number, record in enumerate(sorted(sharing, key=canonical) if len(sharing) > 1 else sharing)
    }


def _in_order(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda name: [(isinstance(part, int), part) for part in name])


def _entries(kind: str, mine: Mapping[Name, Plain], others: Mapping[Name, Plain]) -> Iterator[Entry]:
    for name in _in_order(mine.keys() - others.keys()):
        yield Entry(kind=kind, name=name, record=mine[name])


def _changes(kind: str, was: Mapping[Name, Plain], now: Mapping[Name, Plain]) -> Iterator[RecordChange]:
    for name in _in_order(was.keys() & now.keys()):
        if fields := tuple(field_changes(was[name], now[name])):
            yield RecordChange(kind=kind, name=name, fields=fields)


def _judged(old: Corpus, new: Corpus) -> Iterator[Flip]:
    before, after = gold_verdicts(old), gold_verdicts(new)
    for claim in sorted(before.keys() & after.keys()):
        was, now = before[claim], after[claim]
        if was != now:
            yield Flip(claim=claim, old=was.label if was else None, new=now.label if now else None)


def _reused(kind: str, was: Mapping[Name, Plain], now: Mapping[Name, Plain]) -> Iterator[Reuse]:
    for name in _in_order(was.keys() & now.keys()):
        old, new = _meaning(kind, was[name]), _meaning(kind, now[name])
        if old and new and _shared(old, new) < _LEAST_SHARED:
            yield Reuse(kind=kind, name=name, old=old, new=new)


def _meaning(kind: str, record: Plain) -> str:
    """Return the words that say what a record stands for; none where a change of them is no change of meaning."""
    return next((record[key] for key in _MEANT_BY.get(kind, ()) if key in record), "")


def _shared(old: str, new: str) -> float:
    """Return what share of the words of two texts both have."""
    one, other = set(old.casefold().split()), set(new.casefold().split())
    return len(one & other) / len(one | other)
