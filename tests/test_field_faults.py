"""The faults that published datasets have, each on a small fixture of our own: every one is told, at its place."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules.corpora import report_on

SHEEP, GOATS = "Skerra has sheep.", "Skerra has goats."


def claim(name: str, text: str = SHEEP, **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": text, **fields}


def verdict(name: str, label: str = "supported", **fields: Any) -> dict[str, Any]:
    return {"claim": name, "annotator": "published", "label": label, **fields}


def quoted(words: str) -> list[dict[str, Any]]:
    return [{"document": "response", "anchor": {"quote": words}}]


def words(text: str) -> list[dict[str, Any]]:
    return [{"id": "e", "text": text}]


def splits(**fields: Any) -> list[dict[str, Any]]:
    return [claim("a", split="train", **fields), claim("b", GOATS, split="test", **fields)]


FAULTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "HealthVer: one evidence text in two splits": (
        "evidence-text-in-two-splits",
        "evidence[0].text",
        {"claims": splits(evidence=words("Of 318 sheep."))},
    ),
    "HealthVer: one question in two splits": (
        "question-in-two-splits",
        "evidence[0].question",
        {"claims": splits(evidence=[{"id": "e", "question": "What lives there?"}])},
    ),
    "HealthVer: a pair of claim and evidence that stands twice": (
        "duplicate-claim",
        "text",
        {"claims": [claim("a", evidence=words("318.")), claim("b", evidence=words("318."))]},
    ),
    "Climate-FEVER: one statement with two labels": (
        "conflicting-labels",
        "label",
        {"claims": [claim("a"), claim("b")], "verdicts": [verdict("a"), verdict("b", "refuted")]},
    ),
    "Climate-FEVER: a tie stored as undecided": (
        "stance-against-votes",
        "stances.e",
        {
            "claims": [claim("a", evidence=[{"id": "e", "votes": {"supports": 1, "refutes": 1}}])],
            "verdicts": [verdict("a", "not_enough_evidence", stances={"e": "context"})],
        },
    ),
    "Climate-FEVER: letters read in the wrong encoding": (
        "mojibake",
        "text",
        {"claims": [claim("a", "Skerra has one cafÃ©.")]},
    ),
    "HealthFC: one article in two splits": (
        "document-in-two-splits",
        "evidence[0].url",
        {"claims": splits(evidence=[{"url": "https://example.org/article"}])},
    ),
    "HealthFC: a label outside the vocabulary": (
        "schema-violation",
        "label",
        {"claims": [claim("a")], "verdicts": [verdict("a", "nein")]},
    ),
    "HealthFC: a date in prose": (
        "schema-violation",
        "appearances[0].date",
        {"claims": [claim("a", appearances=[{"date": "12. Juli 2021"}])]},
    ),
    "COVID-Fact: a claim in no split": (
        "claim-without-split",
        "id",
        {"claims": [claim("a", split="train"), claim("b", GOATS)]},
    ),
    "COVID-Fact: a claim in two splits": (
        "claim-in-two-splits",
        "text",
        {"claims": [claim("a", split="train"), claim("b", split="test")]},
    ),
    "AVeriTeC: an address that is none": (
        "malformed-url",
        "evidence[0].url",
        {"claims": [claim("a", evidence=[{"url": "Metadata"}])]},
    ),
    "AVeriTeC: an absent value as null": ("schema-violation", "note", {"claims": [claim("a", note=None)]}),
    "AVeriTeC: an absent value as an empty string": ("schema-violation", "note", {"claims": [claim("a", note="")]}),
    "AVeriTeC: one answer twice": (
        "repeated-evidence",
        "evidence[1]",
        {"claims": [claim("a", evidence=[{"id": "q1", "text": "No."}, {"id": "q2", "text": "No."}])]},
    ),
    "AVeriTeC: its own fact-check as evidence": (
        "own-page-as-evidence",
        "evidence[0]",
        {
            "claims": [
                claim(
                    "a",
                    appearances=[{"url": "https://example.org/check"}],
                    evidence=[{"url": "https://example.org/check"}],
                )
            ]
        },
    ),
    "Factcheck-GPT: a sentence that its response does not have": (
        "quote-not-in-document",
        "appearances[0].anchor.quote",
        {
            "documents": [{"id": "response", "text": GOATS, "rights": {"redistribute": True}}],
            "claims": [claim("a", appearances=quoted("Skerra has no goats."))],
        },
    ),
    "FactBench: one response twice": (
        "duplicate-document",
        "id",
        {"documents": [{"id": name, "text": GOATS, "prompt": "What lives there?"} for name in ("a", "b")]},
    ),
    "FactBench: a label against what it is made of": (
        "label-against-stances",
        "label",
        {"claims": [claim("a", evidence=words("318."))], "verdicts": [verdict("a", stances={"e": "refutes"})]},
    ),
    "WiCE: evidence that decides under a claim that is not decided": (
        "decisive-evidence-under-nei",
        "rests_on",
        {
            "claims": [claim("a", evidence=words("318."))],
            "verdicts": [verdict("a", "not_enough_evidence", stances={"e": "supports"}, rests_on=[["e"]])],
        },
    ),
    "FEVER in BEIR: an id that leads nowhere": (
        "dangling-id",
        "evidence[0].document",
        {
            "documents": [{"id": "Skerra_-LRB-island-RRB-"}],
            "claims": [claim("a", evidence=[{"document": "Skerra (island)"}])],
        },
    ),
    "nli_fever: a label that a split lacks": (
        "label-missing-from-split",
        "",
        {
            "claims": splits(),
            "verdicts": [verdict("a"), verdict("b", "refuted")],
            "dataset": {"rules": {"label-missing-from-split": {"reason": "small", "settings": {"at_least": 1}}}},
        },
    ),
    "MultiFC: an absent value as a word": (
        "placeholder-text",
        "appearances[0].speaker",
        {"claims": [claim("a", appearances=[{"speaker": "None"}])]},
    ),
    "SQuAD: a span that is off by one": (
        "anchor-digest-mismatch",
        "appearances[0].anchor.digest",
        {
            "documents": [{"id": "page", "text": f" {GOATS}", "rights": {"redistribute": True}}],
            "claims": [
                claim(
                    "a",
                    appearances=[{"document": "page", "anchor": {"start": 0, "end": 17, "digest": "0" * 64}}],
                )
            ],
        },
    ),
    "MOCHEG: evidence from a fact-checking site": (
        "evidence-from-fact-checker",
        "evidence[0].url",
        {"claims": [claim("a", evidence=[{"url": "https://www.snopes.com/skerra"}])]},
    ),
    "VitaminC: a family in two splits": ("family-in-two-splits", "family", {"claims": splits(family="island")}),
    "dismech: one sentence under several claims": (
        "reused-finding",
        "evidence[0].finding",
        {
            "claims": [
                claim("a", evidence=[{"id": "e", "finding": "Counts 318."}]),
                claim("b", GOATS, evidence=[{"id": "e", "finding": "Counts 318."}]),
            ]
        },
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_published_dataset_is_told_at_its_place(fault: str, tmp_path: Path) -> None:
    """What went wrong in a dataset before would go wrong in the next one, unseen."""
    rule, path, corpus = FAULTS[fault]

    told = {(problem.rule, problem.place.path) for problem in report_on(tmp_path, corpus, [rule]).problems}

    assert (rule, path) in told
