"""PUBHEALTH: claims about public health from fact-checkers and news, with articles and explanations (Kotonya and Toni 2020).

The TSV has no quotes of its own. Its test file has an unnamed column in front of the others. Some rows have too few fields, and
some have another word where the label should be: each is rejected by name, where a well-known loader skips them.
``main_text`` is the whole article of those who checked the claim; ``sources`` are addresses in one text.
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
from factcheck.converters.dates import ENGLISH
from factcheck.records.rights import Rights

CARD = Card(
    title="PUBHEALTH",
    description="Claims about public health with journalists' verdicts, articles and explanations.",
    homepage="https://github.com/neemakot/Health-Fact-Checking",
    citation="Kotonya, Toni (2020). Explainable Automated Fact-Checking for Public Health Claims. EMNLP. "
    "https://doi.org/10.18653/v1/2020.emnlp-main.623",
    released="2020",
    licence="MIT",
    licence_seen="https://github.com/neemakot/Health-Fact-Checking",
    text_rights=Rights(
        redistribute=False, note="articles of news agencies and fact-checkers, which the licence does not speak of"
    ),
)
LABELS: dict[str, Meaning] = {
    "true": Meaning(label="supported"),
    "false": Meaning(label="refuted"),
    "unproven": Meaning(label="not_enough_evidence"),
    "mixture": Meaning(label="conflicting", note="true in part"),
}
COUNTS: dict[str, dict[str, int]] = {
    "train.tsv": {"rows": 9817},
    "dev.tsv": {"rows": 1227},
    "test.tsv": {"rows": 1235},
}
_STANCES = {
    "supported": "supports",
    "refuted": "refutes",
    "not_enough_evidence": "context",
    "conflicting": "mixed",
}
_EVIDENCE = "main_text"

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a claim with an article and an explanation."""
    return isinstance(row, dict) and {"claim_id", "claim", "explanation", "main_text", "label"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its article, and its verdict with the explanation."""
    rest = dict(row)
    name, text = required(rest, "claim_id"), required(rest, "claim")
    label = meaning(LABELS, rest.pop("label", None)).label
    words = taken(rest, "main_text")
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "rationale": taken(rest, "explanation"),
        "date": ENGLISH.taken(rest, "date_published"),
        "stances": {_EVIDENCE: _STANCES[label]} if words else {},
        "rests_on": [[_EVIDENCE]] if words and label != "not_enough_evidence" else [],
    }
    claim = {"id": name, "text": text, "evidence": [{"id": _EVIDENCE, "text": words}] if words else [], "extra": rest}
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    row: Plain = {"claim_id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    row |= {"main_text": words} if words else {}
    if verdict is None:
        return row
    row["label"] = next(word for word, found in LABELS.items() if found.label == verdict["label"])
    row |= {"explanation": verdict["rationale"]} if "rationale" in verdict else {}
    return row | ENGLISH.written("date_published", verdict.get("date"))
