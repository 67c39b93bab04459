"""What does not fit a schema is explained in words that an author can act on."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.schemas.explaining import Misfit, explain
from tests.kinds import NAMED
from tests.perturbing import perturbed

_QUIET = "leave the key out where there is nothing to say"
_CLAIM = {"id": "one", "text": "One."}
_VERDICT = {"claim": "one", "annotator": "ada", "label": "supported"}
_KINDS = "efficacy, mechanism, safety, epidemiology, regulation, practice, attribution, history, other"

_EXPLAINED: list[tuple[str, Any, Misfit]] = [
    (
        "claim",
        _CLAIM | {"kidn": "safety"},
        Misfit(path=("kidn",), on_key=True, message="unknown key 'kidn' in a claim", cure="did you mean 'kind'?"),
    ),
    (
        "reference",
        {"id": "a", "type": "book", "container_title": "x"},
        Misfit(
            path=("container_title",),
            on_key=True,
            message="unknown key 'container_title' in a reference",
            cure="did you mean 'container-title'?",
        ),
    ),
    (
        "annotator",
        {"id": "ada", "kind": "person", "zzz": 1},
        Misfit(
            path=("zzz",),
            on_key=True,
            message="unknown key 'zzz' in an annotator",
            cure="known keys: id, kind, name, note, extra; anything else goes under 'extra'",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"label": "suported"},
        Misfit(
            path=("label",),
            message="'label' must be one of supported, refuted, not_enough_evidence, conflicting (got 'suported')",
            cure="did you mean 'supported'?",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"label": "no"},
        Misfit(
            path=("label",),
            message="'label' must be one of supported, refuted, not_enough_evidence, conflicting (got 'no')",
        ),
    ),
    (
        "claim",
        _CLAIM | {"kind": None},
        Misfit(path=("kind",), message=f"'kind' must be one of {_KINDS} (got null)", cure=_QUIET),
    ),
    (
        "claim",
        _CLAIM | {"text": 3},
        Misfit(path=("text",), message="'text' must be text (got 3)", cure='quote it: "3"'),
    ),
    (
        "claim",
        _CLAIM | {"text": True},
        Misfit(path=("text",), message="'text' must be text (got true)", cure='quote it: "true"'),
    ),
    ("claim", _CLAIM | {"text": {}}, Misfit(path=("text",), message="'text' must be text (got a mapping)")),
    ("claim", _CLAIM | {"text": ""}, Misfit(path=("text",), message="'text' is empty", cure=_QUIET)),
    (
        "claim",
        _CLAIM | {"topics": "lamps"},
        Misfit(
            path=("topics",),
            message="'topics' must be a list (got 'lamps')",
            cure="write it as a list: [ ... ], or one item a line after '- '",
        ),
    ),
    (
        "reference",
        {"id": "a", "type": "book", "n": "90"},
        Misfit(path=("n",), message="'n' must be a whole number (got '90')", cure="take the quotes away"),
    ),
    (
        "reference",
        {"id": "a", "type": "book", "n": -1},
        Misfit(path=("n",), message="'n' must be a whole number from 0 on (got -1)", cure="mind the sign"),
    ),
    (
        "document",
        {"id": "a", "passages": [{"start": "021", "end": 30}]},
        Misfit(
            path=("passages", 0, "start"),
            message="'start' must be a whole number (got '021')",
            cure="write it 21, without zeros before",
        ),
    ),
    (
        "document",
        {"id": "a", "passages": [{"start": -1, "end": 30}]},
        Misfit(
            path=("passages", 0, "start"),
            message="'start' must be a whole number from 0 on (got -1)",
            cure="code points from the start of the text: factcheck anchor prints them",
        ),
    ),
    (
        "document",
        {"id": "a", "passages": [{"start": 2.5, "end": 30}]},
        Misfit(
            path=("passages", 0, "start"),
            message="'start' must be a whole number (got 2.5)",
            cure="whole numbers only: code points, words and people are not divided",
        ),
    ),
    (
        "document",
        {"id": "a", "sha256": "AB" * 32},
        Misfit(
            path=("sha256",),
            message=f"'sha256' must be a SHA-256 in 64 hexadecimal digits (got '{'AB' * 28}...)",
            cure=f"in lower case: {'ab' * 32}",
        ),
    ),
    (
        "document",
        {"id": "a", "published": "2026-3"},
        Misfit(
            path=("published",),
            message="'published' must be a date as YYYY, YYYY-MM or YYYY-MM-DD (got '2026-3')",
            cure="write it 2026-03",
        ),
    ),
    (
        "reference",
        {"id": "a", "type": "book", "n": 2**53},
        Misfit(path=("n",), message=f"'n' must be a whole number up to {2**53 - 1} (got {2**53})"),
    ),
    (
        "document",
        {"id": "a", "rights": {"redistribute": "yes"}},
        Misfit(path=("rights", "redistribute"), message="'redistribute' must be true or false (got 'yes')"),
    ),
    (
        "document",
        {"id": "a", "passages": [{"start": 0, "end": 3}, 4]},
        Misfit(path=("passages", 1), message="item 2 of 'passages' must be a mapping (got 4)"),
    ),
    (
        "annotator",
        {"id": "ada"},
        Misfit(
            path=(),
            message="an annotator must have 'kind'",
            cure="add 'kind': a person, a model, a group, or the label as published",
        ),
    ),
    (
        "dataset",
        {
            "name": "lamps",
            "version": "0.1.0",
            "released": "2026",
            "schema_version": "0.1",
            "licence": "CC0-1.0",
            "language": "en",
            "profile": "authored",
            "rules": {"mojibake": {}},
        },
        Misfit(
            path=("rules", "mojibake"),
            message="a rule setting must have 'reason'",
            cure="add 'reason': why this corpus needs it so",
        ),
    ),
    (
        "claim",
        {"id": "one"},
        Misfit(path=(), message="a claim must have 'text'", cure="add 'text': the statement"),
    ),
    (
        "verdict",
        _VERDICT | {"date": "22.11.2026"},
        Misfit(
            path=("date",),
            message="'date' must be a date as YYYY, YYYY-MM or YYYY-MM-DD (got '22.11.2026')",
            cure="the year first, then month and day in two digits each, as in 2026-11-02",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"stances": {"census": "suports"}},
        Misfit(
            path=("stances", "census"),
            message="'census' must be one of supports, refutes, mixed, context (got 'suports')",
            cure="did you mean 'supports'?",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"stances": {"a\tb": "supports"}},
        Misfit(
            path=("stances", "a\tb"),
            on_key=True,
            message="key 'a\\tb' of 'stances' must be an id without control characters",
        ),
    ),
    (
        "claim",
        _CLAIM | {"evidence": [{"id": "a", "votes": {"suports": 1}}]},
        Misfit(
            path=("evidence", 0, "votes", "suports"),
            on_key=True,
            message="key 'suports' of 'votes' must be one of supports, refutes, mixed, context",
            cure="did you mean 'supports'?",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"rests_on": "census"},
        Misfit(
            path=("rests_on",),
            message="'rests_on' must be a list of sets of evidence ids, or one set (got 'census')",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"rests_on": [["census"], "log"]},
        Misfit(
            path=("rests_on", 1),
            message="item 2 of 'rests_on' must be a list (got 'log')",
            cure="write it as a list: [ ... ], or one item a line after '- '",
        ),
    ),
    (
        "verdict",
        _VERDICT | {"rests_on": ["census", 3]},
        Misfit(path=("rests_on", 1), message="item 2 of 'rests_on' must be text (got 3)", cure='quote it: "3"'),
    ),
    (
        "verdict",
        _VERDICT | {"rests_on": [[]]},
        Misfit(
            path=("rests_on", 0),
            message="item 1 of 'rests_on' is an empty set",
            cure="name the evidence, or take it out",
        ),
    ),
    (
        "claim",
        _CLAIM | {"evidence": [{"reference": "a", "document": "b"}]},
        Misfit(
            path=("evidence", 0),
            message="evidence has one source at most: a 'reference', a 'document' or a 'url' (got 'reference', 'document')",
        ),
    ),
    (
        "claim",
        _CLAIM | {"evidence": [{"finding": "212"}]},
        Misfit(path=("evidence", 0), message="evidence without a source has an 'id' of its own (got 'finding')"),
    ),
    (
        "claim",
        _CLAIM | {"appearances": [{"anchor": {"quote": "lamp", "start": 3}}]},
        Misfit(path=("appearances", 0, "anchor"), message="'start' comes with 'end' (got 'quote', 'start')"),
    ),
    (
        "claim",
        _CLAIM | {"appearances": [{"anchor": {}}]},
        Misfit(
            path=("appearances", 0, "anchor"),
            message="an anchor has 'start' and 'end', or a 'quote', or a 'fragment' (got nothing)",
        ),
    ),
    ("claim", [], Misfit(path=(), message="claim must be a mapping (got a list)")),
]


@pytest.mark.parametrize(("name", "value", "expected"), _EXPLAINED, ids=[case[2].message for case in _EXPLAINED])
def test_a_misfit_is_one_message_at_its_place_with_a_cure(name: str, value: Any, expected: Misfit) -> None:
    """Otherwise an author sees the schema's inner life instead of what to mend."""
    assert (expected,) == explain(name, value)


