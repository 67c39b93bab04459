"""The corpus as flat relations, for rules: one row a record or a part of one, with the way back to it.

Every relation has the columns ``kind`` and ``record``: the folder's word and the ordinal of the record among its kind. Parts
carry ``item``, their place in the list they stand in. What a record lacks, or has in a wrong shape, is null.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import orjson

from factcheck.records.claim import evidence_key
from factcheck.tables.table import Table, Type
from factcheck.text import bytes_digest

Plain = Mapping[str, Any]
Rows = Iterator[tuple[Any, ...]]

_TEXT: Type = "text"
_WHOLE: Type = "whole"
_FLAG: Type = "flag"
_ANCHOR: dict[str, Type] = {"start": _WHOLE, "end": _WHOLE, "digest": _TEXT, "fragment": _TEXT, "quote": _TEXT}


@attrs.frozen(kw_only=True)
class Relation:
    """A flat relation.

    Args:
        kinds: the kinds of record it is made of.
        columns: names and types, without ``kind`` and ``record``.
        rows: the rows of one record.
    """

    kinds: tuple[str, ...]
    columns: Mapping[str, Type]
    rows: Callable[[Plain], Rows]

    def table(self, records: Mapping[str, Sequence[Plain]]) -> Table:
        """Return the relation of a corpus, ``kind`` and ``record`` first."""
        rows = [
            (kind, ordinal, *row)
            for kind in self.kinds
            for ordinal, record in enumerate(records.get(kind, ()))
            for row in self.rows(record)
        ]
        return Table({"kind": _TEXT, "record": _WHOLE, **self.columns}, rows)


def _picked(keys: Sequence[str]) -> Callable[[Plain], Rows]:
    def rows(record: Plain) -> Rows:
        yield tuple(record.get(key) for key in keys)

    return rows


def _parts(record: Plain, key: str) -> Iterator[tuple[int, Any]]:
    for item, part in enumerate(record.get(key) or ()):
        if part is not None:
            yield item, part


def _anchor(part: Plain) -> tuple[Any, ...]:
    anchor = part.get("anchor") or {}
    return tuple(anchor.get(key) for key in _ANCHOR)


def evidence_sets(record: Plain) -> list[list[str]]:
    """Return the sets of evidence ids that a verdict rests on, the short form written out."""
    sets = [members for members in record.get("rests_on") or () if members]
    if sets and all(isinstance(members, str) for members in sets):
        return [sets]
    return [[member for member in members if member] for members in sets if isinstance(members, list)]


def _documents(record: Plain) -> Rows:
    rights = record.get("rights") or {}
    keys = ("id", "url", "published", "language", "sha256", "length")
    yield (*(record.get(key) for key in keys), rights.get("redistribute", False), "text" in record, _words(record))


def _words(record: Plain) -> str | None:
    """Return one text for a document's words and the prompt that they answer: the same for the same words."""
    digest = bytes_digest(record["text"].encode()) if record.get("text") else record.get("sha256")
    return f"{digest} {record.get('prompt') or ''}" if digest else None


def _passages(record: Plain) -> Rows:
    for item, part in _parts(record, "passages"):
        yield item, record.get("id"), *(part.get(key) for key in ("start", "end", "kind", "status"))


def _references(record: Plain) -> Rows:
    parts = (record.get("issued") or {}).get("date-parts") or [[None]]
    year = parts[0][0] if parts[0] else None
    keys = ("id", "type", "title", "DOI", "PMID", "URL", "design", "n", "study", "retraction")
    yield (*(record.get(key) for key in keys), year)


def _claims(record: Plain) -> Rows:
    yield *(record.get(key) for key in _CLAIM), _places(record)


def _places(record: Plain) -> str:
    """Return one text for all the places that a claim's evidence is from: the same for the same places, in any order."""
    keys = ("reference", "document", "url", "locator", "sentences", "text")
    places = ([part.get(key) for key in keys] for _, part in _parts(record, "evidence"))
    return "\n".join(sorted(orjson.dumps(place).decode() for place in places))


_EVIDENCE_AXES = (
    ("evidence-text", "text"),
    ("question", "question"),
    ("reference", "reference"),
    ("evidence-document", "document"),
    ("evidence-address", "url"),
)


