"""A claim with all that hangs on it: where it is made, what sources say, who judged what, and the gold verdict."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from factcheck.anchoring import highlight_link
from factcheck.cli.showing.words import Line, head, in_sentences, line
from factcheck.gold import GoldVerdict, gold_verdict
from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.records.verdict import Adjudication, Verdict
from factcheck.shaping import unstructure
from factcheck.text import LineIndex, Span


@attrs.frozen(kw_only=True)
class ClaimFile:
    """A claim and what hangs on it.

    Args:
        texts: the texts that may be shown, by document id; empty where what is printed could be kept.
    """

    claim: Claim
    documents: Mapping[str, Document]
    references: Mapping[str, Any]
    verdicts: tuple[Verdict, ...]
    adjudication: Adjudication | None
    texts: Mapping[str, str]

    @property
    def gold(self) -> GoldVerdict | None:
        """The gold verdict."""
        return gold_verdict(self.verdicts, self.adjudication)


def claim_file(corpus: Corpus, claim: Claim, texts: Mapping[str, str]) -> ClaimFile:
    """Gather what hangs on a claim."""
    settled = [adjudication for adjudication in corpus.adjudications if adjudication.claim == claim.id]
    return ClaimFile(
        claim=claim,
        documents={document.id: document for document in corpus.documents},
        references={reference.id: reference for reference in corpus.references},
        verdicts=tuple(verdict for verdict in corpus.verdicts if verdict.claim == claim.id),
        adjudication=settled[0] if settled else None,
        texts=texts,
    )


def claim_page(file: ClaimFile) -> Iterator[Line]:
    """Yield the lines of a claim's page."""
    claim = file.claim
    yield head(claim.id, "claim")
    yield line(2, claim.text)
    facts = (
        ("kind", claim.kind),
        ("topics", ", ".join(claim.topics)),
        ("split", claim.split),
        ("family", claim.family),
        ("says something about", claim.attributed_to),
        ("note", claim.note),
    )
    yield line(2, ("; ".join(f"{name}: {value}" for name, value in facts if value), "dim"))
    if claim.appearances:
        yield head("appearances")
    for appearance in claim.appearances:
        yield from _appearance(appearance, file)
    if claim.evidence:
        yield head("evidence")
    for evidence in claim.evidence:
        yield from _evidence(evidence, file)
    yield from _judgements(file)


def _appearance(appearance: Appearance, file: ClaimFile) -> Iterator[Line]:
    said = [appearance.speaker and f"said by {appearance.speaker}", appearance.date]
    where = appearance.document or appearance.url or "place unknown"
    yield line(2, (where, "cyan"), *(f"; {part}" for part in said if part))
    if appearance.anchor:
        yield from _anchor(appearance.anchor, appearance.document, file)


def _anchor(anchor: Anchor, document: str | None, file: ClaimFile) -> Iterator[Line]:
    record = file.documents.get(document or "")
    text = file.texts.get(document or "")
    span = span_of(anchor)
    if span and text is not None and span.end <= len(text):
        number, column = LineIndex(text).place(span.start)
        yield line(4, in_sentences(text, span, record.passages if record else ()))
        yield line(4, (f"line {number}, column {column}", "dim"))
    if span:
        yield line(4, (f"{span.start} to {span.end}, digest {anchor.digest or 'none'}", "dim"))
    if record and record.url:
        yield line(4, (highlight_link(record.url, anchor.fragment), "blue"))


def span_of(anchor: Anchor | None) -> Span | None:
    """Return the span of an anchor, where it has one that is not empty."""
    if anchor is None or anchor.start is None or anchor.end is None or anchor.start >= anchor.end:
        return None
    return Span(anchor.start, anchor.end)


def _evidence(evidence: Evidence, file: ClaimFile) -> Iterator[Line]:
    source = evidence.reference or evidence.document or evidence.url or "no source"
    reference = file.references.get(evidence.reference or "")
    about = [source if source != evidence.key else None, evidence.locator]
    if reference is not None:
        about += [reference.design, f"n = {reference.n}" if reference.n is not None else None]
    yield line(2, (evidence.key, "cyan"), *(f"; {part}" for part in about if part))
    yield line(4, *_stances(evidence, file))
    if evidence.question:
        yield line(4, f"asked: {evidence.question}")
    if evidence.finding:
        yield line(4, evidence.finding)
    if evidence.anchor:
        yield from _anchor(evidence.anchor, evidence.document, file)


def _stances(evidence: Evidence, file: ClaimFile) -> Iterator[str | tuple[str, str]]:
    if evidence.stance:
        yield (evidence.stance, "bold")
        yield " as imported"
    given = [(one.annotator, one.stances[evidence.key]) for one in file.verdicts if evidence.key in one.stances]
    said = "; ".join(f"{annotator}: {stance}" for annotator, stance in given)
    if evidence.votes:
        said = "; ".join(f"{count} say {stance}" for stance, count in evidence.votes.items())
    yield said or ("" if evidence.stance else "nobody gave a stance")
    if file.gold and evidence.key in file.gold.stances:
        yield f"{'; ' if said or evidence.stance else ''}gold: "
        yield (file.gold.stances[evidence.key] or "undecided", "bold")


def _judgements(file: ClaimFile) -> Iterator[Line]:
    yield head("verdicts", *([] if file.verdicts else ["none"]))
    for verdict in file.verdicts:
        yield from _judgement(verdict)
    if file.adjudication:
        yield head("adjudication")
        yield from _judgement(file.adjudication)
    gold = file.gold
    yield head("gold verdict", *([] if gold else ["none: the annotators differ" if file.verdicts else "none"]))
    if gold:
        yield line(2, (gold.label, "bold"), _certainty(gold.certainty), f"; {gold.decided}", _rests_on(gold.rests_on))


def _judgement(verdict: Verdict | Adjudication) -> Iterator[Line]:
    date = f"; {verdict.date}" if verdict.date else ""
    yield line(
        2,
        (verdict.annotator, "cyan"),
        ": ",
        (verdict.label, "bold"),
        _certainty(verdict.certainty),
        date,
        _rests_on(verdict.rests_on),
    )
    if verdict.rationale:
        yield line(4, verdict.rationale)
    if isinstance(verdict, Adjudication):
        saw = "; ".join(f"{name}: {one.label}{_certainty(one.certainty)}" for name, one in verdict.considered.items())
        yield line(4, (f"saw {saw or 'no verdict'}", "dim"))


def _certainty(certainty: str | None) -> str:
    return f", {certainty} certainty" if certainty else ""


def _rests_on(sets: tuple[tuple[str, ...], ...]) -> str:
    return "; rests on " + ", or on ".join(" with ".join(members) for members in sets) if sets else ""


def plain_claim(file: ClaimFile) -> dict[str, Any]:
    """Return a claim and what hangs on it as plain data."""
    return {
        "kind": "claim",
        "record": unstructure(file.claim),
        "links": [_link(appearance, file) for appearance in file.claim.appearances],
        "verdicts": [unstructure(verdict) for verdict in file.verdicts],
        "adjudication": unstructure(file.adjudication) if file.adjudication else None,
        "gold": attrs.asdict(file.gold) if file.gold else None,
    }


def _link(appearance: Appearance, file: ClaimFile) -> str | None:
    record = file.documents.get(appearance.document or "")
    url = record.url if record else appearance.url
    return highlight_link(url, appearance.anchor.fragment) if url and appearance.anchor else url
