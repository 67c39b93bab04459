"""The dataset as a whole: its name, version and terms, and the rules it is held to."""

from collections.abc import Mapping
from typing import Annotated, Any

from factcheck.labels import GoldPolicy, JudgedPart, Level, Profile
from factcheck.records.fields import mapping, optional, record, required, several
from factcheck.records.kinds_of_text import Date, Id, Language, Prose, SchemaVersion, Version
from factcheck.records.reference import Name
from factcheck.records.rights import Rights
from factcheck.records.shapes import Anything, Scalar


@record()
class Gold:
    """How a claim comes to its gold verdict."""

    policy: GoldPolicy | None = optional("whether every claim must have one", example="required")
    adjudicate: tuple[JudgedPart, ...] = several(
        "what annotators may not differ on without an adjudication; the label, if nothing is said",
        example=["label", "stance", "certainty"],
    )


@record()
class RuleSetting:
    """How one rule is applied to this corpus."""

    reason: Prose = required("why this corpus needs it so", example="one page was kept for its faults")
    level: Level | None = optional("error, warning or off", example="warning")
    settings: Mapping[Id, Annotated[Any, Scalar()]] = mapping(
        "values for the rule's own settings", example={"most": 0.9}
    )


@record()
class Dataset:
    """The dataset as a whole."""

    name: Id = required("its name, as in a Hub address", example="lighthouse")
    version: Version = required(
        "PATCH: same data written anew; MINOR: data added; MAJOR: edited, removed or moved", example="0.1.0"
    )
    released: Date = required("the date of this version", example="2026-11-22")
    schema_version: SchemaVersion = required("the version of the schemas that it is written for", example="0.1")
    licence: Prose = required("the licence of the annotations, as an SPDX id", example="CC-BY-4.0")
    language: Language = required("the language of its claims", example="en")
    profile: Profile = required("authored here, or imported from elsewhere", example="authored")
    title: Prose | None = optional("its title", example="The Skerra lighthouse")
    description: Prose | None = optional("what it is, in a sentence or two", example="Claims about an island.")
    authors: tuple[Name, ...] = several(
        "who made it: people, or bodies as literal names", example=[{"literal": "The factcheck authors"}]
    )
    homepage: Prose | None = optional("its address", example="https://example.org/lighthouse")
    citation: Prose | None = optional("how to cite it", example="The factcheck authors (2026). Lighthouse.")
    topics: Mapping[Id, Prose] = mapping(
        "each topic with its definition", example={"lighthouse": "the building, its light and its keepers"}
    )
    gold: Gold | None = optional("how a claim comes to its gold verdict", example={"policy": "required"})
    text_rights: Rights | None = optional(
        "the rights of texts whose source has none of its own", example={"redistribute": True}
    )
    rules: Mapping[Id, RuleSetting] = mapping(
        "rules that apply otherwise than by default",
        example={"label-imbalance": {"level": "off", "reason": "a set of myths"}},
    )
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"funder": "none"}
    )
