"""``references.bib``: the references as BibTeX, for a paper that cites them.

One entry a reference, in order of id, in UTF-8; doi, pmid, pmcid and url are fields that styles of today print.
The key is the id, other characters than letters, digits and ``_:.+/-`` as ``-``; a key that is taken, letter case aside, gets
a number.
Titles keep their letter case.
A type that BibTeX has no word for becomes ``misc``; braces become round, since BibTeX counts them; a range of dates becomes
its first.
The design, the number of participants, the study, the retraction status and whatever stands under ``extra`` have no place
here: ``csl-json`` holds them.
"""

import re
from collections.abc import Iterable, Iterator

from factcheck.bibtex import entry, tex, tex_address, tex_name
from factcheck.records.corpus import Corpus
from factcheck.records.reference import Name, Reference
from factcheck.writers.writer import Written

TITLE = "the references as BibTeX"
HOMEPAGE = "https://ctan.org/pkg/bibtex"

_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}


def written(corpus: Corpus) -> Written:
    """Return the references as one file."""
    references = sorted(corpus.references, key=lambda reference: reference.id)
    keys = _keys(reference.id for reference in references)
    entries = [_entry(reference, key) for reference, key in zip(references, keys, strict=True)]
    return Written(files={"references.bib": "".join(f"{one}\n\n" for one in entries).encode()}, rows=len(entries))


def _keys(names: Iterable[str]) -> Iterator[str]:
    """Yield a key for each id; BibTeX takes keys that differ in letter case only for one."""
    taken: set[str] = set()
    for name in names:
        key = first = re.sub(r"[^A-Za-z0-9_:.+/-]+", "-", name)
        number = 2
        while key.lower() in taken:
            key, number = f"{first}-{number}", number + 1
        taken.add(key.lower())
        yield key


def _entry(reference: Reference, key: str) -> str:
    kind = _TYPES.get(reference.type, "misc")
    date = reference.issued.date_parts[0] if reference.issued and reference.issued.date_parts else ()
    fields = {
        "title": f"{{{tex(reference.title)}}}" if reference.title else "",
        "author": _names(reference.author),
        "editor": _names(reference.editor),
        "year": str(date[0]) if date else "",
        "month": str(date[1]) if len(date) > 1 else "",
        _CONTAINERS.get(kind, "howpublished"): tex(reference.container_title or ""),
        "volume": tex(reference.volume or ""),
        "number": tex(reference.issue or reference.number or ""),
        "pages": re.sub(r"(?<=\w)\s*[-–]\s*(?=\w)", "--", tex(reference.page or "")),  # an en dash
        _PUBLISHERS.get(kind, "publisher"): tex(reference.publisher or ""),
        "edition": tex(reference.edition or ""),
        "type": tex(reference.genre or ""),
        "doi": tex_address(reference.doi or ""),
        "pmid": tex(reference.pmid or ""),
        "pmcid": tex(reference.pmcid or ""),
        "isbn": tex(reference.isbn or ""),
        "url": tex_address(reference.url or ""),
        "language": tex(reference.language or ""),
        "note": tex(reference.note or ""),
    }
    return entry(kind, key, fields)


def _names(names: tuple[Name, ...]) -> str:
    return " and ".join(tex_name(name) for name in names)
