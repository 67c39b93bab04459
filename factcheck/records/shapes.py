"""What a value may look like, said once: as JSON Schema, and as a complaint about a value that does not fit.

A shape is read off a field's annotation. ``Annotated[str, Text(...)]`` names one; ``str``, ``int``, ``Literal[...]``,
``tuple[X, ...]``, ``Mapping[str, X]`` and record classes have the obvious one. The JSON Schema and the complaint of a shape
agree, which a property test holds them to.
"""

import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

import attrs

BIGGEST_WHOLE = 2**53 - 1
"""The biggest whole number that every reader of JSON holds exactly."""

Json = None | bool | int | float | str | list[Any] | dict[str, Any]


class Shape(Protocol):
    """What a value may look like."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) of values of this shape."""

    def complaint(self, value: Any) -> str | None:
        """Return what was expected and what came, or None where the value fits."""


def _got(value: Any) -> str:
    shown = repr(value)
    return f"(got {shown if len(shown) <= 60 else shown[:57] + '...'})"


def _expected(said: str, value: Any) -> str:
    return f"must be {said} {_got(value)}"


@attrs.frozen(kw_only=True)
class Text:
    r"""A string that is not empty and, where a pattern is given, matches the whole of it.

    Patterns keep to what Python, ECMAScript and Rust read alike: ``[0-9]``, no ``\d``, no anchors (they are added).
    """

    said: str = "text"
    pattern: str | None = None

    def schema(self) -> dict[str, Any]:
        if self.pattern is None:
            return {"type": "string", "minLength": 1}
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "$comment": self.said}

    def complaint(self, value: Any) -> str | None:
        if not isinstance(value, str):
            return _expected(self.said, value)
        if not value and self.pattern is None:
            return _expected("text that is not empty", value)
        fits = self.pattern is None or re.fullmatch(self.pattern, value)
        return None if fits else _expected(self.said, value)


ID = Text(said="an id without control characters", pattern=r"[^\x00-\x1f\x7f]+")


@attrs.frozen
class Integer:
    """A whole number, not below ``minimum``."""

    minimum: int

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.minimum, "maximum": BIGGEST_WHOLE}

    def complaint(self, value: Any) -> str | None:
        if not isinstance(value, int) or isinstance(value, bool) or value < self.minimum:
            return _expected(f"a whole number from {self.minimum} on", value)
        return None if value <= BIGGEST_WHOLE else _expected(f"a whole number up to {BIGGEST_WHOLE}", value)


@attrs.frozen
class Boolean:
    """``true`` or ``false``."""

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def complaint(self, value: Any) -> str | None:
        return None if isinstance(value, bool) else _expected("true or false", value)


@attrs.frozen
class Words:
    """One word of a closed vocabulary."""

    words: tuple[str, ...]

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}

    def complaint(self, value: Any) -> str | None:
        return None if value in self.words else _expected("one of " + ", ".join(self.words), value)


@attrs.frozen
class Items:
    """A list of values of one shape."""

    of: Shape

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.schema()}

    def complaint(self, value: Any) -> str | None:
        if not isinstance(value, (tuple, list)):
            return _expected("a list", value)
        for index, item in enumerate(value):
            if said := self.of.complaint(item):
                return f"[{index}] {said}"
        return None


@attrs.frozen
class Members:
    """A mapping from ids, or the words of a vocabulary, to values of one shape."""

    of: Shape
    keys: Shape = ID

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "propertyNames": self.keys.schema(), "additionalProperties": self.of.schema()}

    def complaint(self, value: Any) -> str | None:
        if not isinstance(value, Mapping):
            return _expected("a mapping", value)
        for key, member in value.items():
            if said := self.keys.complaint(key):
                return f"key {key!r} {said}"
            if said := self.of.complaint(member):
                return f"[{key!r}] {said}"
        return None


@attrs.frozen
class Sets:
    """A list of sets of evidence ids; a flat list of ids is short for a list of one set."""

    def schema(self) -> dict[str, Any]:
        one_set = {"type": "array", "items": ID.schema(), "minItems": 1}
        return {
            "description": "a list of sets of evidence ids, or one set",
            "anyOf": [one_set, {"type": "array", "items": one_set}],
        }

    def complaint(self, value: Any) -> str | None:
        if not isinstance(value, (tuple, list)):
            return _expected("a list of sets of evidence ids", value)
        for index, members in enumerate(value):
            if not isinstance(members, (tuple, list)) or not members:
                return f"[{index}] {_expected('a set of evidence ids', members)}"
            if said := Items(ID).complaint(members):
                return f"[{index}]{said}"
        return None


@attrs.frozen
class Anything:
    """A mapping of any JSON."""

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}

    def complaint(self, value: Any) -> str | None:
        if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
            return None
        return _expected("a mapping", value)


@attrs.frozen
class Scalar:
    """A string, a number or a boolean."""

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}

    def complaint(self, value: Any) -> str | None:
        return None if isinstance(value, (str, int, float)) else _expected("text, a number, true or false", value)


@attrs.frozen
class Nested:
    """A record inside a record."""

    record: type[Any]

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/$defs/{self.record.__name__}"}

    def complaint(self, value: Any) -> str | None:
        name = self.record.__name__
        said = f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
        return None if isinstance(value, self.record) else _expected(said, value)


def shape_of(annotation: Any) -> Shape:
    """Return the shape that an annotation stands for.

    Raises:
        TypeError: the annotation has no shape.
    """
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape: Shape = args[1]
        return shape
    if origin in (Union, types.UnionType):
        return shape_of(next(arg for arg in args if arg is not type(None)))
    if origin is Literal:
        return Words(args)
    if origin is tuple:
        return Items(shape_of(args[0]))
    if origin is Mapping:
        return Members(shape_of(args[1]), shape_of(args[0]) if get_origin(args[0]) else ID)
    if annotation is str:
        return Text()
    if annotation is bool:
        return Boolean()
    if attrs.has(annotation):
        return Nested(annotation)
    raise TypeError(f"no shape for {annotation!r}")
