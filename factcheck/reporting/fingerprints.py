"""A name for each problem that stays the same while other parts of the corpus change."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.problems import Problem

_QUOTED_OR_NUMBER = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[0-9]+(?:\.[0-9]+)?")


def fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the fingerprint of each problem: of its rule, record, path and message, not of its line.

    Numbers of a message that stand outside quotes (lines, counts, offsets) are left out. A problem that says the same as one
    before it is told from it by a number.
    """
    seen: Counter[str] = Counter()
    for problem in problems:
        told = _told(problem)
        seen[told] += 1
        yield f"{told}:{seen[told]}"


def _told(problem: Problem) -> str:
    message = _QUOTED_OR_NUMBER.sub(_without_number, problem.message)
    # a problem of no record, as of a file that cannot be read, is known by its file
    owner = problem.record or problem.place.file
    parts = (problem.rule, owner, problem.place.path, message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _without_number(found: re.Match[str]) -> str:
    return found[0] if found[0][0] in "'\"" else "#"
