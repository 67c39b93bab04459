"""References: bibliographic records as Zotero and Pandoc read them (CSL), and what a judge of evidence must know."""

from collections.abc import Mapping
from typing import Annotated, Any

from factcheck.labels import Design, Retraction
from factcheck.records.fields import AtLeastOne, mapping, optional, record, required, several
from factcheck.records.kinds_of_text import Count, Id, Language, Prose
from factcheck.records.shapes import Anything, Integer, Items


@record(AtLeastOne((("family",), ("literal",)), "a name has a 'family' or is 'literal'"))
class Name:
    """A person's or a body's name (CSL)."""

    family: Prose | None = optional("family name", example="Das")
    given: Prose | None = optional("given names or initials", example="R. K.")
    suffix: Prose | None = optional("what follows the name", example="Jr")
    particle: Prose | None = optional("what precedes the family name", example="van", key="non-dropping-particle")
    literal: Prose | None = optional(
        "the name of a body, or et al. where the rest was not seen", example="World Health Organization"
    )


@record()
class DateParts:
    """A date in parts (CSL): one list of year, month, day, or two for a range."""

    date_parts: Annotated[tuple[tuple[int, ...], ...], Items(Items(Integer(1)))] = required(
        "year, month and day, as far as known", example=[[2019, 11, 26]], key="date-parts"
    )


@record()
class Reference:
    """A source in the literature: who, what, where, when; its design and size; and where its facts were read."""

    id: Id = required("its name, unique among references", example="skerra-census")
    type: Prose = required("its CSL type", example="article-journal")
    title: Prose | None = optional("its title", example="Census of Skerra")
    author: tuple[Name, ...] = several(
        "its authors as far as seen; the last is et al. where the rest was not", example=[{"family": "Das"}]
    )
    editor: tuple[Name, ...] = several("its editors", example=[{"family": "Keeper"}])
    issued: DateParts | None = optional("when it was published", example={"date-parts": [[2019, 11, 26]]})
    container_title: Prose | None = optional(
        "the journal, book or site it stands in", example="Nature Communications", key="container-title"
    )
    volume: Prose | None = optional("volume", example="10")
    issue: Prose | None = optional("issue", example="1")
    page: Prose | None = optional("pages, or the article's number", example="5187")
    publisher: Prose | None = optional("publisher or issuing body", example="World Health Organization")
    edition: Prose | None = optional("edition", example="2")
    number: Prose | None = optional("number of a report, statute or label", example="NDA 211243")
    genre: Prose | None = optional("what sort of thing it is, in words", example="prescribing information")
    language: Language | None = optional("the language it is written in", example="en")
    doi: Prose | None = optional("its DOI, bare and in lower case", example="10.1000/182", key="DOI")
    pmid: Prose | None = optional("its PubMed number", example="31772157", key="PMID")
    pmcid: Prose | None = optional("its PubMed Central number", example="PMC6879579", key="PMCID")
    isbn: Prose | None = optional("its ISBN", example="978-3-16-148410-0", key="ISBN")
    url: Prose | None = optional("its address", example="https://example.org/census", key="URL")
    design: Design | None = optional("how it came to know what it says", example="randomised_trial")
    design_note: Prose | None = optional("words of detail on the design", example="double blind, active placebo")
    n: Count | None = optional("how many people took part", example=90)
    study: Id | None = optional(
        "the registration number or a slug shared by all papers of one study", example="NCT02649231"
    )
    retraction: Retraction | None = optional("whether it still stands", example="none_known")
    seen: tuple[Prose, ...] = several("the addresses where its facts were read", example=["https://example.org/a"])
    note: Prose | None = optional("what else is known of it", example="abstract only")
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"abstract-of": "a poster"}
    )
