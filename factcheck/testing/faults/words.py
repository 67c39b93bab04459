"""Faults of what authors write: claims, findings, rationales, titles, notes."""

import unicodedata
from collections.abc import Iterator

from factcheck.tables.prose import OWN_WORDS, WRITTEN_KINDS, words_of, written
from factcheck.testing.faults.seeding import Draft, Edit, Seed, Seeder, at, is_open


def _ending_in(words: str, keys: frozenset[str] | None = None) -> Seeder:
    """Return a seeder that adds something to whatever authors wrote."""

    def seeder(draft: Draft) -> Iterator[Seed]:
        for kind, record, plain in draft.each("dataset", *WRITTEN_KINDS[1:]):
            for path, text in written(kind, plain, keys) if keys else written(kind, plain):
                yield Seed(at=at(kind, record, *path), edits=[Edit(kind, record, path, text + words)])

    return seeder


control_character = _ending_in("\u200b")
html_leftover = _ending_in(" <b>seeded</b>", OWN_WORDS)
mojibake = _ending_in(" caf\u00c3\u00a9")
text_not_nfc = _ending_in(" cafe\u0301")


def _claim_text(draft: Draft, change: str) -> Iterator[Seed]:
    for kind, record, claim in draft.each("claims"):
        text = change.format(claim["text"].rstrip("."))
        yield Seed(at=at(kind, record, "text"), edits=[Edit(kind, record, ("text",), text)])


def opens_with_pronoun(draft: Draft) -> Iterator[Seed]:
    """Let a claim begin with a pronoun."""
    return _claim_text(draft, "They say: {}.")


def overlong_text(draft: Draft) -> Iterator[Seed]:
    """Let a claim go on and on."""
    return _claim_text(draft, "{}" + " and so on" * draft.setting("overlong-text", "most") + ".")


def several_claims_in_one(draft: Draft) -> Iterator[Seed]:
    """Join another claim by a semicolon."""
    return _claim_text(draft, "{}; seven goats escaped.")


def placeholder_text(draft: Draft) -> Iterator[Seed]:
    """Note on a claim that a note is to be written."""
    for kind, record, _ in draft.each("claims"):
        yield Seed(at=at(kind, record, "note"), edits=[Edit(kind, record, ("note",), "TODO")])


def copied_from_document(draft: Draft) -> Iterator[Seed]:
    """Note on a claim the first words of a document that may not be passed on."""
    count = draft.setting("copied-from-document", "words")
    for document in draft.records["documents"]:
        text = draft.text_of(document)
        note = unicodedata.normalize("NFC", " ".join(words_of(text or "")[:count]))
        if text and not is_open(document) and len(words_of(note)) >= count:
            for kind, record, _ in draft.each("claims"):
                yield Seed(at=at(kind, record, "note"), edits=[Edit(kind, record, ("note",), note)])
