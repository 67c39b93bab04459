"""SciTab: claims about tables of scientific papers (Lu et al. 2023).

A row is a claim with its whole table, caption and cells; the table becomes one piece of evidence, its words row by row.
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
    title="SciTab",
    description="Claims from scientific papers, to be verified against a table of the paper.",
    homepage="https://github.com/XinyuanLu00/SciTab",
    citation="Lu, Pan, Liu, Nakov, Kan (2023). SCITAB: A Challenging Benchmark for Compositional Reasoning and Claim "
    "Verification on Scientific Tables. EMNLP. https://doi.org/10.18653/v1/2023.emnlp-main.483",
    released="2023",
    licence="MIT",
    licence_seen="https://github.com/XinyuanLu00/SciTab",
    text_rights=Rights(redistribute=False, note="the tables are those of papers, whose rights are not recorded"),
    judged="pair",
)
LABELS: dict[str, Meaning] = {
    "supports": Meaning(label="supported"),
    "refutes": Meaning(label="refuted"),
    "not enough info": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {"sci_tab.json": {"rows": 1224}}
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}
_TABLE = ("table_id", "table_caption", "table_column_names", "table_content_values")

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has a claim and a table."""
    return isinstance(row, dict) and {"id", "claim", "label", "table_content_values"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with its table as evidence, and its verdict."""
    rest = dict(row)
    name, text = required(rest, "id"), required(rest, "claim")
    label = meaning(LABELS, rest.pop("label", None)).label
    table = {key: rest.pop(key) for key in _TABLE if key in rest}
    made = {"id": taken(table, "table_id") or "table", "text": _words(table), "extra": table}
    claim = {"id": name, "text": text, "evidence": [without_absent(made)], "extra": rest}
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "stances": {made["id"]: _STANCES[label]},
        "rests_on": [[made["id"]]] if label != "not_enough_evidence" else [],
    }
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def _words(table: Mapping[str, Any]) -> str:
    """Return a table as text: the caption, the names of its columns, a line a row."""
    rows = [table.get("table_column_names"), *(table.get("table_content_values") or ())]
    lines = [" | ".join(str(cell) for cell in row) for row in rows if isinstance(row, list)]
    return "\n".join(line for line in (str(table.get("table_caption") or ""), *lines) if line)


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {"id": claim["id"], "claim": claim["text"], **claim.get("extra", {})}
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    row |= item.get("extra", {})
    row |= {"table_id": item["id"]} if item.get("id", "table") != "table" else {}
    if verdict is not None:
        row["label"] = next(
            (word for word, found in LABELS.items() if found.label == verdict["label"]), "not enough info"
        )
    return row
