"""Faults of references and of what claims have as evidence."""

from collections.abc import Iterator
from typing import Any

from factcheck.records.claim import evidence_key
from factcheck.testing.faults.newcomers import arrival, claim, evidence, reference, verdict
from factcheck.testing.faults.seeding import ABSENT, Draft, Edit, Seed, at


def duplicate_evidence(draft: Draft) -> Iterator[Seed]:
    """Give a claim a piece of evidence twice."""
    for record, _, part in draft.parts("evidence"):
        path = ("evidence", len(draft.records["claims"][record]["evidence"]))
        yield Seed(at=at("claims", record, *path), edits=[Edit("claims", record, path, part)])


def evidence_without_finding(draft: Draft) -> Iterator[Seed]:
    """Take a finding away."""
    for record, item, part in draft.parts("evidence"):
        if "finding" in part and "text" not in part:
            edit = Edit("claims", record, ("evidence", item, "finding"), ABSENT)
            yield Seed(at=at("claims", record, "evidence", item), edits=[edit])


def malformed_identifier(draft: Draft) -> Iterator[Seed]:
    """Write more into an identifier than it holds."""
    for kind, record, cited in draft.each("references"):
        for key, value in (("DOI", "https://doi.org/10.1000/182"), ("PMID", "PMID 31772157"), ("PMCID", "6879579")):
            if key in cited or key == "PMCID":
                yield Seed(at=at(kind, record, key), edits=[Edit(kind, record, (key,), value)])


def malformed_url(draft: Draft) -> Iterator[Seed]:
    """Leave out how an address begins."""
    for kind, record, cited in draft.each("references"):
        for item, _ in enumerate(cited.get("seen", ())):
            path = ("seen", item)
            yield Seed(at=at(kind, record, *path), edits=[Edit(kind, record, path, "www.example.org/seeded")])


def orphan_reference(draft: Draft) -> Iterator[Seed]:
    """Add a reference that nobody cites."""
    yield Seed(at=at("references", draft.count("references"), "id"), edits=draft.new("references", reference()))


def own_page_as_evidence(draft: Draft) -> Iterator[Seed]:
    """Add a claim whose evidence is the page that makes it."""
    url = "https://example.org/seeded"
    seeded = claim(appearances=[{"url": url}], evidence=[evidence(url=url)])
    edits = arrival(draft, [seeded], [verdict(stances={"seeded-evidence-0": "context"})])
    yield Seed(at=at("claims", draft.count("claims"), "evidence", 0), edits=edits)


def reference_not_seen(draft: Draft) -> Iterator[Seed]:
    """Take away where a reference was read."""
    for kind, record, cited in draft.each("references"):
        if cited.get("seen"):
            yield Seed(at=at(kind, record, "id"), edits=[Edit(kind, record, ("seen",), ABSENT)])


def reference_without_address(draft: Draft) -> Iterator[Seed]:
    """Take away every way to look a reference up."""
    for kind, record, cited in draft.each("references"):
        edits = [Edit(kind, record, (key,), ABSENT) for key in ("DOI", "PMID", "URL") if key in cited]
        yield Seed(at=at(kind, record, "id"), edits=edits)


def retracted_reference(draft: Draft) -> Iterator[Seed]:
    """Retract a reference that is cited."""
    ordinals = {cited["id"]: record for _, record, cited in draft.each("references")}
    for record, item, part in draft.parts("evidence"):
        if part.get("reference") in ordinals:
            edit = Edit("references", ordinals[part["reference"]], ("retraction",), "retracted")
            yield Seed(at=at("claims", record, "evidence", item), edits=[edit])


def reused_finding(draft: Draft) -> Iterator[Seed]:
    """Add a claim with the finding of another."""
    for _, _, part in draft.parts("evidence"):
        if "finding" in part:
            seeded = claim(evidence=[evidence(finding=part["finding"])])
            edits = arrival(draft, [seeded], [verdict(stances={"seeded-evidence-0": "context"})])
            yield Seed(at=at("claims", draft.count("claims"), "evidence", 0, "finding"), edits=edits)


def stance_against_votes(draft: Draft) -> Iterator[Seed]:
    """Let the voters all say otherwise than a verdict."""
    claims = {judged["id"]: (record, judged) for _, record, judged in draft.each("claims")}
    for kind, record, judgement in draft.judgements():
        ordinal, judged = claims[judgement["claim"]]
        items: dict[Any, int] = {evidence_key(part): item for item, part in enumerate(judged.get("evidence", ()))}
        for key, stance in judgement.get("stances", {}).items():
            other = "refutes" if stance == "supports" else "supports"
            edit = Edit("claims", ordinal, ("evidence", items[key], "votes"), {other: 3})
            yield Seed(at=at(kind, record, "stances", key), edits=[edit])


def study_counted_twice(draft: Draft) -> Iterator[Seed]:
    """Add a claim whose verdict rests on two papers of one study."""
    papers = [reference(number, study="seeded-study") for number in (0, 1)]
    cited = [evidence(number, reference=f"seeded-reference-{number}") for number in (0, 1)]
    names = [part["id"] for part in cited]
    judged = verdict(label="supported", stances=dict.fromkeys(names, "supports"), rests_on=[[name] for name in names])
    edits = [*draft.new("references", *papers), *arrival(draft, [claim(evidence=cited)], [judged])]
    yield Seed(at=at("verdicts", draft.count("verdicts"), "rests_on", 1, 0), edits=edits)
