"""A few rows of each dataset as its files have them, with invented words."""

from typing import Any

Row = dict[str, Any]

_SENTENCE: Row = {
    "text": "Skerra's lamp was lit in 1824.",
    "decontext": "Skerra's lamp was lit in 1824.",
    "claims": ["The lamp was lit in 1824.", "The lamp is on Skerra."],
    "claims_factuality_label": [True, "NA"],
    "human_evidence": ["https://example.org/lamp\n\nIt was lit in 1824.", "NA"],
    "auto_evidence": [["a", "b"], []],
    "auto_evidence_url": [["https://example.org/a", "https://example.org/b"], []],
    "stance_claim_autoEvid": [["completely-support", "irrelevant"], []],
    "revised_claims": ["The lamp was lit in 1871."],
}
_VOTED: Row = {
    "evidence_id": "Skerra:14",
    "evidence_label": "SUPPORTS",
    "article": "Skerra",
    "evidence": "Skerra has sheep.",
    "entropy": 0.69,
    "votes": ["SUPPORTS", None, "NOT_ENOUGH_INFO", "SUPPORTS", None],
}
_ANSWER: Row = {
    "answer": "318",
    "answer_type": "Extractive",
    "source_url": "Metadata",
    "source_medium": "Web text",
    "cached_source_url": "",
}

FIXTURES: dict[str, list[Row]] = {
    "averitec": [
        {
            "claim": "Skerra has 318 sheep.",
            "label": label,
            "justification": "It was counted.",
            "claim_date": "25-8-2020",
            "speaker": None,
            "original_claim_url": "",
            "questions": [{"question": "How many sheep?", "answers": [_ANSWER, _ANSWER]}],
        }
        for label in ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking")
    ],
    "check-covid": [
        {
            "id": f"60b8_{number}",
            "claim": "Lamps are lit.",
            "cord_id": "8vp57c1o",
            "label": label,
            "evidence_set": [{"sent_index": 1, "type": "PRIMARY"}],
            "is_auth": False,
        }
        for number, label in enumerate(("SUPPORT", "REFUTE", "NOTENOUGHINFO"))
    ]
    + [{"cord_id": "8vp57c1o", "title": "Lamps", "abstract": ["Lamps.", "They are lit."]}],
    "climate-fever": [
        {"claim_id": str(number), "claim": "Skerra warms.", "claim_label": label, "evidences": [_VOTED]}
        for number, label in enumerate(("SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO", "DISPUTED"))
    ],
    "factbench": [
        {
            "prompt": "Tell me of Skerra.",
            "response": "It has 318 sheep.",
            "response_label": "NA",
            "claims": ["Skerra has 318 sheep."] * 4,
            "claim_labels": [True, False, "unknown", "NA"],
            "source": "factool-qa",
            "hallucination_spans": None,
        },
        {"prompt": "And?", "response": None, "response_label": False, "claims": [], "claim_labels": []},
    ],
    "factcheck-gpt": [
        {
            "prompt": "When was the lamp lit?",
            "response": "Skerra's lamp was lit in 1824.",
            "response_factuality": False,
            "sentences": {"sentence1": {**_SENTENCE, "claims_factuality_label": labels}},
        }
        for labels in ([True, "NA"], [False, "unknown"])
    ],
    "fever": [
        {
            "id": number,
            "verifiable": "VERIFIABLE",
            "label": label,
            "claim": "Skerra has sheep.",
            "evidence": [[[1, 2, "Skerra_-LRB-island-RRB-", 0], [1, 2, "Sheep", 4]], [[3, 4, "Skerra", 1]]],
        }
        for number, label in enumerate(("SUPPORTS", "REFUTES"))
    ]
    + [
        {
            "id": 9,
            "verifiable": "NOT VERIFIABLE",
            "label": "NOT ENOUGH INFO",
            "claim": "Skerra is fair.",
            "evidence": [[[5, None, None, None]]],
        }
    ],
    "scifact": [
        {
            "id": number,
            "claim": "Lamps shine.",
            "evidence": {"31715818": [{"sentences": [0, 1], "label": label}]},
            "cited_doc_ids": [31715818],
        }
        for number, label in enumerate(("SUPPORT", "CONTRADICT"))
    ]
    + [
        {"id": 5, "claim": "Lamps sing.", "evidence": {}, "cited_doc_ids": []},
        {"id": 6, "claim": "Lamps sleep.", "cited_doc_ids": []},
        {"doc_id": 31715818, "title": "Lamps", "abstract": ["They shine.", "Much."], "structured": False},
    ],
}
"""By the name of a format; every label of a dataset stands in its rows."""
