"""How records and their fields are defined: one decorator, three kinds of field, and the conditions between fields."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, dataclass_transform

import attrs

from factcheck.records.shapes import Anything, Members, Shape, shape_of

T = TypeVar("T")
_FIELD = "factcheck.field"
_CONDITIONS = "__conditions__"


@attrs.frozen(kw_only=True)
class About:
    """What is said of a field: its meaning, an example in plain JSON, its key in files, and its shape.

    ``columns`` names the two columns that a mapping becomes in tables; the second is empty where its values are records.
    """

    description: str
    example: Any
    key: str
    shape: Shape
    required: bool
    columns: tuple[str, str]


@attrs.frozen(kw_only=True)
class _Said:
    description: str
    example: Any
    key: str | None
    columns: tuple[str, str] = ("key", "value")


def required(
    description: str, *, example: Any, key: str | None = None, columns: tuple[str, str] = ("key", "value")
) -> Any:
    """Define a field that every such record has."""
    return attrs.field(metadata={_FIELD: _Said(description=description, example=example, key=key, columns=columns)})


def optional(description: str, *, example: Any, key: str | None = None, default: None = None) -> Any:
    """Define a field that may be absent: None."""
    return attrs.field(default=default, metadata={_FIELD: _Said(description=description, example=example, key=key)})


def several(description: str, *, example: Any, key: str | None = None, factory: Callable[[], Any] = tuple) -> Any:
    """Define a list that may be absent: empty."""
    return attrs.field(factory=factory, metadata={_FIELD: _Said(description=description, example=example, key=key)})


def mapping(
    description: str,
    *,
    example: Any,
    columns: tuple[str, str] = ("key", "value"),
    factory: Callable[[], Any] = dict,
) -> Any:
    """Define a mapping that may be absent: empty."""
    said = _Said(description=description, example=example, key=None, columns=columns)
    return attrs.field(factory=factory, metadata={_FIELD: said})


@attrs.frozen
class AtMostOne:
    """At most one of some fields is there."""

    keys: tuple[str, ...]
    said: str

    def schema(self) -> dict[str, Any]:
        pairs = [[a, b] for i, a in enumerate(self.keys) for b in self.keys[i + 1 :]]
        return {"not": {"anyOf": [{"required": pair} for pair in pairs]}}

    def holds(self, present: set[str]) -> bool:
        return len(present.intersection(self.keys)) <= 1


@attrs.frozen
class AtLeastOne:
    """All of one of some groups of fields is there."""

    groups: tuple[tuple[str, ...], ...]
    said: str

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"required": list(group)} for group in self.groups]}

    def holds(self, present: set[str]) -> bool:
        return any(present.issuperset(group) for group in self.groups)


@attrs.frozen
class Needs:
    """Where one field is there, others are too."""

    key: str
    others: tuple[str, ...]
    said: str

    def schema(self) -> dict[str, Any]:
        return {"dependentRequired": {self.key: list(self.others)}}

    def holds(self, present: set[str]) -> bool:
        return self.key not in present or present.issuperset(self.others)


Condition = AtMostOne | AtLeastOne | Needs


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(required,))
def record(*conditions: Condition) -> Callable[[type[T]], type[T]]:
    """Make a class a record: frozen, slotted, keyword-only, each field checked against its shape.

    Args:
        conditions: what must hold between the fields.
    """

    def decorate(cls: type[T]) -> type[T]:
        setattr(cls, _CONDITIONS, conditions)
        cls.__attrs_post_init__ = _check_conditions  # type: ignore[attr-defined]  # attrs calls it by this name
        return attrs.frozen(cls, kw_only=True, field_transformer=_described)

    return decorate


def _described(cls: type[Any], fields: list[Any]) -> list[Any]:
    return [_with_shape(field) for field in fields]


def _with_shape(field: Any) -> Any:
    said: _Said = field.metadata[_FIELD]
    about = About(
        description=said.description,
        example=said.example,
        key=said.key or field.name,
        shape=shape_of(field.type),
        required=field.default is attrs.NOTHING,
        columns=said.columns,
    )
    hashed = False if isinstance(about.shape, (Anything, Members)) else field.hash
    return field.evolve(metadata={_FIELD: about}, validator=_check_shape, hash=hashed)


def _check_shape(instance: Any, attribute: Any, value: Any) -> None:
    if value is None and attribute.default is None:
        return
    about: About = attribute.metadata[_FIELD]
    if said := about.shape.complaint(value):
        raise ValueError(f"{about.key!r} {said}", attribute, value)


def _check_conditions(self: Any) -> None:
    present = {about.key for name, about in abouts(type(self)).items() if not _is_absent(getattr(self, name))}
    for condition in conditions(type(self)):
        if not condition.holds(present):
            raise ValueError(f"{condition.said} (got {', '.join(sorted(present)) or 'nothing'})")


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, Mapping)) and not value)


def abouts(cls: type[Any]) -> dict[str, About]:
    """Return what is said of each field of a record class, by the field's name in Python."""
    return {field.name: field.metadata[_FIELD] for field in attrs.fields(cls)}


def conditions(cls: type[Any]) -> tuple[Condition, ...]:
    """Return the conditions between the fields of a record class."""
    found: tuple[Condition, ...] = getattr(cls, _CONDITIONS)
    return found


def evolve(record: T, **changes: Any) -> T:
    """Return the record with some fields changed, checked anew.

    Raises:
        ValueError: a change does not fit its field.
    """
    made: T = attrs.evolve(record, **changes)  # type: ignore[misc]  # every record is an attrs class, made by our own decorator
    return made
