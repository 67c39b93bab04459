"""A difference told: in words for a terminal, as plain data, and as Markdown for a changelog."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import attrs

from factcheck.diffing.difference import Difference, Entry, Flip, Name, RecordChange
from factcheck.diffing.fields import FieldChange, canonical
from factcheck.diffing.versions import next_version
from factcheck.records.corpus import SINGULAR

T = TypeVar("T")
_SHOWN = 50
_WIDEST = 70
_BACKTICKS = re.compile("`+")


def text_lines(found: Difference) -> Iterator[str]:
    """Yield the lines that tell a difference in a terminal; all values in repr, nothing left out."""
    for field in found.dataset:
        yield f"~ dataset {_field(field)}"
    for field in found.columns:
        yield f"~ column {_field(field)}"
    for entry in found.removed:
        yield f"- {_who(entry)}{_gist(entry)}"
    for entry in found.added:
        yield f"+ {_who(entry)}{_gist(entry)}"
    for change in found.changed:
        yield f"~ {_who(change)}"
        for field in change.fields:
            yield f"    {_field(field)}"
    for flip in found.judged:
        yield f"! gold {'label' if flip.old != flip.new else 'verdict'} of claim {flip.claim!r}: {_flip(flip)}"
    for move in found.moved:
        yield f"! claim {move.claim!r} moved from {_split(move.old)} to {_split(move.new)}"
    for reuse in found.reused:
        yield f"! {SINGULAR[reuse.kind]} {_name(reuse.name)} stands for something else: {_cut(reuse.old)} -> {_cut(reuse.new)}"
    yield from _summary(found)


def _summary(found: Difference) -> Iterator[str]:
    for kind, counts in found.counts.items():
        yield f"{kind}: " + ", ".join(f"{count} {part}" for part, count in counts.items() if count)
    old, new = found.versions
    yield f"{old} -> {new}: what changed is {found.step.name if found.step else 'nothing'}"
    if found.shortfall:
        yield f"{found.shortfall}; at least {next_version(old, found.step)}"


def markdown_lines(found: Difference) -> Iterator[str]:
    """Yield the lines that tell a difference in a changelog, long lists cut short and counted."""
    yield f"## {found.versions[1]}"
    yield ""
    yield f"{found.step.name if found.step else 'No'} change since {found.versions[0]}."
    for title, lines in _sections(found):
        if lines:
            yield from ("", f"### {title}", "", *(f"- {line}" for line in lines))


def _sections(found: Difference) -> Iterator[tuple[str, list[str]]]:
    changed = [
        f"the dataset's {_code(field.where)}" for field in found.dataset if field.path[0] not in ("version", "released")
    ]
    changed += [f"column {_code(field.where)}: {_type(field.old)} to {_type(field.new)}" for field in found.columns]
    changed += [f"{SINGULAR[one.kind]} {_code_name(one.name)}: {_ways(one)}" for one in _first(found.changed)]
    changed += _more(found.changed)
    flipped = [f"{_code(one.claim)}: {_flip(one)}" for one in _first(found.flipped)]
    moved = [f"{_code(one.claim)}: {_split(one.old)} to {_split(one.new)}" for one in _first(found.moved)]
    reused = [f"{SINGULAR[one.kind]} {_code_name(one.name)}" for one in _first(found.reused)]
    yield "Added", list(_listed(found.added))
    yield "Changed", changed
    yield "Gold labels that are others", [*flipped, *_more(found.flipped)]
    yield "Moved between splits", [*moved, *_more(found.moved)]
    yield "Ids that stand for something else", [*reused, *_more(found.reused)]
    yield "Removed", list(_listed(found.removed))


def _listed(entries: Sequence[Entry]) -> Iterator[str]:
    for kind, singular in SINGULAR.items():
        mine = [entry for entry in entries if entry.kind == kind]
        if mine:
            names = ", ".join(_code_name(entry.name) for entry in _first(mine))
            yield f"{len(mine)} {singular if len(mine) == 1 else kind}: {', '.join([names, *_more(mine)])}"


def plain_difference(found: Difference) -> dict[str, Any]:
    """Return a difference as plain data, whole."""
    return {
        "old_version": found.versions[0],
        "new_version": found.versions[1],
        "step": found.step.name,
        "shortfall": found.shortfall,
        "counts": found.counts,
        "dataset": [_plain_field(field) for field in found.dataset],
        "columns": [_plain_field(field) for field in found.columns],
        "added": [_plain_entry(entry) for entry in found.added],
        "removed": [_plain_entry(entry) for entry in found.removed],
        "changed": [
            {"kind": one.kind, "name": list(one.name), "fields": [_plain_field(field) for field in one.fields]}
            for one in found.changed
        ],
        "judged": [attrs.asdict(flip) for flip in found.judged],
        "moved": [attrs.asdict(move) for move in found.moved],
        "reused": [{**attrs.asdict(reuse), "name": list(reuse.name)} for reuse in found.reused],
    }


def _plain_field(field: FieldChange) -> dict[str, Any]:
    return {"path": list(field.path), "old": field.old, "new": field.new}


def _plain_entry(entry: Entry) -> dict[str, Any]:
    return {"kind": entry.kind, "name": list(entry.name), "record": dict(entry.record)}


def _who(one: Entry | RecordChange) -> str:
    return f"{SINGULAR[one.kind]} {_name(one.name)}"


def _name(name: Name) -> str:
    return " by ".join(repr(part) if isinstance(part, str) else f"number {part + 1}" for part in name)


def _gist(entry: Entry) -> str:
    """Say in a word what a record is: its statement or title, else its label."""
    said = next((entry.record[key] for key in ("text", "title", "label") if key in entry.record), None)
    return f": {_cut(said)}" if said else ""


def _field(field: FieldChange) -> str:
    if isinstance(field.old, list) and isinstance(field.new, list):
        return f"{field.where}: {_items(field.old, field.new)}"
    return f"{field.where}: {_value(field.old)} -> {_value(field.new)}"


def _items(old: list[Any], new: list[Any]) -> str:
    """Say which items of a list went and which came."""
    before, after = {canonical(item): item for item in old}, {canonical(item): item for item in new}
    went = [f"-{_cut(item)}" for key, item in before.items() if key not in after]
    came = [f"+{_cut(item)}" for key, item in after.items() if key not in before]
    return f"{len(old)} -> {len(new)} items {' '.join([*went, *came]) or '(otherwise ordered or repeated)'}"


def _value(value: Any) -> str:
    return "nothing" if value is None else _cut(value)


def _cut(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= _WIDEST else f"{shown[: _WIDEST - 3]}..."


def _flip(flip: Flip) -> str:
    if flip.old == flip.new:
        return f"{flip.old}, with another certainty, stance, reason or evidence"
    return f"{flip.old or 'none'} -> {flip.new or 'none'}"


def _split(split: str | None) -> str:
    return split or "no split"


def _type(kind: str | None) -> str:
    return _code(kind) if kind else "nothing"


def _ways(change: RecordChange) -> str:
    ways = list(dict.fromkeys(str(field.path[0]) for field in change.fields))
    return ", ".join(_code(way) for way in ways)


def _code_name(name: Name) -> str:
    return " by ".join(_code(str(part)) for part in name)


def _code(text: str) -> str:
    """Return words as code in Markdown, on one line, whatever they hold."""
    flat = "".join(c if c.isprintable() else " " for c in text).strip() or " "
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(flat)), default=0) + 1)
    pad = " " if "`" in flat else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _first(many: Sequence[T]) -> Sequence[T]:
    return many[:_SHOWN]


def _more(many: Sequence[Any]) -> list[str]:
    return [f"and {len(many) - _SHOWN} more"] if len(many) > _SHOWN else []
