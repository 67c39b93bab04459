"""FEVEROUS: claims about Wikipedia with sentences, table cells, captions and list items as evidence (Aly et al. 2021).

A row's evidence is a list of at most three sets. Each has ``content``, ids of elements, and ``context``, the elements that each
is read with. An id is the page's title, the sort of element and its numbers: ``Skerra_cell_0_4_1``. Claims that lack information
have evidence too. The first row of a published file may be empty; it is rejected by name.
"""

import re
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
    no_documents,
    one_a_row,
    required,
    without_absent,
)
from factcheck.converters.pages import pages_of
from factcheck.records.claim import evidence_key
from factcheck.records.rights import Rights

CARD = Card(
    title="FEVEROUS",
    description="Claims about Wikipedia, verified by sentences and by cells of tables.",
    homepage="https://fever.ai/dataset/feverous.html",
    citation="Aly, Guo, Schlichtkrull, Thorne, Vlachos, Christodoulopoulos, Cocarascu, Mittal (2021). FEVEROUS: Fact Extraction "
    "and VERification Over Unstructured and Structured information. NeurIPS Datasets and Benchmarks. "
    "https://arxiv.org/abs/2106.05707",
    released="2021",
    licence="CC-BY-SA-3.0",
    licence_seen="https://fever.ai/dataset/feverous.html",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {
    "SUPPORTS": Meaning(label="supported"),
    "REFUTES": Meaning(label="refuted"),
    "NOT ENOUGH INFO": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {}
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}
_BARE: Plain = {"context": {}}
_ELEMENT = re.compile(
    r"(.+?)_(?:(sentence)_([0-9]{1,15})|(?:header_cell|cell|table_caption|table|item|list|section)_[0-9_]{1,60}|title)",
    re.DOTALL,
)

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has sets of content and context."""
    if not isinstance(row, dict) or not {"id", "claim", "evidence"} <= row.keys():
        return False
    evidence = row["evidence"]
    is_sets = isinstance(evidence, list) and evidence != []
    return is_sets and all(isinstance(one, dict) and "content" in one for one in evidence)


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its elements as evidence, and its verdict."""
    rest = dict(row)
    text, name = required(rest, "claim"), _name(rest)
    label = None if rest.get("label") is None else meaning(LABELS, rest.pop("label")).label
    sets = _sets(rest.get("evidence")) if label else []
    others = (
        [{key: value for key, value in one.items() if key != "content"} for one in rest.pop("evidence")] if sets else []
    )
    evidence = {element: _evidence(element) for one in sets for element in one}
    claim = without_absent({"id": name, "text": text, "evidence": list(evidence.values()), "extra": rest})
    if label is None:
        return Records(claims=[claim])
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": dict.fromkeys(evidence, _STANCES[label]),
        "rests_on": sets,
        "extra": {"sets": others} if any(other != _BARE for other in others) else {},
    }
    return Records(claims=[claim], verdicts=[without_absent(verdict)], documents=pages_of(evidence.values()))


def _name(rest: Plain) -> str:
    name = rest.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(rest.pop("id"))
    if isinstance(name, str) and name:
        return name
    raise Unreadable(f"'id' must be a number or text (got {name!r})")


def _sets(evidence: Any) -> list[list[str]]:
    """Return the contents of the sets; none where one is empty, repeats an element, or has another form."""
    if not isinstance(evidence, list) or not all(isinstance(one, dict) for one in evidence):
        return []
    sets = [one.get("content") for one in evidence]
    return sets if all(_are_elements(one) for one in sets) else []


def _are_elements(content: Any) -> bool:
    return (
        isinstance(content, list)
        and bool(content)
        and all(isinstance(element, str) and element for element in content)
        and len(set(content)) == len(content)
    )


def _evidence(element: str) -> Plain:
    """Return an element as a piece of evidence: of its page, where its id names one, and for a sentence with its number."""
    found = _ELEMENT.fullmatch(element)
    page = {"document": found[1]} if found else {}
    return {"id": element, **page} | ({"sentences": [int(found[3])]} if found and found[3] else {})


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict or {}
    row: Plain = {"id": as_number(claim["id"]), "claim": claim["text"], **claim.get("extra", {})}
    if not verdict:
        return row
    row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), "NOT ENOUGH INFO")
    sets = verdict.get("rests_on", [])
    if "evidence" in row or not sets:
        return row
    known = {evidence_key(item) for item in claim.get("evidence", ())}
    others = verdict.get("extra", {}).get("sets", [])
    others = others if len(others) == len(sets) else [_BARE] * len(sets)
    written = [
        {"content": [key for key in one if key in known], **other} for one, other in zip(sets, others, strict=True)
    ]
    return {**row, "evidence": written}
