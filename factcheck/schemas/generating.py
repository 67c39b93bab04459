"""JSON Schemas, generated from the records."""

from typing import Any

import attrs

from factcheck.records.corpus import KINDS, SINGULAR
from factcheck.records.dataset import Dataset
from factcheck.records.fields import About, abouts, conditions
from factcheck.records.shapes import Items, Members, Nested, Shape

SCHEMA_VERSION = "0.1"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: dict[str, type[Any]] = {"dataset": Dataset, **{SINGULAR[kind]: record for kind, record in KINDS.items()}}
"""The records that stand in files of their own, by the name of their schema."""


def names() -> tuple[str, ...]:
    """Return the names of all schemas: one a record, and one for each kind of file."""
    return (*RECORDS, *KINDS)


def schema(name: str) -> dict[str, Any]:
    """Return a JSON Schema.

    Args:
        name: a record (``claim``), or a kind of file (``claims``: one record or a list of them).

    Raises:
        KeyError: there is no schema of that name.
    """
    head = {"$schema": DRAFT, "$id": f"urn:factcheck:schema:{SCHEMA_VERSION}:{name}"}
    if name in KINDS:
        record = KINDS[name]
        one = {"$ref": f"#/$defs/{record.__name__}"}
        body = {"title": name, "description": f"A file of {name}: one, or a list.", "$defs": _definitions(record)}
        return head | body | {"if": {"type": "array"}, "then": {"type": "array", "items": one}, "else": one}
    record = RECORDS[name]
    definitions = _definitions(record)
    own: dict[str, Any] = definitions.pop(record.__name__)
    return head | own | ({"$defs": definitions} if definitions else {})


def _definitions(record: type[Any]) -> dict[str, Any]:
    reached: dict[str, type[Any]] = {}
    _reach(record, reached)
    return {name: _object(reached[name]) for name in sorted(reached)}


def _reach(record: type[Any], reached: dict[str, type[Any]]) -> None:
    if record.__name__ in reached:
        return
    reached[record.__name__] = record
    for about in abouts(record).values():
        inner = _innermost(about.shape)
        if isinstance(inner, Nested):
            _reach(inner.record, reached)


def _innermost(shape: Shape) -> Shape:
    while isinstance(shape, (Items, Members)):
        shape = shape.of
    return shape


def _object(record: type[Any]) -> dict[str, Any]:
    fields = abouts(record).values()
    found: dict[str, Any] = {
        "title": record.__name__,
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "properties": {about.key: _property(about) for about in fields},
        "required": [about.key for about in fields if about.required],
        "additionalProperties": False,
    }
    if held := conditions(record):
        found["allOf"] = [{"description": condition.said, **condition.schema()} for condition in held]
    return found


def _property(about: About) -> dict[str, Any]:
    return {"description": about.description, "examples": [about.example], **about.shape.schema()}


def descriptions() -> dict[str, dict[str, str]]:
    """Return the description of every field of every record, for the card and the documentation."""
    reached: dict[str, type[Any]] = {}
    for record in RECORDS.values():
        _reach(record, reached)
    return {
        name: {about.key: about.description for about in abouts(cls).values()}
        for name, cls in reached.items()
        if attrs.has(cls)
    }
