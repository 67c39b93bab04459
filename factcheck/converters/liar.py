"""LIAR: short statements of American politics with PolitiFact's six ratings (Wang 2017).

A TSV without a header and without quotes: each quote in it is a sign of its text, and one at the start of a field makes readers
that trust it swallow rows. The counts beside a statement are of the ratings that its speaker had got before or since.
Six ratings become four labels; the word itself is kept.
"""

from collections.abc import Mapping
from typing import Any

import attrs

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
from factcheck.files.delimited import Columns

CARD = Card(
    title="LIAR",
    description="Statements of politicians and others, with the rating of PolitiFact and the speaker's record.",
    homepage="https://huggingface.co/datasets/ucsbnlp/liar",
    citation='Wang (2017). "Liar, Liar Pants on Fire": A New Benchmark Dataset for Fake News Detection. ACL. '
    "https://doi.org/10.18653/v1/P17-2067",
    released="2017",
    licence="unknown",
    licence_seen="https://huggingface.co/datasets/ucsbnlp/liar states none",
)
LABELS: dict[str, Meaning] = {
    "true": Meaning(label="supported"),
    "mostly-true": Meaning(label="supported", note="accurate, but needs clarification"),
    "half-true": Meaning(label="conflicting", note="accurate in part, leaves out important details"),
    "barely-true": Meaning(label="refuted", note="some truth, ignores facts that would give another impression"),
    "false": Meaning(label="refuted"),
    "pants-fire": Meaning(label="refuted", note="inaccurate, and a ridiculous claim"),
}
COUNTS: dict[str, dict[str, int]] = {}
TALLIES = ("barely_true", "false", "half_true", "mostly_true", "pants_fire")
COLUMNS = Columns(
    unnamed={
        14: ("id", "label", "statement", "subject", "speaker", "job", "state", "party", *TALLIES, "context"),
    }
)
_WRITTEN = {"supported": "true", "refuted": "false", "conflicting": "half-true"}

groups = one_a_row
write_document = no_documents


@attrs.frozen(kw_only=True)
class Keys:
    """Under which keys the rows of a file say what a statement has."""

    name: str
    statement: str
    speaker: str
    why: str | None = None


_KEYS = Keys(name="id", statement="statement", speaker="speaker")


def recognises(row: Any) -> bool:
    """Tell whether a row is a statement with its speaker and context."""
    return isinstance(row, dict) and {"id", "label", "statement", "speaker", "context"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the statement as a claim with its speaker, and its verdict."""
    return read_statement(row, _KEYS)


def read_statement(row: Mapping[str, Any], keys: Keys) -> Records:
    """Return a statement with its speaker, and its verdict; the word of a rating that is not its label's own is kept."""
    rest = dict(row)
    name, text = required(rest, keys.name), required(rest, keys.statement)
    word = rest.pop("label", None)
    label = meaning(LABELS, word).label
    speaker = taken(rest, keys.speaker)
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "rationale": taken(rest, keys.why) if keys.why else None,
        "extra": {} if word == _WRITTEN[label] else {"rating": word},
    }
    claim = {"id": name, "text": text, "appearances": [{"speaker": speaker}] if speaker else [], "extra": rest}
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    return write_statement(judged, _KEYS)


def write_statement(judged: Judged, keys: Keys) -> Plain:
    """Return the row of a statement."""
    claim, verdict = judged.claim, judged.verdict
    row: Plain = {keys.name: claim["id"], keys.statement: claim["text"], **claim.get("extra", {})}
    speaker = next((part["speaker"] for part in claim.get("appearances", ()) if "speaker" in part), None)
    row |= {keys.speaker: speaker} if speaker else {}
    if verdict is None:
        return row
    row |= {keys.why: verdict["rationale"]} if keys.why and "rationale" in verdict else {}
    return row | {"label": verdict.get("extra", {}).get("rating", _WRITTEN.get(verdict["label"]))}
