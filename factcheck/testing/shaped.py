"""Strategies read off the shapes of fields: every record valid by construction, its conditions kept."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from factcheck.records.fields import AtLeastOne, AtMostOne, Condition, Needs, abouts, conditions
from factcheck.records.kinds_of_text import Date, Digest, Id, Language, Prose, SchemaVersion, SplitName, Version
from factcheck.records.shapes import (
    BIGGEST_WHOLE,
    Anything,
    Boolean,
    Integer,
    Items,
    Members,
    Nested,
    Scalar,
    Sets,
    Shape,
    Text,
    Words,
    shape_of,
)
from factcheck.testing.words import dates, digests, ids, json_values, languages, prose, split_names, versions

T = TypeVar("T")
Strategy = st.SearchStrategy[Any]

_TEXTS: dict[Shape, Strategy] = {
    shape_of(kind): strategy
    for kind, strategy in (
        (Date, dates()),
        (Digest, digests()),
        (Id, ids()),
        (Language, languages()),
        (Prose, prose()),
        (SchemaVersion, st.just("0.1")),
        (SplitName, split_names()),
        (Version, versions()),
    )
}
_MADE: dict[Shape, Strategy] = {}
"""By shape, what was made of it: a strategy does better when it is asked again."""
_EXTRA: Strategy = st.just({}) | st.dictionaries(prose(), json_values(), max_size=2)
_SETS = st.lists(st.lists(ids(), min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)


def records(record: type[T], fields: Mapping[str, Strategy]) -> st.SearchStrategy[T]:
    """Return records of a class.

    Args:
        record: the class.
        fields: strategies to take for some fields, by their names in Python; the others take whatever fits.

    Raises:
        TypeError: the record has no such field.
    """
    known = abouts(record)
    for name in fields:
        if name not in known:
            raise TypeError(f"{record.__name__} must be given fields it has: {', '.join(known)} (got {name!r})")
    return _records(record, dict(fields))


@st.composite
def _records(draw: st.DrawFn, record: type[T], fields: dict[str, Strategy]) -> T:
    known = abouts(record)
    chosen = {name for name, about in known.items() if about.required or name in fields or draw(st.booleans())}
    for condition in conditions(record):
        _keep(draw, condition, {about.key: name for name, about in known.items()}, chosen, set(fields))
    strategies = {
        name: fields[name] if name in fields else shaped(known[name].shape) for name in known if name in chosen
    }
    if {"start", "end"} <= chosen and not {"start", "end"} & set(fields):
        start, length = draw(st.integers(0, 5000)), draw(st.integers(1, 500))
        strategies |= {"start": st.just(start), "end": st.just(start + length)}
    return record(**{name: draw(strategy) for name, strategy in strategies.items()})


def _keep(draw: st.DrawFn, condition: Condition, names: dict[str, str], chosen: set[str], fixed: set[str]) -> None:
    """Add fields to those chosen, or take some away, so that the condition holds; those of the caller stay."""
    match condition:
        case AtMostOne(keys=keys):
            there = [names[key] for key in keys if names[key] in chosen]
            kept = draw(st.sampled_from([name for name in there if name in fixed] or there)) if there else None
            chosen.difference_update(set(there) - {kept})
        case AtLeastOne(groups=groups):
            if not condition.holds({key for key, name in names.items() if name in chosen}):
                chosen.update(names[key] for key in draw(st.sampled_from(groups)))
        case Needs(key=key, others=others):
            if names[key] in chosen:
                chosen.update(names[other] for other in others)


def shaped(shape: Shape) -> Strategy:
    """Return values, as records hold them, of a shape."""
    if shape not in _MADE:
        _MADE[shape] = _shaped(shape)
    return _MADE[shape]


def _shaped(shape: Shape) -> Strategy:  # noqa: C901  # one case a shape
    match shape:
        case Text():
            return _TEXTS[shape] if shape in _TEXTS else st.from_regex(shape.pattern or ".+", fullmatch=True)
        case Words(words=words):
            return st.sampled_from(words)
        case Integer(minimum=minimum):
            return st.integers(minimum, minimum + 5000) | st.integers(minimum, BIGGEST_WHOLE)
        case Boolean():
            return st.booleans()
        case Items(of=of):
            return st.lists(shaped(of), max_size=2).map(tuple)
        case Members(of=of, keys=keys):
            return st.dictionaries(shaped(keys), shaped(of), max_size=2)
        case Sets():
            return _SETS
        case Anything():
            return _EXTRA
        case Scalar():
            return prose() | st.booleans() | st.integers(-BIGGEST_WHOLE, BIGGEST_WHOLE) | st.floats(-1e9, 1e9)
        case Nested(record=record):
            return st.deferred(lambda: _records(record, {}))
    raise TypeError(f"no strategy for a {type(shape).__name__}")
