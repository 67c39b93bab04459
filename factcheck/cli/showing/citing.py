"""A reference as one line of a bibliography."""

from collections.abc import Sequence

from factcheck.records.reference import Name, Reference

_MOST_NAMES = 6


def citation(reference: Reference) -> str:
    """Return who, when, what, where, and the address."""
    volume = f"{reference.volume or ''}{f'({reference.issue})' if reference.issue else ''}"
    place = " ".join(part for part in (reference.container_title, volume) if part)
    where = ", ".join(part for part in (place, reference.page, reference.publisher) if part)
    who, year = _names(reference.author), _year(reference)
    first = (f"{who} {year}".strip(), reference.title) if who else (f"{reference.title or ''} {year}".strip(), None)
    said = [part if part.endswith((".", "?", "!")) else f"{part}." for part in (*first, where) if part]
    return " ".join([*said, address(reference) or ""]).strip()


def address(reference: Reference) -> str | None:
    """Return the address that a reader follows: of the DOI, else of PubMed, else of the page."""
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    if reference.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    return reference.url


def _year(reference: Reference) -> str:
    parts = reference.issued.date_parts if reference.issued else ()
    return f"({parts[0][0]})" if parts and parts[0] else ""


def _names(authors: Sequence[Name]) -> str:
    names = [_name(author) for author in authors]
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], "et al."]
    return ", ".join(names)


def _name(name: Name) -> str:
    family = " ".join(part for part in (name.particle, name.family) if part)
    return " ".join(part for part in (family, name.given, name.suffix) if part) or name.literal or ""
