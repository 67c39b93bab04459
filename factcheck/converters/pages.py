"""Sentences of pages as evidence: what the datasets about Wikipedia share."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.converters.converter import Plain


def is_sentence(page: Any, line: Any) -> bool:
    """Tell whether a value names a page and another a sentence of it, from 0."""
    return isinstance(page, str) and page != "" and isinstance(line, int) and not isinstance(line, bool) and line >= 0


def page_sentences(facts: Any) -> list[tuple[str, int]] | None:
    """Return pairs of page and sentence, each once; None for an empty list and for anything else."""
    if not isinstance(facts, list) or not facts:
        return None
    if not all(isinstance(fact, list) and len(fact) == 2 and is_sentence(*fact) for fact in facts):
        return None
    pairs = [(page, line) for page, line in facts]
    return pairs if len(set(pairs)) == len(pairs) else None


def sentence_evidence(page: str, line: int) -> Plain:
    """Return a sentence of a page as a piece of evidence."""
    return {"id": f"{page}:{line}", "document": page, "sentences": [line]}


def pages_of(evidence: Iterable[Mapping[str, Any]]) -> list[Plain]:
    """Return the documents that pieces of evidence name, each once."""
    return [{"id": page} for page in dict.fromkeys(item["document"] for item in evidence if "document" in item)]
