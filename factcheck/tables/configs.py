"""The configs of a release: what each has as rows, in which split, under which columns."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pyarrow as pa

from factcheck.gold import GoldVerdict
from factcheck.labels import LABELS, STANCES, Stance
from factcheck.records.claim import Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document, Passage
from factcheck.records.reference import Reference
from factcheck.records.verdict import Adjudication, Annotator, Verdict
from factcheck.tables.arrow import (
    Column,
    cells_of,
    class_cells,
    class_columns,
    columns_of,
    list_column,
    text_column,
)

Golds = Mapping[str, GoldVerdict | None]
Row = dict[str, Any]

NLI_LABELS: dict[str, str] = {
    "entailment": "the evidence supports the claim",
    "neutral": "the evidence takes no side",
    "contradiction": "the evidence refutes the claim",
}
_NLI_OF_STANCE: dict[str, str] = {"supports": "entailment", "context": "neutral", "refutes": "contradiction"}
UNSPLIT = "claims"
"""The split of claims that stand in none."""


@attrs.frozen(kw_only=True)
class Config:
    """A config of a release.

    Args:
        description: what one row is.
        columns: in order.
        rows: the rows of a corpus, each with its split, in no certain order.
        key: the columns that rows are ordered by.
    """

    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Corpus, Golds], Iterator[tuple[str, Row]]]
    key: tuple[str, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of the rows."""
        return pa.schema([(column.name, column.type) for column in self.columns])

    def splits(self, corpus: Corpus, golds: Golds) -> dict[str, list[Row]]:
        """Return the rows by split, both in order."""
        found: dict[str, list[Row]] = {}
        for split, row in self.rows(corpus, golds):
            found.setdefault(split, []).append(row)
        return {
            split: sorted(found[split], key=lambda row: [_sortable(row[name]) for name in self.key])
            for split in sorted(found)
        }


def _sortable(value: Any) -> tuple[bool, Any]:
    return (value is not None, value)


_SPLIT = frozenset({"split"})
_GOLD_COLUMNS = (
    *class_columns("label", "the gold label", LABELS),
    text_column("certainty", "the gold certainty (GRADE)"),
    text_column("decided", "adjudicated or unanimous"),
    text_column("rationale", "why: the adjudicator's words, or those of the only annotator; else see votes"),
    Column(
        name="rests_on",
        type=pa.list_(pa.list_(pa.string())),
        description="sets of evidence ids: each set suffices, its members are needed together",
    ),
)
_VOTE_COLUMNS = (
    text_column("annotator", "who judged"),
    *class_columns("label", "the annotator's label", LABELS),
    text_column("certainty", "the annotator's certainty (GRADE)"),
    text_column("rationale", "why, in the annotator's words"),
)
_SOURCE_COLUMNS = (
    text_column("source_title", "the title of its source"),
    text_column("source_url", "the address of its source"),
    text_column("source_doi", "the DOI of its source"),
    text_column("source_design", "how its source came to know what it says"),
    Column(name="source_n", type=pa.int64(), description="how many people took part"),
    Column(name="source_year", type=pa.int64(), description="the year its source was published"),
)
_EVIDENCE_COLUMNS = (
    text_column("id", "its name, unique within its claim"),
    *class_columns("stance", "the gold stance", STANCES),
    *columns_of(Evidence, without=frozenset({"id", "stance"})),
    text_column("given_id", "its id where the record gives one"),
    text_column("given_stance", "the stance that the record gives, where no annotator voted"),
    *_SOURCE_COLUMNS,
)
_CLAIM_COLUMNS = (
    *(column for column in columns_of(Claim, without=_SPLIT) if column.name != "evidence"),
    *_GOLD_COLUMNS,
    list_column("evidence", "what sources say about the claim", _EVIDENCE_COLUMNS),
    list_column("votes", "every annotator's judgement", _VOTE_COLUMNS),
)


def gold_stance(evidence: Evidence, gold: GoldVerdict | None) -> Stance | None:
    """Return the stance of a piece of evidence: the gold one, or the record's own where no annotator voted."""
    if gold is not None and evidence.key in gold.stances:
        return gold.stances[evidence.key]
    return evidence.stance


