"""What every converter has in common."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from inspect import signature
from typing import Any

import pytest

from factcheck import converters
from factcheck.converters import CONVERTERS
from factcheck.converters.converter import Converter
from factcheck.labels import LABELS
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import counted, lines, there_and_back

FORMATS = sorted(CONVERTERS)
MEMBERS = [name for name in vars(Converter) if not name.startswith("_")]
WORDS = {"label", "claim_label", "claim_labels", "claims_factuality_label", "alternateName"}
"""The keys under which rows say a label of a claim; a rationale's label is one of the same set."""

TABLE = ".html.csv"
"""How the names of TabFact's tables end: their statements' labels stand in the second of three lists."""


def _labels(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, member in value.items():
            if key.endswith(TABLE):
                yield from (str(label) for label in member[1])
            elif key in WORDS:
                yield from member if isinstance(member, list) else [member]
            else:
                yield from _labels(member)
    elif isinstance(value, list):
        for item in value:
            yield from _labels(item)


def test_every_module_that_reads_and_writes_is_listed() -> None:
    """Breaks: a converter is there, and nobody can call it."""
    modules = [
        import_module(found.name) for found in pkgutil.iter_modules(converters.__path__, "factcheck.converters.")
    ]
    found = {module.__name__ for module in modules if hasattr(module, "recognises")}

    assert {f"factcheck.converters.{name.replace('-', '_')}" for name in CONVERTERS} == found
    assert FORMATS == list(CONVERTERS) == sorted(FIXTURES)


@pytest.mark.parametrize("name", FORMATS)
def test_each_is_a_converter(name: str) -> None:
    """Breaks: a command ends in a traceback for one format."""
    converter = CONVERTERS[name]
    for member in MEMBERS:
        wanted, found = getattr(Converter, member), getattr(converter, member)
        if callable(wanted):
            assert list(signature(wanted).parameters)[1:] == list(signature(found).parameters)
    assert len((converter.__doc__ or "").splitlines()) > 2


@pytest.mark.parametrize("name", FORMATS)
def test_each_says_where_the_dataset_is_from_and_under_which_terms(name: str) -> None:
    """Breaks: a release is built of a dataset without a word of whose it is."""
    card = CONVERTERS[name].CARD

    assert all((card.title, card.description, card.citation, card.licence, card.licence_seen))
    assert card.homepage.startswith("https://")
    assert card.licence_seen.startswith("https://")
    assert len(card.released) == 4


@pytest.mark.parametrize("name", FORMATS)
def test_labels_are_those_of_the_rows_and_mean_ours(name: str) -> None:
    """Breaks: a label is refused, or becomes a word that no rule knows."""
    labels = CONVERTERS[name].LABELS
    said = {str(label).lower() if isinstance(label, bool) else label for label in _labels(FIXTURES[name])}

    assert said == set(labels)
    assert {found.label for found in labels.values()} <= set(LABELS)
    assert "supported" in {found.label for found in labels.values()}


@pytest.mark.parametrize("name", FORMATS)
def test_each_recognises_its_own_rows_and_no_others(name: str) -> None:
    """Breaks: auto takes one dataset for another."""
    recognised = {other: [CONVERTERS[name].recognises(row) for row in rows] for other, rows in FIXTURES.items() if rows}

    assert {other: [other == name] * len(rows) for other, rows in FIXTURES.items()} == recognised


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("row", [None, 1, "claim", [], {}, {"id": 1}, {"claim": "a", "text": "b"}])
def test_none_recognises_what_is_no_row(name: str, row: Any) -> None:
    """Breaks: any file passes for a dataset."""
    assert not CONVERTERS[name].recognises(row)


@pytest.mark.parametrize("name", FORMATS)
def test_its_usual_rows_go_around(name: str) -> None:
    """Breaks: a dataset in its usual form is not taken."""
    trip = there_and_back(name, lines(FIXTURES[name]))

    assert () == trip.conversion.rejects
    assert counted(FIXTURES[name]) == counted(trip.written)
    assert {} == trip.done.lost


@pytest.mark.parametrize("name", FORMATS)
def test_counts_are_of_files_with_rows_and_labels(name: str) -> None:
    """Breaks: counts are compared with labels that the dataset does not have."""
    for file, counts in CONVERTERS[name].COUNTS.items():
        labels = {label: number for label, number in counts.items() if label != "rows"}
        assert file.endswith((".json", ".jsonl", ".csv", ".tsv"))
        assert labels.keys() <= CONVERTERS[name].LABELS.keys()
        assert not labels or sum(labels.values()) == counts["rows"]


@pytest.mark.parametrize(
    "date", ["25-8-2020", "25-08-2020", "01-1-2020", "31-2-2020", "40-1-2020", "1-1-0000", "2020-08-25", "", None]
)
def test_averitec_dates_come_back_as_they_were_written(date: str | None) -> None:
    """Breaks: a date is put into another form, or a row is rejected for the form of its date."""
    row = {**FIXTURES["averitec"][0], "claim_date": date}

    trip = there_and_back("averitec", lines([row]))

    assert () == trip.conversion.rejects
    assert [row] == trip.written
