"""``factcheck new reference``."""

from pathlib import Path
from typing import Any

import click
import orjson

from factcheck.cli.adding import without_absent, write
from factcheck.cli.asking import Asking, composed
from factcheck.cli.options import corpus_argument
from factcheck.csl import bare_doi, reference_of_csl
from factcheck.errors import UsageError
from factcheck.filing import Shelves
from factcheck.labels import DESIGNS

_ADDRESSES = ("DOI", "PMID", "PMCID", "ISBN", "URL")


@click.command()
@corpus_argument
@click.option("--id", "name", help="Its name, unique among references, such as das-2019-rewriting.")
@click.option("--type", "sort", help="What it is, in CSL's words: article-journal, report, webpage ...")
@click.option("--title", help="Its title.")
@click.option("--author", "authors", multiple=True, metavar="'FAMILY, GIVEN'", help="An author, or a body. Repeatable.")
@click.option("--year", help="When it was published: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--journal", help="The journal, book or site it stands in.")
@click.option("--doi", help="Its DOI.")
@click.option("--pmid", help="Its PubMed number.")
@click.option("--url", help="Its address.")
@click.option("--design", type=click.Choice(list(DESIGNS)), help="How it came to know what it says.")
@click.option("--n", "size", type=click.IntRange(min=0), help="How many people took part.")
@click.option("--study", help="The registration number, or a slug, that all papers of one study share.")
@click.option("--seen", multiple=True, help="An address where its facts were read. Repeatable.")
@click.option("--csl", type=click.File("rb"), metavar="FILE", help="Its CSL-JSON; - reads standard input.")
def command(path: Path, name: str | None, csl: Any, **flags: Any) -> None:
    """Add a reference: a source in the literature.

    Flags go before what --csl says; what CSL knows and we have no field for is kept under extra.
    """
    shelves, asking = Shelves.of(path), Asking()
    base = reference_of_csl(_json(csl)) if csl else {}
    record = base | without_absent(_said(flags))
    record["id"] = asking.need("--id", name or _id(base), "its name, unique among references")
    record["type"] = asking.need("--type", record.get("type"), "what it is, in CSL's words, such as article-journal")
    asking.refuse_missing()
    shelves.refuse_taken("references", record["id"])
    if not any(key in record for key in _ADDRESSES):
        record["URL"] = asking.want("--url", None, "its address, where it has no DOI", rule="reference-without-address")
    record.setdefault("title", asking.want("--title", record.get("title"), "its title"))
    record["design"] = asking.want("--design", record.get("design"), "how it came to know what it says", DESIGNS)
    if not record.get("seen"):
        seen = asking.want("--seen", None, "the address where its facts were read", rule="reference-not-seen")
        record["seen"] = [seen] if seen else None
    write(path, shelves, asking, "references", record)


def _said(flags: dict[str, Any]) -> dict[str, Any]:
    """Return the keys that flags set."""
    return {
        "type": flags["sort"],
        "title": composed(flags["title"] or ""),
        "author": [_name(author) for author in flags["authors"]],
        "issued": _date(flags["year"]),
        "container-title": composed(flags["journal"] or ""),
        "DOI": bare_doi(flags["doi"] or ""),
        "PMID": flags["pmid"],
        "URL": flags["url"],
        "design": flags["design"],
        "n": flags["size"],
        "study": flags["study"],
        "seen": list(flags["seen"]),
    }


def _id(base: dict[str, Any]) -> str | None:
    """Return the id that CSL gives, where it is one that an author would write: Zotero's own are addresses."""
    name = base.get("id")
    return name if isinstance(name, str) and name and "/" not in name else None


def _name(author: str) -> dict[str, str]:
    family, comma, given = composed(author).partition(",")
    if not comma or not given.strip():
        return {"literal": family.strip()}
    return {"family": family.strip(), "given": given.strip()}


def _date(year: str | None) -> dict[str, Any] | None:
    if not year:
        return None
    parts = year.split("-")
    if len(parts) > 3 or not all(part.isdigit() and part.isascii() for part in parts):
        raise UsageError(f"--year must be YYYY, YYYY-MM or YYYY-MM-DD (got {year!r})")
    return {"date-parts": [[int(part) for part in parts]]}


def _json(file: Any) -> Any:
    try:
        return orjson.loads(file.read())
    except orjson.JSONDecodeError as error:
        name = getattr(file, "name", "standard input")
        raise UsageError(f"--csl must be CSL-JSON, and {name} is no JSON: {error}") from error
