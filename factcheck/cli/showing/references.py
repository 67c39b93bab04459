"""A reference with the claims that rest on it."""

from collections.abc import Iterator
from typing import Any

import attrs

from factcheck.cli.showing.citing import citation
from factcheck.cli.showing.words import Line, head, line
from factcheck.gold import GoldVerdict, gold_verdicts
from factcheck.records.claim import Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.reference import Reference
from factcheck.shaping import unstructure


@attrs.frozen(kw_only=True)
class Use:
    """A claim that takes evidence from a reference, and what the gold verdict makes of it."""

    claim: Claim
    evidence: Evidence
    gold: GoldVerdict | None

    @property
    def stance(self) -> str:
        """The stance that counts; ``undecided`` where there is none."""
        agreed = self.gold.stances.get(self.evidence.key) if self.gold else None
        return agreed or self.evidence.stance or "undecided"

    @property
    def bears(self) -> bool:
        """Whether the gold verdict rests on it."""
        return self.gold is not None and any(self.evidence.key in members for members in self.gold.rests_on)


def uses(corpus: Corpus, reference: Reference) -> tuple[Use, ...]:
    """Return every use of a reference as evidence."""
    golds = gold_verdicts(corpus)
    return tuple(
        Use(claim=claim, evidence=evidence, gold=golds[claim.id])
        for claim in corpus.claims
        for evidence in claim.evidence
        if evidence.reference == reference.id
    )


def reference_page(reference: Reference, used: tuple[Use, ...]) -> Iterator[Line]:
    """Yield the lines of a reference's page."""
    yield head(reference.id, "reference")
    yield line(2, citation(reference))
    facts = (
        ("design", reference.design),
        ("n", None if reference.n is None else str(reference.n)),
        ("study", reference.study),
        ("retraction", reference.retraction),
    )
    yield line(2, ("; ".join(f"{name}: {value}" for name, value in facts if value) or "design: not known", "dim"))
    yield from (line(2, (note, "dim")) for note in (reference.design_note, reference.note) if note)
    yield head("claims", *([] if used else ["none"]))
    for use in used:
        label = use.gold.label if use.gold else "no gold verdict"
        rests = "; the verdict rests on it" if use.bears else ""
        yield line(2, (use.claim.id, "cyan"), f": {label}; ", (use.stance, "bold"), rests)
        yield line(4, use.claim.text)


def plain_reference(reference: Reference, used: tuple[Use, ...]) -> dict[str, Any]:
    """Return a reference and the claims that rest on it as plain data."""
    claims = [
        {
            "claim": use.claim.id,
            "evidence": use.evidence.key,
            "label": use.gold.label if use.gold else None,
            "stance": use.stance,
            "rests_on": use.bears,
        }
        for use in used
    ]
    return {"kind": "reference", "record": unstructure(reference), "citation": citation(reference), "claims": claims}
