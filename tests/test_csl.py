"""CSL-JSON becomes a reference, and what we have no field for is kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Reference, UsageError
from factcheck.csl import bare_doi, csl_of, reference_of_csl
from factcheck.shaping import structure, unstructure
from factcheck.testing import date_parts, json_values, prose, references

_OURS = ("seen", "design", "design_note", "n", "study", "retraction", "extra")
_CSL_KEYS = st.sampled_from(["title", "author", "issued", "volume", "DOI", "abstract", "design", "extra", "editor"])

_EXTRA = st.dictionaries(_CSL_KEYS | prose() | st.sampled_from(["custom", "id", "ISSN"]), json_values(), max_size=3)


@given(references(issued=st.none() | date_parts()).map(unstructure))
def test_a_reference_of_ours_is_csl_and_comes_back(plain: dict[str, Any]) -> None:
    """What one corpus exports, another could not take in."""
    item = {key: value for key, value in plain.items() if key not in _OURS}
    if "DOI" in item:
        item["DOI"] = bare_doi(item["DOI"]) or "10.1/x"

    assert item == reference_of_csl([item])


@given(references(issued=st.none() | date_parts(), extra=_EXTRA).map(unstructure))
def test_a_reference_that_goes_out_as_csl_comes_back_whole(plain: dict[str, Any]) -> None:
    """A bibliography that went through Zotero would have lost its study designs."""
    if "DOI" in plain:
        plain["DOI"] = bare_doi(plain["DOI"]) or "10.1/x"

    assert plain == reference_of_csl(csl_of(plain))


def test_what_csl_has_a_variable_for_stands_where_zotero_looks() -> None:
    """An abstract that came from Zotero would not be seen there again."""
    extra = {"abstract": "words", "ISSN": "", "title": "other", "custom": {"factcheck": {"n": 1}}}

    item = csl_of({"id": "x", "type": "book", "n": 90, "extra": extra})

    kept = {key: value for key, value in extra.items() if key != "abstract"}
    expected = {"id": "x", "type": "book", "abstract": "words", "custom": {"factcheck": {"n": 90, "extra": kept}}}
    assert expected == item
    assert {"id": "x", "type": "book", "n": 90, "extra": extra} == reference_of_csl(item)


@pytest.mark.parametrize(
    "custom", [{"other": 1}, {"factcheck": 1}, {"factcheck": {"id": "y"}}, {"factcheck": {"extra": 1}}]
)
def test_what_others_keep_under_custom_is_theirs(custom: dict[str, Any]) -> None:
    """A foreign bibliography could set fields of ours to nonsense."""
    assert {"extra": {"custom": custom}} == reference_of_csl({"custom": custom})


@given(st.dictionaries(_CSL_KEYS | prose(), json_values()))
def test_nothing_that_is_said_gets_lost(item: dict[str, Any]) -> None:
    """Words of a bibliography would vanish without a trace."""
    found = reference_of_csl(item)
    kept = {**found.pop("extra", {}), **found}

    assert {key for key, value in item.items() if value not in (None, "", [], {})} == set(kept)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"volume": 10, "issue": "2"}, {"volume": "10", "issue": "2"}),
        ({"DOI": "https://doi.org/10.1000/ABC"}, {"DOI": "10.1000/abc"}),
        ({"issued": {"date-parts": [["2019", "11"]]}}, {"issued": {"date-parts": [[2019, 11]]}}),
        ({"issued": {"date-parts": [[2019, None]]}}, {"issued": {"date-parts": [[2019]]}}),
        ({"issued": {"raw": "spring 2019"}}, {"extra": {"issued": {"raw": "spring 2019"}}}),
        ({"author": [{"given": "Cher"}]}, {"author": [{"literal": "Cher"}], "extra": {"author": [{"given": "Cher"}]}}),
        ({"seen": ["x"], "abstract": "y"}, {"extra": {"seen": ["x"], "abstract": "y"}}),
    ],
)
def test_each_habit_of_csl_is_met(item: dict[str, Any], expected: dict[str, Any]) -> None:
    """A paper from Zotero would be refused for a number that is written as one."""
    assert expected == reference_of_csl(item)
    assert "x" == structure({"id": "x", "type": "book", **expected}, Reference).id


@pytest.mark.parametrize("item", [[], [{}, {}], "words", 1, None])
def test_what_is_no_single_item_is_refused(item: Any) -> None:
    """Of a whole library one paper would be taken, and nobody knew which."""
    with pytest.raises(UsageError, match="the CSL-JSON must be"):
        reference_of_csl(item)
