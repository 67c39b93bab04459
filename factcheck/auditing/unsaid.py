"""What a dataset does not say: what our records can hold, and none of its records does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Plain = Mapping[str, Any]
Records = Mapping[str, Sequence[Plain]]


def _has(kind: str, key: str) -> Callable[[Records], bool]:
    return lambda records: any(record.get(key) for record in records[kind])


def _part_has(part: str, *keys: str) -> Callable[[Records], bool]:
    return lambda records: any(
        piece and any(piece.get(key) for key in keys) for claim in records["claims"] for piece in claim.get(part) or ()
    )


def _judges(records: Records) -> bool:
    kinds = {annotator.get("id"): annotator.get("kind") for annotator in records["annotators"]}
    return any(kinds.get(verdict.get("annotator")) not in ("published", None) for verdict in records["verdicts"])


_SAYINGS: tuple[tuple[str, Callable[[Records], bool]], ...] = (
    ("which claims are for training and which for testing", _has("claims", "split")),
    ("which claims belong to one family and must stay in one split", _has("claims", "family")),
    ("where a claim was made", _part_has("appearances", "document", "url")),
    ("who made a claim", _part_has("appearances", "speaker")),
    ("when a claim was made", _part_has("appearances", "date")),
    ("what evidence there is", _has("claims", "evidence")),
    ("the words of the evidence", _part_has("evidence", "text", "finding")),
    ("from which document or address the evidence is", _part_has("evidence", "document", "url", "reference")),
    ("who judged: the labels of single annotators", _judges),
    ("why: a rationale of the verdict", _has("verdicts", "rationale")),
    ("how sure the evidence makes one", _has("verdicts", "certainty")),
    ("which pieces of evidence suffice", _has("verdicts", "rests_on")),
    ("when it was judged", _has("verdicts", "date")),
)


def unsaid(records: Records) -> Iterator[str]:
    """Yield what no record says, in words; nothing where there are no claims."""
    if records["claims"]:
        yield from (words for words, is_said in _SAYINGS if not is_said(records))
