"""COVID-Fact for textual entailment: the pairs of COVID-Fact as TSV files, as the RTE task has them (Saakyan et al. 2021).

A row is the evidence (``sentence1``), the claim (``sentence2``) and their label. The header differs from file to file:
``Sentence2`` for ``sentence2``, ``entailment`` for ``label`` in dev.tsv, none at all in the processed files; test.tsv has Windows
line breaks and no label. An index counts the rows of each file from 0. Three claims of the test file stand in the training file.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.converters import covid_fact
from factcheck.converters.converter import (
    PUBLISHED,
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
from factcheck.files.delimited import Columns

CARD = covid_fact.CARD
LABELS: dict[str, Meaning] = {
    "entailment": Meaning(label="supported"),
    "not_entailment": Meaning(label="refuted", note="REFUTED in COVID-Fact, which has no third label"),
}
COUNTS: dict[str, dict[str, int]] = {
    "train.tsv": {"rows": 3263},
    "dev.tsv": {"rows": 419},
    "test.tsv": {"rows": 404},
}
COLUMNS = Columns(
    unnamed={3: ("index", "sentence1", "sentence2"), 4: ("index", "sentence1", "sentence2", "label")},
    renamed={"Sentence1": "sentence1", "Sentence2": "sentence2", "entailment": "label"},
)
_STANCES = {"supported": "supports", "refuted": "refutes"}
_EVIDENCE = "sentence1"

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a numbered pair of sentences; the label is absent in a blind file."""
    return isinstance(row, dict) and {"index", "sentence1", "sentence2"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its evidence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "index"), required(rest, "sentence2")
    words = taken(rest, "sentence1")
    evidence = [{"id": _EVIDENCE, "text": words}] if words else []
    claim = without_absent({"id": name, "text": text, "evidence": evidence, "extra": rest})
    if rest.get("label") is None:
        return Records(claims=[claim])
    label = meaning(LABELS, rest.pop("label")).label
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {_EVIDENCE: _STANCES[label]} if evidence else {},
        "rests_on": [[_EVIDENCE]] if evidence else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    row: Plain = {"index": claim["id"], "sentence2": claim["text"], **claim.get("extra", {})}
    row |= {"sentence1": words} if words else {}
    if verdict is not None:
        row["label"] = "entailment" if verdict["label"] == "supported" else "not_entailment"
    return row
