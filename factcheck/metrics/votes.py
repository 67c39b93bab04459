"""The votes of a corpus: what each annotator said on the label, the stances and the certainty."""

from collections.abc import Iterator

from factcheck.labels import CERTAINTIES, LABELS, STANCES, JudgedPart
from factcheck.metrics.agreement import Scale, Vote
from factcheck.records.corpus import Corpus
from factcheck.records.verdict import Verdict

SCALES: dict[JudgedPart, Scale] = {
    "label": Scale(values=tuple(LABELS)),
    "stance": Scale(values=tuple(STANCES)),
    "certainty": Scale(values=tuple(CERTAINTIES), ordered=True),
}
"""What each part of a verdict may say; only certainties stand in an order."""


def votes_of(corpus: Corpus) -> dict[JudgedPart, tuple[Vote, ...]]:
    """Return the votes on each part of a verdict; adjudications are no votes. All votes on one claim hang together.

    Where an annotator has judged a claim twice, which the rule double-verdict refuses, the first verdict stands.
    """
    verdicts: dict[tuple[str, str], Verdict] = {}
    for verdict in corpus.verdicts:
        verdicts.setdefault((verdict.claim, verdict.annotator), verdict)
    votes: dict[JudgedPart, list[Vote]] = {"label": [], "stance": [], "certainty": []}
    for verdict in verdicts.values():
        for part, vote in _votes(verdict):
            votes[part].append(vote)
    return {part: tuple(given) for part, given in votes.items()}


def _votes(verdict: Verdict) -> Iterator[tuple[JudgedPart, Vote]]:
    yield "label", Vote(verdict.claim, verdict.annotator, verdict.label)
    for evidence, stance in verdict.stances.items():
        yield "stance", Vote((verdict.claim, evidence), verdict.annotator, stance, verdict.claim)
    if verdict.certainty is not None:
        yield "certainty", Vote(verdict.claim, verdict.annotator, verdict.certainty)
