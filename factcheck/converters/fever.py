"""FEVER: claims about Wikipedia, with sets of sentences as evidence (Thorne et al. 2018).

A row is a claim. Its evidence is a list of sets, each a list of ``[annotation, evidence, page, sentence]``; each set suffices. A
claim without evidence has sets whose page and sentence are null. Page titles are escaped (``-LRB-`` for an opening bracket) and
stand as they are: thirteen of paper_dev's are not in Unicode's form NFC, and would lead nowhere if they were put into it.
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
    no_documents,
    one_a_row,
    required,
    without_absent,
)
from factcheck.converters.pages import is_sentence, pages_of, sentence_evidence
from factcheck.records.claim import evidence_key
from factcheck.records.rights import Rights

CARD = Card(
    title="FEVER",
    description="Claims written from Wikipedia sentences, verified against Wikipedia of June 2017.",
    homepage="https://fever.ai/dataset/fever.html",
    citation="Thorne, Vlachos, Christodoulopoulos, Mittal (2018). FEVER: a large-scale dataset for fact extraction and "
    "verification. NAACL-HLT. https://doi.org/10.18653/v1/N18-1074",
    released="2018",
    licence="CC-BY-SA-3.0",
    licence_seen="https://fever.ai/dataset/fever.html",
    text_rights=Rights(redistribute=True, licence="CC-BY-SA-3.0", holder="Wikipedia contributors"),
)
LABELS: dict[str, Meaning] = {
    "SUPPORTS": Meaning(label="supported"),
    "REFUTES": Meaning(label="refuted"),
    "NOT ENOUGH INFO": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {
    "paper_dev.jsonl": {"rows": 9999, "SUPPORTS": 3333, "REFUTES": 3333, "NOT ENOUGH INFO": 3333},
    "paper_test.jsonl": {"rows": 9999, "SUPPORTS": 3333, "REFUTES": 3333, "NOT ENOUGH INFO": 3333},
}
_STANCE = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has FEVER's evidence: lists of lists of lists of four."""
    if not isinstance(row, dict) or not {"id", "claim", "evidence", "label"} <= row.keys():
        return False
    evidence = row["evidence"]
    return isinstance(evidence, list) and all(
        isinstance(one, list) and all(isinstance(part, list) and len(part) == 4 for part in one) for one in evidence
    )


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its verdict and the pages it names."""
    rest = dict(row)
    text, name = required(rest, "claim"), _name(rest)
    said = rest.get("label")
    found = None if said is None else _meaning(said)
    if found is not None:
        del rest["label"]
    sets = _sets(rest.get("evidence")) if found is not None else []
    judged: Plain = {} if "evidence" in rest else {"without_evidence": True}
    if sets:
        judged["ids"] = [[part[:2] for part in one] for one in rest.pop("evidence")]
    if found is not None and said not in LABELS:
        judged["label"] = said
    evidence = {key: sentence_evidence(page, line) for one in sets for key, page, line in one}
    claim = without_absent({"id": name, "text": text, "evidence": list(evidence.values()), "extra": rest})
    if found is None:
        return Records(claims=[claim])
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": found.label,
        "stances": dict.fromkeys(evidence, _STANCE[found.label]),
        "rests_on": [[key for key, _, _ in one] for one in sets],
        "extra": judged,
    }
    return Records(claims=[claim], verdicts=[without_absent(verdict)], documents=pages_of(evidence.values()))


def _meaning(said: Any) -> Meaning:
    """Return the meaning of a label in any letter case: the scorer reads them so."""
    known = LABELS.get(said.upper()) if isinstance(said, str) else None
    return known or meaning(LABELS, said)


def _name(rest: Plain) -> str:
    """Take the id out of a row; only a whole number is known to be one again when it is written."""
    name = rest.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(rest.pop("id"))
    if isinstance(name, str) and name:
        return name
    raise Unreadable(f"'id' must be a number or text (got {name!r})")


def _sets(evidence: Any) -> list[list[tuple[str, str, int]]]:
    """Return the sets of evidence as key, page, sentence; none where a page is null, a set empty, or the form another."""
    try:
        sets = [
            [(f"{page}:{line}", page, line) for _, _, page, line in one if is_sentence(page, line)] for one in evidence
        ]
    except (TypeError, ValueError):
        return []
    whole = all(one and len(one) == len(given) for one, given in zip(sets, evidence, strict=True))
    return sets if whole else []


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict or {}
    extra = verdict.get("extra", {})
    row: Plain = {"id": as_number(claim["id"]), **claim.get("extra", {})}
    row["claim"] = claim["text"]
    if not verdict:
        return row
    row["label"] = extra.get("label") or _label(verdict["label"])
    if "evidence" not in row and not extra.get("without_evidence"):
        row["evidence"] = _written(claim, verdict, extra.get("ids"))
    return row


def _label(label: str) -> str:
    return next((foreign for foreign, found in LABELS.items() if found.label == label), "NOT ENOUGH INFO")


def _written(claim: Mapping[str, Any], verdict: Mapping[str, Any], ids: Any) -> list[Any]:
    """Return the sets that a verdict rests on, with the numbers they had where those still fit."""
    places = {evidence_key(item) or "": _places(item) for item in claim.get("evidence", ())}
    sets = [[place for key in one for place in places.get(key, ())] for one in verdict.get("rests_on", [])]
    shape = [[2] * len(one) for one in sets]
    is_fit = isinstance(ids, list) and shape == [[len(pair) for pair in one] for one in ids]
    numbers = ids if is_fit else [[[None, None] for _ in one] for one in sets]
    return [
        [[*pair, *place] for place, pair in zip(one, of_one, strict=True)]
        for one, of_one in zip(sets, numbers, strict=True)
    ]


def _places(item: Mapping[str, Any]) -> list[list[Any]]:
    """Return the page with each sentence of a piece of evidence, whatever stands for a page where it is from elsewhere."""
    page = item.get("document") or item.get("reference") or item.get("url")
    return [[page, sentence] for sentence in item.get("sentences") or [None]]
