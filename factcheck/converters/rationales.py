"""What SciFact and its kin share: abstracts as documents, rationales (sets of sentence numbers) as evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.converters.converter import Plain
from factcheck.text import bytes_digest


def abstract_document(name: str, title: str | None, sentences: Sequence[str], extra: Plain) -> Plain:
    """Return an abstract as a document whose passages are its sentences, joined by a space.

    The words are under ``text``; whoever may not pass them on takes them out.
    """
    text = " ".join(sentences)
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    ends = [*starts[1:-1], len(text)]
    plain: Plain = {
        "id": name,
        "title": title,
        "sha256": bytes_digest(text.encode()),
        "length": len(text),
        "text": text,
        "passages": [
            {"start": start, "end": end, "kind": "sentence"} for start, end in zip(starts[:-1], ends, strict=True)
        ],
        "extra": extra,
    }
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def are_sentences(value: Any) -> bool:
    """Tell whether a value is a list of sentences that a text joined by spaces gives back."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) and item for item in value)


def abstract_sentences(document: Mapping[str, Any], text: str | None) -> list[str] | None:
    """Return the sentences of an abstract, or None where its words are not at hand."""
    passages = document.get("passages")
    if text is None or not passages:
        return None
    parts = [text[passage["start"] : passage["end"]] for passage in passages]
    return [*(part.removesuffix(" ") for part in parts[:-1]), parts[-1]]


def claim_label(labels: Sequence[str]) -> str:
    """Return what the labels of a claim's rationales come to: theirs if they are one, none if there are none."""
    found = set(labels)
    if not found:
        return "not_enough_evidence"
    return found.pop() if len(found) == 1 else "conflicting"
