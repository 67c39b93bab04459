"""Verdicts: what one annotator judged of one claim; and adjudications, which settle where annotators differ."""

from collections.abc import Mapping
from typing import Annotated, Any

from factcheck.labels import AnnotatorKind, Certainty, Label, Stance
from factcheck.records.fields import mapping, optional, record, required, several
from factcheck.records.kinds_of_text import Date, Id, Prose
from factcheck.records.shapes import Anything, Sets

EvidenceSets = Annotated[tuple[tuple[str, ...], ...], Sets()]


@record()
class Annotator:
    """Who judged."""

    id: Id = required("its name, unique among annotators", example="ada")
    kind: AnnotatorKind = required("a person, a model, a group, or the label as published", example="person")
    name: Prose | None = optional("what to call them", example="Ada")
    note: Prose | None = optional("what a reader of the verdicts should know of them", example="a librarian")
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"version": "2"}
    )


@record()
class Verdict:
    """One annotator's judgement of one claim."""

    claim: Id = required("the claim", example="lighthouse-lit-1824")
    annotator: Id = required("who judged it", example="ada")
    label: Label = required("the judgement", example="supported")
    certainty: Certainty | None = optional("how sure the body of evidence makes us (GRADE)", example="low")
    rationale: Prose | None = optional("why", example="The almanac and the log agree on the year.")
    date: Date | None = optional("when it was judged", example="2026-11-22")
    stances: Mapping[Id, Stance] = mapping(
        "the annotator's own stance on each piece of evidence",
        example={"skerra-almanac": "supports"},
        columns=("evidence", "stance"),
    )
    rests_on: EvidenceSets = several(
        "sets of evidence ids: each set suffices, its members are needed together", example=[["skerra-almanac"]]
    )
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"minutes": 4}
    )


@record()
class Considered:
    """A verdict as an adjudicator saw it."""

    label: Label = required("its label", example="supported")
    certainty: Certainty | None = optional("its certainty", example="low")


@record()
class Adjudication:
    """A verdict that settles a claim, with the verdicts that it considered. It is stale once one of them says otherwise."""

    claim: Id = required("the claim", example="lighthouse-lit-1824")
    annotator: Id = required("who adjudicated", example="cleo")
    label: Label = required("the judgement", example="supported")
    considered: Mapping[Id, Considered] = required(
        "by annotator, each verdict on the claim as it was seen",
        example={"ada": {"label": "supported"}},
        columns=("annotator", ""),
    )
    certainty: Certainty | None = optional("how sure the body of evidence makes us (GRADE)", example="low")
    rationale: Prose | None = optional("why, and why not otherwise", example="The log outweighs the leaflet.")
    date: Date | None = optional("when it was judged", example="2026-11-22")
    stances: Mapping[Id, Stance] = mapping(
        "the adjudicator's stance on each piece of evidence",
        example={"skerra-almanac": "supports"},
        columns=("evidence", "stance"),
    )
    rests_on: EvidenceSets = several(
        "sets of evidence ids: each set suffices, its members are needed together", example=[["skerra-almanac"]]
    )
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"minutes": 4}
    )
