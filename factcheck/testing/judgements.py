"""Drawn judgements that hang together: stances that bear the label out, sets of evidence that suffice, disagreement settled."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

import attrs
from hypothesis import strategies as st

from factcheck.gold import differing_parts
from factcheck.labels import CERTAINTY_KINDS, Certainty, JudgedPart, Label, Stance
from factcheck.records.claim import Claim
from factcheck.records.verdict import Adjudication, Considered, Verdict
from factcheck.testing.words import dates, phrases

_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_JUDGED = {"first": date(2021, 1, 1), "last": date(2022, 12, 31)}
_SETTLED = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}
_DECISIVE: Mapping[Label, tuple[Stance, ...]] = {
    "supported": ("supports",),
    "refuted": ("refutes",),
    "conflicting": ("supports", "refutes"),
    "not_enough_evidence": (),
}


@attrs.frozen(kw_only=True)
class Judgement:
    """What a verdict and an adjudication have in common."""

    label: Label
    certainty: Certainty | None
    stances: Mapping[str, Stance]
    rests_on: tuple[tuple[str, ...], ...]


@st.composite
def judgements(draw: st.DrawFn, claim: Claim) -> Judgement:
    """Return a judgement of a claim that its evidence bears out."""
    keys = [evidence.key for evidence in claim.evidence]
    label = draw(st.sampled_from([label for label, decisive in _DECISIVE.items() if len(decisive) <= len(keys)]))
    stances = draw(_stances(keys, label))
    takes_certainty = claim.kind in CERTAINTY_KINDS and label != "not_enough_evidence"
    return Judgement(
        label=label,
        certainty=draw(st.none() | st.sampled_from(_CERTAINTIES)) if takes_certainty else None,
        stances=stances,
        rests_on=draw(_sets(stances, label)),
    )


@st.composite
def _stances(draw: st.DrawFn, keys: Sequence[str], label: Label) -> dict[str, Stance]:
    decisive = _DECISIVE[label]
    others: tuple[Stance, ...] = (*decisive, "context", "mixed") if decisive else ("context",)
    shuffled = draw(st.permutations(keys))
    drawn = {key: draw(st.sampled_from(others)) for key in keys}
    return drawn | dict(zip(shuffled, decisive, strict=False))


@st.composite
def _sets(draw: st.DrawFn, stances: Mapping[str, Stance], label: Label) -> tuple[tuple[str, ...], ...]:
    context = [key for key, stance in stances.items() if stance == "context"]
    sets = []
    for key, stance in stances.items():
        if stance in _DECISIVE[label]:
            with_it = draw(st.lists(st.sampled_from(context), max_size=1)) if context else []
            sets.append((key, *with_it))
    return tuple(sets)


@st.composite
def votes(draw: st.DrawFn, claim: Claim, annotators: Sequence[str]) -> tuple[Verdict, ...]:
    """Return a verdict by each annotator, of whom some agree with the first."""
    first = draw(judgements(claim))
    made = []
    for annotator in annotators:
        judged = first if draw(st.booleans()) else draw(judgements(claim))
        made.append(
            Verdict(
                claim=claim.id,
                annotator=annotator,
                rationale=draw(phrases()),
                date=draw(dates(**_JUDGED)),
                label=judged.label,
                certainty=judged.certainty,
                stances=judged.stances,
                rests_on=judged.rests_on,
            )
        )
    return tuple(made)


@st.composite
def settlements(
    draw: st.DrawFn, claim: Claim, verdicts: Sequence[Verdict], annotator: str, parts: Sequence[JudgedPart]
) -> Adjudication | None:
    """Return an adjudication where the verdicts differ on one of the parts or on the label, else perhaps one."""
    must = {"label", *parts}.intersection(differing_parts(verdicts))
    if not must and draw(st.integers(0, 4)):
        return None
    judged = draw(judgements(claim))
    return Adjudication(
        claim=claim.id,
        annotator=annotator,
        rationale=draw(phrases()),
        date=draw(dates(**_SETTLED)),
        label=judged.label,
        certainty=judged.certainty,
        stances=judged.stances,
        rests_on=judged.rests_on,
        considered={
            verdict.annotator: Considered(label=verdict.label, certainty=verdict.certainty) for verdict in verdicts
        },
    )
