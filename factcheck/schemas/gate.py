"""The fast gate: jsonschema-rs says whether a value fits its schema."""

from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema_rs

from factcheck.schemas.generating import schema


@cache
def gate(name: str) -> Callable[[Any], bool]:
    """Return a function that tells whether a value fits the schema of that name."""
    return jsonschema_rs.Draft202012Validator(schema(name)).is_valid
