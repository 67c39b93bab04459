"""What the authors of a corpus wrote themselves, where it stands, and the runs of words that a text has too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from factcheck.problems import Path
from factcheck.text import folded

Plain = Mapping[str, Any]

WRITTEN_KINDS = ("dataset", "documents", "references", "annotators", "claims", "verdicts", "adjudications")
"""The kinds of record in which authors write."""

_WRITTEN = frozenset(
    {
        "description",
        "design_note",
        "finding",
        "locator",
        "name",
        "note",
        "question",
        "rationale",
        "speaker",
        "text",
        "title",
    }
)
OWN_WORDS = frozenset({"description", "design_note", "finding", "note", "question", "rationale", "text"})
"""The keys under which authors write sentences of their own."""

_WORD = re.compile(r"\w+(?:['.,]\w+)*")


def written(kind: str, record: Plain, keys: frozenset[str] = _WRITTEN) -> Iterator[tuple[Path, str]]:
    """Yield what authors wrote in a record, with the way to it.

    The text of a document or of evidence is not theirs, though it stands under ``text``.

    Args:
        kind: the kind of record.
        record: the record, plain.
        keys: the keys to look under.
    """
    found: list[tuple[Path, str]] = []
    _gather(record, (), keys, found)
    for path, text in found:
        if path[-1] != "text" or (path == ("text",) and kind == "claims"):
            yield path, text


def _gather(value: Any, path: Path, keys: frozenset[str], found: list[tuple[Path, str]]) -> None:
    """Add the strings under some keys to a list; generators in generators would take twice as long."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, member in steps:
        if isinstance(member, str):
            if step in keys:
                found.append(((*path, step), member))
        elif isinstance(member, (dict, list)) and step != "extra":
            _gather(member, (*path, step), keys, found)


def words_of(text: str) -> list[str]:
    """Return the words of a text without letter case and punctuation, for comparison."""
    return _WORD.findall(folded(text).replace("\u2019", "'"))


@attrs.frozen(kw_only=True)
class Shared:
    """A run of words that something authors wrote has with a text.

    Args:
        kind: the kind of record it stands in.
        record: which of that kind.
        path: the way to it.
        run: the longest run, as words of the text.
    """

    kind: str
    record: int
    path: Path
    run: tuple[str, ...]


Place = tuple[str, int, Path]
"""Where authors wrote something: kind, which of that kind, the way to it."""


class OwnWords:
    """What the authors of a corpus wrote, indexed by its runs of words once somebody asks."""

    def __init__(self, records: Mapping[str, Sequence[Plain]]) -> None:
        self._records = records
        self._seeds: dict[int, dict[tuple[str, ...], list[int]]] = {}

    def sharing(self, text: str, length: int) -> Iterator[Shared]:
        """Yield where authors wrote a run of at least ``length`` words that stands in ``text``."""
        words = words_of(text)
        index = self._index(words, length)
        runs: dict[Place, tuple[int, int]] = {}
        longest: dict[Place, tuple[int, int]] = {}
        for at, run in enumerate(_runs(words, length)):
            for place in index.get(run, ()):
                start, end = runs.get(place, (at, -1))
                start = start if end == at + length - 1 else at
                runs[place] = (start, at + length)
                if at + length - start > longest.get(place, (0, 0))[1] - longest.get(place, (0, 0))[0]:
                    longest[place] = runs[place]
        for (kind, record, path), (start, end) in longest.items():
            yield Shared(kind=kind, record=record, path=path, run=tuple(words[start:end]))

    @cached_property
    def _written(self) -> list[tuple[Place, list[str]]]:
        return [
            ((kind, ordinal, path), words_of(text))
            for kind in WRITTEN_KINDS
            for ordinal, record in enumerate(self._records.get(kind, ()))
            for path, text in written(kind, record, OWN_WORDS)
        ]

    def _index(self, words: Sequence[str], length: int) -> dict[tuple[str, ...], list[Place]]:
        """Return the runs that authors have in common with a text, and where they wrote them."""
        seeds, size = self._seeded(length), _seed_size(length)
        alike = {number for seed in _runs(words, size) for number in seeds.get(seed, ())}
        theirs = set(_runs(words, length))
        index: dict[tuple[str, ...], list[Place]] = {}
        for number in sorted(alike):
            place, own = self._written[number]
            for run in theirs.intersection(_runs(own, length)):
                index.setdefault(run, []).append(place)
        return index

    def _seeded(self, length: int) -> dict[tuple[str, ...], list[int]]:
        """Return short runs at every few words, so that each run of ``length`` words holds one of them whole."""
        if length not in self._seeds:
            size = _seed_size(length)
            seeds: dict[tuple[str, ...], list[int]] = {}
            for number, (_, own) in enumerate(self._written):
                for at in range(0, len(own) - size + 1, length - size + 1):
                    seeds.setdefault(tuple(own[at : at + size]), []).append(number)
            self._seeds[length] = seeds
        return self._seeds[length]


def _seed_size(length: int) -> int:
    return (length + 1) // 2


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)), strict=False)
