"""Gold and predictions joined by id: every id once on each side, and the same ids on both."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

import attrs

from factcheck.metrics.metric import Metric, is_whole
from factcheck.metrics.rows import Noted, Rows

Id = int | str
_TEXT = "claim"


@attrs.frozen(kw_only=True, eq=False)
class Joined:
    """Which rows belong together.

    Args:
        ids: the items, in the order of the gold.
        pairs: for each item its row in the gold and its row in the predictions.
        gold: what is wrong with the gold rows' ids.
        predictions: what is wrong with the predicted rows' ids.
    """

    ids: tuple[str, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    gold: tuple[Noted, ...] = ()
    predictions: tuple[Noted, ...] = ()


def join(metric: Metric, gold: Rows, predictions: Rows, *, compat: bool) -> Joined:
    """Join two sides as the metric does: by id; by position where neither side has ids, or with ``compat``."""
    if compat and metric.ID.official == "id":
        joined = _by_id(metric.ID.field, gold, predictions)
        return attrs.evolve(joined, gold=_told(joined.gold), predictions=_told(joined.predictions))
    has_ids = any(_has(row, metric.ID.field) for row in (*gold.values, *predictions.values))
    if not compat and (has_ids or (gold.file is not None and metric.ID.in_files)):
        return _by_id(metric.ID.field, gold, predictions)
    return _by_position(gold, predictions, compat=compat)


def _told(noted: tuple[Noted, ...]) -> tuple[Noted, ...]:
    """Return what is an error of an official scorer that joins by id too: it passes over ids that one side lacks."""
    return tuple(one for one in noted if one.rule not in ("missing-id", "extra-id") or not one.path)


def _has(row: Any, field: str) -> bool:
    return isinstance(row, Mapping) and field in row


def _by_position(gold: Rows, predictions: Rows, *, compat: bool) -> Joined:
    """Pair row with row; where both say which claim they are about they must agree."""
    many, given = len(gold.values), len(predictions.values)
    if many != given:
        message = f"gold and predictions are paired by position: expected {many} rows (got {given})"
        return Joined(predictions=(Noted(row=None, path=(), rule="missing-id", message=message),))
    pairs = tuple((row, row) for row in range(many))
    noted = () if compat else tuple(_other_claims(gold, predictions))
    return Joined(ids=tuple(str(row) for row in range(many)), pairs=pairs, predictions=noted)


def _other_claims(gold: Rows, predictions: Rows) -> Iterator[Noted]:
    for row, (one, other) in enumerate(zip(gold.values, predictions.values, strict=True)):
        if _has(one, _TEXT) and _has(other, _TEXT) and one[_TEXT] != other[_TEXT]:
            message = f"expected the claim {one[_TEXT]!r} at this position (got {other[_TEXT]!r})"
            cure = "order the predictions as the gold is ordered"
            yield Noted(row=row, path=(_TEXT,), rule="mistyped-id", message=message, cure=cure)


def _by_id(field: str, gold: Rows, predictions: Rows) -> Joined:
    golds, gold_noted = _index(field, gold)
    predicted, noted = _index(field, predictions)
    if gold.are_ours:
        predicted = {str(name): row for name, row in predicted.items()}
    mistyped = {_other_type(name) for name in predicted if name not in golds} & set(golds)
    for name, row in predicted.items():
        if name not in golds:
            noted.append(_extra(field, name, row, mistyped))
    for name, row in golds.items():
        if name not in predicted and name not in mistyped:
            message = f"id {name!r} has no prediction"
            gold_noted.append(Noted(row=row, path=(field,), rule="missing-id", message=message))
    shared = [name for name in golds if name in predicted]
    return Joined(
        ids=tuple(str(name) for name in shared),
        pairs=tuple((golds[name], predicted[name]) for name in shared),
        gold=tuple(gold_noted),
        predictions=tuple(noted),
    )


def _index(field: str, rows: Rows) -> tuple[dict[Id, int], list[Noted]]:
    """Return the row of each id, and what is wrong with the ids."""
    found: dict[Id, int] = {}
    noted: list[Noted] = []
    unread = {one.row for one in rows.unread}
    for number, row in enumerate(rows.values):
        if number in unread or not isinstance(row, Mapping):
            continue  # which is told where rows are read
        name: Any = row.get(field)
        if not is_whole(name) and not (isinstance(name, str) and name):
            noted.append(_no_id(field, number, row))
        elif name in found:
            message = f"id {name!r} occurs again (first in row {found[name] + 1})"
            noted.append(Noted(row=number, path=(field,), rule="repeated-id", message=message))
        else:
            found[name] = number
    return found, noted


def _no_id(field: str, number: int, row: Mapping[str, Any]) -> Noted:
    if field not in row:
        return Noted(row=number, path=(), rule="missing-id", message=f"no {field!r}")
    message = f"an id is a whole number or a string that is not empty (got {row[field]!r})"
    return Noted(row=number, path=(field,), rule="mistyped-id", message=message)


def _other_type(name: Id) -> Id | None:
    """Return the id that was meant where a number was written as a string, or the other way round."""
    if isinstance(name, str):
        return int(name) if name.isdecimal() and name.isascii() and len(name) < 19 else None
    return str(name)


def _extra(field: str, name: Id, row: int, mistyped: Set[Id | None]) -> Noted:
    meant = _other_type(name)
    if meant is not None and meant in mistyped:
        message = f"id {name!r} is a {_type(name)}; the gold has the {_type(meant)} {meant!r}"
        return Noted(row=row, path=(field,), rule="mistyped-id", message=message, cure=f"write it as {meant!r}")
    return Noted(row=row, path=(field,), rule="extra-id", message=f"id {name!r} is not in the gold")


def _type(name: Id) -> str:
    return "string" if isinstance(name, str) else "number"
