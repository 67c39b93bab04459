"""SciFact: scientific claims against abstracts, with rationales (Wadden et al. 2020).

There are two sorts of row: claims, whose ``evidence`` maps an abstract's id to its rationales (sets of sentence numbers, each
with a label), and abstracts. A claim with empty evidence has not enough information; a claim without the key is of the blind test
set. A claim that one abstract supports and another contradicts is ``conflicting`` here, a label that SciFact does not give to
claims.
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
    Unreadable,
    as_number,
    meaning,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.converters.rationales import abstract_document, abstract_sentences, are_sentences, claim_label
from factcheck.records.claim import evidence_key
from factcheck.records.rights import Rights

CARD = Card(
    title="SciFact",
    description="Expert-written scientific claims, verified against abstracts.",
    homepage="https://github.com/allenai/scifact",
    citation="Wadden, Lin, Lo, Wang, van Zuylen, Cohan, Hajishirzi (2020). Fact or Fiction: Verifying Scientific Claims. EMNLP. "
    "https://doi.org/10.18653/v1/2020.emnlp-main.609",
    released="2020",
    licence="CC-BY-4.0",
    licence_seen="https://github.com/allenai/scifact/blob/master/LICENSE.md",
    document_rights=Rights(
        redistribute=True,
        licence="ODC-By-1.0",
        holder="the authors of the abstracts; compiled in S2ORC",
        seen="https://github.com/allenai/scifact/blob/master/LICENSE.md",
    ),
)
LABELS: dict[str, Meaning] = {
    "SUPPORT": Meaning(label="supported"),
    "CONTRADICT": Meaning(label="refuted"),
}
COUNTS: dict[str, dict[str, int]] = {
    "claims_train.jsonl": {"rows": 809},
    "claims_dev.jsonl": {"rows": 300},
    "claims_test.jsonl": {"rows": 300},
    "corpus.jsonl": {"rows": 5183},
}
_STANCE = {"SUPPORT": "supports", "CONTRADICT": "refutes"}
_FOREIGN = {"supports": "SUPPORT", "refutes": "CONTRADICT"}

groups = one_a_row


def recognises(row: Any) -> bool:
    """Tell whether a row is a claim with evidence by abstract, or an abstract."""
    if not isinstance(row, dict):
        return False
    is_claim = {"id", "claim"} <= row.keys() and isinstance(row.get("evidence", {}), dict) and "cited_doc_ids" in row
    return is_claim or {"doc_id", "title", "abstract"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return a claim with its verdict, or an abstract."""
    rest = dict(row)
    if "doc_id" in rest:
        return Records(documents=[_abstract(rest)])
    name = _number(rest, "id")
    text = required(rest, "claim")
    if "evidence" not in rest:
        return Records(claims=[without_absent({"id": name, "text": text, "extra": rest})])
    evidence = _rationales(rest.pop("evidence"))
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": claim_label([LABELS[label].label for _, label in evidence]),
        "stances": {item["id"]: _STANCE[label] for item, label in evidence},
        "rests_on": [[item["id"]] for item, _ in evidence],
    }
    items = [item for item, _ in evidence]
    claim = without_absent({"id": name, "text": text, "evidence": items, "extra": rest})
    documents = [{"id": name} for name in dict.fromkeys(item["document"] for item in items)]
    return Records(claims=[claim], verdicts=[without_absent(verdict)], documents=documents)


def _number(rest: Plain, key: str) -> str:
    value = rest.pop(key, None)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unreadable(f"{key!r} must be a number (got {value!r})")
    return str(value)


def _rationales(evidence: Any) -> list[tuple[Plain, str]]:
    """Return each rationale as evidence, with its foreign label."""
    if not isinstance(evidence, dict):
        raise Unreadable(f"'evidence' must be a mapping from abstracts to rationales (got {type(evidence).__name__})")
    for document, rationales in evidence.items():
        if not isinstance(rationales, list) or not rationales:
            raise Unreadable(f"'evidence' of {document!r} must list rationales (got {rationales!r:.60})")
    return [
        (_rationale(document, place, rationale), rationale["label"])
        for document, rationales in evidence.items()
        for place, rationale in enumerate(rationales)
    ]


def _rationale(document: str, place: int, rationale: Any) -> Plain:
    if not isinstance(rationale, dict) or not isinstance(rationale.get("sentences"), list):
        raise Unreadable(f"a rationale must have 'sentences' and 'label' (got {rationale!r:.60})")
    meaning(LABELS, rationale.get("label"))
    extra = {key: value for key, value in rationale.items() if key not in ("sentences", "label")}
    return without_absent(
        {"id": f"{document}:{place}", "document": document, "sentences": rationale["sentences"], "extra": extra}
    )


def _abstract(rest: Plain) -> Plain:
    name, title = _number(rest, "doc_id"), taken(rest, "title")
    if not are_sentences(rest.get("abstract")):
        return without_absent({"id": name, "title": title, "extra": rest})
    return abstract_document(name, title, rest.pop("abstract"), rest)


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {"id": as_number(claim["id"]), "claim": claim["text"], **claim.get("extra", {})}
    if verdict is None:
        return row
    evidence: dict[str, list[Plain]] = {}
    for item in claim.get("evidence", ()):
        label = _FOREIGN.get(verdict.get("stances", {}).get(evidence_key(item) or "", ""))
        if label and "document" in item:
            rationale = {"sentences": item.get("sentences", []), "label": label, **item.get("extra", {})}
            evidence.setdefault(item["document"], []).append(rationale)
    return {**row, "evidence": evidence}


def write_document(document: Mapping[str, Any], text: str | None) -> Plain | None:
    """Return the row of an abstract; None for a document of which only the name is known."""
    extra = dict(document.get("extra", {}))
    sentences = abstract_sentences(document, text)
    if sentences is None and "abstract" not in extra:
        return None
    row: Plain = {"doc_id": as_number(document["id"]), **extra}
    row |= {"title": document["title"]} if "title" in document else {}
    return row | ({"abstract": sentences} if sentences is not None else {})
