"""Plain data into records and back, by cattrs: absent stays absent, keys are those of the files."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from factcheck.records.corpus import KINDS, Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.fields import About, abouts
from factcheck.records.shapes import (
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
)

T = TypeVar("T")


def structure(plain: Mapping[str, Any], record: type[T]) -> T:
    """Make a record of plain data that fits its schema.

    Raises:
        ValueError: the data does not fit; the message names field, expectation and value.
    """
    if not isinstance(plain, Mapping):
        raise ValueError(f"{record.__name__.lower()} must be a mapping (got {plain!r})")
    try:
        made: T = _converter().structure(plain, record)
    except ExceptionGroup as group:
        raise ValueError("; ".join(_messages(group))) from group
    return made


def unstructure(record: Any) -> dict[str, Any]:
    """Make plain data of a record, without what is absent."""
    plain: dict[str, Any] = _converter().unstructure(record)
    return plain


def corpus_of(plain: Mapping[str, Any], texts: Mapping[str, str] | None = None) -> Corpus:
    """Make a corpus of plain data: ``dataset``, and a list of records under each kind.

    Raises:
        ValueError: a record does not fit.
    """
    records = {kind: tuple(structure(item, record) for item in plain.get(kind, ())) for kind, record in KINDS.items()}
    return Corpus(dataset=structure(plain["dataset"], Dataset), texts=texts or {}, **records)


def plain_of(corpus: Corpus) -> dict[str, Any]:
    """Make plain data of a corpus: ``dataset``, and a list of records under each kind."""
    lists = {kind: [unstructure(record) for record in getattr(corpus, kind)] for kind in KINDS}
    return {"dataset": unstructure(corpus.dataset), **lists}


def _messages(error: BaseException) -> list[str]:
    """Flatten cattrs' tree of errors: the only walk over it in this library."""
    if isinstance(error, BaseExceptionGroup):
        return [message for inner in error.exceptions for message in _messages(inner)]
    if isinstance(error, ForbiddenExtraKeysError):
        return [f"unknown key {key!r} in {error.cl.__name__}" for key in sorted(error.extra_fields)]
    if isinstance(error, KeyError):
        return [f"{error.args[0]!r} is missing"]
    return [str(error.args[0]) if error.args else str(error)]


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=True)
    records: tuple[type[Any], ...] = (Dataset, *KINDS.values())
    for record in records:
        _register(converter, record, set())
    return converter


def _register(converter: Converter, record: type[Any], done: set[type[Any]]) -> None:
    """Register a record after the records inside it, so that each hook is made once."""
    if record in done:
        return
    done.add(record)
    fields = abouts(record)
    for about in fields.values():
        for inner in _nested(about.shape):
            _register(converter, inner, done)
    into: dict[str, Any] = {
        name: override(rename=about.key, struct_hook=_structure_hook(converter, about))
        for name, about in fields.items()
    }
    out: dict[str, Any] = {
        name: override(
            rename=about.key,
            omit_if_default=not about.required,
            unstruct_hook=_unstructure_hook(converter, about.shape),
        )
        for name, about in fields.items()
    }
    structured = make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True, **into)
    converter.register_structure_hook(record, structured)
    converter.register_unstructure_hook(record, make_dict_unstructure_fn(record, converter, **out))


def _nested(shape: Shape) -> list[type[Any]]:
    while isinstance(shape, (Items, Members)):
        shape = shape.of
    return [shape.record] if isinstance(shape, Nested) else []


def _structure_hook(converter: Converter, about: About) -> Any:
    def structured(value: Any, _: Any) -> Any:
        if value is None:
            raise ValueError(f"{about.key!r} must not be null: leave the key out where there is nothing to say")
        return _structured(converter, about.shape, value)

    return structured


def _structured(converter: Converter, shape: Shape, value: Any) -> Any:
    """Turn plain data of a shape into what a record holds; what does not fit is left for the field to refuse."""
    match shape:
        case Integer() if isinstance(value, float) and value.is_integer():
            return int(value)
        case Items(of=of) if isinstance(value, list):
            return tuple(_structured(converter, of, item) for item in value)
        case Members(of=of) if isinstance(value, dict):
            return {key: _structured(converter, of, member) for key, member in value.items()}
        case Sets() if isinstance(value, list):
            if value and all(isinstance(item, str) for item in value):
                return (tuple(value),)
            return tuple(tuple(item) if isinstance(item, list) else item for item in value)
        case Nested(record=record) if isinstance(value, Mapping):
            return converter.structure(value, record)
    return value


def _unstructure_hook(converter: Converter, shape: Shape) -> Any:
    return lambda value: _unstructured(converter, shape, value)


def _unstructured(converter: Converter, shape: Shape, value: Any) -> Any:
    match shape:
        case Items(of=of):
            return [_unstructured(converter, of, item) for item in value]
        case Members(of=of):
            return {key: _unstructured(converter, of, member) for key, member in value.items()}
        case Sets():
            return [list(members) for members in value]
        case Nested():
            return None if value is None else converter.unstructure(value)
        case Anything():
            return dict(value)
        case Text() | Words() | Integer() | Boolean() | Scalar():
            return value
    raise TypeError(f"no way to write a {type(shape).__name__}")
