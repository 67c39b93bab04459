"""Splits without leaks: claims that share something stay together, and what is assigned is never moved.

Claims that belong together form a group: those of one family, document or reference, those of the same words or of almost the
same (as the near-duplicate rules have it). A group stands in the split that one of its members already has; otherwise the salted
hash of its smallest id decides, so that neither the order of the claims nor the other groups have a say.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from factcheck.errors import UsageError
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.tables.near_duplicates import near_duplicates
from factcheck.text import folded

_HASHES = 2**256

THRESHOLD = 0.7
"""The least Jaccard index of near-duplicates, if nothing is said."""

Shared = tuple[str, str]
"""Something that claims may share, and the id of a claim that has it."""

Sharing = Callable[[Mapping[str, Claim], float], Iterable[Shared]]


@attrs.frozen(kw_only=True)
class Group:
    """Claims that belong in one split.

    Args:
        claims: their ids, sorted.
        split: the split of the group; None where its members stand in several.
        kept: the splits that members had before, sorted.
        without: the ids of the members that had none, sorted.
    """

    claims: tuple[str, ...]
    split: str | None
    kept: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def is_torn(self) -> bool:
        """Whether members stand in several splits already."""
        return len(self.kept) > 1


def split_groups(
    claims: Iterable[Claim],
    ratios: Mapping[str, Fraction],
    *,
    salt: str,
    by: Sequence[str] | None = None,
    threshold: float = THRESHOLD,
) -> tuple[Group, ...]:
    """Group claims and find the split of each group.

    Args:
        claims: every claim of the corpus.
        ratios: the share of each split; together 1.
        salt: changes which group goes where.
        by: what keeps claims together, of ``BY``; ``DEFAULT_BY``, if nothing is said.
        threshold: the least Jaccard index of two claims that are called near-duplicates.

    Returns:
        The groups, in order of their smallest id.

    Raises:
        UsageError: the ratios do not make 1, ``by`` names something else, or two claims have one id.
    """
    _refuse_ratios(ratios)
    named: dict[str, Claim] = {}
    for claim in claims:
        if named.setdefault(claim.id, claim) is not claim:
            raise UsageError(f"two claims have the id {claim.id!r}: give one of them another")
    groups = _joined(named, [_shared(name)(named, threshold) for name in by or DEFAULT_BY])
    return tuple(_group([named[member] for member in members], ratios, salt) for members in groups)


def assigned(groups: Iterable[Group]) -> dict[str, str]:
    """Return the split of each claim that had none, by claim id; members of a torn group get none."""
    return {claim: group.split for group in groups if group.split is not None for claim in group.without}


def _group(members: Sequence[Claim], ratios: Mapping[str, Fraction], salt: str) -> Group:
    ids = tuple(claim.id for claim in members)
    kept = tuple(sorted({claim.split for claim in members if claim.split is not None}))
    split = kept[0] if kept else _drawn(ids[0], ratios, salt)
    without = tuple(claim.id for claim in members if claim.split is None)
    return Group(claims=ids, split=split if len(kept) < 2 else None, kept=kept, without=without)


def _drawn(name: str, ratios: Mapping[str, Fraction], salt: str) -> str:
    """Return the split whose share of the hashes holds that of a name."""
    # the salt's length goes first, so that no other salt and name together read the same
    drawn = int.from_bytes(hashlib.sha256(f"{len(salt)} {salt} {name}".encode()).digest(), "big")
    reached = Fraction(0)
    for split, ratio in ratios.items():
        reached += ratio
        if drawn < reached * _HASHES:
            return split
    return list(ratios)[-1]


def _refuse_ratios(ratios: Mapping[str, Fraction]) -> None:
    total = sum(ratios.values())
    if total != 1 or min(ratios.values(), default=Fraction(0)) < 0:
        said = ", ".join(f"{split}={float(ratio):g}" for split, ratio in ratios.items()) or "none"
        raise UsageError(f"the ratios must be 0 or more and make 1 together (got {said})")


def _joined(named: Mapping[str, Claim], shares: Iterable[Iterable[Shared]]) -> list[list[str]]:
    """Return the ids of claims that share something, directly or through others, each group sorted, groups by first id."""
    above = {name: name for name in named}
    for share in shares:
        first: dict[str, str] = {}
        for shared, name in share:
            _join(above, name, first.setdefault(shared, name))
    groups: dict[str, list[str]] = {}
    for name in sorted(named):
        groups.setdefault(_top(above, name), []).append(name)
    return list(groups.values())


def _join(above: dict[str, str], one: str, other: str) -> None:
    low, high = sorted((_top(above, one), _top(above, other)))
    above[high] = low


def _top(above: dict[str, str], name: str) -> str:
    while above[name] != name:
        above[name] = above[above[name]]
        name = above[name]
    return name


def _family(claim: Claim) -> Iterator[str]:
    if claim.family is not None:
        yield claim.family


def _text(claim: Claim) -> Iterator[str]:
    yield folded(claim.text).strip()


def _documents(claim: Claim) -> Iterator[str]:
    parts: tuple[Appearance | Evidence, ...] = (*claim.appearances, *claim.evidence)
    yield from (part.document for part in parts if part.document is not None)


def _references(claim: Claim) -> Iterator[str]:
    if claim.attributed_to is not None:
        yield claim.attributed_to
    for evidence in claim.evidence:
        if evidence.reference is not None:
            yield evidence.reference


def _each(share: Callable[[Claim], Iterator[str]]) -> Sharing:
    """Return the sharing of what each claim has by itself."""
    return lambda named, _: ((shared, name) for name, claim in named.items() for shared in share(claim))


def _near_duplicates(named: Mapping[str, Claim], threshold: float) -> Iterator[Shared]:
    # in order of their ids, so that the order of the claims has no say where a great many are alike
    ids = sorted(named)
    pairs = near_duplicates([{"text": named[name].text} for name in ids], threshold)
    for number, pair in enumerate(pairs.picked("record", "other_record")):
        yield str(number), ids[pair["record"]]
        yield str(number), ids[pair["other_record"]]


BY: dict[str, Sharing] = {
    "document": _each(_documents),
    "family": _each(_family),
    "near-duplicate": _near_duplicates,
    "reference": _each(_references),
    "text": _each(_text),
}
"""What may keep claims together: a document they are made in or judged by, a family, almost the same words, a reference, the
same words."""

DEFAULT_BY = ("family", "text", "near-duplicate", "document")


def _shared(name: str) -> Sharing:
    if name not in BY:
        raise UsageError(f"'by' must be of {', '.join(BY)} (got {name!r})")
    return BY[name]
