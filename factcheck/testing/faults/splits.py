"""Faults between claims: the same statement twice, leaks from one split into another, labels out of balance."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.testing.faults.newcomers import arrival, claim, evidence, verdict
from factcheck.testing.faults.seeding import Draft, Edit, Plain, Seed, Seeder, at

_HERE, _THERE = "left", "seeded"
_LONG = "Of the two hundred sheep that graze on the northern side of the island of Skerra most are {} in winter."


def duplicate_claim(draft: Draft) -> Iterator[Seed]:
    """Add a claim with the text of another."""
    for _, _, other in draft.each("claims"):
        seeded = claim(text=other["text"], split=other.get("split"))
        edits = arrival(draft, [seeded], [verdict()])
        yield Seed(at=at("claims", draft.count("claims"), "text"), edits=edits)


def _leaking(draft: Draft, seeded: Plain, *path: str | int, **stances: str) -> Seed:
    """Return a seed that puts a new claim into another split than the claim that it has something in common with."""
    edits = arrival(draft, [{**seeded, "split": _THERE}], [verdict(stances=stances)])
    return Seed(at=at("claims", draft.count("claims"), *path), edits=[*_all_in_one(draft), *edits])


def _all_in_one(draft: Draft) -> list[Edit]:
    """Return the edits that give every claim without a split one."""
    split = draft.split or _HERE
    claims = draft.each("claims")
    return [Edit(kind, record, ("split",), split) for kind, record, one in claims if "split" not in one]


def claim_without_split(draft: Draft) -> Iterator[Seed]:
    """Add a claim in no split where the others have one."""
    edits = [*draft.new("claims", claim()), *arrival(draft, [], [verdict()])]
    yield Seed(at=at("claims", draft.count("claims"), "id"), edits=[*_all_in_one(draft), *edits])


def claim_in_two_splits(draft: Draft) -> Iterator[Seed]:
    """Add a claim to one split that stands in another."""
    for _, _, other in draft.each("claims"):
        seed = _leaking(draft, claim(text=other["text"]), "text")
        yield Seed(at=seed.at, edits=seed.edits, follows=frozenset({"duplicate-claim"}))


def document_in_two_splits(draft: Draft) -> Iterator[Seed]:
    """Let a claim of another split appear in the same document."""
    for _, _, other in draft.each("claims"):
        for appearance in other.get("appearances", ()):
            if "document" in appearance:
                seeded = claim(appearances=[{"document": appearance["document"]}])
                yield _leaking(draft, seeded, "appearances", 0, "document")


def family_in_two_splits(draft: Draft) -> Iterator[Seed]:
    """Let a claim of another split be of the same family."""
    for _, record, other in draft.each("claims"):
        family = other.get("family", "seeded-family")
        seed = _leaking(draft, claim(family=family), "family")
        yield Seed(at=seed.at, edits=[Edit("claims", record, ("family",), family), *seed.edits])


def reference_in_two_splits(draft: Draft) -> Iterator[Seed]:
    """Let a claim of another split cite the same reference."""
    for _, _, other in draft.each("claims"):
        for part in other.get("evidence", ()):
            if "reference" in part:
                seeded = claim(evidence=[evidence(reference=part["reference"])])
                stances = {"seeded-evidence-0": "context"}
                yield _leaking(draft, seeded, "evidence", 0, "reference", **stances)


def _evidence_leaking(key: str, words: str) -> Seeder:
    """Return a seeder that lets evidence of two claims have the same words under one key."""

    def seeder(draft: Draft) -> Iterator[Seed]:
        for _, record, other in draft.each("claims"):
            for item, part in enumerate(other.get("evidence", ())):
                common = part.get(key, words)
                seeded = claim(evidence=[evidence(**{key: common})])
                stances = {"seeded-evidence-0": "context"}
                seed = _leaking(draft, seeded, "evidence", 0, key, **stances)
                yield Seed(at=seed.at, edits=[Edit("claims", record, ("evidence", item, key), common), *seed.edits])

    return seeder


evidence_text_in_two_splits = _evidence_leaking("text", "Seven goats were seen at the gate.")
question_in_two_splits = _evidence_leaking("question", "How many goats escaped?")


def _alike(draft: Draft, **second: str) -> Seed:
    claims = [claim(0, text=_LONG.format("grey")), claim(1, text=_LONG.format("white"), **second)]
    edits = arrival(draft, claims, [verdict(0), verdict(1)])
    return Seed(at=at("claims", draft.count("claims") + 1, "text"), edits=edits)


def near_duplicate_claim(draft: Draft) -> Iterator[Seed]:
    """Add two claims that differ by a word."""
    yield _alike(draft)


def near_duplicate_in_two_splits(draft: Draft) -> Iterator[Seed]:
    """Add two claims that differ by a word, in two splits."""
    seed = _alike(draft, split=_THERE)
    record = draft.count("claims") + 1
    first = [*_all_in_one(draft), Edit("claims", record - 1, ("split",), _HERE)]
    # they may be of one family instead, and that would stand in two splits
    follows = frozenset({"near-duplicate-claim"})
    yield Seed(at=at("claims", record, "split"), edits=[*seed.edits, *first], follows=follows)


def _set(rule: str, **settings: Any) -> Edit:
    return Edit("dataset", 0, ("rules", rule), {"reason": "seeded by a test", "settings": settings})


def label_given_away(draft: Draft) -> Iterator[Seed]:
    """Add many claims, and write 'only' into those that are called supported."""
    claims, verdicts = [], list[Plain]()
    for number in range(24 + 4 * draft.count("claims")):
        name, is_told = f"seeded-claim-{number}", number % 2 == 0
        text = f"Boat {number}a carries {'only' if is_told else 'more'} barrel {number}b past pier {number}c."
        piece = evidence(number, finding=f"Lists {number}.")
        stance, key = ("supports" if is_told else "context"), piece["id"]
        judged: dict[str, Any] = {"label": "supported", "rests_on": [[key]]} if is_told else {}
        claims.append(claim(id=name, text=text, evidence=[piece]))
        verdicts.append(verdict(number, stances={key: stance}, **judged))
    setting = _set("label-given-away", at_least=20, claim=0.1)
    yield Seed(at=at("dataset", 0), edits=[setting, *arrival(draft, claims, verdicts)])


def label_imbalance(draft: Draft) -> Iterator[Seed]:
    """Add a split whose claims all have one label."""
    claims = [claim(number, split=_THERE) for number in range(3)]
    edits = arrival(draft, claims, [verdict(number) for number in range(3)])
    yield Seed(at=at("dataset", 0), edits=[_set("label-imbalance", at_least=3), *_all_in_one(draft), *edits])


def label_missing_from_split(draft: Draft) -> Iterator[Seed]:
    """Add a claim to each of two splits, and call one of them supported."""
    name = "seeded-evidence-0"
    claims = [claim(0, split=_HERE), claim(1, split=_THERE, evidence=[evidence()])]
    supported = verdict(1, label="supported", stances={name: "supports"}, rests_on=[[name]])
    edits = arrival(draft, claims, [verdict(0), supported])
    setting = _set("label-missing-from-split", at_least=1)
    yield Seed(at=at("dataset", 0), edits=[setting, *_all_in_one(draft), *edits])


def misspelt_split(draft: Draft) -> Iterator[Seed]:
    """Misspell the split of one of several claims."""
    claims: list[Mapping[str, Any]] = [claim(number, split=_THERE) for number in range(5)]
    edits = arrival(draft, [*claims, claim(5, split="seded")], [verdict(number) for number in range(6)])
    record = draft.count("claims") + 5
    yield Seed(at=at("claims", record, "split"), edits=[_set("misspelt-split", times=5), *_all_in_one(draft), *edits])
