"""What an adjudicator looks at, and in which order: where annotators differ, and a sample of where they do not.

The queue holds every claim whose annotators differ and that nobody has adjudicated: the graver the difference the earlier, and
among equals the claim that more hangs on. The sample is drawn of the claims on which annotators agree, which nobody would look at
again; what goes wrong in silence, one finding under several claims and a verdict that rests on one piece of evidence, is drawn
more often.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from factcheck.gold import differing_parts, gold_verdicts
from factcheck.labels import CERTAINTIES, JudgedPart
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.records.verdict import Verdict

GRAVITIES: dict[str, str] = {
    "opposite labels": "one annotator says supported, another refuted",
    "other labels": "the labels differ otherwise",
    "opposite stances": "of one piece of evidence one says that it supports the claim, another that it refutes it",
    "other stances": "the stances differ otherwise",
    "certainty far apart": "the certainties are two steps or more apart",
    "certainty": "the certainties are one step apart",
}
"""How annotators may differ, the gravest first."""

_DRAWN_MORE = 2


@attrs.frozen(kw_only=True)
class Case:
    """A claim to look at.

    Args:
        reason: why: how its annotators differ, of ``GRAVITIES``; for one of a sample, what makes it more likely to be drawn.
        parts: what the annotators differ on; nothing, for one of a sample.
        weight: in the queue, how much hangs on the claim; in a sample, how much more likely it is to be drawn than others.
    """

    claim: Claim
    verdicts: tuple[Verdict, ...]
    reason: str
    parts: tuple[JudgedPart, ...]
    weight: int


def queue(corpus: Corpus) -> tuple[Case, ...]:
    """Return the claims on which annotators differ and that nobody has adjudicated, the gravest difference first.

    Among equals stand first those on which more hangs: the places that make the claim, and the other claims of its family. Then
    their ids decide.
    """
    order = list(GRAVITIES)
    families = Counter(claim.family for claim in corpus.claims if claim.family)
    settled = {adjudication.claim for adjudication in corpus.adjudications}
    cases = [
        Case(claim=claim, verdicts=given, reason=_gravity(given, parts), parts=parts, weight=_hangs(claim, families))
        for claim, given in _judged(corpus)
        if claim.id not in settled and (parts := differing_parts(given))
    ]
    return tuple(sorted(cases, key=lambda case: (order.index(case.reason), -case.weight, case.claim.id)))


def _judged(corpus: Corpus) -> Iterator[tuple[Claim, tuple[Verdict, ...]]]:
    """Yield each claim that somebody has judged, with the verdicts in order of annotator id."""
    given: dict[str, list[Verdict]] = {}
    for verdict in sorted(corpus.verdicts, key=lambda verdict: verdict.annotator):
        given.setdefault(verdict.claim, []).append(verdict)
    for claim in corpus.claims:
        if claim.id in given:
            yield claim, tuple(given[claim.id])


def _hangs(claim: Claim, families: Counter[str]) -> int:
    return len(claim.appearances) + (families[claim.family] - 1 if claim.family else 0)


def _gravity(verdicts: Sequence[Verdict], parts: tuple[JudgedPart, ...]) -> str:
    if "label" in parts:
        return _word({"supported", "refuted"} <= {verdict.label for verdict in verdicts}, "opposite labels")
    if "stance" in parts:
        stances: dict[str, set[str]] = {}
        for verdict in verdicts:
            for evidence, stance in verdict.stances.items():
                stances.setdefault(evidence, set()).add(stance)
        return _word(any({"supports", "refutes"} <= given for given in stances.values()), "opposite stances")
    steps = [list(CERTAINTIES).index(verdict.certainty) for verdict in verdicts if verdict.certainty is not None]
    return "certainty far apart" if max(steps) - min(steps) > 1 else "certainty"


def _word(is_opposite: bool, word: str) -> str:
    return word if is_opposite else word.replace("opposite", "other")


def sample(corpus: Corpus, size: int, *, seed: str) -> tuple[Case, ...]:
    """Return claims to look at again, of those that annotators agree on; those of them that are adjudicated are left out.

    A claim has a weight of 1, 2 more for each other claim under which one of its findings stands, and 2 more where its gold
    verdict rests on one piece of evidence alone. Whether a claim is drawn depends on its weight, the seed and its id, never on
    what was adjudicated meanwhile, so that the same call goes on where it stopped.

    Paper: Efraimidis, P. S., Spirakis, P. G. (2006). Weighted random sampling with a reservoir. Information Processing
    Letters 97(5), 181-185.

    Args:
        corpus: the corpus.
        size: how many claims are drawn.
        seed: changes which are drawn.
    """
    settled = {adjudication.claim for adjudication in corpus.adjudications}
    drawn = sorted(_agreed(corpus), key=lambda case: (_arrival(case, seed), case.claim.id))[:size]
    return tuple(case for case in drawn if case.claim.id not in settled)


def _agreed(corpus: Corpus) -> Iterator[Case]:
    golds = gold_verdicts(attrs.evolve(corpus, adjudications=()))
    under = Counter(text for claim in corpus.claims for text in {part.finding for part in claim.evidence})
    for claim, given in _judged(corpus):
        gold = golds[claim.id]
        if gold is None or differing_parts(given):
            continue
        others = max((under[part.finding] - 1 for part in claim.evidence if part.finding), default=0)
        alone = [len(members) for members in gold.rests_on] == [1]
        said = [f"a finding under {others} other claim{'s' if others > 1 else ''}"] if others else []
        said += ["rests on one piece of evidence"] if alone else []
        weight = 1 + _DRAWN_MORE * (others + alone)
        yield Case(claim=claim, verdicts=given, reason="; ".join(said) or "agreed", parts=(), weight=weight)


def _arrival(case: Case, seed: str) -> float:
    """Return when a claim comes up: the heavier the sooner, by chance that only seed and id decide."""
    drawn = int.from_bytes(hashlib.sha256(f"{len(seed)} {seed} {case.claim.id}".encode()).digest()[:8], "big")
    return -math.log((drawn + 1) / 2**64) / case.weight
