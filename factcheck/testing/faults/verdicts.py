"""Faults of verdicts and adjudications."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.labels import CERTAINTY_KINDS
from factcheck.tables.relations import evidence_sets
from factcheck.testing.faults.newcomers import JUDGE, arrival, claim, evidence, verdict
from factcheck.testing.faults.seeding import ABSENT, Draft, Edit, Seed, at

_ONE, _TWO = "seeded-evidence-0", "seeded-evidence-1"


def _judged(draft: Draft, stances: Mapping[str, str], path: tuple[str, ...] = ("label",), **fields: Any) -> Seed:
    """Return a seed that adds a claim with evidence of these stances, and a verdict with something wrong in it."""
    pieces = [evidence(number) for number, _ in enumerate(stances)]
    edits = arrival(draft, [claim(evidence=pieces)], [verdict(stances=stances, **fields)])
    return Seed(at=at("verdicts", draft.count("verdicts"), *path), edits=edits)


def claim_without_verdict(draft: Draft) -> Iterator[Seed]:
    """Add a claim that nobody has judged."""
    required = [Edit("dataset", 0, ("gold", "policy"), "required")]
    yield Seed(at=at("claims", draft.count("claims"), "id"), edits=[*arrival(draft, [claim()], [], ()), *required])


def conflicting_labels(draft: Draft) -> Iterator[Seed]:
    """Add the same claim twice, and have one annotator say first this, then that."""
    claims = [claim(0, evidence=[evidence()]), claim(1, text=claim(0)["text"], evidence=[evidence(finding="Is mum.")])]
    for_it = verdict(0, label="supported", stances={_ONE: "supports"}, rests_on=[[_ONE]])
    seeded = [for_it, verdict(1, stances={_ONE: "context"})]
    place = at("verdicts", draft.count("verdicts") + 1, "label")
    by_text = [Edit("dataset", 0, ("rules", "conflicting-labels"), {"reason": "seeded", "settings": {"key": "text"}})]
    yield Seed(at=place, edits=[*arrival(draft, claims, seeded), *by_text], follows=frozenset({"duplicate-claim"}))


def decisive_evidence_under_nei(draft: Draft) -> Iterator[Seed]:
    """Let a verdict of not enough evidence rest on a piece of it."""
    for kind, record, judgement in draft.judgements():
        for key in judgement.get("stances", ()):
            if judgement["label"] == "not_enough_evidence":
                edit = Edit(kind, record, ("rests_on",), [[key]])
                yield Seed(at=at(kind, record, "rests_on"), edits=[edit])


def double_verdict(draft: Draft) -> Iterator[Seed]:
    """Judge a claim again, with the same result."""
    for kind, _, judgement in draft.judgements():
        path = ("annotator",) if kind == "verdicts" else ("claim",)
        yield Seed(at=at(kind, draft.count(kind), *path), edits=draft.new(kind, judgement))


def evidence_after_verdict(draft: Draft) -> Iterator[Seed]:
    """Date a verdict before what it weighs was published."""
    issued = {cited["id"] for _, _, cited in draft.each("references") if "issued" in cited}
    weighed = {
        judged["id"]
        for _, _, judged in draft.each("claims")
        if any(part.get("reference") in issued for part in judged.get("evidence", ()))
    }
    for kind, record, judgement in draft.judgements():
        if judgement["claim"] in weighed and "stances" in judgement:
            yield Seed(at=at(kind, record, "date"), edits=[Edit(kind, record, ("date",), "1066")])


def evidence_without_stance(draft: Draft) -> Iterator[Seed]:
    """Take away a stance that decides nothing."""
    for kind, record, judgement in draft.judgements():
        deciding = {name for members in evidence_sets(judgement) for name in members}
        for key, stance in judgement.get("stances", {}).items():
            if stance == "context" and key not in deciding:
                edit = Edit(kind, record, ("stances", key), ABSENT)
                yield Seed(at=at(kind, record, "stances"), edits=[edit])


def label_against_stances(draft: Draft) -> Iterator[Seed]:
    """Add a claim that is called supported by what refutes it."""
    seed = _judged(draft, {_ONE: "refutes"}, label="supported", rests_on=[[_ONE]])
    # a verdict with no supporting evidence cannot rest on any
    yield Seed(at=seed.at, edits=seed.edits, follows=frozenset({"label-without-evidence"}))


def label_without_evidence(draft: Draft) -> Iterator[Seed]:
    """Add a claim that is called supported, or refuted, by mere context."""
    for label in ("supported", "refuted"):
        yield _judged(draft, {_ONE: "context"}, label=label, rests_on=[[_ONE]])


def one_sided_conflict(draft: Draft) -> Iterator[Seed]:
    """Add a claim that is called conflicting by evidence of one side."""
    for side in ("supports", "refutes"):
        yield _judged(draft, {_ONE: side, _TWO: "mixed"}, label="conflicting", rests_on=[[_ONE], [_TWO]])


def unused_evidence(draft: Draft) -> Iterator[Seed]:
    """Add a claim with supporting evidence on which no verdict rests."""
    stances = {_ONE: "supports", _TWO: "supports"}
    yield _judged(draft, stances, ("stances", _TWO), label="supported", rests_on=[[_ONE]])


def misplaced_certainty(draft: Draft) -> Iterator[Seed]:
    """Be certain of what takes no certainty."""
    kinds = {judged["id"]: judged.get("kind") for _, _, judged in draft.each("claims")}
    settled = {adjudication["claim"] for _, _, adjudication in draft.each("adjudications")}
    for kind, record, judgement in draft.judgements():
        takes_none = kinds[judgement["claim"]] not in (None, *CERTAINTY_KINDS)
        if takes_none and (kind == "adjudications" or judgement["claim"] not in settled):
            yield Seed(at=at(kind, record, "certainty"), edits=[Edit(kind, record, ("certainty",), "low")])


def repeated_evidence_set(draft: Draft) -> Iterator[Seed]:
    """Name a set twice."""
    for kind, record, judgement in draft.judgements():
        sets = evidence_sets(judgement)
        if sets:
            edit = Edit(kind, record, ("rests_on",), [*sets, sets[0]])
            yield Seed(at=at(kind, record, "rests_on"), edits=[edit])


def stale_adjudication(draft: Draft) -> Iterator[Seed]:
    """Let the adjudicator have seen another label."""
    for kind, record, adjudication in draft.each("adjudications"):
        for name, seen in adjudication["considered"].items():
            path = ("considered", name, "label")
            other = "refuted" if seen["label"] != "refuted" else "supported"
            yield Seed(at=at(kind, record, *path), edits=[Edit(kind, record, path, other)])


def low_agreement(draft: Draft) -> Iterator[Seed]:
    """Ask that annotators always agree, and add a claim on which two differ and a third has settled it."""
    stances = {_ONE: "supports"}
    one = verdict(label="supported", stances=stances, rests_on=[[_ONE]])
    other = verdict(annotator="seeded-doubter", stances=stances)
    considered = {judged["annotator"]: {"label": judged["label"]} for judged in (one, other)}
    settled = {**one, "annotator": "seeded-settler", "considered": considered}
    people = (JUDGE, "seeded-doubter", "seeded-settler")
    edits = [
        *arrival(draft, [claim(evidence=[evidence()])], [one, other], people),
        *draft.new("adjudications", settled),
        Edit("dataset", 0, ("rules", "low-agreement"), {"reason": "seeded by a test", "settings": {"label": 1.0}}),
    ]
    yield Seed(at=at("dataset", 0, "rules", "low-agreement"), edits=edits)


def unknown_evidence(draft: Draft) -> Iterator[Seed]:
    """Take a stance on evidence that is not there."""
    for kind, record, _ in draft.judgements():
        path = ("stances", "seeded-nowhere")
        yield Seed(at=at(kind, record, *path), edits=[Edit(kind, record, path, "context")])


def unsettled_disagreement(draft: Draft) -> Iterator[Seed]:
    """Add a claim on which two annotators differ."""
    stances = {_ONE: "supports"}
    verdicts = [
        verdict(label="supported", stances=stances, rests_on=[[_ONE]]),
        verdict(annotator="seeded-doubter", stances=stances),
    ]
    edits = arrival(draft, [claim(evidence=[evidence()])], verdicts, (JUDGE, "seeded-doubter"))
    on_label = [Edit("dataset", 0, ("gold", "adjudicate"), ["label"])]
    yield Seed(at=at("verdicts", draft.count("verdicts") + 1, "label"), edits=[*edits, *on_label])


def verdict_without_rationale(draft: Draft) -> Iterator[Seed]:
    """Take the reasons away."""
    for kind, record, judgement in draft.judgements():
        if "rationale" in judgement:
            yield Seed(at=at(kind, record, "label"), edits=[Edit(kind, record, ("rationale",), ABSENT)])
