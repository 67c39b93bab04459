"""The configs as record sets.

A struct becomes a field with subfields, a list of structs one that is an array. The reference implementation reads no deeper:
a struct within stands flat among the subfields (``anchor/start``), and lists of structs within are left to Parquet.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from factcheck.cards.croissant.vocabularies import SPLITS, vocabulary_of
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS

_OF_CLAIMS = frozenset({"claims", "nli", "verdicts"})
"""The configs whose rows stand in the split of a claim."""


def file_set(config: str) -> str:
    """Return the name of the set of files that a config consists of."""
    return f"{config}-files"


def record_set(name: str) -> dict[str, Any]:
    """Return the record set of a config."""
    config = CONFIGS[name]
    fields = [_field(name, column) for column in config.columns]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": config.description,
        "key": [{"@id": f"{name}/{key}"} for key in config.key],
        "field": [*fields, *([_split(name)] if name in _OF_CLAIMS else [])],
    }


def unreachable(columns: Iterable[Column], within: str = "") -> Iterator[str]:
    """Yield the lists of structs inside lists of structs, which Croissant's readers do not reach."""
    for column in columns:
        name = f"{within}{column.name}"
        if within and _is_list(column) and column.members:
            yield name
        else:
            yield from unreachable(column.members, f"{name}/")


def _split(config: str) -> dict[str, Any]:
    return {
        **_said(f"{config}/split", "split", "the split of the claim"),
        "dataType": "sc:Text",
        "source": {
            "fileSet": {"@id": file_set(config)},
            "extract": {"fileProperty": "filename"},
            "transform": {"regex": r"^(.+)-\d{5}-of-\d{5}\.parquet$"},
        },
        "references": {"field": {"@id": f"{SPLITS}/name"}},
    }


def _field(config: str, column: Column) -> dict[str, Any]:
    name = f"{config}/{column.name}"
    if column.members:
        return {
            **_said(name, column.name, _description(column)),
            **_array(column.type),
            "subField": list(_subfields(config, column, column.members)),
        }
    return _leaf(name, column, _source(config, column.name))


def _subfields(config: str, top: Column, members: Iterable[Column], within: str = "") -> Iterator[dict[str, Any]]:
    for member in members:
        path = f"{within}{member.name}"
        if not member.members:
            name = f"{config}/{top.name}/{path.replace('.', '/')}"
            yield _leaf(name, member, {**_source(config, top.name), "transform": {"jsonPath": path}})
        elif not _is_list(member):
            yield from _subfields(config, top, member.members, f"{path}.")


def _description(column: Column) -> str:
    left = ", ".join(unreachable((column,)))
    return f"{column.description} ({left}: in the Parquet files only)" if left else column.description


def _leaf(name: str, column: Column, source: dict[str, Any]) -> dict[str, Any]:
    refers = {"references": {"field": {"@id": f"{vocabulary_of(column.classes)}/id"}}} if column.classes else {}
    kind = _data_type(column.type)
    return {
        **_said(name, column.name, column.description),
        "dataType": [kind, "cr:Label"] if column.classes else kind,
        **_array(column.type),
        "source": source,
        **refers,
    }


def _said(name: str, short: str, description: str) -> dict[str, Any]:
    return {"@type": "cr:Field", "@id": name, "name": short, "description": description}


def _source(config: str, column: str) -> dict[str, Any]:
    return {"fileSet": {"@id": file_set(config)}, "extract": {"column": column}}


def _is_list(column: Column) -> bool:
    return bool(pa.types.is_list(column.type))


def _array(kind: pa.DataType) -> dict[str, Any]:
    depth = 0
    while pa.types.is_list(kind):
        kind, depth = kind.value_type, depth + 1
    return {"isArray": True, "arrayShape": ",".join(["-1"] * depth)} if depth else {}


def _data_type(kind: pa.DataType) -> str:
    while pa.types.is_list(kind):
        kind = kind.value_type
    if pa.types.is_boolean(kind):
        return "sc:Boolean"
    return "sc:Integer" if pa.types.is_integer(kind) else "sc:Text"