def _axes(record: Plain) -> Rows:
    """Yield everything by which a claim could leak from one split into another."""
    split = record.get("split")
    if split is None:
        return
    own = (("claim", record.get("text")), ("family", record.get("family")))
    yield from ((axis, name, 0, split) for axis, name in own if name)
    for item, part in _parts(record, "appearances"):
        for axis, key in (("document", "document"), ("address", "url")):
            if part.get(key):
                yield axis, part[key], item, split
    for item, part in _parts(record, "evidence"):
        for axis, key in _EVIDENCE_AXES:
            if part.get(key):
                yield axis, part[key], item, split


def leaks(axis: str) -> str:
    """Return SQL for the claims that share something with a claim of another split, and the first claim that has it."""
    return f"""
        select later.record, later.item, later.name, later.split,
            first.record as other_record, first.item as other_item, first.split as first_split
        from axes as later
        join (
            select name, min(record) as record from axes where axis = '{axis}' group by name
        ) as earliest on later.name = earliest.name
        join (
            select name, record, split, min(item) as item from axes where axis = '{axis}' group by name, record, split
        ) as first on earliest.name = first.name and earliest.record = first.record
        where later.axis = '{axis}' and later.split <> first.split
    """


def _votes(record: Plain) -> Rows:
    for item, part in _parts(record, "evidence"):
        for stance, count in (part.get("votes") or {}).items():
            yield item, record.get("id"), evidence_key(part), stance, count


def _claim_topics(record: Plain) -> Rows:
    for item, topic in _parts(record, "topics"):
        yield item, record.get("id"), topic


def _appearances(record: Plain) -> Rows:
    for item, part in _parts(record, "appearances"):
        last_day = _last_day(part.get("date"))
        yield (
            item,
            record.get("id"),
            *(part.get(key) for key in ("document", "url", "speaker", "date")),
            last_day,
            int(last_day[:4]) if last_day else None,
            *_anchor(part),
        )


def _last_day(date: str | None) -> str | None:
    """Return the last day that a day, month or year may mean, for comparison; a month is taken to have 31."""
    return None if date is None else date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def _evidence(record: Plain) -> Rows:
    keys = ("reference", "document", "url", "locator", "question", "finding", "text", "stance")
    for item, part in _parts(record, "evidence"):
        yield (
            item,
            record.get("id"),
            evidence_key(part),
            *(part.get(key) for key in keys),
            bool(part.get("votes")),
            *_anchor(part),
        )


def _stances(record: Plain) -> Rows:
    for evidence, stance in (record.get("stances") or {}).items():
        yield record.get("claim"), record.get("annotator"), evidence, stance


def _rests_on(record: Plain) -> Rows:
    is_short = isinstance(next(iter(record.get("rests_on") or ()), None), str)
    for number, members in enumerate(evidence_sets(record)):
        for item, evidence in enumerate(members):
            yield record.get("claim"), record.get("annotator"), number, None if is_short else number, item, evidence


def _considered(record: Plain) -> Rows:
    for annotator, seen in (record.get("considered") or {}).items():
        yield record.get("claim"), annotator, *((seen or {}).get(key) for key in ("label", "certainty"))


def _judgements(record: Plain) -> Rows:
    year = (record.get("date") or "")[:4]
    yield (*(record.get(key) for key in _JUDGED), int(year) if year else None)


def _topics(record: Plain) -> Rows:
    for topic in record.get("topics") or {}:
        yield (topic,)


def _gold(record: Plain) -> Rows:
    gold = record.get("gold") or {}
    for part in gold.get("adjudicate") or ("label",):
        yield gold.get("policy") or "required", part


_JUDGED = ("claim", "annotator", "label", "certainty", "rationale", "date")
_CLAIM = ("id", "text", "kind", "split", "family", "language", "attributed_to")

