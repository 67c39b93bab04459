"""A few rows of each dataset as its files have them, with invented words."""

from typing import Any

from factcheck.converters import claimreview

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
    "claimreview": [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": "https://example.org/lamp",
            "claimReviewed": "The lamp was lit in 1824.",
            "author": {"@type": "Organization", "name": "Skerra Checks"},
            "datePublished": "2026-11-20",
            "reviewBody": "The log says so.",
            "reviewRating": {"@type": "Rating", "alternateName": word, "ratingValue": "3", "bestRating": 6},
            "itemReviewed": {
                "@type": "Claim",
                "author": {"@type": "Person", "name": "The ferryman"},
                "datePublished": "2026-11-01",
                "appearance": {"@type": "CreativeWork", "url": "https://example.org/post"},
            },
        }
        for word in claimreview.LABELS
    ]
    + [{"@type": ["Review", "ClaimReview"], "claimReviewed": "The lamp is out.", "itemReviewed": {"@type": "Clip"}}],
    "climate-fever": [
        {"claim_id": str(number), "claim": "Skerra warms.", "claim_label": label, "evidences": [_VOTED]}
        for number, label in enumerate(("SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO", "DISPUTED"))
    ],
    "covid-fact": [
        {
            "claim": "Lamps slow the fever of sheep",
            "label": label,
            "evidence": ["The fever fell by lamplight.", "Sheep in the dark stayed ill."],
            "gold_source": "https://example.org/fever",
            "flair": "Academic Report",
        }
        for label in ("SUPPORTED", "REFUTED")
    ],
    "covid-fact-rte": [
        {
            "index": str(number),
            "sentence1": "The fever fell by lamplight.",
            "sentence2": "Lamps slow the fever",
            "label": label,
        }
        for number, label in enumerate(("entailment", "not_entailment"))
    ]
    + [{"index": "2", "sentence1": "Sheep are many.", "sentence2": "There are sheep"}],
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
    "factscore": [
        {
            "input": "Question: Tell me a bio of Ada Skerra.",
            "output": "Ada Skerra kept the lamp. She had sheep.",
            "topic": "Ada Skerra",
            "cat": ["rare", "Europe"],
            "annotations": [
                {
                    "text": "Ada Skerra kept the lamp.",
                    "is-relevant": True,
                    "model-atomic-facts": [{"text": "Ada Skerra kept the lamp."}],
                    "human-atomic-facts": [
                        {"text": "Ada Skerra kept a lamp.", "label": "S"},
                        {"text": "The lamp was kept.", "label": "NS"},
                        {"text": "There was a lamp.", "label": "IR"},
                    ],
                },
                {"text": "She had sheep.", "is-relevant": False, "human-atomic-facts": None},
            ],
        },
        {"input": "Question: And?", "output": "I do not know.", "topic": "Ben", "cat": [], "annotations": None},
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
    "fever-symmetric": [
        {
            "id": f"71{number:07}",
            "claim": "Skerra has sheep .",
            "evidence": "There are 318 sheep on Skerra .",
            "sentence1": "There are 318 sheep on Skerra .",
            "sentence2": "Skerra has sheep .",
            "gold_label": label,
            "label": label,
            "evid": [["There are 318 sheep on Skerra .", 1.0]],
        }
        for number, label in enumerate(("SUPPORTS", "REFUTES"))
    ]
    + [{"id": "71", "claim": "Skerra is fair .", "evidence_sentence": "It rains .", "label": "NOT ENOUGH INFO"}],
    "feverous": [
        {
            "id": number,
            "label": label,
            "claim": "Skerra has sheep.",
            "evidence": [
                {
                    "content": ["Skerra (island)_sentence_4", "Skerra (island)_cell_0_4_1"],
                    "context": {"Skerra (island)_sentence_4": ["Skerra (island)_title"]},
                },
                {"content": ["Sheep_of_Skerra_table_caption_0"], "context": {}},
            ],
            "annotator_operations": [{"operation": "start", "value": "start", "time": "0"}],
            "expected_challenge": "Other",
            "challenge": "Other",
        }
        for number, label in enumerate(("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"))
    ],
    "fool-me-twice": [
        {
            "category": "History",
            "correct_votes": 1,
            "gold_evidence": [
                {"section_header": "Lamp", "text": "It was lit in 1824."},
                {"section_header": "Lamp | Keeper", "text": "Ada kept it."},
            ],
            "id": f"x{number}",
            "label": label,
            "retrieved_evidence": [{"section_header": "Sheep", "text": "There are sheep."}],
            "text": "Skerra's lamp was lit in 1824.",
            "total_likes": 0,
            "total_votes": 2,
            "wikipedia_page": "Skerra (island)",
        }
        for number, label in enumerate(("SUPPORTS", "REFUTES"))
    ],
    "healthfc": [
        {
            "en_claim": "Does lamplight help against the fever?",
            "en_explanation": explanation,
            "en_top_sentences": "The fever fell. The study was small.",
            "de_claim": "Hilft Lampenlicht gegen das Fieber?",
            "de_explanation": "",
            "de_top_sentences": "Das Fieber sank.",
            "label": label,
            "de_verdict": verdict,
            "de_title": "Lampen gegen Fieber",
            "authors": "Ada Skerra,Ben Lamm",
            "date": date,
            "url": "https://example.org/lampen/",
        }
        for label, verdict, date, explanation in (
            ("0", "wahrscheinlich Ja", "5. Dezember 2022", "It probably does."),
            ("1", "wissenschafliche Beweise fehlen", "12. März 2021", ""),
            ("2", "Niedrige wissenschaftliche Beweislage | gegen die Wirksamkeit", "Mai 2014", "It does not."),
        )
    ],
    "healthver": [
        {
            "id": str(number),
            "evidence": "The fever fell by lamplight.",
            "claim": "Lamps slow the fever",
            "label": label,
            "topic_ip": "1",
            "question": "do lamps help",
        }
        for number, label in enumerate(("Supports", "Refutes", "Neutral"))
    ],
    "hover": [
        {
            "uid": f"042339bf-{number}",
            "claim": "The island with a lamp has sheep.",
            "supporting_facts": [["Skerra", 0], ["Lamp (Skerra)", 2]],
            "label": label,
            "num_hops": 2,
            "hpqa_id": "5abed82a",
        }
        for number, label in enumerate(("SUPPORTED", "NOT_SUPPORTED"))
    ]
    + [{"uid": "blind", "claim": "The island has no lamp."}],
    "liar": [
        {
            "id": f"{number}.json",
            "label": label,
            "statement": 'Says the "lamp" was lit in 1824.',
            "subject": "history,lamps",
            "speaker": "ada-skerra",
            "job": "",
            "state": "Skerra",
            "party": "none",
            "barely_true": "0",
            "false": "1",
            "half_true": "0",
            "mostly_true": "0",
            "pants_fire": "0",
            "context": "a letter",
        }
        for number, label in enumerate(("true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"))
    ],
    "liar-plus": [
        {
            "id": number,
            "json_file_id": f"{number}.json",
            "label": label,
            "claim": "The lamp was lit in 1824.",
            "topics": ["history"],
            "originator": "ada-skerra",
            "title": "",
            "party": "Skerra",
            "justification": "The log says so.\n",
        }
        for number, label in enumerate(("true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"))
    ],
    "pubhealth": [
        {
            "claim_id": str(number),
            "claim": "Lamps cure the fever",
            "date_published": "April 1, 2020",
            "explanation": "Nobody has shown it.",
            "fact_checkers": "Ada Skerra",
            "main_text": 'The keeper calls it a "cure". Nobody has shown it.',
            "sources": "https://example.org/a,https://example.org/b",
            "label": label,
            "subjects": "Lamps, Sheep",
        }
        for number, label in enumerate(("true", "false", "unproven", "mixture"))
    ]
    + [{"": "4", "claim_id": "9", "claim": "Lamps", "explanation": "", "main_text": "", "label": "true"}],
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
    "scitab": [
        {
            "paper": "On sheep",
            "paper_id": "2600.00001v1",
            "table_caption": "Table 1: Sheep by year.",
            "table_column_names": ["Year", "Sheep"],
            "table_content_values": [["1824", "200"], ["1871", "318"]],
            "id": f"068fc4e5-{number}",
            "claim": "There were more sheep in 1871.",
            "label": label,
            "table_id": "042a154a",
        }
        for number, label in enumerate(("supports", "refutes", "not enough info"))
    ],
    "tabfact": [
        {"1-1.html.csv": [["skerra have 318 sheep", "skerra have 2 lamp"], [1, 0], "skerra"]},
        {"1-2.html.csv": [["the lamp be old"], [1], "lamps"]},
        {"1-3.html.csv": [[], [], ""]},
    ],
    "vitaminc": [
        {
            "unique_id": f"5ea{number}_1",
            "case_id": "5ea",
            "wiki_revision_id": "862216000",
            "label": label,
            "claim": "Skerra has more than 300 sheep.",
            "evidence": "There are 318 sheep on Skerra.",
            "page": "Skerra",
            "revision_type": "real",
            "FEVER_id": None,
        }
        for number, label in enumerate(("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"))
    ],
}
"""By the name of a format; every label of a dataset stands in its rows."""
