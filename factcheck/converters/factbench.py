"""FactBench: responses of language models from several sources, some with claims and their labels (Wang et al. 2023).

It stands in the repository of Factcheck-GPT. A row is a response with its prompt; most have a label for the whole response and no
claims. Labels are booleans, and ``"NA"`` or ``"unknown"`` where nobody could tell.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.converters import factcheck_gpt
from factcheck.converters.converter import (
    PUBLISHED,
    Judged,
    Meaning,
    Plain,
    Records,
    Unreadable,
    by_document,
    meaning,
    no_documents,
    taken,
    without_absent,
)

CARD = factcheck_gpt.CARD
LABELS: dict[str, Meaning] = factcheck_gpt.LABELS
COUNTS: dict[str, dict[str, int]] = {"Factbench.jsonl": {"rows": 4835}}

groups = by_document
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a response with a list of claims and one of labels."""
    return isinstance(row, dict) and {"prompt", "response", "claims", "claim_labels"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the response as a document, and its claims with their verdicts."""
    rest = dict(row)
    name = f"response-{number}"
    texts, labels = rest.pop("claims", None), rest.pop("claim_labels", None)
    if not isinstance(texts, list) or not isinstance(labels, list) or len(texts) != len(labels):
        raise Unreadable("'claims' and 'claim_labels' must run parallel")
    if not all(isinstance(text, str) and text for text in texts):
        raise Unreadable("every claim must be text")
    document = {"id": name, "prompt": taken(rest, "prompt"), "text": taken(rest, "response"), "extra": {"row": rest}}
    return Records(
        documents=[without_absent(document)],
        claims=[
            {"id": f"{name}-{place}", "text": text, "appearances": [{"document": name}]}
            for place, text in enumerate(texts)
        ],
        verdicts=[_verdict(f"{name}-{place}", label) for place, label in enumerate(labels)],
    )


def _verdict(name: str, label: Any) -> Plain:
    found = meaning(LABELS, str(label).lower() if isinstance(label, bool) else label)
    plain = {"claim": name, "annotator": PUBLISHED, "label": found.label}
    return plain if isinstance(label, bool) else {**plain, "extra": {"label": label}}


def write(judged: Judged) -> Plain:
    """Return the row of a response."""
    document = judged.document or {}
    row: Plain = dict(document.get("extra", {}).get("row", {}))
    row |= {"prompt": document["prompt"]} if "prompt" in document else {}
    row |= {"response": judged.text} if judged.text is not None else {}
    labels = [_label(judged.verdict_on(claim)) for claim in judged.claims]
    return {**row, "claims": [claim["text"] for claim in judged.claims], "claim_labels": labels}


def _label(verdict: Mapping[str, Any] | None) -> Any:
    if verdict is None:
        return "unknown"
    return verdict.get("extra", {}).get("label", {"supported": True, "refuted": False}.get(verdict["label"], "unknown"))
