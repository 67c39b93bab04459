"""Records become Arrow rows and come back as they were."""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.labels import LABELS, STANCES
from factcheck.records.claim import Claim, Evidence
from factcheck.records.corpus import KINDS
from factcheck.records.verdict import Adjudication, Considered, Verdict
from factcheck.shaping import structure
from factcheck.tables.arrow import cells_of, columns_of, plain_from_cells
from tests.kinds import FILED


def _row(record: Any) -> dict[str, Any]:
    """Return the row of a record after its way through an Arrow table."""
    schema = pa.schema([(column.name, column.type) for column in columns_of(type(record))])
    table = pa.Table.from_pylist([cells_of(record)], schema=schema)
    table.validate(full=True)
    row: dict[str, Any] = table.to_pylist()[0]
    return row


@pytest.mark.parametrize("kind", FILED)
@given(data=st.data())
def test_a_record_comes_back_from_an_arrow_table_as_it_was(kind: str, data: st.DataObject) -> None:
    """Otherwise a release does not give back the corpus it was built from."""
    record = data.draw(FILED[kind])

    plain = plain_from_cells(KINDS[kind], _row(record))

    assert record == structure(plain, KINDS[kind])


@pytest.mark.parametrize("kind", FILED)
@given(data=st.data())
def test_every_cell_has_a_column_and_every_column_a_cell(kind: str, data: st.DataObject) -> None:
    """Otherwise Arrow drops a field without a word."""
    record = data.draw(FILED[kind])

    assert [column.name for column in columns_of(KINDS[kind])] == list(cells_of(record))


@pytest.mark.parametrize("kind", FILED)
def test_every_column_is_described(kind: str) -> None:
    """Otherwise the card has a column that nobody explains."""
    assert [] == [column.name for column in columns_of(KINDS[kind]) if not column.description]


def test_a_label_is_its_integer_and_beside_it_its_word() -> None:
    """Otherwise the integers of a release change their meaning from one version to the next."""
    for number, label in enumerate(LABELS):
        row = _row(structure({"claim": "one", "annotator": "ada", "label": label}, Verdict))

        assert (number, label) == (row["label"], row["label_name"])


def test_a_mapping_becomes_a_list_of_pairs_in_the_order_of_its_keys() -> None:
    """Otherwise the same corpus gives other bytes once an author moves a line."""
    verdict = Verdict(claim="one", annotator="ada", label="supported", stances={"b": "context", "a": "supports"})

    assert [
        {"evidence": "a", "stance": 0, "stance_name": "supports"},
        {"evidence": "b", "stance": list(STANCES).index("context"), "stance_name": "context"},
    ] == _row(verdict)["stances"]


def test_considered_verdicts_stand_under_their_annotators() -> None:
    """Otherwise nobody can tell which verdicts an adjudicator had seen."""
    adjudication = Adjudication(
        claim="one", annotator="cleo", label="refuted", considered={"ada": Considered(label="refuted", certainty="low")}
    )

    expected = [{"annotator": "ada", "label": 1, "label_name": "refuted", "certainty": "low"}]
    assert expected == _row(adjudication)["considered"]


def test_what_is_absent_is_null_and_a_list_never_is() -> None:
    """Otherwise a reader has to ask of every list whether it is there."""
    row = _row(Claim(id="one", text="One.", evidence=(Evidence(reference="census"),)))

    assert None is row["kind"]
    assert [] == row["topics"]
    assert [] == row["evidence"][0]["sentences"]
    assert None is row["extra"]


def test_a_field_may_be_left_out() -> None:
    """Otherwise a text that must not leave cannot be kept out of a table."""
    claim = Claim(id="one", text="One.")
    without = frozenset({"evidence", "text"})

    assert {"evidence", "text"}.isdisjoint(cells_of(claim, without=without))
    assert [column.name for column in columns_of(Claim, without=without)] == list(cells_of(claim, without=without))