def test_a_record_of_another_kind_is_sent_where_it_belongs() -> None:
    """Otherwise a claim saved in the wrong folder gives a list of missing keys."""
    plain = _CLAIM | {"evidence": [{"reference": "census"}]}

    cures = {misfit.cure for misfit in explain("verdict", plain) if not misfit.on_key}
    assert {"this looks like one of the claims: move it to claims/"} == cures


def test_a_record_that_fits_several_kinds_is_sent_nowhere() -> None:
    """Otherwise a claim is sent to the documents because it has an id and a text."""
    cures = [misfit.cure for misfit in explain("verdict", _CLAIM) if not misfit.on_key]

    assert [] == [cure for cure in cures if cure and "looks like" in cure]


def test_all_misfits_are_told_at_once() -> None:
    """Otherwise ten mistakes take ten runs."""
    misfits = explain("claim", {"id": 3, "kind": "x", "topics": [""], "unheard": 1, "evidence": [{}]})

    assert [(), ("evidence", 0), ("id",), ("kind",), ("topics", 0), ("unheard",)] == [misfit.path for misfit in misfits]


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_messages_keep_to_the_house_rules(name: str, data: st.DataObject) -> None:
    """Otherwise a report reads as if it came from different tools, or points at a place that is not there."""
    plain = data.draw(perturbed(name))
    for misfit in explain(name, plain):
        assert misfit.message
        assert not misfit.message.endswith(".")
        assert "is not valid under any of the given schemas" not in misfit.message
        place = plain
        for step in misfit.path:
            place = place[step]
