"""Records refuse what they cannot hold, saying which field, what was expected and what came."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.document import Document, Passage
from factcheck.records.fields import evolve
from factcheck.records.reference import DateParts, Name, Reference
from factcheck.records.rights import Rights
from factcheck.records.verdict import Annotator, Considered, Verdict
from tests.kinds import NAMED

_REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: Claim(id="", text="One."), "'id' must be an id without control characters (got '')"),
    (lambda: Claim(id="one\n", text="One."), "'id' must be an id without control characters (got 'one\\n')"),
    (lambda: Claim(id="one", text=""), "'text' must be text that is not empty (got '')"),
    (lambda: Claim(id="one", text=1), "'text' must be text (got 1)"),  # type: ignore[arg-type]  # the mistake is the point
    (
        lambda: Annotator(id="ada", kind="human"),  # type: ignore[arg-type]  # the mistake is the point
        "'kind' must be one of person, model, group, published (got 'human')",
    ),
    (lambda: Passage(start=-1, end=3), "'start' must be a whole number from 0 on (got -1)"),
    (lambda: Passage(start=True, end=3), "'start' must be a whole number from 0 on (got True)"),
    (lambda: Passage(start=0, end=2**53), f"'end' must be a whole number up to {2**53 - 1} (got {2**53})"),
    (
        lambda: Rights(redistribute="yes"),  # type: ignore[arg-type]  # the mistake is the point
        "'redistribute' must be true or false (got 'yes')",
    ),
    (
        lambda: Claim(id="one", text="One.", topics="lamps"),  # type: ignore[arg-type]  # the mistake is the point
        "'topics' must be a list (got 'lamps')",
    ),
    (
        lambda: Claim(id="one", text="One.", evidence=({},)),  # type: ignore[arg-type]  # the mistake is the point
        "'evidence' [0] must be an Evidence (got {})",
    ),
    (
        lambda: DateParts(date_parts=((2019, 0),)),
        "'date-parts' [0] [1] must be a whole number from 1 on (got 0)",
    ),
    (
        lambda: Verdict(claim="one", annotator="ada", label="refuted", date="22.11.2026"),
        "'date' must be a date as YYYY, YYYY-MM or YYYY-MM-DD (got '22.11.2026')",
    ),
    (
        lambda: Verdict(claim="one", annotator="ada", label="refuted", stances={"a": "suports"}),  # type: ignore[dict-item]  # the mistake is the point
        "'stances' ['a'] must be one of supports, refutes, mixed, context (got 'suports')",
    ),
    (
        lambda: Verdict(claim="one", annotator="ada", label="refuted", stances={"a\t": "supports"}),
        "'stances' key 'a\\t' must be an id without control characters (got 'a\\t')",
    ),
    (
        lambda: Verdict(claim="one", annotator="ada", label="refuted", rests_on=((),)),
        "'rests_on' [0] must be a set of evidence ids (got ())",
    ),
    (
        lambda: Verdict(claim="one", annotator="ada", label="refuted", rests_on=("a",)),  # type: ignore[arg-type]  # the mistake is the point
        "'rests_on' [0] must be a set of evidence ids (got 'a')",
    ),
    (
        lambda: Document(id="leaflet", sha256="abc"),
        "'sha256' must be a SHA-256 in 64 hexadecimal digits (got 'abc')",
    ),
    (
        lambda: Document(id="leaflet", language="english!"),
        "'language' must be a language tag (BCP 47) (got 'english!')",
    ),
    (
        lambda: Claim(id="one", text="One.", split="my split"),
        "'split' must be letters, digits and _, in parts joined by dots (got 'my split')",
    ),
    (lambda: Claim(id="one", text="One.", extra=[]), "'extra' must be a mapping (got [])"),  # type: ignore[arg-type]  # the mistake is the point
    (lambda: Anchor(start=1), "an anchor has 'start' and 'end', or a 'quote', or a 'fragment' (got start)"),
    (lambda: Anchor(quote="lamp", end=3), "'end' comes with 'start' (got end, quote)"),
    (lambda: Anchor(quote="lamp", digest="0" * 64), "'digest' comes with 'start' and 'end' (got digest, quote)"),
    (Anchor, "an anchor has 'start' and 'end', or a 'quote', or a 'fragment' (got nothing)"),
    (
        lambda: Appearance(document="a", url="https://example.org"),
        "an appearance is in a 'document' or at a 'url', not both (got document, url)",
    ),
    (
        lambda: Evidence(reference="a", document="b"),
        "evidence has one source at most: a 'reference', a 'document' or a 'url' (got document, reference)",
    ),
    (lambda: Evidence(finding="212"), "evidence without a source has an 'id' of its own (got finding)"),
    (lambda: Name(given="Ada"), "a name has a 'family' or is 'literal' (got given)"),
]


@pytest.mark.parametrize(("make", "message"), _REFUSED, ids=[message for _, message in _REFUSED])
def test_a_refusal_names_the_field_what_was_expected_and_what_came(make: Callable[[], object], message: str) -> None:
    """Otherwise a program's author must guess which of thirty fields was meant."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # the whole message is compared below
        make()

    assert message == refused.value.args[0]


