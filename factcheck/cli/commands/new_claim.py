"""``factcheck new claim``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from factcheck.anchoring import anchor_at, find_highlight, find_words
from factcheck.cli.adding import write
from factcheck.cli.asking import Asking, composed
from factcheck.cli.options import corpus_argument, documents_option
from factcheck.errors import UsageError
from factcheck.filing import Plain, Shelves, nearest
from factcheck.labels import CLAIM_KINDS
from factcheck.links import highlight_of, same_page
from factcheck.shaping import unstructure
from factcheck.text import Span


@attrs.frozen(kw_only=True)
class _Where:
    """Where a claim is made, as flags say it."""

    document: str | None
    words: str | None
    start: int | None
    end: int | None
    link: str | None


@click.command()
@corpus_argument
@documents_option
@click.option("--id", "name", help="Its name, unique among claims.")
@click.option("--text", help="The statement: atomic, readable by itself, in your own words.")
@click.option("--kind", type=click.Choice(list(CLAIM_KINDS)), help="What sort of statement it is.")
@click.option("--topic", "topics", multiple=True, help="What it is about, as dataset.yaml declares. Repeatable.")
@click.option("--split", help="The split it stands in; factcheck split assigns one otherwise.")
@click.option("--family", help="A name shared by claims that must stay in one split.")
@click.option("--attributed-to", metavar="REFERENCE", help="The reference that it says something about.")
@click.option("--document", help="The document that it is made in.")
@click.option("--words", help="The words of the document that make it; its text must be at hand.")
@click.option("--start", type=click.IntRange(min=0), help="The first code point of these words, instead of --words.")
@click.option("--end", type=click.IntRange(min=0), help="The first code point after them.")
@click.option("--link", help="The address of the words: your browser's 'copy link to highlight'.")
@click.option("--evidence-reference", "references", multiple=True, help="A reference that bears on it. Repeatable.")
@click.option("--finding", "findings", multiple=True, help="What each of these found, in the same order. Repeatable.")
@click.option("--file", help="The file to write into; claims/<document>.yaml, if nothing is said.")
def command(path: Path, documents: tuple[Path, ...], name: str | None, text: str | None, **flags: Any) -> None:
    """Add a claim, with the place where it is made and what references say about it.

    A --link is anchored where the text is at hand; otherwise it is kept as it is, to be anchored later.
    """
    shelves, asking = Shelves.of(path), Asking()
    name = asking.need("--id", name, "its name, unique among claims")
    shelves.refuse_taken("claims", name)
    text = asking.need("--text", text, "the statement, in your own words")
    asking.refuse_missing()
    file = shelves.file_named("claims", flags["file"]) if flags["file"] else None
    record = {
        "id": name,
        "text": composed(text),
        "kind": asking.want("--kind", flags["kind"], "what sort of statement it is", CLAIM_KINDS),
        "topics": _topics(shelves, flags["topics"]),
        "split": flags["split"],
        "family": flags["family"],
        "attributed_to": _known_reference(shelves, flags["attributed_to"]),
        "appearances": _appearances(shelves, asking, flags, documents),
        "evidence": _evidence(shelves, asking, flags["references"], flags["findings"]),
    }
    write(path, shelves, asking, "claims", record, file=file)


def _topics(shelves: Shelves, topics: Sequence[str]) -> list[str]:
    known = shelves.dataset.get("topics", {})
    for topic in topics:
        if topic not in known and shelves.dataset.get("profile") == "authored":
            raise UsageError(f"dataset.yaml declares no topic {topic!r}{nearest(topic, known)}")
    return list(topics)


def _known_reference(shelves: Shelves, name: str | None) -> str | None:
    return shelves.record("references", name).value["id"] if name else None


def _evidence(
    shelves: Shelves, asking: Asking, references: Sequence[str], findings: Sequence[str]
) -> list[dict[str, Any]]:
    if len(findings) > len(references):
        raise UsageError(
            f"each --finding belongs to an --evidence-reference (got {len(findings)} for {len(references)})"
        )
    evidence = []
    if not references and asking.terminal:
        references = list(_asked_references(asking))
    for place, name in enumerate(references):
        shelves.record("references", name)
        said = f"what {name} found that bears on the claim, with its figures"
        given = findings[place] if place < len(findings) else None
        finding = asking.want("--finding", given, said, rule="evidence-without-finding")
        evidence.append({"reference": name, **({"finding": composed(finding)} if finding else {})})
    return evidence


def _asked_references(asking: Asking) -> Iterator[str]:
    while reference := asking.want("--evidence-reference", None, "a reference that bears on it"):
        yield reference


# -- where it is made -------------------------------------------------------------------------------------------------


def _appearances(
    shelves: Shelves, asking: Asking, flags: dict[str, Any], folders: Sequence[Path]
) -> list[dict[str, Any]]:
    where = _Where(**{field.name: flags[field.name] for field in attrs.fields(_Where)})
    if where.link:
        if where.document or where.words or where.start is not None:
            raise UsageError("--link says where by itself: leave out --document, --words, --start and --end")
        return [_linked(shelves, where.link, folders)]
    document = asking.want("--document", where.document, "the document it is made in", rule="claim-without-appearance")
    if document is None:
        if where.words or where.start is not None or where.end is not None:
            raise UsageError("--words, --start and --end point into a document: name it by --document")
        return []
    record = shelves.record("documents", document).value
    if where.start is None:
        said = "the words of the document that make it"
        where = attrs.evolve(where, words=asking.want("--words", where.words, said))
    anchor = _anchor(record, where, shelves.text_of(record, folders))
    return [{"document": document, **({"anchor": anchor} if anchor else {})}]


def _anchor(document: Plain, where: _Where, text: str | None) -> dict[str, Any] | None:
    if (where.start is None) != (where.end is None):
        raise UsageError("--start and --end come together")
    if where.words is not None and where.start is not None:
        raise UsageError("--words or --start and --end, not both")
    if where.words is None and where.start is None:
        return None
    if text is None:
        cure = "name its folder by --documents, or give the --link your browser copies"
        raise UsageError(f"the text of {document['id']!r} is not at hand: {cure}")
    if where.words is not None:
        return _placed(document, text, _only(document, text, where.words))
    start, end = where.start or 0, where.end or 0
    if not start < end <= len(text):
        raise UsageError(f"--start and --end must be a stretch of {len(text)} code points (got {start} and {end})")
    return _placed(document, text, Span(start, end))


def _only(document: Plain, text: str, words: str) -> Span:
    found = find_words(text, words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"these words stand nowhere in {document['id']!r}: {words!r}")
    places = ", ".join(f"{span.start} to {span.end}" for span in found[:5])
    raise UsageError(
        f"these words stand {len(found)} times in {document['id']!r} ({places}): choose by --start and --end"
    )


def _placed(document: Plain, text: str, span: Span) -> dict[str, Any]:
    """Return the anchor of a span, with the words themselves where they may be passed on."""
    anchor = unstructure(anchor_at(text, span))
    if (document.get("rights") or {}).get("redistribute") is True:
        anchor["quote"] = composed(span.of(text))
    return anchor


def _linked(shelves: Shelves, link: str, folders: Sequence[Path]) -> dict[str, Any]:
    """Return the appearance that a link stands for: in a document of that address if there is one."""
    highlight = highlight_of(link)
    address = highlight.url if highlight else link
    document = next((one for one in shelves.plain("documents") if same_page(str(one.get("url", "")), address)), None)
    if document is None:
        return {"url": link}
    if highlight is None:
        return {"document": document["id"]}
    text = shelves.text_of(document, folders)
    if text is None and highlight.end is not None:
        return {"url": link}  # the whole of it says where; factcheck fix places it where the text is
    span = find_highlight(text, highlight) if text is not None else None
    anchor = _placed(document, text, span) if text is not None and span else {"fragment": composed(highlight.start)}
    return {"document": document["id"], "anchor": anchor}
