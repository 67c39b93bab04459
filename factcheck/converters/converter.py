"""What a converter is: a module that reads rows of a foreign dataset into our records, and writes them back.

Rows in = claims out + named rejects, always. What a row says and our records have no field for is kept verbatim under
``extra``, so that the same row can be written again. Converters never merge what a dataset says twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

import attrs

from factcheck.files.parsed import BIGGEST, SMALLEST
from factcheck.labels import Certainty, Label
from factcheck.records.rights import Rights

Plain = dict[str, Any]
PUBLISHED = "published"
"""The id of the annotator who stands for a dataset's makers."""

_NUMBER = re.compile("0|-?[1-9][0-9]{0,18}")


@attrs.frozen(kw_only=True)
class Meaning:
    """What a foreign label means in our words.

    Args:
        label: our label.
        certainty: our certainty, where the foreign label packs one.
        note: what is lost or read into it.
    """

    label: Label
    certainty: Certainty | None = None
    note: str | None = None


@attrs.frozen(kw_only=True)
class Card:
    """What is known of a foreign dataset.

    Args:
        title: its title.
        description: what it is, in a sentence.
        homepage: its address.
        citation: how to cite it.
        released: when it was published, as far as known.
        licence: the licence of the annotations.
        licence_seen: where the licence was read.
        language: the language of its claims.
        text_rights: the rights of the words of its evidence.
        document_rights: the rights of the words of its documents.
        judged: what a label is of: a claim, or a claim together with its evidence (Natural Language Inference has such pairs).
    """

    title: str
    description: str
    homepage: str
    citation: str
    released: str
    licence: str
    licence_seen: str
    language: str = "en"
    text_rights: Rights | None = None
    document_rights: Rights | None = None
    judged: Literal["claim", "pair"] = "claim"


@attrs.frozen(kw_only=True)
class Records:
    """What one row becomes: plain records by kind."""

    documents: Sequence[Plain] = ()
    claims: Sequence[Plain] = ()
    verdicts: Sequence[Plain] = ()


@attrs.frozen(kw_only=True)
class Judged:
    """What one row is written from: its claims, each with its verdicts, and the document that they make it of.

    Args:
        claims: plain claims.
        verdicts: by claim id, plain verdicts.
        document: the plain document, where a row is a document.
        text: its text, where it is at hand.
    """

    claims: Sequence[Mapping[str, Any]]
    verdicts: Mapping[str, Sequence[Mapping[str, Any]]]
    document: Mapping[str, Any] | None = None
    text: str | None = None

    @property
    def claim(self) -> Mapping[str, Any]:
        """The claim of a row that has one."""
        return self.claims[0]

    @property
    def verdict(self) -> Mapping[str, Any] | None:
        """The published verdict on that claim, else the first there is."""
        return self.verdict_on(self.claim)

    def verdict_on(self, claim: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Return the published verdict on a claim, else the first there is."""
        verdicts = self.verdicts.get(claim["id"], ())
        published = [verdict for verdict in verdicts if verdict["annotator"] == PUBLISHED]
        return next(iter(published or verdicts), None)


class Unreadable(Exception):
    """A row is none of this dataset, or lacks what a claim must have; the reason is its only argument."""


class Converter(Protocol):
    """A module of this package; its docstring says what the dataset is and what is odd about it."""

    __doc__: str | None

    @property
    def CARD(self) -> Card:  # noqa: N802  # a constant of the module
        """What is known of the dataset."""

    @property
    def LABELS(self) -> Mapping[str, Meaning]:  # noqa: N802
        """Every label of the dataset with its meaning."""

    @property
    def COUNTS(self) -> Mapping[str, Mapping[str, int]]:  # noqa: N802
        """By published file, how many rows it has, in all and by label."""

    def recognises(self, row: Any) -> bool:
        """Tell whether a row looks like one of this dataset."""

    def read(self, row: Mapping[str, Any], number: int) -> Records:
        """Return the records of a row; ``number`` is its place among all rows read, from 0.

        Raises:
            Unreadable: the row cannot become records.
        """

    def write(self, judged: Judged) -> Plain:
        """Return the row that records came from, or would have come from."""

    def groups(self, claims: Sequence[Plain], documents: Sequence[Plain]) -> Iterator[tuple[Plain | None, list[Plain]]]:
        """Yield the claims of each row together, with their document where a row is a document."""

    def write_document(self, document: Mapping[str, Any], text: str | None) -> Plain | None:
        """Return the row of a document, where the dataset has rows of documents."""


def one_a_row(claims: Sequence[Plain], documents: Sequence[Plain]) -> Iterator[tuple[Plain | None, list[Plain]]]:
    """Yield each claim by itself."""
    for claim in claims:
        yield None, [claim]


def by_document(claims: Sequence[Plain], documents: Sequence[Plain]) -> Iterator[tuple[Plain | None, list[Plain]]]:
    """Yield each document with the claims that first appear in it."""
    made: dict[str, list[Plain]] = {document["id"]: [] for document in documents}
    for claim in claims:
        made.setdefault(first_document(claim) or "", []).append(claim)
    for document in documents:
        yield document, made[document["id"]]


def first_document(claim: Mapping[str, Any]) -> str | None:
    """Return the id of the document that a claim first appears in."""
    return next((part["document"] for part in claim.get("appearances", ()) if "document" in part), None)


def no_documents(document: Mapping[str, Any], text: str | None) -> Plain | None:
    """Return None: the dataset has no rows of documents."""
    return None


def as_number(name: str) -> int | str:
    """Return an id as the whole number that it is written for, or as it is where it is written for none."""
    number = int(name) if _NUMBER.fullmatch(name) else None
    return name if number is None or not SMALLEST <= number <= BIGGEST else number


def taken(row: Plain, key: str) -> str | None:
    """Take a text out of a row; what is absent, empty or no text stays in the row, and so in ``extra``."""
    value = row.get(key)
    return row.pop(key) if isinstance(value, str) and value else None


def required(row: Plain, key: str) -> str:
    """Take a text that a claim must have out of a row.

    Raises:
        Unreadable: it is absent, empty or no text.
    """
    value = taken(row, key)
    if value is None:
        raise Unreadable(f"{key!r} must be text (got {row.get(key)!r})")
    return value


def meaning(labels: Mapping[str, Meaning], label: Any) -> Meaning:
    """Return the meaning of a foreign label.

    Raises:
        Unreadable: it is none of the dataset's.
    """
    found = labels.get(label) if isinstance(label, str) else None
    if found is None:
        raise Unreadable(f"label must be one of {', '.join(labels)} (got {label!r})")
    return found


def without_absent(plain: Mapping[str, Any]) -> Plain:
    """Return a plain record without what is None or empty."""
    return {key: value for key, value in plain.items() if value is not None and value not in ("", [], {})}
