"""Rows into a corpus and back give the same rows, or a named reject; a corpus out and back gives what was not named as lost."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Corpus
from factcheck.converters import CONVERTERS
from factcheck.converting import convert, export
from factcheck.reading import read_corpus
from factcheck.records.corpus import KINDS
from factcheck.testing import corpora, json_values
from factcheck.writing import write_corpus
from tests.converters.shapes import ROWS
from tests.converters.trips import counted, lines, there_and_back, without
from tests.files.json_values import places

FORMATS = sorted(CONVERTERS)
LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"


def test_every_format_has_rows_to_go_around() -> None:
    """Breaks: a converter is added, and nobody tries whether it loses anything."""
    assert FORMATS == sorted(ROWS)


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data(), indent=st.sampled_from((None, 1)), escaped=st.booleans(), is_array=st.booleans())
def test_rows_come_back_as_they_were(
    name: str, data: st.DataObject, indent: int | None, escaped: bool, is_array: bool
) -> None:
    """Breaks: something that a dataset says is lost, moved or written otherwise, and nobody is told."""
    rows = data.draw(ROWS[name]())
    array = json.dumps(rows, indent=indent, ensure_ascii=escaped).encode()

    trip = there_and_back(name, array if is_array else lines(rows))

    assert () == trip.conversion.rejects
    assert counted(rows) == counted(trip.written)
    assert {} == trip.done.lost


@st.composite
def _changed(draw: st.DrawFn, row: dict[str, Any]) -> Any:
    """Return a row with another value, a key less or a key more at any place."""
    row = json.loads(json.dumps(row))
    path, value = draw(st.sampled_from([place for place in places(row) if place[0] or not row]))
    if not path:
        return draw(json_values())
    holder = row
    for step in path[:-1]:
        holder = holder[step]
    how = draw(st.sampled_from(("other", "gone", "more")))
    if how == "gone":
        del holder[path[-1]]
    elif how == "more" and isinstance(value, dict):
        value[draw(st.sampled_from(("converted-nul", "converted-from-id", "id", "label", "evidence", "text")))] = 1
    else:
        holder[path[-1]] = draw(json_values())
    return row


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_a_changed_row_is_rejected_by_name_or_comes_back(name: str, data: st.DataObject) -> None:
    """Breaks: a row in a shape that nobody thought of is dropped or bent without a word."""
    rows = data.draw(ROWS[name]())
    rows = [data.draw(_changed(row)) if data.draw(st.booleans()) else row for row in rows]

    trip = there_and_back(name, lines(rows))

    conversion = trip.conversion
    rejected = {reject.line for reject in conversion.rejects}
    assert len(rows) == conversion.rows == conversion.converted + len(conversion.rejects)
    assert len(rejected) == len(conversion.rejects)
    assert all(reject.reason for reject in conversion.rejects)
    assert counted(row for number, row in enumerate(rows, 1) if number not in rejected) == counted(trip.written)


def _plain(folder: Path) -> dict[str, list[Any]]:
    return {kind: [record.value for record in records] for kind, records in read_corpus(folder).records.items()}


def _goes_around(name: str, corpus: Path, folder: Path) -> None:
    """Export a corpus and convert it back: what is not named as lost is there, and nothing else."""
    given = _plain(corpus)
    done = export(name, corpus, folder / "out")
    conversion = convert(name, done.files, folder / "again", texts=folder / "texts")
    again = _plain(folder / "again")

    assert () == conversion.rejects
    for kind in ("dataset", "claims", "verdicts", "documents"):
        ways = [way.removeprefix(f"{kind}.") for way in done.lost if way.startswith(f"{kind}.")]
        held, there = (counted(without(plain, ways) for plain in plains[kind]) for plains in (again, given))
        assert not held - there
        assert there.total() - done.lost.get(kind, 0) == held.total()
    for kind in sorted(KINDS.keys() - {"claims", "verdicts", "documents"}):
        assert len(given[kind]) == done.lost.get(kind, 0)


@given(corpus=corpora())
def test_a_corpus_comes_back_but_for_what_is_named_as_lost(corpus: Corpus) -> None:
    """Breaks: an export leaves something out and does not say so."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_corpus(corpus, folder / "corpus", form="jsonl")
        for name in FORMATS:
            _goes_around(name, folder / "corpus", folder / name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_example_comes_back_but_for_what_is_named_as_lost(name: str, tmp_path: Path) -> None:
    """Breaks: what the documentation shows of an export is not so."""
    _goes_around(name, LIGHTHOUSE, tmp_path)
