"""What a card counts: claims along what an evaluation breaks its figures down by, evidence by design and stance."""

from collections import Counter
from collections.abc import Mapping

from factcheck.gold import GoldVerdict
from factcheck.labels import DESIGNS
from factcheck.metrics.breaking_down import in_order, words_by_claim
from factcheck.records.corpus import Corpus
from factcheck.tables.configs import gold_stance

Golds = Mapping[str, GoldVerdict | None]
Counted = dict[str, Counter[str | None]]
"""By word, how many there are of each label or stance; None counts those without."""

WAYS = ("certainty", "kind", "topic", "document")
"""What claims are counted by: some of the ways in which figures are broken down."""


def claims_by(way: str, corpus: Corpus, golds: Golds) -> Counted:
    """Count the claims by the words of a way of breaking down, and by label; words in their vocabulary's order."""
    found: Counted = {}
    for claim, words in words_by_claim(corpus, way, golds).items():
        gold = golds.get(claim)
        for word in words:
            found.setdefault(word, Counter())[gold.label if gold else None] += 1
    return {word: found[word] for word in in_order(found)}


def evidence_by_design(corpus: Corpus, golds: Golds) -> Counted:
    """Count the evidence by the design of its source, and by stance; evidence whose source has none is left out."""
    designs = {reference.id: reference.design for reference in corpus.references}
    found: Counted = {}
    for claim in corpus.claims:
        for evidence in claim.evidence:
            if design := designs.get(evidence.reference or ""):
                found.setdefault(design, Counter())[gold_stance(evidence, golds.get(claim.id))] += 1
    return {design: found[design] for design in DESIGNS if design in found}


def commonest(counted: Counted, most: int) -> Counted:
    """Return the ``most`` words with the highest counts, in the order they have."""
    kept = set(sorted(counted, key=lambda word: (-counted[word].total(), word))[:most])
    return {word: counts for word, counts in counted.items() if word in kept}
