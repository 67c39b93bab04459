"""``claims.csv``, ``evidence.csv``, ``verdicts.csv`` and ``references.csv``: tables that a spreadsheet opens.

Comma-separated (RFC 4180), every cell in quotes, UTF-8 with the mark by which Excel knows it.
A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break would be run as a formula, in some spreadsheets also
after their full-width forms: an apostrophe stands before it, and before a cell that begins with an apostrophe itself, so
that one apostrophe less gives back the words. Source: OWASP, CSV Injection.
Several values in one cell stand one a line.
Anchors, passages, documents, evidence sets, votes without names, adjudications as considered, annotators and ``extra`` have
no place here; Excel cuts a cell after 32,767 characters.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from factcheck.gold import GoldVerdict, gold_verdicts
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.records.reference import Reference
from factcheck.tables.configs import gold_stance
from factcheck.writers.writer import Written

TITLE = "claims, evidence, verdicts and references as CSV for spreadsheets"
HOMEPAGE = "https://www.rfc-editor.org/rfc/rfc4180"

Cell = str | int | None
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")  # full-width forms

_CLAIMS = ("id", "text", "kind", "topics", "split", "family", "label", "certainty", "decided", "rationale", "note")
_EVIDENCE = (
    "claim", "id", "stance", "finding", "text", "question", "reference", "document", "url", "locator",
)  # fmt: skip
_VERDICTS = ("claim", "role", "annotator", "label", "certainty", "rationale", "date")
_REFERENCES = (
    "id", "type", "title", "author", "year", "container", "doi", "pmid", "url", "design", "design_note", "n", "study",
    "retraction",
)  # fmt: skip


def written(corpus: Corpus) -> Written:
    """Return the tables, each a file; what has no rows has its header only."""
    golds = gold_verdicts(corpus)
    tables = {
        "claims": (_CLAIMS, list(_claims(corpus, golds))),
        "evidence": (_EVIDENCE, list(_evidence(corpus, golds))),
        "verdicts": (_VERDICTS, list(_verdicts(corpus))),
        "references": (_REFERENCES, [_reference(reference) for reference in corpus.references]),
    }
    return Written(
        files={f"{name}.csv": _table(header, sorted(rows, key=_order)) for name, (header, rows) in tables.items()},
        rows=sum(len(rows) for _, rows in tables.values()),
    )


def harmless(words: str) -> str:
    """Return words as a cell that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    table = io.StringIO(newline="")
    lines = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow(header)
    for row in rows:
        lines.writerow(["" if cell is None else harmless(str(cell)) for cell in row])
    return table.getvalue().encode("utf-8-sig")


def _order(row: Sequence[Cell]) -> list[str]:
    return [str(cell) for cell in row[:3]]


def _claims(corpus: Corpus, golds: dict[str, GoldVerdict | None]) -> Iterator[Sequence[Cell]]:
    for claim in corpus.claims:
        gold = golds[claim.id]
        judged = (gold.label, gold.certainty, gold.decided, gold.rationale) if gold else (None,) * 4
        topics = "\n".join(claim.topics)
        yield claim.id, claim.text, claim.kind, topics, claim.split, claim.family, *judged, claim.note


def _evidence(corpus: Corpus, golds: dict[str, GoldVerdict | None]) -> Iterator[Sequence[Cell]]:
    for claim in corpus.claims:
        yield from _evidence_on(claim, golds[claim.id])


def _evidence_on(claim: Claim, gold: GoldVerdict | None) -> Iterator[Sequence[Cell]]:
    for part in claim.evidence:
        source = (part.reference, part.document, part.url, part.locator)
        yield claim.id, part.key, gold_stance(part, gold), part.finding, part.text, part.question, *source


def _verdicts(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    for role, judgements in (("verdict", corpus.verdicts), ("adjudication", corpus.adjudications)):
        for one in judgements:
            yield one.claim, role, one.annotator, one.label, one.certainty, one.rationale, one.date


def _reference(reference: Reference) -> Sequence[Cell]:
    parts = reference.issued.date_parts if reference.issued else ()
    return (
        reference.id,
        reference.type,
        reference.title,
        "\n".join(name.literal or ", ".join(filter(None, (name.family, name.given))) for name in reference.author),
        parts[0][0] if parts and parts[0] else None,
        reference.container_title,
        reference.doi,
        reference.pmid,
        reference.url,
        reference.design,
        reference.design_note,
        reference.n,
        reference.study,
        reference.retraction,
    )
