"""HealthVer: claims about COVID-19 found on the web, each against sentences of research papers (Sarrouti et al. 2021).

A row of the CSV is a pair of claim and evidence, found with a question to a search engine. The id is that of no row: it stands in
several. Most evidence of the test file stands in the other files too, and some pairs stand twice, up to four times in a file.
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
from factcheck.records.rights import Rights

CARD = Card(
    title="HealthVer",
    description="Real-world claims about COVID-19 from search results, verified against sentences of research papers.",
    homepage="https://github.com/sarrouti/HealthVer",
    citation="Sarrouti, Ben Abacha, Mrabet, Demner-Fushman (2021). Evidence-based Fact-Checking of Health-related Claims. "
    "Findings of EMNLP. https://doi.org/10.18653/v1/2021.findings-emnlp.297",
    released="2021",
    licence="unknown",
    licence_seen="https://github.com/sarrouti/HealthVer states none",
    text_rights=Rights(
        redistribute=False, note="sentences of CORD-19, each under the licence of its article, which is not recorded"
    ),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "Supports": Meaning(label="supported"),
    "Refutes": Meaning(label="refuted"),
    "Neutral": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {
    "healthver_train.csv": {"rows": 10590},
    "healthver_dev.csv": {"rows": 1917},
    "healthver_test.csv": {"rows": 1823},
}
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}
_EVIDENCE = "sentences"

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a pair with the question that it was found with."""
    return isinstance(row, dict) and {"id", "claim", "evidence", "topic_ip", "question"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its evidence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "id"), required(rest, "claim")
    label = meaning(LABELS, rest.pop("label", None)).label
    words = taken(rest, "evidence")
    evidence = [without_absent({"id": _EVIDENCE, "text": words, "question": taken(rest, "question")})] if words else []
    claim = {"id": name, "text": text, "evidence": evidence, "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {_EVIDENCE: _STANCES[label]} if evidence else {},
        "rests_on": [[_EVIDENCE]] if evidence and label != "not_enough_evidence" else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    row: Plain = {"id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    row |= {"evidence": words} if words else {}
    row |= {"question": item["question"]} if "question" in item else {}
    if verdict is not None:
        row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), "Neutral")
    return row