def test_a_refusal_carries_the_field_and_the_value_for_programs() -> None:
    """Otherwise a program has to take the message apart."""
    with pytest.raises(ValueError, match="'text'") as refused:
        Claim(id="one", text="")

    _, attribute, value = refused.value.args
    assert ("text", "") == (attribute.name, value)


def test_a_long_value_is_shown_in_part() -> None:
    """Otherwise a whole text is printed where its first words would do."""
    with pytest.raises(ValueError, match=r"^\(\"'kind' must be .* \(got 'x{56}\.\.\.\)\"") as refused:
        Annotator(id="ada", kind="x" * 5000)  # type: ignore[arg-type]  # the mistake is the point

    assert len(str(refused.value.args[0])) < 140


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_a_record_cannot_be_changed(name: str, data: st.DataObject) -> None:
    """Otherwise what was checked is not what is released."""
    record = data.draw(NAMED[name])
    field = attrs.fields(type(record))[0].name

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, field, "other")
    with pytest.raises(AttributeError):
        object.__setattr__(record, "unheard_of", 1)  # slots: there is no place for it


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_equal_records_have_equal_hashes(name: str, data: st.DataObject) -> None:
    """Otherwise sets of records hold the same one twice."""
    record: Any = data.draw(NAMED[name])
    copy = evolve(record)

    assert record == copy
    assert hash(record) == hash(copy)


def test_evolve_gives_a_new_record_and_leaves_the_old_one() -> None:
    """Otherwise a change made for one reader is seen by all."""
    claim = Claim(id="one", text="One.")

    changed = evolve(claim, text="Two.")

    assert ("One.", "Two.") == (claim.text, changed.text)


def test_evolve_checks_anew() -> None:
    """Otherwise a record that was sound becomes one that is not."""
    with pytest.raises(ValueError, match="'text' must be text that is not empty"):
        evolve(Claim(id="one", text="One."), text="")
    with pytest.raises(ValueError, match="'start' comes with 'end'"):
        evolve(Anchor(start=1, end=2, fragment="lamp"), end=None)


def test_fields_are_given_by_name() -> None:
    """Otherwise a field added in the middle changes the meaning of every call."""
    with pytest.raises(TypeError):
        Considered("supported")  # type: ignore[call-arg]  # the mistake is the point


def test_evidence_is_known_by_its_id_else_by_its_source() -> None:
    """Otherwise a verdict's stances lead to no evidence."""
    assert "own" == Evidence(id="own", reference="census").key
    assert "census" == Evidence(reference="census").key
    assert "almanac" == Evidence(document="almanac").key
    assert "https://example.org" == Evidence(url="https://example.org").key


def test_a_reference_has_python_names_for_the_keys_of_its_files() -> None:
    """Otherwise keys such as `DOI` and `container-title` could not be fields."""
    reference = Reference(id="census", type="report", doi="10.1000/182", container_title="Papers")

    assert ("10.1000/182", "Papers") == (reference.doi, reference.container_title)
