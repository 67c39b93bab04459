"""The gold verdict of a claim: the adjudicator's, else the one that all its annotators share."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import attrs

from factcheck.labels import CERTAINTIES, Certainty, JudgedPart, Label, Stance
from factcheck.records.corpus import Corpus
from factcheck.records.verdict import Adjudication, Verdict


@attrs.frozen(kw_only=True)
class GoldVerdict:
    """What a claim is held to be.

    Args:
        label: the label.
        certainty: the adjudicator's, or the lowest of those given.
        stances: by evidence id, the stance that all who gave one agree on; None where they differ.
        rests_on: sets of evidence ids, in order of annotator id.
        decided: ``adjudicated`` or ``unanimous``.
        rationale: the adjudicator's, or that of the only annotator.
    """

    label: Label
    certainty: Certainty | None
    stances: Mapping[str, Stance | None] = attrs.field(hash=False)
    rests_on: tuple[tuple[str, ...], ...]
    decided: Literal["adjudicated", "unanimous"]
    rationale: str | None


def gold_verdict(verdicts: Iterable[Verdict], adjudication: Adjudication | None) -> GoldVerdict | None:
    """Return the gold verdict of one claim, or None where it has no verdict or its annotators differ on the label.

    Args:
        verdicts: every verdict on the claim.
        adjudication: the adjudication of the claim, where there is one.
    """
    if adjudication is not None:
        return GoldVerdict(
            label=adjudication.label,
            certainty=adjudication.certainty,
            stances=dict(adjudication.stances),
            rests_on=adjudication.rests_on,
            decided="adjudicated",
            rationale=adjudication.rationale,
        )
    ordered = sorted(verdicts, key=lambda verdict: verdict.annotator)
    if len({verdict.label for verdict in ordered}) != 1:
        return None
    return GoldVerdict(
        label=ordered[0].label,
        certainty=_lowest(ordered),
        stances=agreed_stances(ordered),
        rests_on=tuple(dict.fromkeys(members for verdict in ordered for members in verdict.rests_on)),
        decided="unanimous",
        rationale=ordered[0].rationale if len(ordered) == 1 else None,
    )


def _lowest(verdicts: Sequence[Verdict]) -> Certainty | None:
    order = list(CERTAINTIES)
    given = [verdict.certainty for verdict in verdicts if verdict.certainty is not None]
    return max(given, key=order.index, default=None)


def agreed_stances(verdicts: Iterable[Verdict]) -> dict[str, Stance | None]:
    """Return, by evidence id, the stance that all who gave one agree on; None where they differ."""
    given: dict[str, set[Stance]] = {}
    for verdict in verdicts:
        for evidence, stance in verdict.stances.items():
            given.setdefault(evidence, set()).add(stance)
    return {evidence: next(iter(stances)) if len(stances) == 1 else None for evidence, stances in given.items()}


def differing_parts(verdicts: Sequence[Verdict]) -> tuple[JudgedPart, ...]:
    """Return what the annotators of one claim differ on."""
    parts: list[JudgedPart] = []
    if len({verdict.label for verdict in verdicts}) > 1:
        parts.append("label")
    if None in agreed_stances(verdicts).values():
        parts.append("stance")
    if len({verdict.certainty for verdict in verdicts if verdict.certainty is not None}) > 1:
        parts.append("certainty")
    return tuple(parts)


def gold_verdicts(corpus: Corpus) -> dict[str, GoldVerdict | None]:
    """Return the gold verdict of every claim, by claim id."""
    verdicts: dict[str, list[Verdict]] = {claim.id: [] for claim in corpus.claims}
    for verdict in corpus.verdicts:
        verdicts.setdefault(verdict.claim, []).append(verdict)
    adjudications = {adjudication.claim: adjudication for adjudication in corpus.adjudications}
    return {claim.id: gold_verdict(verdicts[claim.id], adjudications.get(claim.id)) for claim in corpus.claims}
