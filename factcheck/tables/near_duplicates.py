"""Claims that say almost the same: pairs whose word shingles overlap, found by MinHash and proved by counting.

MinHash (Broder 1997) with banding only proposes pairs; each is kept or dropped by the Jaccard index of its shingle sets, so no
pair is reported by chance. A pair at the threshold of 0.7 is missed with a chance of about one in a hundred, one at 0.8 of two in
ten thousand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rensa import RMinHash

from factcheck.tables.table import Table, Type
from factcheck.text import folded

PERMUTATIONS, BANDS, WORDS = 64, 16, 3
_SEED = 1
_MOST_ALIKE = 200
"""Of claims that share a band, each is compared with this many before it: a thousand copies need not be a million pairs."""

_WORD = re.compile(r"\w+")

COLUMNS: dict[str, Type] = {"kind": "text", "record": "whole", "other_record": "whole", "percent": "whole"}


def near_duplicates(claims: Sequence[Mapping[str, Any]], threshold: float) -> Table:
    """Return the relation ``near_duplicates``: pairs of claims that are alike and not equal.

    Args:
        claims: plain claims; those without text are passed over.
        threshold: the least Jaccard index of two claims that are called alike.
    """
    sets = {number: shingles(claim["text"]) for number, claim in enumerate(claims) if claim.get("text")}
    rows = []
    for one, other in sorted(_candidates(sets)):
        if claims[one]["text"] == claims[other]["text"]:
            continue
        index = jaccard(sets[one], sets[other])
        if index >= threshold:
            rows.append(("claims", other, one, round(100 * index)))
    return Table(COLUMNS, rows)


def shingles(text: str) -> frozenset[str]:
    """Return the runs of three words of a text, letter case and punctuation aside; of a shorter text, the text."""
    words = _WORD.findall(folded(text))
    return frozenset(" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what two sets have in common in what they have together."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _candidates(sets: Mapping[int, frozenset[str]]) -> set[tuple[int, int]]:
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for number, members in sets.items():
        for band in _bands(members):
            buckets.setdefault(band, []).append(number)
    return {pair for bucket in buckets.values() for pair in _pairs(bucket)}


def _pairs(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= _MOST_ALIKE:
        yield from combinations(bucket, 2)
        return
    for at, number in enumerate(bucket):
        yield from ((other, number) for other in bucket[max(0, at - _MOST_ALIKE) : at])


def _bands(members: frozenset[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(members))
    digest = minhash.digest()
    rows = PERMUTATIONS // BANDS
    for band in range(BANDS):
        yield band, tuple(digest[band * rows : (band + 1) * rows])
