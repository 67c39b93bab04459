"""Factcheck-GPT: a language model's responses, sentence by sentence, claim by claim (Wang et al. 2023).

A row is a response with its prompt: a document. Each of its sentences holds arrays that run parallel to its claims; arrays of
another length (``revised_claims`` in 27 of 311 sentences) stay with the document. Thirty sentences are no part of their response
as it is written, which ``quote-not-in-document`` says of the claims they make. Labels are booleans, and strings where nobody
could tell.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
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
from factcheck.records.rights import Rights

CARD = Card(
    title="Factcheck-GPT",
    description="Responses of a language model with their claims, checked by people against the web.",
    homepage="https://github.com/yuxiaw/Factcheck-GPT",
    citation="Wang, Gangi Reddy, Mujahid, Arora, Rubashevskii, Geng, Mohammed Afzal, Pan, Borenstein, Pillai, Augenstein, "
    "Gurevych, Nakov (2023). Factcheck-Bench: Fine-Grained Evaluation Benchmark for Automatic Fact-checkers. arXiv:2311.09000",
    released="2023",
    licence="Apache-2.0",
    licence_seen="https://github.com/yuxiaw/Factcheck-GPT",
    text_rights=Rights(redistribute=False, note="evidence is text of web pages, whose rights are not recorded"),
    document_rights=Rights(redistribute=True, licence="Apache-2.0", seen="https://github.com/yuxiaw/Factcheck-GPT"),
)
LABELS: dict[str, Meaning] = {
    "true": Meaning(label="supported", note="written as a boolean"),
    "false": Meaning(label="refuted", note="written as a boolean"),
    "unknown": Meaning(label="not_enough_evidence"),
    "NA": Meaning(label="not_enough_evidence", note="said of what is no claim"),
}
COUNTS: dict[str, dict[str, int]] = {"benchmark.jsonl": {"rows": 94}}
_STANCES = {"completely-support": "supports", "refute": "refutes", "irrelevant": "context"}
_AUTOMATIC = ("auto_evidence", "auto_evidence_url", "stance_claim_autoEvid")

groups = by_document
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a response with its sentences."""
    return (
        isinstance(row, dict)
        and {"prompt", "response", "sentences"} <= row.keys()
        and isinstance(row["sentences"], dict)
    )


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the response as a document, and the claims of its sentences with their verdicts."""
    rest = dict(row)
    name = f"response-{number}"
    sentences = rest.pop("sentences", None)
    if not isinstance(sentences, dict) or not all(isinstance(one, dict) for one in sentences.values()):
        raise Unreadable("'sentences' must be a mapping of sentences")
    left: dict[str, Plain] = {}
    claims: list[Plain] = []
    verdicts: list[Plain] = []
    for key, sentence in sentences.items():
        left[key] = dict(sentence)
        for claim, verdict in _claims(name, key, left[key]):
            claims.append(claim)
            verdicts.append(verdict)
    document = {
        "id": name,
        "prompt": taken(rest, "prompt"),
        "text": taken(rest, "response"),
        "extra": {**rest, "sentences": left},
    }
    return Records(documents=[without_absent(document)], claims=claims, verdicts=verdicts)


def _claims(document: str, key: str, sentence: Plain) -> Iterator[tuple[Plain, Plain]]:
    """Take the claims of a sentence out of it, and with each its part of the parallel arrays."""
    texts, labels = sentence.get("claims"), sentence.get("claims_factuality_label")
    if not isinstance(texts, list) or not isinstance(labels, list) or len(texts) != len(labels):
        raise Unreadable(f"'claims' and 'claims_factuality_label' of {key!r} must run parallel")
    parallel = [name for name, value in sentence.items() if isinstance(value, list) and len(value) == len(texts) > 0]
    arrays = {name: sentence.pop(name) for name in parallel}
    for place, text in enumerate(texts):
        if not isinstance(text, str) or not text:
            raise Unreadable(f"claim {place} of {key!r} must be text (got {text!r})")
        parts = {
            name: values[place] for name, values in arrays.items() if name not in ("claims", "claims_factuality_label")
        }
        name = f"{document}-{key}-{place}"
        yield _claim(name, text, document, sentence.get("text"), parts), _verdict(name, labels[place])


def _claim(name: str, text: str, document: str, sentence: Any, parts: Plain) -> Plain:
    appearance: Plain = {"document": document}
    if isinstance(sentence, str) and sentence:
        appearance["anchor"] = {"quote": sentence}
    evidence = [*_human(parts), *_automatic(parts)]
    return without_absent({"id": name, "text": text, "appearances": [appearance], "evidence": evidence, "extra": parts})


def _verdict(name: str, label: Any) -> Plain:
    word = str(label).lower() if isinstance(label, bool) else label
    found = meaning(LABELS, word)
    plain: Plain = {"claim": name, "annotator": PUBLISHED, "label": found.label}
    written = next(word for word, other in LABELS.items() if other.label == found.label)
    return (
        plain
        if word == written and isinstance(label, bool) == (word in ("true", "false"))
        else {
            **plain,
            "extra": {"label": label},
        }
    )


def _human(parts: Plain) -> Iterator[Plain]:
    words = taken(parts, "human_evidence")
    if words:
        yield {"id": "human", "text": words}


def _automatic(parts: Plain) -> Iterator[Plain]:
    """Take the evidence found by machine out of the parts, where its arrays run parallel."""
    texts, urls, stances = (parts.get(name) for name in _AUTOMATIC)
    if not (isinstance(texts, list) and isinstance(urls, list) and isinstance(stances, list)):
        return
    whole = len(texts) == len(urls) and len(stances) in (0, len(texts))
    if not whole or not all(isinstance(item, str) and item for item in (*texts, *urls, *stances)):
        return
    if not texts:
        return
    for name in _AUTOMATIC:
        del parts[name]
    for place, (text, url) in enumerate(zip(texts, urls, strict=True)):
        item = {"id": f"auto-{place}", "url": url, "text": text}
        if stances:
            stance = _STANCES.get(stances[place])
            item |= {"stance": stance} if stance else {"extra": {"stance": stances[place]}}
        yield item


def write(judged: Judged) -> Plain:
    """Return the row of a response."""
    document = judged.document or {}
    extra = {key: value for key, value in document.get("extra", {}).items() if key != "sentences"}
    row: Plain = {**extra}
    row |= {"prompt": document["prompt"]} if "prompt" in document else {}
    row |= {"response": judged.text} if judged.text is not None else {}
    sentences = {key: dict(value) for key, value in document.get("extra", {}).get("sentences", {}).items()}
    by_sentence: dict[str, list[Plain]] = {}
    for claim in judged.claims:
        key = _sentence_key(document.get("id", ""), claim)
        sentences.setdefault(key, _new_sentence(claim))
        by_sentence.setdefault(key, []).append(_parts(claim, judged.verdict_on(claim)))
    for key, parts in by_sentence.items():
        names = dict.fromkeys(name for part in parts for name in part)
        sentences[key] |= {name: [part.get(name) for part in parts] for name in names}
    return {**row, "sentences": sentences}


def _sentence_key(document: str, claim: Mapping[str, Any]) -> str:
    key, dash, _ = claim["id"].removeprefix(f"{document}-").rpartition("-")
    return str(key if dash else claim["id"])


def _new_sentence(claim: Mapping[str, Any]) -> Plain:
    quotes = [part["anchor"].get("quote") for part in claim.get("appearances", ()) if "anchor" in part]
    return {"text": quotes[0]} if quotes and quotes[0] else {}


def _parts(claim: Mapping[str, Any], verdict: Mapping[str, Any] | None) -> Plain:
    """Return a claim's part of each of the arrays of its sentence."""
    parts: Plain = {"claims": claim["text"], "claims_factuality_label": _label(verdict), **claim.get("extra", {})}
    for item in claim.get("evidence", ()):
        if item.get("id") == "human":
            parts["human_evidence"] = item.get("text") or item.get("finding")
    found = [item for item in claim.get("evidence", ()) if item.get("id", "").startswith("auto-")]
    if found:
        stances = {stance: word for word, stance in _STANCES.items()}
        said = [item.get("extra", {}).get("stance") or stances.get(item.get("stance", "")) for item in found]
        parts["auto_evidence"] = [item.get("text") for item in found]
        parts["auto_evidence_url"] = [item.get("url") for item in found]
        parts["stance_claim_autoEvid"] = [word for word in said if word]
    return parts


def _label(verdict: Mapping[str, Any] | None) -> Any:
    if verdict is None:
        return "unknown"
    if "label" in verdict.get("extra", {}):
        return verdict["extra"]["label"]
    word = next((word for word, found in LABELS.items() if found.label == verdict["label"]), "unknown")
    return {"true": True, "false": False}.get(word, word)
