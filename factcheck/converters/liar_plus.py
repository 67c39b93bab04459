"""LIAR-PLUS: LIAR with the passage of PolitiFact's article that justifies each rating (Alhindi, Petridis, Muresan 2018).

It is published as JSON Lines and as TSV without a header. Texts of the TSV have line breaks, and some of its quotes close
nowhere: Python's reader finds 1,267 of the 1,283 rows of ``test2.tsv``, in 1,299 lines. Its quotes stand in the text of the JSON
Lines, whose ``party`` holds the state. Some justifications are empty.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.converters import liar
from factcheck.converters.converter import Card, Judged, Meaning, Plain, Records, no_documents, one_a_row
from factcheck.files.delimited import Columns
from factcheck.records.rights import Rights

CARD = Card(
    title="LIAR-PLUS",
    description="LIAR's statements with the passage that justifies each rating.",
    homepage="https://github.com/Tariq60/LIAR-PLUS",
    citation="Alhindi, Petridis, Muresan (2018). Where is Your Evidence: Improving Fact-checking by Justification Modeling. "
    "FEVER workshop. https://doi.org/10.18653/v1/W18-5513",
    released="2018",
    licence="unknown",
    licence_seen="https://github.com/Tariq60/LIAR-PLUS states none",
    text_rights=Rights(
        redistribute=False, holder="PolitiFact", note="passages of articles, whose rights are not recorded"
    ),
)
LABELS: dict[str, Meaning] = liar.LABELS
COUNTS: dict[str, dict[str, int]] = {
    "val2.jsonl": {"rows": 1284},
    "test2.jsonl": {"rows": 1283},
    "val2.tsv": {"rows": 1284},
    "test2.tsv": {"rows": 1283},
}
_STATEMENT = (
    "json_file_id",
    "label",
    "claim",
    "topics",
    "originator",
    "title",
    "state",
    "party",
    *liar.TALLIES,
    "context",
)
COLUMNS = Columns(
    unnamed={
        15: (*_STATEMENT, "justification"),
        16: ("id", *_STATEMENT, "justification"),
    }
)
_KEYS = liar.Keys(name="json_file_id", statement="claim", speaker="originator", why="justification")

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a statement with its justification."""
    return isinstance(row, dict) and {"json_file_id", "label", "claim", "justification"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the statement as a claim with its speaker, and its verdict with the justification."""
    return liar.read_statement(row, _KEYS)


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    return liar.write_statement(judged, _KEYS)
