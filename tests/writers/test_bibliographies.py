"""References go out as CSL-JSON and BibTeX."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Corpus, Dataset, Name, Reference
from factcheck.bibtex import tex, tex_name
from factcheck.csl import bare_doi, reference_of_csl
from factcheck.records.fields import evolve
from factcheck.records.reference import DateParts
from factcheck.shaping import structure
from factcheck.testing import date_parts, prose, references
from factcheck.writers import bibtex, csl_json
from factcheck.writers.writer import Writer
from tests.writers.bib import read_bib

_DATASET = Dataset(
    name="skerra",
    version="0.1.0",
    released="2026-11-22",
    schema_version="0.1",
    licence="CC0-1.0",
    language="en",
    profile="authored",
)
_LISTS = st.lists(references(issued=st.none() | date_parts()), max_size=4, unique_by=lambda one: one.id)
_CENSUS = Reference(
    id="das-2019",
    type="article-journal",
    title="Skerra & DNA",
    author=(Name(family="Das", given="R. K.", particle="van", suffix="Jr"), Name(literal="et al.")),
    issued=DateParts(date_parts=((2019, 11, 26),)),
    container_title="The Skerra Journal",
    page="12-20",
    doi="10.1000/a_b",
    url="https://example.org/a_b?c=1&d={e}",
)


def _written(writer: Writer, listed: list[Reference]) -> str:
    (data,) = writer.written(Corpus(dataset=_DATASET, references=tuple(listed))).files.values()
    return data.decode()


@given(_LISTS)
def test_csl_json_gives_every_reference_back(listed: list[Reference]) -> None:
    """A bibliography moved to another corpus would lose what makes its papers worth more or less."""
    bare = [evolve(one, doi=bare_doi(one.doi) or "10.1/x") if one.doi else one for one in listed]

    items = json.loads(_written(csl_json, bare))

    again = [structure(reference_of_csl(item), Reference) for item in items]
    assert sorted(bare, key=lambda one: one.id) == again


@given(_LISTS)
def test_bibtex_has_an_entry_for_every_reference_whatever_it_says(listed: list[Reference]) -> None:
    """One brace in one title would swallow all papers behind it."""
    entries = read_bib(_written(bibtex, listed))

    expected = [(tex(one.title or ""), bool(tex(one.volume or ""))) for one in sorted(listed, key=lambda one: one.id)]
    assert expected == [(entry.get("title", "{}")[1:-1], "volume" in entry) for entry in entries.values()]


@given(prose())
def test_words_for_tex_are_balanced_and_in_one_line(words: str) -> None:
    """A title would end its own entry."""
    shown = tex(words)

    assert not set("{}\n") & set(shown)
    assert words.split() == [] or shown


def test_a_paper_is_cited_as_a_paper() -> None:
    """The reference list of an article would be wrong."""
    expected = {
        "ENTRYTYPE": "article",
        "title": r"{Skerra \& DNA}",
        "author": "van Das, Jr, R. K. and others",
        "year": "2019",
        "month": "11",
        "journal": "The Skerra Journal",
        "pages": "12--20",
        "doi": "10.1000/a_b",
        "url": "https://example.org/a_b?c=1&d=%7Be%7D",
    }

    assert {"das-2019": expected} == read_bib(_written(bibtex, [_CENSUS]))


def test_ids_that_bibtex_takes_for_one_get_keys_of_their_own() -> None:
    """BibTeX would stop at a repeated entry."""
    ids = ("a b", "a,b", "A-B", "a-b-2")

    entries = read_bib(_written(bibtex, [evolve(_CENSUS, id=name) for name in ids]))

    assert ["A-B", "a-b-2", "a-b-3", "a-b-2-2"] == list(entries)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(literal="Das and Sons"), "{Das and Sons}"),
        (Name(family="Das and Sons", given="A, B"), "{Das and Sons}, {A, B}"),
        (Name(literal="Et al"), "others"),
    ],
)
def test_a_name_is_one_name(name: Name, expected: str) -> None:
    """A firm would be printed as two people."""
    assert expected == tex_name(name)
