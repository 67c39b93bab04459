"""A release can be cited, by people and by programs."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Dataset, Name, load
from factcheck.cards import citation_file
from factcheck.cards.citing import bibtex, citation_line
from factcheck.records.fields import evolve
from factcheck.testing import datasets, names, prose

ROOT = Path(__file__).parents[2]
PEOPLE = (Name(family="Berg", given="Ada", particle="van den"), Name(literal="The Skerra & Sons Trust"))
_KEYS = {
    "cff-version", "message", "type", "title", "version", "date-released", "authors", "abstract", "license", "url", "keywords",
}  # fmt: skip
_PERSON = {"family-names", "given-names", "name-particle", "name-suffix"}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Load the example's record once."""
    return evolve(load(ROOT / "examples" / "lighthouse").dataset, authors=PEOPLE, homepage="https://example.org/skerra")


def _holds_to_cff(plain: dict[str, Any]) -> None:
    """Hold a file to what the schema of the Citation File Format 1.2.0 asks of the keys that we write."""
    assert plain.keys() <= _KEYS
    assert "1.2.0" == plain["cff-version"]
    assert "dataset" == plain["type"]
    assert all(isinstance(plain[key], str) and plain[key] for key in ("message", "title", "version"))
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", plain.get("date-released", "2026-01-01"))
    assert re.match("(https?|ftp)://", plain.get("url", "https://"))
    assert plain["authors"]
    for author in plain["authors"]:
        assert {"name"} == author.keys() or author.keys() <= _PERSON
        assert all(isinstance(part, str) and part for part in author.values())


@given(datasets(authors=st.lists(names(), min_size=1, max_size=3).map(tuple), homepage=st.none() | prose()))
def test_whatever_the_record_says_the_file_holds_to_the_format(dataset: Dataset) -> None:
    """Zenodo and GitHub would refuse the file."""
    written = citation_file(dataset)

    assert written is not None
    _holds_to_cff(yaml.safe_load(written))


def test_a_dataset_without_authors_has_no_citation_file(dataset: Dataset) -> None:
    """The format asks for authors; a file without is refused, and an invented one is a lie."""
    assert citation_file(evolve(dataset, authors=())) is None


def test_people_and_bodies_are_cited_as_such(dataset: Dataset) -> None:
    """A trust would be sorted under its last word, a person under the given name."""
    assert [
        {"family-names": "Berg", "given-names": "Ada", "name-particle": "van den"},
        {"name": "The Skerra & Sons Trust"},
    ] == (yaml.safe_load(citation_file(dataset) or "")["authors"])
    assert "  author = {van den Berg, Ada and {The Skerra \\& Sons Trust}},\n" in bibtex(dataset)
    assert citation_line(dataset) == (
        "Ada van den Berg, The Skerra & Sons Trust (2026). The lighthouse of Skerra, version 0.1.0 [dataset]. "
        "https://example.org/skerra"
    )


@given(prose())
def test_braces_of_bibtex_stay_balanced(words: str) -> None:
    """One brace in a title would swallow the rest of a bibliography."""
    dataset = evolve(load_once(), title=words, authors=(Name(literal=words),))
    depth = [0]
    for character in bibtex(dataset):
        depth.append(depth[-1] + {"{": 1, "}": -1}.get(character, 0))

    assert 0 == depth[-1]
    assert 0 == min(depth)


def load_once() -> Dataset:
    """Return a small record."""
    return Dataset(
        name="d",
        version="0.1.0",
        released="2026",
        schema_version="0.1",
        licence="MIT",
        language="en",
        profile="authored",
    )


def test_the_project_itself_can_be_cited() -> None:
    """A paper that uses the tool could not cite it."""
    plain = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert "software" == plain["type"]
    _holds_to_cff({**plain, "type": "dataset"})
