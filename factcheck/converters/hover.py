"""HoVer: claims that take several Wikipedia articles to verify (Jiang et al. 2020).

A row is a claim with its supporting facts, each a page title and a sentence number, all needed together; ``num_hops`` says how
many articles that takes. ``NOT_SUPPORTED`` puts together what is refuted and what lacks information. The test file has neither
labels nor facts.
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
    without_absent,
)
from factcheck.converters.pages import page_sentences, pages_of, sentence_evidence
from factcheck.records.rights import Rights

CARD = Card(
    title="HoVer",
    description="Claims that need the sentences of two to four Wikipedia articles together.",
    homepage="https://hover-nlp.github.io",
    citation="Jiang, Bordia, Zhong, Dognin, Singh, Bansal (2020). HoVer: A Dataset for Many-Hop Fact Extraction And Claim "
    "Verification. Findings of EMNLP. https://doi.org/10.18653/v1/2020.findings-emnlp.309",
    released="2020",
    licence="MIT",
    licence_seen="https://github.com/hover-nlp/hover",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {
    "SUPPORTED": Meaning(label="supported"),
    "NOT_SUPPORTED": Meaning(
        label="not_enough_evidence", note="refuted and not enough information, which HoVer does not tell apart"
    ),
}
COUNTS: dict[str, dict[str, int]] = {
    "hover_dev_release_v1.1.json": {"rows": 4000, "SUPPORTED": 2000, "NOT_SUPPORTED": 2000},
    "hover_test_release_v1.1.json": {"rows": 4000},
}
_STANCES = {"SUPPORTED": "supports", "NOT_SUPPORTED": "context"}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has a claim of its own id; the facts are absent in a blind file."""
    return isinstance(row, dict) and {"uid", "claim"} <= row.keys() and "questions" not in row


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its facts as one set of evidence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "uid"), required(rest, "claim")
    facts = page_sentences(rest.get("supporting_facts"))
    if facts is not None:
        del rest["supporting_facts"]
    evidence = [sentence_evidence(page, line) for page, line in facts or ()]
    label = None if rest.get("label") is None else rest.pop("label")
    claim = without_absent({"id": name, "text": text, "evidence": evidence, "extra": rest})
    if label is None:
        return Records(claims=[claim], documents=pages_of(evidence))
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": meaning(LABELS, label).label,
        "stances": {item["id"]: _STANCES[label] for item in evidence},
        "rests_on": [[item["id"] for item in evidence]] if evidence else [],
    }
    return Records(claims=[claim], verdicts=[without_absent(verdict)], documents=pages_of(evidence))


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {"uid": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    if verdict is not None:
        row["label"] = "SUPPORTED" if verdict["label"] == "supported" else "NOT_SUPPORTED"
    evidence = claim.get("evidence", [])
    if "supporting_facts" in row or not evidence:
        return row
    facts = [[item.get("document"), line] for item in evidence for line in item.get("sentences") or [None]]
    return {**row, "supporting_facts": facts}
