"""COVID-Fact: titles of posts about COVID-19 and counter-claims that a program made of them (Saakyan et al. 2021).

A row is a claim with the sentences that decide it and the address that they are from. Claims have no ids. A claim and its
counter-claims share their sentences, so they must stay in one split; the RTE files are another selection of the same pairs, see
``covid-fact-rte``. Some claims stand twice, with other sentences.
"""

from collections.abc import Mapping, Sequence
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
    title="COVID-Fact",
    description="Claims about COVID-19 from Reddit and counter-claims generated from them, with sentences of web pages.",
    homepage="https://github.com/asaakyan/covidfact",
    citation="Saakyan, Chakrabarty, Muresan (2021). COVID-Fact: Fact Extraction and Verification of Real-World Claims on "
    "COVID-19 Pandemic. ACL-IJCNLP. https://doi.org/10.18653/v1/2021.acl-long.165",
    released="2021",
    licence="unknown",
    licence_seen="https://github.com/asaakyan/covidfact states none",
    text_rights=Rights(redistribute=False, note="sentences of web pages and papers, whose rights are not recorded"),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "SUPPORTED": Meaning(label="supported"),
    "REFUTED": Meaning(label="refuted"),
}
COUNTS: dict[str, dict[str, int]] = {
    "COVIDFACT_dataset.jsonl": {"rows": 4086, "SUPPORTED": 1296, "REFUTED": 2790},
}
_STANCES = {"supported": "supports", "refuted": "refutes"}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a claim with sentences and their source."""
    return isinstance(row, dict) and {"claim", "label", "evidence", "gold_source", "flair"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its sentences as one set of evidence, and its verdict."""
    rest, name = dict(row), str(number)
    text = required(rest, "claim")
    label = meaning(LABELS, rest.pop("label", None)).label
    sentences = _sentences(rest.get("evidence"))
    if sentences:
        del rest["evidence"]
    url = taken(rest, "gold_source") if sentences else None
    evidence = [
        without_absent({"id": f"sentence-{place}", "url": url, "text": words}) for place, words in enumerate(sentences)
    ]
    claim = {"id": name, "text": text, "evidence": evidence, "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {item["id"]: _STANCES[label] for item in evidence},
        "rests_on": [[item["id"] for item in evidence]] if evidence else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def _sentences(given: Any) -> Sequence[str]:
    is_text = isinstance(given, list) and all(isinstance(words, str) and words for words in given)
    return given if is_text else ()


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {"claim": claim["text"], **claim.get("extra", {})}
    evidence = claim.get("evidence", ())
    words = [item.get("text") or item.get("finding") for item in evidence]
    row |= {"evidence": [word for word in words if word]} if any(words) else {}
    url = next((item["url"] for item in evidence if "url" in item), None)
    row |= {"gold_source": url} if url else {}
    if verdict is not None:
        row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), None)
    return row
