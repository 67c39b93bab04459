"""Claims that say almost the same: pairs whose word shingles overlap, found by MinHash and proved by counting.

MinHash (Broder 1997) with banding only proposes pairs; each is kept or dropped by the Jaccard index of its shingle
sets, so no pair is reported by chance. The bands are a relation of their own, made by the map step where a rule reads
what comes of it, and joined by SQL (``CANDIDATES``). Of 64 permutations as many go into a band as still find a pair at
the threshold in 98 of a hundred cases: four from a threshold of 0.69 on (at 0.7 one pair in a hundred is missed, at 0.8
two in ten thousand), two from 0.34, else one.
"""

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

from rensa import RMinHash

from factcheck.tables.table import Table, Type
from factcheck.text import folded

PERMUTATIONS, WORDS = 64, 3
_SEED = 1
_MISSED = 0.02
_MOST_ALIKE = 200
"""Of claims that share a band, each is compared with the first so many: a thousand copies need not be a million pairs."""

_WORD = re.compile(r"\w+")

Claims = Sequence[Mapping[str, Any]]

COLUMNS: dict[str, Type] = {"kind": "text", "record": "whole", "other_record": "whole", "percent": "whole"}
BANDS: dict[str, Type] = {"record": "whole", "band": "whole", "value": "whole"}

CANDIDATES = f"""
    select later.record, earlier.record as other_record
    from bands as later
    join (
        select record, band, value, count(*) over (partition by band, value order by record) as place from bands
    ) as earlier on later.band = earlier.band and later.value = earlier.value and later.record > earlier.record
    where earlier.place <= {_MOST_ALIKE}
    group by later.record, earlier.record
"""
"""SQL over ``bands`` that proposes pairs: a later claim and an earlier one that share a band."""


def bands(claims: Claims, threshold: float) -> Table:
    """Return the relation ``bands``: for each claim and band one number, the same for claims that are alike in it.

    Args:
        claims: plain claims; those without text are passed over.
        threshold: the least Jaccard index of two claims that are called alike.
    """
    size = rows_a_band(threshold)
    texts = ((record, claim["text"]) for record, claim in enumerate(claims) if claim.get("text"))
    return Table(BANDS, [(record, *band) for record, text in texts for band in _bands(text, size)])


def rows_a_band(threshold: float) -> int:
    """Return how many permutations make a band, so that few pairs at the threshold are missed."""
    return next((rows for rows in (4, 2) if (1 - threshold**rows) ** (PERMUTATIONS // rows) <= _MISSED), 1)


def near_duplicates(claims: Claims, threshold: float) -> Table:
    """Return the relation ``near_duplicates`` without an engine: what ``CANDIDATES`` proposes, proved.

    Args:
        claims: plain claims; those without text are passed over.
        threshold: the least Jaccard index of two claims that are called alike.
    """
    buckets: dict[tuple[int, int], list[int]] = {}
    for record, band, value in bands(claims, threshold).rows:
        buckets.setdefault((band, value), []).append(record)
    pairs = {
        (later, earlier)
        for bucket in buckets.values()
        for place, later in enumerate(bucket)
        for earlier in bucket[: min(place, _MOST_ALIKE)]
    }
    return proved(claims, pairs, threshold)


def proved(claims: Claims, pairs: Iterable[tuple[int, int]], threshold: float) -> Table:
    """Return the relation ``near_duplicates``: of the pairs that are proposed, those that are alike and not equal.

    Args:
        claims: plain claims.
        pairs: a later claim and an earlier one, by their ordinals.
        threshold: the least Jaccard index of two claims that are called alike.
    """
    of = cache(lambda record: shingles(claims[record]["text"]))
    rows = []
    for later, earlier in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        if claims[later]["text"] == claims[earlier]["text"]:
            continue
        index = jaccard(of(earlier), of(later))
        if index >= threshold:
            rows.append(("claims", later, earlier, round(100 * index)))
    return Table(COLUMNS, rows)


def shingles(text: str) -> frozenset[str]:
    """Return the runs of three words of a text, letter case and punctuation aside; of a shorter text, the text."""
    words = _WORD.findall(folded(text))
    return frozenset(" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what two sets have in common in what they have together."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _bands(text: str, rows: int) -> Iterator[tuple[int, int]]:
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(shingles(text)))
    digest = array("Q", minhash.digest())
    if sys.byteorder == "big":
        digest.byteswap()
    for band, at in enumerate(range(0, PERMUTATIONS, rows)):
        value = blake2b(digest[at : at + rows].tobytes(), digest_size=8).digest()
        yield band, int.from_bytes(value, "little", signed=True)
