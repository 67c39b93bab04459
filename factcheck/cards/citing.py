"""How to cite a release: one line, BibTeX, and the Citation File Format 1.2.

Specification of CITATION.cff: Druskat et al. (2021), Citation File Format 1.2.0.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from factcheck.bibtex import entry, tex, tex_address, tex_name
from factcheck.cards.header import HUB_LICENCES
from factcheck.records.dataset import Dataset
from factcheck.records.reference import Name

_DAY = 10
"""How long a date is that has a day."""


def citation_line(dataset: Dataset) -> str:
    """Return the line by which a dataset is cited: its own, else one made of its record."""
    if dataset.citation:
        return dataset.citation
    who = ", ".join(display_name(author) for author in dataset.authors)
    when = dataset.released[:4]
    first = f"{who} ({when})." if who else f"({when})."
    where = f" {dataset.homepage}" if dataset.homepage else ""
    return f"{first} {dataset.title or dataset.name}, version {dataset.version} [dataset].{where}"


def bibtex(dataset: Dataset) -> str:
    """Return the dataset as a BibTeX entry."""
    fields = {
        "title": tex(dataset.title or dataset.name),
        "author": " and ".join(tex_name(author) for author in dataset.authors),
        "year": dataset.released[:4],
        "version": dataset.version,
        "url": tex_address(dataset.homepage or ""),
        "note": "Dataset",
    }
    key = re.sub(r"[^A-Za-z0-9-]+", "-", dataset.name).strip("-") or "dataset"
    return entry("misc", key, fields)


def citation_file(dataset: Dataset) -> str | None:
    """Return ``CITATION.cff``; None where the dataset names no authors, which the format requires."""
    if not dataset.authors:
        return None
    plain: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": dataset.title or dataset.name,
        "version": dataset.version,
        **({"date-released": dataset.released} if len(dataset.released) == _DAY else {}),
        "authors": [_cff_name(author) for author in dataset.authors],
        **({"abstract": dataset.description} if dataset.description else {}),
        **({"license": dataset.licence} if dataset.licence in HUB_LICENCES else {}),
        **({"url": dataset.homepage} if _is_web(dataset.homepage) else {}),
        "keywords": ["fact-checking", "claim verification", "dataset"],
    }
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=1000)


def display_name(name: Name) -> str:
    """Return a name as people say it: given names first."""
    parts = (name.given, name.particle, name.family, name.suffix)
    return " ".join(part for part in parts if part) if name.family else name.literal or ""


def is_person(name: Name) -> bool:
    """Tell whether a name is a person's: a body has no family name."""
    return name.family is not None


def _cff_name(name: Name) -> Mapping[str, str]:
    if not is_person(name):
        return {"name": name.literal or ""}
    parts: Sequence[tuple[str, str | None]] = (
        ("family-names", name.family),
        ("given-names", name.given),
        ("name-particle", name.particle),
        ("name-suffix", name.suffix),
    )
    return {key: value for key, value in parts if value}


def _is_web(address: str | None) -> bool:
    return address is not None and re.fullmatch(r"(?:https?|ftp)://\S+", address) is not None
