"""The fast gate: jsonschema-rs says whether a value fits its schema."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from factcheck.schemas.generating import schema

if TYPE_CHECKING:
    from factcheck.schemas.explaining import Misfit


@cache
def gate(name: str) -> Callable[[Any], bool]:
    """Return a function that tells whether a value fits the schema of that name."""
    return jsonschema_rs.Draft202012Validator(schema(name)).is_valid


def misfits_of(name: str, value: Any) -> "Sequence[Misfit]":
    """Return why a value does not fit a schema; the validator that knows is imported for the first one that does not."""
    if gate(name)(value):
        return ()
    found: Sequence[Misfit] = import_module("factcheck.schemas.explaining").explain(name, value)
    return found
