"""Records as nested Arrow columns and back: types derived from the shapes of their fields.

A label or stance becomes two columns: its integer, which readers turn into a ``ClassLabel``, and beside it ``<name>_name``, the
word. A mapping becomes a list of pairs, ``extra`` a canonical JSON string. Lists are never null.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import orjson
import pyarrow as pa

from factcheck.labels import LABELS, STANCES
from factcheck.records.fields import About, abouts
from factcheck.records.shapes import Anything, Boolean, Integer, Items, Members, Nested, Sets, Shape, Text, Words

CLASSES: dict[tuple[str, ...], tuple[str, ...]] = {tuple(names): tuple(names) for names in (LABELS, STANCES)}
"""The vocabularies that become integers."""


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table, or a member of a nested one.

    Args:
        name: its name.
        type: its Arrow type.
        description: what it holds.
        classes: the names of its integers, for a ``ClassLabel``.
        members: the columns of a struct, or of the structs in a list.
    """

    name: str
    type: pa.DataType
    description: str
    classes: tuple[str, ...] = ()
    members: tuple["Column", ...] = ()


def text_column(name: str, description: str) -> Column:
    """Return a column of text."""
    return Column(name=name, type=pa.string(), description=description)


def list_column(name: str, description: str, members: tuple[Column, ...]) -> Column:
    """Return a column of lists of structs."""
    return Column(name=name, type=pa.list_(_struct(members)), description=description, members=members)


def class_columns(name: str, description: str, classes: Mapping[str, str]) -> tuple[Column, Column]:
    """Return the two columns of a label: its integer and its word."""
    words = tuple(classes)
    return (
        Column(name=name, type=pa.int64(), description=description, classes=words),
        text_column(f"{name}_name", f"{description}, as a word"),
    )


def class_cells(name: str, word: str | None, classes: Mapping[str, str]) -> dict[str, Any]:
    """Return the two cells of a label."""
    return {name: None if word is None else list(classes).index(word), f"{name}_name": word}


def columns_of(record: type[Any], *, without: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return the columns that a record becomes.

    Args:
        record: the class.
        without: the names of fields to leave out.
    """
    fields = ((name, about) for name, about in abouts(record).items() if name not in without)
    return tuple(column for name, about in fields for column in _columns(name, about.description, about.shape, about))


def _struct(members: tuple[Column, ...]) -> pa.DataType:
    return pa.struct([(member.name, member.type) for member in members])


def _columns(name: str, description: str, shape: Shape, about: About) -> Iterator[Column]:
    if isinstance(shape, Words) and shape.words in CLASSES:
        yield Column(name=name, type=pa.int64(), description=description, classes=shape.words)
        yield text_column(f"{name}_name", f"{description}, as a word")
        return
    members = _members(shape, about)
    inner = _struct(members) if members else None
    yield Column(name=name, type=_type(shape, inner), description=description, members=members)


def _members(shape: Shape, about: About) -> tuple[Column, ...]:
    match shape:
        case Nested(record=record):
            return columns_of(record)
        case Items(of=of):
            return _members(of, about)
        case Members(of=of):
            key, value = about.columns
            inner = columns_of(of.record) if isinstance(of, Nested) else tuple(_columns(value, value, of, about))
            return (text_column(key, key), *inner)
    return ()


def _type(shape: Shape, inner: pa.DataType | None) -> pa.DataType:
    match shape:
        case Text() | Words() | Anything():
            return pa.string()
        case Integer():
            return pa.int64()
        case Boolean():
            return pa.bool_()
        case Sets():
            return pa.list_(pa.list_(pa.string()))
        case Nested():
            return inner
        case Members():
            return pa.list_(inner)
        case Items(of=of):
            return pa.list_(_type(of, inner))
    raise TypeError(f"no column for a {type(shape).__name__}")


def cells_of(record: Any, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return the cells of a record, by column."""
    row: dict[str, Any] = {}
    for name, about in abouts(type(record)).items():
        if name not in without:
            row |= _cells(name, about.shape, getattr(record, name), about)
    return row


def _cells(name: str, shape: Shape, value: Any, about: About) -> dict[str, Any]:
    if isinstance(shape, Words) and shape.words in CLASSES:
        return {name: None if value is None else shape.words.index(value), f"{name}_name": value}
    return {name: _cell(shape, value, about)}


def _cell(shape: Shape, value: Any, about: About) -> Any:
    match shape:
        case Items(of=of):
            return [_cell(of, item, about) for item in value]
        case Members(of=of):
            key, name = about.columns
            return [{key: k, **_member_cells(name, of, v, about)} for k, v in sorted(value.items())]
        case Sets():
            return [list(members) for members in value]
        case Nested():
            return None if value is None else cells_of(value)
        case Anything():
            return canonical_json(value) if value else None
    return value


def _member_cells(name: str, shape: Shape, value: Any, about: About) -> dict[str, Any]:
    return cells_of(value) if isinstance(shape, Nested) else _cells(name, shape, value, about)


def plain_from_cells(record: type[Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain record that the cells of a row came from; columns that are no field of it are passed over."""
    plain: dict[str, Any] = {}
    for name, about in abouts(record).items():
        cell = row.get(_word_column(name, about.shape))
        value = None if cell is None else _plain(about.shape, cell, about)
        if value is not None and (about.required or value not in ([], {})):
            plain[about.key] = value
    return plain


def _plain(shape: Shape, cell: Any, about: About) -> Any:
    match shape:
        case Items(of=of):
            return [_plain(of, item, about) for item in cell]
        case Members(of=of):
            key, name = about.columns
            return {pair[key]: _plain_member(name, of, pair, about) for pair in cell}
        case Nested(record=record):
            return plain_from_cells(record, cell)
        case Anything():
            return orjson.loads(cell)
    return cell


def _plain_member(name: str, shape: Shape, pair: Mapping[str, Any], about: About) -> Any:
    if isinstance(shape, Nested):
        return plain_from_cells(shape.record, pair)
    return _plain(shape, pair[_word_column(name, shape)], about)


def _word_column(name: str, shape: Shape) -> str:
    """Return the column that holds the word itself."""
    return f"{name}_name" if isinstance(shape, Words) and shape.words in CLASSES else name


def canonical_json(value: Any) -> str:
    """Return the one JSON text of a value: keys sorted, no white space."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
