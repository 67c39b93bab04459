"""What baselines predict: the label of each claim, and what each evidence set does to its claim."""

import hashlib
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs
import orjson

from factcheck.gold import gold_verdicts
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.rights import without_withheld
from factcheck.splitting import split_groups
from factcheck.tables.configs import evidence_sets, nli_row

TOGETHER = ("family", "text")
"""What keeps claims in one fold: a family, the same words."""


@attrs.frozen(kw_only=True)
class Item:
    """Something to predict.

    Args:
        name: the claim, and for evidence the members of the set.
        claim: the words of the claim.
        evidence: the words of the evidence, texts that may be passed on, else findings.
        label: what is to be predicted.
        group: what it must not be parted from when it is learnt from.
    """

    name: str
    claim: str
    evidence: str
    label: str
    group: str


@attrs.frozen(kw_only=True)
class Task:
    """What is predicted of the rows of one config."""

    config: str
    items: tuple[Item, ...]


def tasks(corpus: Corpus) -> tuple[Task, ...]:
    """Return what is to be predicted of a corpus; the words of withheld texts are not looked at."""
    public = without_withheld(corpus)
    whole = {"all": Fraction(1)}
    groups = {
        claim: group.claims[0]
        for group in split_groups(public.claims, whole, salt="", by=TOGETHER)
        for claim in group.claims
    }
    found = (("claims", _claims(public, groups)), ("nli", _sets(public, groups)))
    return tuple(Task(config=config, items=_in_order(items)) for config, items in found)


def digest(tasks: Iterable[Task]) -> str:
    """Return the SHA-256 of everything that baselines are computed of."""
    return hashlib.sha256(orjson.dumps([attrs.asdict(task) for task in tasks])).hexdigest()


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.name))


def _claims(corpus: Corpus, groups: dict[str, str]) -> Iterator[Item]:
    golds = gold_verdicts(corpus)
    for claim in corpus.claims:
        gold = golds[claim.id]
        if gold is not None:
            words = " ".join(part.text or part.finding or "" for part in claim.evidence)
            yield _item(claim.id, claim, words, gold.label, groups)


def _sets(corpus: Corpus, groups: dict[str, str]) -> Iterator[Item]:
    golds = gold_verdicts(corpus)
    for claim in corpus.claims:
        for one in evidence_sets(claim, golds[claim.id]):
            row = nli_row(claim, one)
            if row is not None:
                name = orjson.dumps([claim.id, row["evidence_ids"]]).decode()
                yield _item(name, claim, row["premise"], row["label_name"], groups)


def _item(name: str, claim: Claim, evidence: str, label: str, groups: dict[str, str]) -> Item:
    return Item(name=name, claim=claim.text, evidence=evidence, label=label, group=groups[claim.id])