def _claims(corpus: Corpus, golds: Golds) -> Iterator[tuple[str, Row]]:
    references = {reference.id: reference for reference in corpus.references}
    documents = {document.id: document for document in corpus.documents}
    votes: dict[str, list[Row]] = {}
    for verdict in sorted(corpus.verdicts, key=lambda verdict: verdict.annotator):
        cells = class_cells("label", verdict.label, LABELS)
        votes.setdefault(verdict.claim, []).append(
            {
                "annotator": verdict.annotator,
                **cells,
                "certainty": verdict.certainty,
                "rationale": verdict.rationale,
            }
        )
    for claim in corpus.claims:
        gold = golds.get(claim.id)
        evidence = [
            _evidence_cells(item, gold, references.get(item.reference or ""), documents.get(item.document or ""))
            for item in claim.evidence
        ]
        row = cells_of(claim, without=_SPLIT) | _gold_cells(gold)
        yield claim.split or UNSPLIT, {**row, "evidence": evidence, "votes": votes.get(claim.id, [])}


def _gold_cells(gold: GoldVerdict | None) -> Row:
    return {
        **class_cells("label", gold.label if gold else None, LABELS),
        "certainty": gold.certainty if gold else None,
        "decided": gold.decided if gold else None,
        "rationale": gold.rationale if gold else None,
        "rests_on": [list(members) for members in gold.rests_on] if gold else [],
    }


def _evidence_cells(
    evidence: Evidence, gold: GoldVerdict | None, reference: Reference | None, document: Document | None
) -> Row:
    return {
        **cells_of(evidence),
        "id": evidence.key,
        **class_cells("stance", gold_stance(evidence, gold), STANCES),
        "given_id": evidence.id,
        "given_stance": evidence.stance,
        "source_title": reference.title if reference else document.title if document else None,
        "source_url": reference.url if reference else document.url if document else evidence.url,
        "source_doi": reference.doi if reference else None,
        "source_design": reference.design if reference else None,
        "source_n": reference.n if reference else None,
        "source_year": _year(reference),
    }


def _year(reference: Reference | None) -> int | None:
    parts = reference.issued.date_parts if reference and reference.issued else ()
    return parts[0][0] if parts and parts[0] else None


_NLI_COLUMNS = (
    text_column("claim_id", "the claim"),
    Column(
        name="evidence_ids", type=pa.list_(pa.string()), description="the members of the evidence set, in their order"
    ),
    text_column("premise", "the set's texts, else findings, joined by a space"),
    text_column("hypothesis", "the claim's statement"),
    *class_columns("label", "what the premise does to the hypothesis", NLI_LABELS),
    text_column("stance", "the stance of the set"),
    text_column("premise_kind", "text: verbatim; finding: in our own words; both"),
)


@attrs.frozen(kw_only=True)
class EvidenceSet:
    """A complete evidence set of a claim, and its stance: ``mixed`` where its members differ, None where one has none."""

    members: tuple[Evidence, ...]
    stance: Stance | None


def evidence_sets(claim: Claim, gold: GoldVerdict | None) -> Iterator[EvidenceSet]:
    """Yield the evidence sets that the gold verdict rests on, then each piece of evidence in none of them by itself."""
    by_key = {evidence.key: evidence for evidence in claim.evidence}
    sets = [members for members in (gold.rests_on if gold else ()) if all(key in by_key for key in members)]
    in_sets = {key for members in sets for key in members}
    for keys in (*sets, *((key,) for key in by_key if key not in in_sets)):
        members = tuple(by_key[key] for key in keys)
        yield EvidenceSet(members=members, stance=_stance_of([gold_stance(member, gold) for member in members]))


def _stance_of(stances: list[Stance | None]) -> Stance | None:
    if None in stances:
        return None
    sides = {stance for stance in stances if stance != "context"}
    if not sides:
        return "context"
    return sides.pop() if len(sides) == 1 else "mixed"


