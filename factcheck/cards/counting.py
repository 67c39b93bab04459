"""What a card counts: claims along what an evaluation breaks its figures down by, evidence by design and stance."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from factcheck.gold import GoldVerdict
from factcheck.labels import CERTAINTIES, CLAIM_KINDS, DESIGNS
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.tables.configs import gold_stance

Golds = Mapping[str, GoldVerdict | None]
Counted = dict[str, Counter[str | None]]
"""By word, how many there are of each label or stance; None counts those without."""


def claims_by(way: str, corpus: Corpus, golds: Golds) -> Counted:
    """Count the claims by their certainty, kind, topic or document, and by label; words in their vocabulary's order."""
    words_of, order = _WAYS[way]
    found: Counted = {}
    for claim in corpus.claims:
        gold = golds.get(claim.id)
        for word in dict.fromkeys(words_of(claim, gold)):
            found.setdefault(word, Counter())[gold.label if gold else None] += 1
    return {word: found[word] for word in order or sorted(found) if word in found}


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


_WAYS: dict[str, tuple[Callable[[Claim, GoldVerdict | None], Iterable[str]], Iterable[str]]] = {
    "certainty": (lambda _, gold: [gold.certainty] if gold and gold.certainty else [], CERTAINTIES),
    "kind": (lambda claim, _: [claim.kind] if claim.kind else [], CLAIM_KINDS),
    "topic": (lambda claim, _: claim.topics, ()),
    "document": (lambda claim, _: [part.document for part in claim.appearances if part.document], ()),
}

WAYS = tuple(_WAYS)
"""What claims are counted by."""
