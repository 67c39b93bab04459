"""Faults of references and of what claims have as evidence."""

from collections.abc import Iterator
from typing import Any

from factcheck.records.claim import evidence_key
from factcheck.testing.faults.newcomers import arrival, claim, evidence, reference, verdict
from factcheck.testing.faults.seeding import ABSENT, Draft, Edit, Seed, at


def attribution_not_checked(draft: Draft) -> Iterator[Seed]:
    """Add a claim about what a source says, and do not say which."""
    edits = arrival(draft, [claim(kind="attribution")], [verdict()])
    yield Seed(at=at("claims", draft.count("claims"), "kind"), edits=edits)


def _weighed(draft: Draft, *path: str, **fields: Any) -> Seed:
    """Return a seed that adds a claim with a piece of evidence that has something wrong in it."""
    edits = arrival(draft, [claim(evidence=[evidence(**fields)])], [verdict(stances={"seeded-evidence-0": "context"})])
    return Seed(at=at("claims", draft.count("claims"), "evidence", 0, *path), edits=edits)


def duplicate_evidence(draft: Draft) -> Iterator[Seed]:
    """Give a claim a piece of evidence twice."""
    for record, _, part in draft.parts("evidence"):
        path = ("evidence", len(draft.records["claims"][record]["evidence"]))
        yield Seed(at=at("claims", record, *path), edits=[Edit("claims", record, path, part)])


def evidence_after_claim(draft: Draft) -> Iterator[Seed]:
    """Add a claim, and evidence that was published a year after it was made."""
    seed = _weighed(draft, "reference", reference="seeded-reference-0")
    made = Edit("claims", draft.count("claims"), ("appearances", 0, "date"), "1999-12-31")
    cited = reference(issued={"date-parts": [[2000]]})
    yield Seed(at=seed.at, edits=[*seed.edits, made, *draft.new("references", cited)])


def evidence_from_fact_checker(draft: Draft) -> Iterator[Seed]:
    """Add a claim with the page of a fact-checker as evidence."""
    yield _weighed(draft, "url", url="https://www.snopes.com/seeded/")


def evidence_without_finding(draft: Draft) -> Iterator[Seed]:
    """Take a finding away."""
    for record, item, part in draft.parts("evidence"):
        if "finding" in part and "text" not in part:
            edit = Edit("claims", record, ("evidence", item, "finding"), ABSENT)
            yield Seed(at=at("claims", record, "evidence", item), edits=[edit])


def judging_finding(draft: Draft) -> Iterator[Seed]:
    """Judge the claim in a finding."""
    for record, item, part in draft.parts("evidence"):
        if "finding" in part:
            path = ("evidence", item, "finding")
            judging = f"Contrary to the claim: {part['finding']}"
            yield Seed(at=at("claims", record, *path), edits=[Edit("claims", record, path, judging)])


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


def repeated_evidence(draft: Draft) -> Iterator[Seed]:
    """Add a claim with the same evidence under two names."""
    twice = [evidence(), {**evidence(), "id": "seeded-evidence-1"}]
    judged = verdict(stances={part["id"]: "context" for part in twice})
    edits = arrival(draft, [claim(evidence=twice)], [judged])
    yield Seed(at=at("claims", draft.count("claims"), "evidence", 1), edits=edits)


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
            yield _weighed(draft, "finding", finding=part["finding"])


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
