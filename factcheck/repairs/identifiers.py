"""Identifiers without what is often written around them."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from factcheck.problems import Fault
from factcheck.repairs.repair import Change, Grounds, changed, target_of
from factcheck.rules.malformed_identifier import is_well_formed

_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_DOI_PREFIX = re.compile(r"doi\s*:?\s*(?=10\.)", re.IGNORECASE)
_PMID_PREFIX = re.compile(
    r"(?:pmid\s*:?\s*|https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)(?=[0-9])",
    re.IGNORECASE,
)
_PMCID_PREFIX = re.compile(
    r"(?:pmcid\s*:?\s*|https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/)(?=pmc)",
    re.IGNORECASE,
)


def bare_identifier(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write an identifier bare, where what is left is one."""
    target = target_of(fault)
    key, written = str(target.path[-1]), grounds.value(target)
    bare = _BARE[key](written.strip())
    if is_well_formed(key, bare):
        yield changed(target, bare)


def _bare_doi(written: str) -> str:
    in_address = _DOI_ADDRESS.match(written)
    # DOIs are the same in either letter case (ISO 26324)
    return (unquote(written[in_address.end() :]) if in_address else _DOI_PREFIX.sub("", written, count=1)).lower()


def _bare_pmid(written: str) -> str:
    return _PMID_PREFIX.sub("", written, count=1).removesuffix("/")


def _bare_pmcid(written: str) -> str:
    return _PMCID_PREFIX.sub("", written, count=1).removesuffix("/").upper()


_BARE: dict[str, Callable[[str], str]] = {"DOI": _bare_doi, "PMID": _bare_pmid, "PMCID": _bare_pmcid}
