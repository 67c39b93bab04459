"""No rule stumbles over a record that does not fit its schema."""

import copy
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checking import check
from factcheck.reading import read_corpus
from tests.rules.corpora import write

_READING = read_corpus(Path(__file__).parents[2] / "examples" / "lighthouse")
JUNK: tuple[Any, ...] = (
    None,
    "",
    "x",
    -1,
    3.0,
    0.5,
    10**9,
    True,
    [],
    [None],
    [[]],
    ["x"],
    [1],
    {},
    {"a": None},
    "2023-02-30",
)


@attrs.frozen
class Break:
    kind: str
    path: tuple[str | int, ...]
    value: Any


def plain() -> dict[str, Any]:
    """Return the example with its texts inline and a date in parts, so that every rule has something to ask."""
    records = {kind: [copy.deepcopy(record.value) for record in found] for kind, found in _READING.records.items()}
    for document in records["documents"]:
        document["text"] = _READING.texts[document["sha256"]]
    records["references"][0]["issued"] = {"date-parts": [[2020, 1, 2], [2021]]}
    return records


def ways(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, member in members:
        yield (*path, step)
        yield from ways(member, (*path, step))


PLACES = [(kind, path) for kind, records in plain().items() for path in ways(records) if len(path) > 1]
BREAKS = st.builds(lambda place, junk: Break(place[0], place[1], junk), st.sampled_from(PLACES), st.sampled_from(JUNK))


def broken(breaks: list[Break]) -> dict[str, Any]:
    records = plain()
    for each in sorted(breaks, key=lambda one: -len(one.path)):
        holder = records[each.kind]
        for step in each.path[:-1]:
            holder = holder[step]
        holder[each.path[-1]] = copy.deepcopy(each.value)
    return {**records, "dataset": records["dataset"][0]}


@settings(max_examples=30)
@given(st.lists(BREAKS, min_size=1, max_size=6, unique_by=lambda one: (one.kind, one.path)))
def test_a_broken_record_is_told_and_does_not_stop_the_check(breaks: list[Break]) -> None:
    """One bad value would hide every other problem of the corpus behind a crash."""
    with TemporaryDirectory() as folder:
        write(Path(folder), broken(breaks))

        assert all(problem.message for problem in check(folder).problems)
