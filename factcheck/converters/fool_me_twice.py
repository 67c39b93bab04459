"""FoolMeTwice: claims by which players fool each other, with the sentences that settle them (Eisenschlos et al. 2021).

A row is a claim about one page; its gold sentences are needed together. The sentences that a retriever proposed, and what the
players voted, are kept as they are.
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
    title="FoolMeTwice",
    description="Claims from a game in which players fool each other, each about one Wikipedia page.",
    homepage="https://github.com/google-research/fool-me-twice",
    citation="Eisenschlos, Dhingra, Bulian, Börschinger, Boyd-Graber (2021). Fool Me Twice: Entailment from Wikipedia "
    "Gamification. NAACL-HLT. https://doi.org/10.18653/v1/2021.naacl-main.32",
    released="2021",
    licence="Apache-2.0",
    licence_seen="https://github.com/google-research/fool-me-twice",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {"SUPPORTS": Meaning(label="supported"), "REFUTES": Meaning(label="refuted")}
COUNTS: dict[str, dict[str, int]] = {"dev.jsonl": {"rows": 1169}, "test.jsonl": {"rows": 1380}}
_STANCES = {"supported": "supports", "refuted": "refutes"}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has gold sentences of one page."""
    return isinstance(row, dict) and {"id", "text", "label", "gold_evidence", "wikipedia_page"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its gold sentences as one set of evidence, and its verdict."""
    rest = dict(row)
    name, text, page = required(rest, "id"), required(rest, "text"), taken(rest, "wikipedia_page")
    label = meaning(LABELS, rest.pop("label", None)).label
    evidence = list(_sentences(rest.get("gold_evidence"), page))
    if evidence:
        del rest["gold_evidence"]
    elif page is not None:
        rest["wikipedia_page"] = page
    claim = {"id": name, "text": text, "evidence": evidence, "extra": rest}
    names = [item["id"] for item in evidence]
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": dict.fromkeys(names, _STANCES[label]),
        "rests_on": [names] if names else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)], documents=pages_of(evidence))


def _sentences(given: Any, page: str | None) -> list[Plain]:
    """Return the gold sentences as evidence; none where one is no mapping."""
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        return []
    made = []
    for place, one in enumerate(given, 1):
        rest = dict(one)
        words, section = taken(rest, "text"), taken(rest, "section_header")
        made.append(
            without_absent({"id": f"e{place}", "document": page, "locator": section, "text": words, "extra": rest})
        )
    return made


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {"id": claim["id"], "text": claim["text"], **claim.get("extra", {})}
    if verdict is not None:
        row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), "REFUTES")
    evidence = claim.get("evidence", [])
    if "gold_evidence" in row or not evidence:
        return row
    page = next((item["document"] for item in evidence if "document" in item), None)
    row |= {"wikipedia_page": page} if page is not None else {}
    return {**row, "gold_evidence": [_written(item) for item in evidence]}


def _written(item: Mapping[str, Any]) -> Plain:
    row: Plain = dict(item.get("extra", {}))
    words = item.get("text") or item.get("finding")
    row |= {"text": words} if words else {}
    return row | ({"section_header": item["locator"]} if "locator" in item else {})
