"""Check-COVID: claims from news about COVID-19, against one abstract each (Wang et al. 2023).

Rows are JSON Lines in files named ``.json``. A row is a claim and one abstract; a claim that NOTENOUGHINFO is said of may list
sentences all the same. Sentences are ``PRIMARY`` or ``SUPPLEMENTARY``; together they are one evidence set. Ids are a stem and a
number: claims of one stem are variants of each other, and stay in one split.
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
    meaning,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.converters.rationales import abstract_document, abstract_sentences, are_sentences
from factcheck.records.rights import Rights

CARD = Card(
    title="Check-COVID",
    description="Claims about COVID-19 from news, verified against abstracts of research papers.",
    homepage="https://github.com/posuer/Check-COVID",
    citation="Wang, Harwood, Chillrud, Ananthram, Subbiah, McKeown (2023). Check-COVID: Fact-Checking COVID-19 News Claims with "
    "Scientific Evidence. Findings of ACL. https://doi.org/10.18653/v1/2023.findings-acl.888",
    released="2023",
    licence="MIT",
    licence_seen="https://github.com/posuer/Check-COVID",
    document_rights=Rights(
        redistribute=False, note="abstracts of CORD-19, each under the licence of its article, which is not recorded"
    ),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "SUPPORT": Meaning(label="supported"),
    "REFUTE": Meaning(label="refuted"),
    "NOTENOUGHINFO": Meaning(label="not_enough_evidence", note="may list sentences, which do not decide"),
}
COUNTS: dict[str, dict[str, int]] = {
    "covidCheck_train_composed+extracted.json": {"rows": 1068},
    "covidCheck_dev_composed+extracted.json": {"rows": 207},
    "covidCheck_test_composed.json": {"rows": 180},
    "covidCheck_test_extracted.json": {"rows": 49},
    "corpus.json": {"rows": 347},
}
_STANCE = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}

groups = one_a_row


def recognises(row: Any) -> bool:
    """Tell whether a row is a claim with the id of its abstract, or an abstract."""
    if not isinstance(row, dict) or "cord_id" not in row:
        return False
    return {"claim", "evidence_set"} <= row.keys() or {"title", "abstract"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return a claim with its verdict, or an abstract."""
    rest = dict(row)
    if "claim" not in rest:
        return Records(documents=[_abstract(rest)])
    name, text, document = required(rest, "id"), required(rest, "claim"), required(rest, "cord_id")
    found = meaning(LABELS, rest.pop("label", None))
    sentences, kinds = _sentences(rest.pop("evidence_set", None))
    item = without_absent({"document": document, "sentences": sentences, "extra": {"types": kinds} if kinds else {}})
    claim = {"id": name, "text": text, "family": name.rpartition("_")[0], "evidence": [item], "extra": rest}
    decides = sentences and found.label != "not_enough_evidence"
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": found.label,
        "stances": {document: _STANCE[found.label]} if sentences else {},
        "rests_on": [[document]] if decides else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)], documents=[{"id": document}])


def _sentences(evidence: Any) -> tuple[list[int], list[str]]:
    if not isinstance(evidence, list) or not all(
        isinstance(part, dict) and part.keys() == {"sent_index", "type"} for part in evidence
    ):
        raise Unreadable(f"'evidence_set' must list sentences with their type (got {evidence!r:.60})")
    return [part["sent_index"] for part in evidence], [part["type"] for part in evidence]


def _abstract(rest: Plain) -> Plain:
    name, title = required(rest, "cord_id"), taken(rest, "title")
    if not are_sentences(rest.get("abstract")):
        return without_absent({"id": name, "title": title, "extra": rest})
    return abstract_document(name, title, rest.pop("abstract"), rest)


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    sentences = item.get("sentences", [])
    said = item.get("extra", {}).get("types")
    kinds = said if isinstance(said, list) and len(said) == len(sentences) else ["PRIMARY"] * len(sentences)
    row: Plain = {"id": claim["id"], "claim": claim["text"], "cord_id": item.get("document"), **claim.get("extra", {})}
    if verdict is not None:
        row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), None)
    parts = zip(sentences, kinds, strict=True)
    return {**row, "evidence_set": [{"sent_index": sentence, "type": kind} for sentence, kind in parts]}


def write_document(document: Mapping[str, Any], text: str | None) -> Plain | None:
    """Return the row of an abstract; None where its words are not at hand."""
    extra = dict(document.get("extra", {}))
    sentences = abstract_sentences(document, text)
    if sentences is None and "abstract" not in extra:
        return None
    row: Plain = {"cord_id": document["id"], **extra}
    row |= {"title": document["title"]} if "title" in document else {}
    return row | ({"abstract": sentences} if sentences is not None else {})