def nli_row(claim: Claim, evidence_set: EvidenceSet) -> Row | None:
    """Return the row of an evidence set, or None where it takes both sides, has no stance, or has no words."""
    label = _NLI_OF_STANCE.get(evidence_set.stance or "")
    words = [(member.text or member.finding, "text" if member.text else "finding") for member in evidence_set.members]
    premise = " ".join(text for text, _ in words if text)
    if label is None or not all(text for text, _ in words):
        return None
    kinds = {kind for _, kind in words}
    return {
        "claim_id": claim.id,
        "evidence_ids": [member.key for member in evidence_set.members],
        "premise": premise,
        "hypothesis": claim.text,
        **class_cells("label", label, NLI_LABELS),
        "stance": evidence_set.stance,
        "premise_kind": kinds.pop() if len(kinds) == 1 else "both",
    }


def _nli(corpus: Corpus, golds: Golds) -> Iterator[tuple[str, Row]]:
    for claim in corpus.claims:
        for evidence_set in evidence_sets(claim, golds.get(claim.id)):
            row = nli_row(claim, evidence_set)
            if row is not None:
                yield claim.split or UNSPLIT, row


_JUDGE_COLUMNS = (
    text_column("annotator_kind", "what the annotator is"),
    text_column("annotator_name", "what to call the annotator"),
    text_column("annotator_note", "what a reader should know of the annotator"),
    text_column("annotator_extra", "JSON that no rule reads"),
)
_VERDICT_COLUMNS = (
    text_column("role", "verdict or adjudication"),
    *columns_of(Verdict),
    *(column for column in columns_of(Adjudication) if column.name == "considered"),
    *_JUDGE_COLUMNS,
)


def _verdicts(corpus: Corpus, _: Golds) -> Iterator[tuple[str, Row]]:
    splits = {claim.id: claim.split or UNSPLIT for claim in corpus.claims}
    annotators = {annotator.id: annotator for annotator in corpus.annotators}
    judgements: tuple[Verdict | Adjudication, ...] = (*corpus.verdicts, *corpus.adjudications)
    for judged in judgements:
        role = "adjudication" if isinstance(judged, Adjudication) else "verdict"
        row = {"role": role, "considered": [], **cells_of(judged)}
        yield splits.get(judged.claim, UNSPLIT), row | _judge_cells(annotators.get(judged.annotator))


def _judge_cells(annotator: Annotator | None) -> Row:
    cells = cells_of(annotator) if annotator else {}
    return {f"annotator_{name}": cells.get(name) for name in ("kind", "name", "note", "extra")}


_ONCE = frozenset({"passages"})


def _documents(corpus: Corpus, _: Golds) -> Iterator[tuple[str, Row]]:
    for document in corpus.documents:
        yield "documents", cells_of(document, without=_ONCE)


_PASSAGE_COLUMNS = (
    text_column("document", "the document"),
    Column(name="item", type=pa.int64(), description="its place among the document's passages, from 0"),
    *columns_of(Passage),
)


def _passages(corpus: Corpus, _: Golds) -> Iterator[tuple[str, Row]]:
    for document in corpus.documents:
        for item, passage in enumerate(document.passages):
            yield "passages", {"document": document.id, "item": item, **cells_of(passage)}


def _references(corpus: Corpus, _: Golds) -> Iterator[tuple[str, Row]]:
    for reference in corpus.references:
        yield "references", cells_of(reference)


CONFIGS: dict[str, Config] = {
    "claims": Config(
        description="a claim, with its gold label and stances, everything nested",
        columns=_CLAIM_COLUMNS,
        rows=_claims,
        key=("id",),
    ),
    "nli": Config(
        description="a claim and an evidence set that the verdict rests on, or a piece of evidence in no such set",
        columns=_NLI_COLUMNS,
        rows=_nli,
        key=("claim_id", "evidence_ids"),
    ),
    "verdicts": Config(
        description="a judgement: every vote and every adjudication",
        columns=_VERDICT_COLUMNS,
        rows=_verdicts,
        key=("claim", "role", "annotator"),
    ),
    "documents": Config(
        description="a document",
        columns=columns_of(Document, without=_ONCE),
        rows=_documents,
        key=("id",),
    ),
    "passages": Config(
        description="a passage of a document",
        columns=_PASSAGE_COLUMNS,
        rows=_passages,
        key=("document", "item"),
    ),
    "references": Config(
        description="a source in the literature",
        columns=columns_of(Reference),
        rows=_references,
        key=("id",),
    ),
}
"""Every config, by its name; the first is the default."""
