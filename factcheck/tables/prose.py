"""What the authors of a corpus wrote themselves, where it stands, and the runs of words that a text has too."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
    for path, text in _strings(record, (), keys):
        if path[-1] != "text" or (path == ("text",) and kind == "claims"):
            yield path, text


def _strings(value: Any, path: Path, keys: frozenset[str]) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, member in value.items():
            if isinstance(member, str):
                if key in keys:
                    yield (*path, key), member
            elif key != "extra" and member:
                yield from _strings(member, (*path, key), keys)
    elif isinstance(value, list):
        for item, member in enumerate(value):
            yield from _strings(member, (*path, item), keys)


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


class OwnWords:
    """What the authors of a corpus wrote, indexed by its runs of words once somebody asks."""

    def __init__(self, records: Mapping[str, Sequence[Plain]]) -> None:
        self._records = records
        self._indices: dict[int, dict[tuple[str, ...], list[tuple[str, int, Path]]]] = {}

    def sharing(self, text: str, length: int) -> Iterator[Shared]:
        """Yield where authors wrote a run of at least ``length`` words that stands in ``text``."""
        index = self._index(length)
        words = words_of(text)
        runs: dict[tuple[str, int, Path], tuple[int, int]] = {}
        longest: dict[tuple[str, int, Path], tuple[int, int]] = {}
        for at, run in enumerate(_runs(words, length)):
            for place in index.get(run, ()):
                start, end = runs.get(place, (at, -1))
                start = start if end == at + length - 1 else at
                runs[place] = (start, at + length)
                if at + length - start > longest.get(place, (0, 0))[1] - longest.get(place, (0, 0))[0]:
                    longest[place] = runs[place]
        for (kind, record, path), (start, end) in longest.items():
            yield Shared(kind=kind, record=record, path=path, run=tuple(words[start:end]))

    def _index(self, length: int) -> dict[tuple[str, ...], list[tuple[str, int, Path]]]:
        if length not in self._indices:
            index: dict[tuple[str, ...], list[tuple[str, int, Path]]] = {}
            for kind in WRITTEN_KINDS:
                for ordinal, record in enumerate(self._records.get(kind, ())):
                    for path, text in written(kind, record, OWN_WORDS):
                        for run in set(_runs(words_of(text), length)):
                            index.setdefault(run, []).append((kind, ordinal, path))
            self._indices[length] = index
        return self._indices[length]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)), strict=False)
