"""The schemas and the records say the same, and the two validators of the schemas too."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.records.corpus import KINDS
from factcheck.records.fields import abouts
from factcheck.records.shapes import Items, Members, Nested, Shape
from factcheck.schemas.explaining import explain, reference_validator
from factcheck.schemas.gate import gate
from factcheck.schemas.generating import DRAFT, RECORDS, descriptions, names, schema
from factcheck.shaping import structure, unstructure
from factcheck.testing import json_values
from tests.kinds import FILED, NAMED
from tests.perturbing import odd_values, perturbed


def _structures(name: str, plain: Any) -> bool:
    try:
        structure(plain, RECORDS[name])
    except ValueError:
        return False
    return True


def _classes() -> list[type[Any]]:
    """Return every record class, those inside others too."""
    found: dict[str, type[Any]] = {}

    def reach(record: type[Any]) -> None:
        if record.__name__ not in found:
            found[record.__name__] = record
            for about in abouts(record).values():
                inner = _innermost(about.shape)
                if isinstance(inner, Nested):
                    reach(inner.record)

    for record in RECORDS.values():
        reach(record)
    return list(found.values())


def _innermost(shape: Shape) -> Shape:
    while isinstance(shape, (Items, Members)):
        shape = shape.of
    return shape


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_a_valid_record_fits_its_schema_and_is_structured_to_itself(name: str, data: st.DataObject) -> None:
    """Otherwise the tool writes records that it then refuses to read."""
    record = data.draw(NAMED[name])
    plain = unstructure(record)

    assert () == explain(name, plain)
    assert gate(name)(plain)
    assert record == structure(plain, RECORDS[name])


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_perturbed_data_fits_the_schema_if_and_only_if_it_makes_a_record(name: str, data: st.DataObject) -> None:
    """Otherwise a corpus passes the check and cannot be loaded, or a sound one is refused."""
    plain = data.draw(perturbed(name))

    assert reference_validator(name).is_valid(plain) == _structures(name, plain)


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_arbitrary_data_fits_the_schema_if_and_only_if_it_makes_a_record(name: str, data: st.DataObject) -> None:
    """Otherwise what somebody puts into a file by mistake is a crash, not a problem."""
    plain = data.draw(odd_values())

    assert reference_validator(name).is_valid(plain) == _structures(name, plain)


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_both_validators_agree_on_perturbed_records(name: str, data: st.DataObject) -> None:
    """Otherwise the fast gate lets something through, or refuses something that nobody can explain."""
    plain = data.draw(perturbed(name))

    assert gate(name)(plain) == reference_validator(name).is_valid(plain)
    assert gate(name)(plain) == (explain(name, plain) == ())


@pytest.mark.parametrize("name", names())
@given(value=json_values())
def test_both_validators_agree_on_any_json(name: str, value: Any) -> None:
    """Otherwise what is in a file decides which validator is right."""
    assert gate(name)(value) == reference_validator(name).is_valid(value)


@pytest.mark.parametrize("kind", FILED)
@given(data=st.data())
def test_a_file_holds_one_record_or_a_list_of_them(kind: str, data: st.DataObject) -> None:
    """Otherwise an editor marks a sound file as wrong."""
    records = [unstructure(record) for record in data.draw(st.lists(FILED[kind], max_size=3))]

    assert gate(kind)(records)
    assert all(gate(kind)(record) for record in records)


@pytest.mark.parametrize("name", names())
def test_a_schema_is_a_schema(name: str) -> None:
    """Otherwise editors and other programs cannot use it."""
    made = schema(name)

    Draft202012Validator.check_schema(made)
    assert DRAFT == made["$schema"]


def test_no_two_schemas_share_an_address() -> None:
    """Otherwise a program that knows both takes one for the other."""
    addresses = [schema(name)["$id"] for name in names()]

    assert sorted(set(addresses)) == sorted(addresses)


def test_every_kind_of_record_and_of_file_has_a_schema() -> None:
    """Otherwise a kind of record is checked by nobody."""
    assert {"dataset", *KINDS, *(record.__name__.lower() for record in KINDS.values())} == set(names())


@pytest.mark.parametrize("record", _classes(), ids=lambda record: record.__name__)
def test_every_field_is_described_in_one_line_and_has_an_example_that_fits(record: type[Any]) -> None:
    """Otherwise the documentation shows something that the check refuses."""
    holder = next(
        name for name in RECORDS if record.__name__ in (RECORDS[name].__name__, *schema(name).get("$defs", {}))
    )
    definitions = schema(holder).get("$defs", {})
    for name, about in abouts(record).items():
        assert about.description, name
        assert "\n" not in about.description, name
        assert not about.description.endswith("."), name

        shape = {"$schema": DRAFT, "$defs": definitions, **about.shape.schema()}
        assert [] == [error.message for error in Draft202012Validator(shape).iter_errors(about.example)], name


def test_the_documentation_knows_every_field_by_its_key() -> None:
    """Otherwise a field is missing from the docs page and the card."""
    expected = {record.__name__: [about.key for about in abouts(record).values()] for record in _classes()}

    assert expected == {name: list(fields) for name, fields in descriptions().items()}


def test_a_last_line_break_does_not_slip_past_a_pattern() -> None:
    """Otherwise Python reads `$` as before a last line break, and two ids that look alike differ."""
    for value in ("ada\n", "\n", "ada\r"):
        plain = {"id": value, "kind": "person"}

        assert (False, False) == (gate("annotator")(plain), reference_validator("annotator").is_valid(plain))


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """Otherwise JSON written by JavaScript or a spreadsheet is refused."""
    plain = {"start": 0.0, "end": 4.0}

    document = {"id": "leaflet", "passages": [plain]}
    assert gate("document")(document)
    made = structure(document, RECORDS["document"])
    assert [{"start": 0, "end": 4}] == unstructure(made)["passages"]
    assert "0" == str(made.passages[0].start)
