"""A few valid records that every fault can be seeded into, for corpora that have none of the kind that it needs."""

from collections.abc import Sequence
from typing import Any

from factcheck.records.claim import evidence_key
from factcheck.testing.faults.newcomers import STATEMENTS, evidence, reference
from factcheck.testing.faults.seeding import Draft, Edit
from factcheck.text import bytes_digest, span_digest

_OPEN = "The cafe\u0301 by the quay sells tea. The keeper sells candles and rope. Long ago there was a mill."
_WALK = "Of our walk along the quay: the cafe\u0301 was shut and the mill was gone."
_WITHHELD = (
    "A pilot said that the old signal mast on the western cliff fell in a storm. "
    "No one has put it up again since then, and the boats steer by the chimney of the bakery when the fog comes in."
)


def with_scene(draft: Draft) -> Draft:
    """Return the draft with two documents, two claims, a reference, verdicts and an adjudication added, all of them valid."""
    documents = [
        _document("scene-open", _OPEN, redistribute=True, passages=_passages()),
        _document("scene-withheld", _WITHHELD, redistribute=False),
        _document("scene-walk", _WALK, redistribute=True),
    ]
    people = ["scene-first", "scene-second", "scene-judge"]
    split = {"split": draft.split} if draft.split else {}
    edits: list[Edit] = [
        *draft.new("documents", *documents),
        *draft.new(
            "references", reference(9, id="scene-reference", DOI="10.1000/scene", issued={"date-parts": [[2001]]})
        ),
        *draft.new("annotators", *({"id": name, "kind": "person"} for name in people)),
        *draft.new("claims", *({**split, **claim} for claim in _claims())),
        *draft.new("verdicts", *(_judged(claim, name) for claim in _claims() for name in people[:2])),
        *draft.new("adjudications", *(_settled(claim, people) for claim in _claims())),
    ]
    texts = {"scene-open": _OPEN, "scene-withheld": _WITHHELD, "scene-walk": _WALK}
    scene = draft.edited(edits)
    return Draft(records=scene.records, texts={**draft.texts, **texts})


def _document(name: str, text: str, *, redistribute: bool, **fields: Any) -> dict[str, Any]:
    described = {"id": name, "rights": {"redistribute": redistribute}, "accessed": "2020-01-01"}
    return {**described, "sha256": bytes_digest(text.encode()), "length": len(text), **fields}


def _passages() -> list[dict[str, Any]]:
    first, second = _OPEN.index("The keeper"), _OPEN.index("Long ago")
    bounds = [(0, first, "checkable"), (first, second, "checkable"), (second, len(_OPEN), "opinion")]
    return [{"start": start, "end": end, "status": status} for start, end, status in bounds]


def _anchor(text: str, words: str, **fields: Any) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "digest": span_digest(words), **fields}


def _claims() -> Sequence[dict[str, Any]]:
    cafe, keeper = "cafe\u0301 by the quay sells tea", "keeper sells candles"
    mast = "old signal mast on the western cliff fell in a storm. No one has put it up again since then"
    return [
        {
            "id": "scene-tea",
            "text": "Tea can be bought at the harbour of Skerra.",
            "kind": "other",
            "appearances": [{"document": "scene-open", "anchor": _anchor(_OPEN, cafe, fragment="caf\u00e9")}],
            "evidence": [evidence(7, id="scene-reading", reference="scene-reference")],
        },
        {
            "id": "scene-mast",
            "text": "Gales have brought down what once guided the boats.",
            "kind": "history",
            "appearances": [
                {"document": "scene-open", "anchor": _anchor(_OPEN, keeper)},
                {"document": "scene-withheld", "anchor": _anchor(_WITHHELD, mast, fragment="old")},
            ],
            "evidence": [evidence(8, id="scene-walk", document="scene-walk", anchor=_anchor(_WALK, _WALK[:-1]))],
        },
    ]


def _judged(claim: dict[str, Any], annotator: str) -> dict[str, Any]:
    """Return the verdict on a claim: that on history is open, the other stands."""
    keys = [evidence_key(part) for part in claim["evidence"]]
    is_open = claim["kind"] == "history"
    judged = {"claim": claim["id"], "annotator": annotator, "date": "2020-02-02", "rationale": STATEMENTS[0]}
    if is_open:
        return {**judged, "label": "not_enough_evidence", "stances": dict.fromkeys(keys, "context")}
    return {**judged, "label": "supported", "stances": dict.fromkeys(keys, "supports"), "rests_on": [keys]}


def _settled(claim: dict[str, Any], people: Sequence[str]) -> dict[str, Any]:
    judged = _judged(claim, people[2])
    return {**judged, "considered": {name: {"label": judged["label"]} for name in people[:2]}}
