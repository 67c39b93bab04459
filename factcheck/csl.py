"""CSL-JSON, as Zotero, Pandoc and doi.org give it, into a plain reference and back.

What we have no field for goes under ``extra``; what CSL has no variable for goes under its ``custom``.
Specification: Citation Style Language 1.0.2, schema ``csl-data.json``.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.errors import UsageError
from factcheck.records.fields import abouts
from factcheck.records.reference import Name, Reference
from factcheck.records.shapes import Text

_DOI_ADDRESSES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:")
_OURS = ("seen", "design", "design_note", "n", "study", "retraction", "extra")
_CSL_TEXTS = frozenset({
    "ISSN", "abstract", "annote", "archive", "archive-place", "archive_location", "authority", "call-number",
    "citation-key", "collection-number", "collection-title", "dimensions", "division", "event", "event-place",
    "event-title", "journalAbbreviation", "jurisdiction", "keyword", "medium", "number-of-pages",
    "number-of-volumes", "original-publisher", "original-publisher-place", "original-title", "part-number",
    "part-title", "printing-number", "publisher-place", "references", "reviewed-genre", "reviewed-title",
    "scale", "section", "shortTitle", "source", "status", "supplement-number", "title-short", "version",
    "volume-title",
})  # fmt: skip
"""Variables of CSL whose value is text and that we have no field for."""


def reference_of_csl(item: Any) -> dict[str, Any]:
    """Return the plain reference of one CSL-JSON item; whether it fits the schema is for the schema to say.

    Args:
        item: an object, or a list of one.

    Raises:
        UsageError: it is neither.
    """
    if isinstance(item, list):
        if len(item) != 1:
            raise UsageError(f"the CSL-JSON must be one item, or a list of one (got {len(item)})")
        item = item[0]
    if not isinstance(item, Mapping):
        raise UsageError(f"the CSL-JSON must be an object (got {type(item).__name__})")
    shapes = {about.key: about.shape for about in abouts(Reference).values() if about.key not in _OURS}
    ours, item = _ours(item)
    found: dict[str, Any] = {key: value for key, value in ours.items() if key != "extra"}
    extra: dict[str, Any] = dict(ours.get("extra", {}))
    for key, value in item.items():
        if value in (None, "", [], {}):
            continue
        known = _known(key, value, shapes[key]) if key in shapes else None
        if known is not None:
            found[key] = known
        if known is None or (key in ("author", "editor") and not _is_ours_whole(value)):
            extra[key] = value
    return {**found, **({"extra": extra} if extra else {})}


def csl_of(reference: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plain reference as a CSL-JSON item; ``reference_of_csl`` gives the reference back.

    Texts under ``extra`` that are variables of CSL, such as an abstract, stand where CSL has them; the rest of it, and what
    only we know (design, participants, study, retraction, where it was seen), stands under ``custom.factcheck``.
    """
    extra = reference.get("extra", {})
    returned = {key: value for key, value in extra.items() if key in _CSL_TEXTS and isinstance(value, str) and value}
    kept = {key: value for key, value in extra.items() if key not in returned}
    ours = {key: reference[key] for key in _OURS if key in reference and key != "extra"}
    ours |= {"extra": kept} if kept else {}
    item = {key: value for key, value in reference.items() if key not in _OURS} | returned
    return item | ({"custom": {"factcheck": ours}} if ours else {})


def bare_doi(doi: str) -> str:
    """Return a DOI bare and in lower case."""
    lower = doi.strip().lower()
    for address in _DOI_ADDRESSES:
        lower = lower.removeprefix(address)
    return lower


def _ours(item: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return what ``csl_of`` put under ``custom``, and the rest of an item."""
    match item.get("custom"):
        case {"factcheck": dict() as ours, **others} if not others and ours.keys() <= set(_OURS):
            if isinstance(ours.get("extra", {}), dict):
                return ours, {key: value for key, value in item.items() if key != "custom"}
    return {}, item


def _known(key: str, value: Any, shape: object) -> Any:
    """Return the value of one of our keys, in our form; None where it has another form than ours."""
    if key in ("author", "editor"):
        return [name for name in map(_name, value) if name] or None if isinstance(value, list) else None
    if key == "issued":
        return _date(value)
    if isinstance(shape, Text) and isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return bare_doi(value) if key == "DOI" and isinstance(value, str) else value


def _name(name: Any) -> dict[str, str] | None:
    """Return the name of a person or body with the keys that we know."""
    if not isinstance(name, Mapping):
        return None
    known = {about.key for about in abouts(Name).values()}
    kept = {key: member for key, member in name.items() if key in known and isinstance(member, str) and member}
    if "family" in kept or "literal" in kept:
        return kept
    return {"literal": " ".join(kept.values())} if kept else None


def _is_ours_whole(names: Any) -> bool:
    return isinstance(names, list) and all(_name(name) == name for name in names)


def _date(issued: Any) -> dict[str, Any] | None:
    """Return a date in parts, its numbers as numbers; None where it is given in words."""
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    try:
        numbers = [[int(part) for part in date if part not in (None, "")] for date in parts or ()]
    except (TypeError, ValueError):
        return None
    return {"date-parts": numbers} if numbers and all(numbers) else None
