"""Figures of a part of the items: of each label, kind, topic, document, certainty, study design."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import attrs
import numpy as np

from factcheck.gold import GoldVerdict
from factcheck.labels import CERTAINTIES, CLAIM_KINDS, DESIGNS, LABELS
from factcheck.metrics.resampling import Interval, Resampling
from factcheck.metrics.tally import Tally
from factcheck.metrics.uncertainty import tally_intervals
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus


@attrs.frozen(kw_only=True)
class Part:
    """What a system scores on some of the items.

    Args:
        word: what these have in common.
        ids: the items.
        figures: each figure that is defined.
        intervals: the interval of each that has one, where they were asked for.
    """

    word: str
    ids: tuple[str, ...]
    figures: Mapping[str, float] = attrs.field(hash=False)
    intervals: Mapping[str, Interval] = attrs.field(factory=dict, hash=False)


def words_by_claim(corpus: Corpus, way: str, golds: Mapping[str, GoldVerdict | None]) -> dict[str, tuple[str, ...]]:
    """Return, by claim id, the words by which a way of breaking down sorts each claim: several, one, or none.

    Args:
        corpus: the gold.
        way: one of ``WAYS``.
        golds: the gold verdict of each claim.
    """
    words_of = _WAYS[way]
    designs = {reference.id: reference.design for reference in corpus.references}
    return {claim.id: tuple(dict.fromkeys(words_of(claim, golds.get(claim.id), designs))) for claim in corpus.claims}


def parts(
    tally: Tally,
    words: Mapping[str, Sequence[str]],
    how: Resampling | None = None,
    clusters: Sequence[Hashable] | None = None,
) -> tuple[Part, ...]:
    """Return what a system scores on the items of each word, in order of the words; an item of two words counts with both."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(tally.ids):
        for word in words.get(name, ()):
            found.setdefault(word, []).append(place)
    return tuple(_part(tally, word, found[word], how, clusters) for word in in_order(found))


def in_order(words: Iterable[str]) -> list[str]:
    """Return words in the order of the vocabulary that they are of, else by the alphabet."""
    given = set(words)
    for vocabulary in (LABELS, CLAIM_KINDS, CERTAINTIES, DESIGNS):
        if given <= vocabulary.keys():
            return [word for word in vocabulary if word in given]
    return sorted(given)


def _part(
    tally: Tally, word: str, places: Sequence[int], how: Resampling | None, clusters: Sequence[Hashable] | None
) -> Part:
    part = attrs.evolve(
        tally, ids=tuple(tally.ids[place] for place in places), values=tally.values[list(places)], gold=(), predicted=()
    )
    figures = {name: float(value) for name, value in part.figures(part.sums()).items() if not np.isnan(value)}
    together = [clusters[place] for place in places] if clusters else None
    return Part(word=word, ids=part.ids, figures=figures, intervals=tally_intervals(part, how, together) if how else {})


Designs = Mapping[str, str | None]


def _designs(claim: Claim, gold: GoldVerdict | None, designs: Designs) -> Iterable[str]:
    """Yield the designs of the sources that the gold verdict rests on."""
    resting = {key for members in (gold.rests_on if gold else ()) for key in members}
    found = (designs.get(part.reference or "") for part in claim.evidence if part.key in resting)
    return [design for design in found if design]


_WAYS: dict[str, Callable[[Claim, GoldVerdict | None, Designs], Iterable[str]]] = {
    "certainty": lambda _, gold, __: [gold.certainty] if gold and gold.certainty else [],
    "design": _designs,
    "document": lambda claim, _, __: [part.document for part in claim.appearances if part.document],
    "family": lambda claim, _, __: [claim.family] if claim.family else [],
    "kind": lambda claim, _, __: [claim.kind] if claim.kind else [],
    "label": lambda _, gold, __: [gold.label] if gold else [],
    "topic": lambda claim, _, __: claim.topics,
}

WAYS = tuple(_WAYS)
"""What figures are broken down by; the design is that of the sources a gold verdict rests on."""
