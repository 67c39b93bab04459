"""Climate-FEVER: claims about climate change, each with five Wikipedia sentences and their votes (Diggelmann et al. 2020).

Up to five people voted on each sentence; who they are is not known, so their votes are counts. The label of a sentence is
what the makers made of the votes (a tie of support and refutation became NOT_ENOUGH_INFO, which is written nowhere). A claim
is DISPUTED where its sentences disagree.
"""

import re
from collections import Counter
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
    no_documents,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.records.claim import evidence_key
from factcheck.records.rights import Rights

CARD = Card(
    title="Climate-FEVER",
    description="Real-world claims about climate change, verified against Wikipedia sentences by vote.",
    homepage="https://github.com/tdiggelm/climate-fever-dataset",
    citation="Diggelmann, Boyd-Graber, Bulian, Ciaramita, Leippold (2020). CLIMATE-FEVER: A Dataset for Verification of "
    "Real-World Climate Claims. arXiv:2012.00614",
    released="2020",
    licence="unknown",
    licence_seen="https://github.com/tdiggelm/climate-fever-dataset states none",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {
    "SUPPORTS": Meaning(label="supported"),
    "REFUTES": Meaning(label="refuted"),
    "NOT_ENOUGH_INFO": Meaning(label="not_enough_evidence"),
    "DISPUTED": Meaning(label="conflicting", note="of claims only: its sentences disagree"),
}
COUNTS: dict[str, dict[str, int]] = {"climate-fever.jsonl": {"rows": 1535}}
_STANCES = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT_ENOUGH_INFO": "context"}
_VOTERS = 5
_SENTENCE = re.compile(r":([0-9]{1,15})$")
_VOTES = {stance: word for word, stance in _STANCES.items()}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has a claim with voted evidence."""
    return isinstance(row, dict) and {"claim_id", "claim", "claim_label", "evidences"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its sentences with their votes, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "claim_id"), required(rest, "claim")
    label = meaning(LABELS, rest.pop("claim_label", None)).label
    given = rest.pop("evidences", None)
    if not isinstance(given, list):
        raise Unreadable(f"'evidences' must be a list (got {given!r:.60})")
    pairs = [_evidence(one) for one in given]
    names = Counter(item["id"] for item, _ in pairs)
    if twice := [name for name, times in names.items() if times > 1]:
        raise Unreadable(f"evidence {twice[0]!r} stands twice under one claim")
    claim = {"id": name, "text": text, "evidence": [item for item, _ in pairs], "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {item["id"]: stance for item, stance in pairs if stance},
    }
    pages = dict.fromkeys(item["document"] for item, _ in pairs if "document" in item)
    return Records(
        claims=[without_absent(claim)],
        verdicts=[without_absent(verdict)],
        documents=[{"id": page} for page in pages],
    )


def _evidence(given: Any) -> tuple[Plain, str | None]:
    """Return a sentence as evidence, and the stance that the makers gave it."""
    if not isinstance(given, dict):
        raise Unreadable(f"a piece of evidence must be a mapping (got {given!r:.60})")
    rest = dict(given)
    name = required(rest, "evidence_id")
    page = taken(rest, "article")
    label = rest.get("evidence_label")
    stance = _STANCES.get(label) if isinstance(label, str) else None
    if stance:
        del rest["evidence_label"]
    votes = _counted(rest)
    item = {
        "id": name,
        "document": page,
        "sentences": [int(found[1])] if (found := _SENTENCE.search(name)) else [],
        "text": taken(rest, "evidence"),
        "votes": votes,
        "extra": rest,
    }
    return without_absent(item), stance


def _counted(rest: Plain) -> dict[str, int]:
    """Count the votes; another order than supporting, refuting, undecided, none is kept beside."""
    votes = rest.get("votes")
    if not isinstance(votes, list) or not all(vote is None or isinstance(vote, str) for vote in votes):
        return {}
    if any(vote not in (None, *_STANCES) for vote in votes):
        return {}
    counts = Counter(_STANCES[vote] for vote in votes if vote is not None)
    ordered = {stance: counts[stance] for stance in _STANCES.values() if counts[stance]}
    if ordered and _votes(ordered) == votes:
        del rest["votes"]
    return ordered


def _votes(counts: Mapping[str, int]) -> list[str | None]:
    votes = [_VOTES[stance] for stance in _VOTES for _ in range(counts.get(stance, 0))]
    return [*votes, *[None] * (_VOTERS - len(votes))]


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict or {}
    row: Plain = {"claim_id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    if verdict:
        row["claim_label"] = next(word for word, found in LABELS.items() if found.label == verdict["label"])
    stances = verdict.get("stances", {})
    return {**row, "evidences": [_written(item, stances) for item in claim.get("evidence", ())]}


def _written(item: Mapping[str, Any], stances: Mapping[str, str]) -> Plain:
    name = evidence_key(item) or ""
    row: Plain = {"evidence_id": name, **item.get("extra", {})}
    row |= {"article": item["document"]} if "document" in item else {}
    words = item.get("text") or item.get("finding")
    row |= {"evidence": words} if words else {}
    row |= {"evidence_label": _VOTES[stances[name]]} if stances.get(name) in _VOTES else {}
    return row if "votes" in row or not item.get("votes") else {**row, "votes": _votes(item["votes"])}
