"""What a fault is made of: a draft of a corpus, the ways to break it, and the few edits that each of them needs."""

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.problems import Path, Target
from factcheck.records.corpus import KINDS
from factcheck.rules import RULES
from factcheck.text import Span

Plain = Mapping[str, Any]

ABSENT = object()
"""The value of an edit that takes a key away."""


@attrs.frozen
class Edit:
    """One change of a record.

    Args:
        kind: the kind of record.
        record: which of that kind; the number of records there are, for a new one.
        path: the way to the value; none, for a whole record. The place after a list's last item is a new item.
        value: what stands there then, or ``ABSENT``.
    """

    kind: str
    record: int
    path: Path
    value: Any


@attrs.frozen(kw_only=True)
class Seed:
    """One way to break a rule in a draft.

    Args:
        at: the place that the rule must name: in a record, or a file by its path from the corpus' folder.
        edits: what is changed.
        texts: by document id, other words for its text; None takes the text away.
        files: by path from the corpus' folder, files beside those of the records, or in the place of one.
        follows: other rules that cannot but be broken with it.
    """

    at: Target | str
    edits: Sequence[Edit] = ()
    texts: Mapping[str, str | None] = attrs.field(factory=dict)
    files: Mapping[str, bytes] = attrs.field(factory=dict)
    follows: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Anchored:
    """An anchor with offsets into a document whose text is at hand.

    Args:
        record: which claim it stands in.
        path: the way to the anchor.
        anchor: the anchor, plain.
        document: the document, plain.
        text: its text.
    """

    record: int
    path: Path
    anchor: Plain
    document: Plain
    text: str

    @property
    def span(self) -> Span:
        """The place."""
        return Span(self.anchor["start"], self.anchor["end"])

    @property
    def words(self) -> str:
        """The words there."""
        return self.span.of(self.text)

    @property
    def is_open(self) -> bool:
        """Whether the words may be passed on."""
        return is_open(self.document)

    def edit(self, key: str, value: Any) -> Edit:
        """Return a change of one key of the anchor."""
        return Edit("claims", self.record, (*self.path, key), value)

    def at(self, *path: str) -> Target:
        """Return the place of the anchor, or of a value in it."""
        return Target(kind="claims", record=self.record, path=(*self.path, *path))


@attrs.frozen(kw_only=True)
class Draft:
    """A corpus that is about to be broken.

    Args:
        records: plain records by kind, ``dataset`` among the kinds.
        texts: the texts at hand that do not stand in their records, by document id.
    """

    records: Mapping[str, Sequence[Plain]]
    texts: Mapping[str, str]

    @property
    def dataset(self) -> Plain:
        """The dataset's own record."""
        return self.records["dataset"][0]

    @property
    def split(self) -> str | None:
        """The first split that a claim stands in."""
        return next((claim["split"] for claim in self.records["claims"] if "split" in claim), None)

    def count(self, kind: str) -> int:
        """Return how many records of a kind there are, which is the ordinal of a new one."""
        return len(self.records[kind])

    def each(self, *kinds: str) -> Iterator[tuple[str, int, Plain]]:
        """Yield the records of some kinds, or of all, each with its kind and ordinal."""
        for kind in kinds or KINDS:
            for ordinal, record in enumerate(self.records[kind]):
                yield kind, ordinal, record

    def judgements(self) -> Iterator[tuple[str, int, Plain]]:
        """Yield verdicts and adjudications."""
        return self.each("verdicts", "adjudications")

    def parts(self, key: str) -> Iterator[tuple[int, int, Plain]]:
        """Yield the appearances or the evidence of all claims, each with its claim's ordinal and its own."""
        for _, ordinal, claim in self.each("claims"):
            for item, part in enumerate(claim.get(key, ())):
                yield ordinal, item, part

    def anchored(self) -> Iterator[Anchored]:
        """Yield every anchor whose words can be seen."""
        documents = {document["id"]: document for document in self.records["documents"]}
        for key in ("appearances", "evidence"):
            for ordinal, item, part in self.parts(key):
                anchor, document = part.get("anchor", {}), documents.get(part.get("document"))
                text = self.text_of(document) if document else None
                if document and text is not None and "start" in anchor:
                    yield Anchored(
                        record=ordinal, path=(key, item, "anchor"), anchor=anchor, document=document, text=text
                    )

    def text_of(self, document: Plain) -> str | None:
        """Return the text of a document, where it is at hand."""
        inline: str | None = document.get("text")
        return inline or self.texts.get(document["id"])

    def setting(self, rule: str, name: str) -> Any:
        """Return the value that a setting of a rule has in this corpus."""
        chosen = self.dataset.get("rules", {}).get(rule, {}).get("settings", {})
        return chosen.get(name, RULES[rule].SETTINGS[name])

    def new(self, kind: str, *records: Plain) -> list[Edit]:
        """Return the edits that add records."""
        return [Edit(kind, self.count(kind) + number, (), record) for number, record in enumerate(records)]

    def edited(self, edits: Sequence[Edit]) -> "Draft":
        """Return the draft with its records changed."""
        records = {kind: [copy.deepcopy(record) for record in of_kind] for kind, of_kind in self.records.items()}
        for edit in edits:
            *way, last = (edit.record, *edit.path)
            holder: Any = records[edit.kind]
            for step in way:
                holder = holder[step] if isinstance(holder, list) else holder.setdefault(step, {})
            _put(holder, last, copy.deepcopy(edit.value) if edit.value is not ABSENT else ABSENT)
        return attrs.evolve(self, records=records)


def _put(holder: Any, last: str | int, value: Any) -> None:
    if value is ABSENT:
        holder.pop(last)
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value


Seeder = Callable[[Draft], Iterator[Seed]]
"""Yields every way it knows to break one rule in a draft."""


def is_open(document: Plain) -> bool:
    """Tell whether the words of a document may be passed on."""
    return document.get("rights", {}).get("redistribute") is True


def at(kind: str, record: int, *path: str | int) -> Target:
    """Return a place in a record."""
    return Target(kind=kind, record=record, path=path)
