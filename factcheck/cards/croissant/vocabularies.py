"""Closed vocabularies and splits as record sets that others refer to."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.labels import LABELS, STANCES
from factcheck.tables.configs import NLI_LABELS

SPLITS = "splits"
VOCABULARIES: dict[str, Mapping[str, str]] = {"labels": LABELS, "nli_labels": NLI_LABELS, "stances": STANCES}
_OF_CLASSES = {tuple(words): name for name, words in VOCABULARIES.items()}

_KNOWN_SPLITS = {
    "train": "cr:TrainingSplit",
    "validation": "cr:ValidationSplit",
    "valid": "cr:ValidationSplit",
    "dev": "cr:ValidationSplit",
    "test": "cr:TestSplit",
}


def vocabulary_of(classes: tuple[str, ...]) -> str:
    """Return the name of the record set that holds the words of a label."""
    return _OF_CLASSES[classes]


def enumeration(name: str) -> dict[str, Any]:
    """Return a vocabulary as a record set: the integer of each word, the word, and its meaning."""
    rows = enumerate(VOCABULARIES[name].items())
    kinds: dict[str, str | list[str]] = {"id": "sc:Integer", "name": "sc:Text", "description": "sc:Text"}
    data = [{"id": number, "name": word, "description": meaning} for number, (word, meaning) in rows]
    said = "a closed vocabulary: the integer of each word, the word, and what it means"
    return _inline(name, said, "sc:Enumeration", "id", kinds, data)


def splits(names: Iterable[str]) -> dict[str, Any]:
    """Return the splits of the claims; those that Croissant knows carry its word for them."""
    data = [
        {"name": name, **({"url": _KNOWN_SPLITS[name]} if name in _KNOWN_SPLITS else {})} for name in sorted(set(names))
    ]
    is_known = all("url" in row for row in data)  # every record must have every field
    kinds: dict[str, str | list[str]] = {"name": "sc:Text", **({"url": ["sc:URL", "cr:Split"]} if is_known else {})}
    rows = [{key: row[key] for key in kinds} for row in data]
    return _inline(SPLITS, "how the claims are divided", "cr:Split", "name", kinds, rows)


def _inline(
    name: str, said: str, kind: str, key: str, kinds: Mapping[str, str | list[str]], rows: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": said,
        "dataType": kind,
        "key": {"@id": f"{name}/{key}"},
        "field": [
            {"@type": "cr:Field", "@id": f"{name}/{part}", "name": part, "dataType": data_type}
            for part, data_type in kinds.items()
        ],
        "data": [{f"{name}/{part}": value for part, value in row.items()} for row in rows],
    }