RELATIONS: dict[str, Relation] = {
    "documents": Relation(
        kinds=("documents",),
        columns={
            **dict.fromkeys(("id", "url", "published", "language", "sha256"), _TEXT),
            "length": _WHOLE,
            "redistribute": _FLAG,
            "inline": _FLAG,
            "words": _TEXT,
        },
        rows=_documents,
    ),
    "passages": Relation(
        kinds=("documents",),
        columns={"item": _WHOLE, "document": _TEXT, "start": _WHOLE, "end": _WHOLE, "part": _TEXT, "status": _TEXT},
        rows=_passages,
    ),
    "references": Relation(
        kinds=("references",),
        columns={
            **dict.fromkeys(("id", "type", "title", "doi", "pmid", "url", "design"), _TEXT),
            "n": _WHOLE,
            "study": _TEXT,
            "retraction": _TEXT,
            "year": _WHOLE,
        },
        rows=_references,
    ),
    "annotators": Relation(kinds=("annotators",), columns={"id": _TEXT, "sort": _TEXT}, rows=_picked(("id", "kind"))),
    "claims": Relation(
        kinds=("claims",),
        columns={"id": _TEXT, "text": _TEXT, "sort": _TEXT, **dict.fromkeys((*_CLAIM[3:], "evidence_key"), _TEXT)},
        rows=_claims,
    ),
    "axes": Relation(
        kinds=("claims",), columns={"axis": _TEXT, "name": _TEXT, "item": _WHOLE, "split": _TEXT}, rows=_axes
    ),
    "claim_topics": Relation(
        kinds=("claims",), columns={"item": _WHOLE, "claim": _TEXT, "topic": _TEXT}, rows=_claim_topics
    ),
    "appearances": Relation(
        kinds=("claims",),
        columns={
            "item": _WHOLE,
            "claim": _TEXT,
            **dict.fromkeys(("document", "url", "speaker", "date", "last_day"), _TEXT),
            "last_year": _WHOLE,
            **_ANCHOR,
        },
        rows=_appearances,
    ),
    "evidence": Relation(
        kinds=("claims",),
        columns={
            "item": _WHOLE,
            "claim": _TEXT,
            "id": _TEXT,
            **dict.fromkeys(
                ("reference", "document", "url", "locator", "question", "finding", "text", "stance"), _TEXT
            ),
            "voted": _FLAG,
            **_ANCHOR,
        },
        rows=_evidence,
    ),
    "votes": Relation(
        kinds=("claims",),
        columns={"item": _WHOLE, "claim": _TEXT, "evidence": _TEXT, "stance": _TEXT, "count": _WHOLE},
        rows=_votes,
    ),
    "verdicts": Relation(kinds=("verdicts",), columns=dict.fromkeys(_JUDGED, _TEXT), rows=_picked(_JUDGED)),
    "adjudications": Relation(kinds=("adjudications",), columns=dict.fromkeys(_JUDGED, _TEXT), rows=_picked(_JUDGED)),
    "judgements": Relation(
        kinds=("verdicts", "adjudications"),
        columns={**dict.fromkeys(_JUDGED, _TEXT), "year": _WHOLE},
        rows=_judgements,
    ),
    "stances": Relation(
        kinds=("verdicts", "adjudications"),
        columns=dict.fromkeys(("claim", "annotator", "evidence", "stance"), _TEXT),
        rows=_stances,
    ),
    "rests_on": Relation(
        kinds=("verdicts", "adjudications"),
        columns={
            **dict.fromkeys(("claim", "annotator"), _TEXT),
            **dict.fromkeys(("number", "place", "item"), _WHOLE),
            "evidence": _TEXT,
        },
        rows=_rests_on,
    ),
    "considered": Relation(
        kinds=("adjudications",),
        columns=dict.fromkeys(("claim", "annotator", "label", "certainty"), _TEXT),
        rows=_considered,
    ),
    "topics": Relation(kinds=("dataset",), columns={"id": _TEXT}, rows=_topics),
    "gold": Relation(kinds=("dataset",), columns={"policy": _TEXT, "part": _TEXT}, rows=_gold),
}
"""Every relation, by the name that SQL calls it."""


def tables(records: Mapping[str, Sequence[Plain]]) -> dict[str, Table]:
    """Return every relation of a corpus.

    Args:
        records: plain records by kind, ``dataset`` among the kinds.
    """
    return {name: relation.table(records) for name, relation in RELATIONS.items()}
