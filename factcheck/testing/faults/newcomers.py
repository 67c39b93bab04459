"""Records to add: a claim with all that belongs to it, which has nothing in common with the corpus but what is asked for."""

from collections.abc import Sequence
from typing import Any

from factcheck.testing.faults.seeding import Draft, Edit, Plain

STATEMENTS = (
    "A grey cormorant nested under the third bridge.",
    "Eleven wooden barrels were delivered before noon.",
    "Nobody repaired the northern fence last autumn.",
    "Salted herring costs more than smoked mackerel.",
    "Every window of the chapel faces the mountain.",
    "Seven goats escaped through an unlocked gate.",
)
"""Texts of claims that are not alike."""
JUDGE = "seeded-judge"


def claim(number: int = 0, **fields: Any) -> dict[str, Any]:
    """Return a claim of which it is only known who made it."""
    record = {"id": f"seeded-claim-{number}", "text": STATEMENTS[number], "appearances": [{"speaker": "A keeper"}]}
    return {key: value for key, value in {**record, **fields}.items() if value is not None}


def evidence(number: int = 0, **fields: Any) -> dict[str, Any]:
    """Return evidence from an address, unless another source is given."""
    source = {} if {"reference", "document", "url"} & set(fields) else {"url": f"https://example.org/seeded/{number}"}
    return {"id": f"seeded-evidence-{number}", **source, "finding": f"Says so on page {number} of 9.", **fields}


def verdict(number: int = 0, annotator: str = JUDGE, **fields: Any) -> dict[str, Any]:
    """Return a verdict on the claim of the same number; not enough evidence, if nothing else is said."""
    judged = {"claim": f"seeded-claim-{number}", "annotator": annotator, "label": "not_enough_evidence"}
    return {**judged, "rationale": "Seeded by a test.", **fields}


def reference(number: int = 0, **fields: Any) -> dict[str, Any]:
    """Return a reference with an address where it was read."""
    url = f"https://example.org/seeded/reference/{number}"
    record = {"id": f"seeded-reference-{number}", "type": "report", "title": f"Seeded report {number}"}
    return {**record, "URL": url, "seen": [url], **fields}


def arrival(
    draft: Draft, claims: Sequence[Plain], verdicts: Sequence[Plain], annotators: Sequence[str] = (JUDGE,)
) -> list[Edit]:
    """Return the edits by which new claims and their verdicts arrive, with those who judged.

    Claims without a split go into the first one that the corpus has.
    """
    people = [{"id": name, "kind": "person"} for name in annotators]
    split = {"split": draft.split} if draft.split else {}
    return [
        *draft.new("annotators", *people),
        *draft.new("claims", *({**split, **one} for one in claims)),
        *draft.new("verdicts", *verdicts),
    ]
