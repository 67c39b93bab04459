"""VitaminC: claims with sentences of Wikipedia before and after a revision (Schuster, Fisch, Barzilay 2021).

A row is a pair of claim and sentence; pairs of one ``case_id`` differ by a fact, so they are a family and must stay in one split.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
    Judged,
    Meaning,
    Plain,
    Records,
    meaning,
    no_documents,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.converters.pages import pages_of
from factcheck.records.rights import Rights

CARD = Card(
    title="VitaminC",
    description="Pairs of claim and sentence built from revisions of Wikipedia, so that a small change turns the label.",
    homepage="https://github.com/TalSchuster/VitaminC",
    citation="Schuster, Fisch, Barzilay (2021). Get Your Vitamin C! Robust Fact Verification with Contrastive Evidence. "
    "NAACL-HLT. https://doi.org/10.18653/v1/2021.naacl-main.52",
    released="2021",
    licence="CC-BY-SA-3.0",
    licence_seen="https://huggingface.co/datasets/tals/vitaminc",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "SUPPORTS": Meaning(label="supported"),
    "REFUTES": Meaning(label="refuted"),
    "NOT ENOUGH INFO": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {}
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a pair with a case."""
    return isinstance(row, dict) and {"unique_id", "case_id", "claim", "evidence", "label"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its sentence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "unique_id"), required(rest, "claim")
    label = meaning(LABELS, rest.pop("label", None)).label
    page, words = taken(rest, "page"), taken(rest, "evidence")
    evidence = [without_absent({"id": "sentence", "document": page, "text": words})] if words or page else []
    claim = {"id": name, "text": text, "family": taken(rest, "case_id"), "evidence": evidence, "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {"sentence": _STANCES[label]} if evidence else {},
        "rests_on": [["sentence"]] if evidence and label != "not_enough_evidence" else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)], documents=pages_of(evidence))


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    row: Plain = {"unique_id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    row |= {"case_id": claim["family"]} if "family" in claim else {}
    row |= {"page": item["document"]} if "document" in item else {}
    row |= {"evidence": words} if words else {}
    if verdict is not None:
        row["label"] = next(
            (word for word, found in LABELS.items() if found.label == verdict["label"]), "NOT ENOUGH INFO"
        )
    return row
