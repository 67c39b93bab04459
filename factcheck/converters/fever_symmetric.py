"""FEVER-Symmetric: claim and sentence pairs made to stop a claim-only model (Schuster et al. 2019).

Each claim of FEVER's kind meets evidence for it and evidence against it, and so does its counter-claim. The four pairs share the
first digits of their ids, which end in seven more for the pairs that were written anew. The files say the same words under
several keys (``claim`` and ``sentence2``, ``evidence`` and ``sentence1`` or ``evidence_sentence``); the labels are binary.
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
    title="FEVER-Symmetric",
    description="Pairs of claim and sentence in fours, so that the claim alone gives no label away.",
    homepage="https://github.com/TalSchuster/FeverSymmetric",
    citation="Schuster, Shah, Yeo, Roberto Filizzola Ortiz, Santus, Barzilay (2019). Towards Debiasing Fact Verification Models. "
    "EMNLP-IJCNLP. https://doi.org/10.18653/v1/D19-1341",
    released="2019",
    licence="CC-BY-SA-3.0",
    licence_seen="https://fever.ai/dataset/fever.html",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "SUPPORTS": Meaning(label="supported"),
    "REFUTES": Meaning(label="refuted"),
    "NOT ENOUGH INFO": Meaning(label="not_enough_evidence", note="in training files only"),
}
COUNTS: dict[str, dict[str, int]] = {}
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}
_WORDS = ("evidence", "evidence_sentence")
_SAME_CLAIM, _SAME_LABEL = "sentence2", "gold_label"
_SUFFIX = 7

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has a claim and one sentence."""
    return (
        isinstance(row, dict)
        and {"id", "claim", "label"} <= row.keys()
        and any(isinstance(row.get(key), str) for key in _WORDS)
        and "unique_id" not in row
        and "topic_ip" not in row
    )


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its sentence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "id"), required(rest, "claim")
    said = rest.pop("label", None)
    label = meaning(LABELS, said).label
    key = next((key for key in _WORDS if isinstance(rest.get(key), str) and rest[key]), None)
    words = taken(rest, key) if key else None
    same = [(_SAME_CLAIM, text), (_SAME_LABEL, said), ("sentence1", words)]
    twins = [twin for twin, value in same if value is not None and rest.get(twin) == value]
    for twin in twins:
        del rest[twin]
    judged = {key_: value for key_, value in (("twins", twins), ("words", key)) if value}
    family = name[:-_SUFFIX] if name.isascii() and name.isdigit() and len(name) > _SUFFIX else name
    evidence = [{"id": "sentence", "text": words}] if words else []
    claim = {"id": name, "text": text, "family": family, "evidence": evidence, "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {"sentence": _STANCES[label]} if words else {},
        "rests_on": [["sentence"]] if words and label != "not_enough_evidence" else [],
        "extra": judged,
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict or {}
    made = verdict.get("extra", {})
    row: Plain = {"id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    label = next((word for word, found in LABELS.items() if found.label == verdict.get("label")), "NOT ENOUGH INFO")
    row |= {"label": label} if verdict else {}
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    row |= {made.get("words", _WORDS[0]): words} if words else {}
    same = {_SAME_CLAIM: claim["text"], _SAME_LABEL: label, "sentence1": words}
    return row | {twin: same[twin] for twin in made.get("twins", ()) if same.get(twin) is not None}
