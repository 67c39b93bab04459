"""TabFact: statements about Wikipedia tables (Chen et al. 2020).

A file is one object, keyed by the name of a table's file: its statements, their labels (1 entailed, 0 refuted) and the caption.
So a row is one table, and the file is read a member at a time. Statements are lower-cased and cut into tokens by their makers.
The tables themselves are files of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
    Judged,
    Meaning,
    Plain,
    Records,
    Unreadable,
    meaning,
    no_documents,
)
from factcheck.records.rights import Rights

CARD = Card(
    title="TabFact",
    description="Statements by crowd workers about tables of Wikipedia, entailed or refuted.",
    homepage="https://github.com/wenhuchen/Table-Fact-Checking",
    citation="Chen, Wang, Chen, Zhang, Wang, Li, Zhou, Wang (2020). TabFact: A Large-scale Dataset for Table-based Fact "
    "Verification. ICLR. https://arxiv.org/abs/1909.02164",
    released="2020",
    licence="MIT",
    licence_seen="https://github.com/wenhuchen/Table-Fact-Checking",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {
    "1": Meaning(label="supported", note="written as a number"),
    "0": Meaning(label="refuted", note="written as a number"),
}
COUNTS: dict[str, dict[str, int]] = {}
_WORDS = {1: "supported", 0: "refuted"}
_STANCES = {"supported": "supports", "refuted": "refutes"}

write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is one table with its statements, their labels and its caption."""
    if not isinstance(row, dict) or len(row) != 1:
        return False
    value = next(iter(row.values()))
    return isinstance(value, list) and [type(part) for part in value] == [list, list, str]


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the table as a document, and its statements as claims with their verdicts."""
    if not recognises(row):
        raise Unreadable("a table must have its statements, their labels and its caption")
    name, (texts, labels, caption) = next(iter(row.items()))
    if len(texts) != len(labels):
        raise Unreadable(f"statements and labels must run parallel (got {len(texts)} and {len(labels)})")
    words = [meaning(LABELS, str(label) if type(label) is int else label).label for label in labels]
    ids = [f"{name}-{place}" for place in range(len(texts))]
    return Records(
        documents=[{"id": name, "extra": {"caption": caption}}],
        claims=[
            {"id": id_, "text": text, "evidence": [{"document": name}]} for id_, text in zip(ids, texts, strict=True)
        ],
        verdicts=[_verdict(id_, name, word) for id_, word in zip(ids, words, strict=True)],
    )


def _verdict(claim: str, table: str, label: str) -> Plain:
    return {
        "claim": claim,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {table: _STANCES[label]},
        "rests_on": [[table]],
    }


def groups(claims: Sequence[Plain], documents: Sequence[Plain]) -> Iterator[tuple[Plain | None, list[Plain]]]:
    """Yield each table with the claims that it is the evidence of."""
    made: dict[str, list[Plain]] = {document["id"]: [] for document in documents}
    for claim in claims:
        made.setdefault(_table(claim), []).append(claim)
    known = {document["id"]: document for document in documents}
    for name, of_table in made.items():
        yield known.get(name, {"id": name}), of_table


def _table(claim: Mapping[str, Any]) -> str:
    return next((item["document"] for item in claim.get("evidence", ()) if "document" in item), "")


def write(judged: Judged) -> Plain:
    """Return the row of a table."""
    document = judged.document or {"id": ""}
    caption = document.get("extra", {}).get("caption", document.get("title", ""))
    texts = [claim["text"] for claim in judged.claims]
    labels = [_label(judged.verdict_on(claim)) for claim in judged.claims]
    return {document["id"]: [texts, labels, caption]}


def _label(verdict: Mapping[str, Any] | None) -> int | None:
    """Return the number of a verdict's label, or None where the dataset has none."""
    return next((number for number, word in _WORDS.items() if verdict and word == verdict["label"]), None)
