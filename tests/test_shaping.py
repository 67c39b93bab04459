"""Plain data becomes records and comes back; what does not fit is said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records.claim import Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.reference import Reference
from factcheck.records.verdict import Annotator, Verdict
from factcheck.schemas.generating import RECORDS
from factcheck.shaping import corpus_of, plain_of, structure, unstructure
from factcheck.testing import corpora, json_values
from tests.kinds import NAMED


def _nulls_and_empty_fields(plain: Any) -> list[Any]:
    """Return what is null, or an empty list, in plain data outside of ``extra``."""
    if isinstance(plain, dict):
        return [found for key, member in plain.items() if key != "extra" for found in _nulls_and_empty_fields(member)]
    if isinstance(plain, list):
        return [found for item in plain for found in _nulls_and_empty_fields(item)]
    return [plain] if plain is None or plain == "" else []


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_a_record_comes_back_from_plain_data_as_it_was(name: str, data: st.DataObject) -> None:
    """Otherwise saving a corpus changes it."""
    record = data.draw(NAMED[name])

    assert record == structure(unstructure(record), RECORDS[name])


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_what_is_absent_is_not_written(name: str, data: st.DataObject) -> None:
    """Otherwise files fill with null, and two ways of saying nothing have to be told apart."""
    assert [] == _nulls_and_empty_fields(unstructure(data.draw(NAMED[name])))


@given(corpora())
def test_a_corpus_comes_back_from_plain_data_as_it_was(corpus: Corpus) -> None:
    """Otherwise loading and saving a whole corpus loses a record."""
    assert corpus == corpus_of(plain_of(corpus), corpus.texts)


@given(st.dictionaries(st.text(), json_values(), max_size=4))
def test_extra_is_kept_verbatim(extra: dict[str, Any]) -> None:
    """Otherwise what a converter stored of the source is lost or altered."""
    plain = {"id": "one", "text": "One.", **({"extra": extra} if extra else {})}

    assert plain == unstructure(structure(plain, Claim))


def test_keys_are_those_of_the_files_and_in_the_order_of_the_fields() -> None:
    """Otherwise Zotero and Pandoc do not know our references."""
    plain = {"DOI": "10.1000/182", "container-title": "Papers", "type": "report", "id": "census"}

    assert ["id", "type", "container-title", "DOI"] == list(unstructure(structure(plain, Reference)))


def test_one_set_of_evidence_may_be_written_flat() -> None:
    """Otherwise the commonest verdict needs two brackets that everybody forgets."""
    plain = {"claim": "one", "annotator": "ada", "label": "supported", "rests_on": ["a", "b"]}

    verdict = structure(plain, Verdict)

    assert (("a", "b"),) == verdict.rests_on
    assert [["a", "b"]] == unstructure(verdict)["rests_on"]


def test_a_record_inside_a_record_is_one() -> None:
    """Otherwise a caller meets a dict where the type says Evidence."""
    claim = structure({"id": "one", "text": "One.", "evidence": [{"reference": "census"}]}, Claim)

    assert (Evidence(reference="census"),) == claim.evidence


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ({"id": "ada"}, "'kind' is missing"),
        (
            {"id": "ada", "kind": "person", "knid": "x", "Id": "y"},
            "unknown key 'Id' in Annotator; unknown key 'knid' in Annotator",
        ),
        (
            {"id": "ada", "kind": "human"},
            "'kind' must be one of person, model, group, published (got 'human')",
        ),
        (
            {"id": "ada", "kind": "person", "note": None},
            "'note' must not be null: leave the key out where there is nothing to say",
        ),
        (["ada"], "annotator must be a mapping (got ['ada'])"),
        (None, "annotator must be a mapping (got None)"),
    ],
)
def test_data_that_does_not_fit_is_refused_with_the_field_and_the_reason(plain: Any, message: str) -> None:
    """Otherwise a converter's author sees a stack of exceptions without the field."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # the whole message is compared below
        structure(plain, Annotator)

    assert message == str(refused.value)


def test_every_fault_inside_a_record_is_said() -> None:
    """Otherwise faults are found one run at a time."""
    plain = {
        "id": "one",
        "text": "One.",
        "evidence": [{"finding": "x"}],
        "appearances": [{"anchor": {"start": 1, "end": "2"}}],
    }

    with pytest.raises(ValueError, match="evidence without a source") as refused:
        structure(plain, Claim)

    assert "'end' must be a whole number from 0 on (got '2')" in str(refused.value)
