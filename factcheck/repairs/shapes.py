"""Values of another shape than their field's that can be meant in one way only: dates, and numbers for text."""

import copy
from collections.abc import Iterator
from typing import Any

from factcheck.problems import Fault, Path
from factcheck.records.corpus import KINDS, SINGULAR
from factcheck.records.dataset import Dataset
from factcheck.records.fields import abouts
from factcheck.records.kinds_of_text import Date
from factcheck.records.shapes import Integer, Items, Members, Nested, Shape, Text, shape_of
from factcheck.repairs.dates import as_date
from factcheck.repairs.repair import Change, Grounds, changed, target_of
from factcheck.schemas.gate import misfits_of

_DATE = shape_of(Date)


def shaped(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write a date as YYYY-MM-DD, a number in a field of text as text, digits in a field of numbers as a number."""
    target = target_of(fault)
    if not target.path or target.on_key:
        return
    value = _shaped(_shape_at(target.kind, target.path), grounds.value(target))
    if value is not None and _fits(target.kind, grounds.records[target.kind][target.record].value, target.path, value):
        yield changed(target, value)


def _shaped(shape: Shape | None, value: Any) -> Any:
    if shape == _DATE:
        return as_date(value)
    if isinstance(shape, Text) and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(shape, Integer) and isinstance(value, str) and value.isascii() and value.isdigit():
        # a zero ahead may be a slip, or belong to a name
        return int(value) if len(value) < 16 and str(int(value)) == value else None
    return None


def _shape_at(kind: str, path: Path) -> Shape | None:
    """Return the shape of values at the end of a way into a record; None where there is no field."""
    shape: Shape | None = Nested(KINDS.get(kind, Dataset))
    for step in path:
        match shape:
            case Nested(record=record):
                shape = next((about.shape for about in abouts(record).values() if about.key == step), None)
            case Items(of=of) | Members(of=of):
                shape = of
            case _:
                return None
    return shape


def _fits(kind: str, record: Any, path: Path, value: Any) -> bool:
    """Tell whether a record has nothing against a value at the end of a way into it."""
    tried = copy.deepcopy(record)
    holder = tried
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return all(misfit.path != path for misfit in misfits_of(SINGULAR.get(kind, kind), tried))
