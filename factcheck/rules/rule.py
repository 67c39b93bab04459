"""What a rule is: a module with a level, a check of one of six scopes, and a manual in its docstring."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import attrs

from factcheck.labels import Level
from factcheck.problems import Fault, Path
from factcheck.tables.gaps import Gaps
from factcheck.tables.prose import OwnWords
from factcheck.tables.table import Table
from factcheck.text import Span

Plain = Mapping[str, Any]
Settings = Mapping[str, Any]


def parts(record: Plain, key: str) -> Iterator[tuple[int, Plain]]:
    """Yield the records in a list of a record, each with its place; what did not fit its schema is left out."""
    for item, part in enumerate(record.get(key) or ()):
        if part:
            yield item, part


@attrs.frozen(kw_only=True)
class Found:
    """A violation inside the record or text that a check was given.

    Args:
        path: the way to it in the record.
        message: what was expected and what came.
        cure: what to do.
        on_key: whether the key at the path's end is meant.
        words: words of a text that may be withheld: shown in a terminal only.
    """

    path: Path
    message: str
    cure: str | None = None
    on_key: bool = False
    words: str | None = None


@attrs.frozen(kw_only=True)
class OnRecord:
    """Scope *record*: asked of each record of some kinds, by itself.

    Args:
        kinds: the kinds.
        check: yields what it finds in a record.
        of_whole: whether it asks what a record lacks: on one that does not fit its schema the answer may only follow from that.
    """

    kinds: tuple[str, ...]
    check: Callable[[str, Plain, Settings], Iterator[Found]]
    of_whole: bool = False


@attrs.frozen(kw_only=True)
class Pointer:
    """An anchor that points into a document.

    Args:
        kind: the kind of record it stands in.
        record: which of that kind.
        path: the way to the anchor.
        anchor: the anchor, plain.
    """

    kind: str
    record: int
    path: Path
    anchor: Plain

    @property
    def span(self) -> Span | None:
        """Its span, where it has one that is a span."""
        start, end = self.anchor.get("start"), self.anchor.get("end")
        return Span(start, end) if start is not None and end is not None and start <= end else None


@attrs.frozen(kw_only=True)
class View:
    """A document whose text is at hand, the text, and what points into it.

    Args:
        record: which document.
        document: the document, plain.
        text: its text.
        pointers: the anchors into it.
        own_words: what the authors of the corpus wrote.
        text_rights: the rights of texts whose source has none of its own.
    """

    record: int
    document: Plain
    text: str
    pointers: Sequence[Pointer]
    own_words: OwnWords
    text_rights: Plain = attrs.field(factory=dict)

    @property
    def is_withheld(self) -> bool:
        """Whether its rights, or those of texts without any, do not allow to pass its words on."""
        return (self.document.get("rights") or self.text_rights).get("redistribute") is not True


@attrs.frozen(kw_only=True)
class OnText:
    """Scope *text*: asked of each document whose text is at hand."""

    check: Callable[[View, Settings], Iterator[Fault]]


@attrs.frozen(kw_only=True)
class Query:
    """SQL that returns the violating rows, and how each row is said.

    Args:
        sql: over the flat relations; each row has ``record``, and ``kind`` where ``kind`` below is empty.
        kind: the kind of record that is at fault.
        path: the way to the fault; ``{name}`` stands for the row's value in that column, and for no step where it is null.
        message: the problem, with the row's values.
        cure: what to do, with the row's values.
        also: a second place: kind, path and note; its record is the row's ``other_record``.
        nearest: column, relation and column: the cure offers the nearest value that the relation has.
        within: a column of row and relation: the nearest value is sought where it has the same value.
        on_key: whether the key at the path's end is meant.
        when: a setting and a value: the query is asked only where the setting has it.
        absent: the kinds of record in which something is missing; what an unreadable file, or a record that does not fit its
            schema, may have held is no problem of its own.
        sought: the row's column that names what is missing there; empty where nothing does.
    """

    sql: str
    message: str
    kind: str = ""
    path: tuple[str, ...] = ()
    cure: str | None = None
    also: tuple[str, tuple[str, ...], str] | None = None
    nearest: tuple[str, str, str] | None = None
    within: str | None = None
    on_key: bool = False
    when: tuple[str, str] | None = None
    absent: tuple[str, ...] = ()
    sought: str = ""


@attrs.frozen(kw_only=True)
class OnCorpus:
    """Scope *corpus*: SQL over the flat relations."""

    queries: tuple[Query, ...]


@attrs.frozen(kw_only=True)
class OnTables:
    """Scope *measure*: a function over the tables."""

    check: Callable[[Mapping[str, Table], Settings], Iterator[Fault]]


@attrs.frozen(kw_only=True)
class FileFact:
    """What is known of a file of a corpus.

    Args:
        file: the file, as shown to people.
        filed: its path from the corpus' root, with forward slashes.
        kind: the kind of record its folder names; empty where it names none.
        records: how many records were read from it.
        digest: for a text, the SHA-256 of its bytes.
        returns_at: the first line that has a carriage return; 0 where none has.
    """

    file: str
    filed: str
    kind: str = ""
    records: int = 0
    digest: str | None = None
    returns_at: int = 0


@attrs.frozen(kw_only=True)
class FiledRecord:
    """A record and the file it stands in: its kind, its ordinal, the record, plain."""

    kind: str
    record: int
    value: Plain
    fact: FileFact


@attrs.frozen(kw_only=True)
class Files:
    """What is known of the files of a corpus.

    Args:
        facts: one a file.
        records: every record with its file.
        noted: what reading, the schema check and the search for texts found wrong, by the rule it offends.
        gaps: what could not be read.
    """

    facts: Sequence[FileFact]
    records: Sequence[FiledRecord]
    noted: Mapping[str, Sequence[Fault]]
    gaps: Gaps = attrs.field(factory=Gaps)


@attrs.frozen(kw_only=True)
class OnFiles:
    """Scope *files*: facts of reading."""

    check: Callable[[Files, Settings], Iterator[Fault]]


def noted(rule: str) -> OnFiles:
    """Return the check of a rule whose faults are noted on the way: by reading, the schema check, the search for texts."""

    def check(files: Files, settings: Settings) -> Iterator[Fault]:
        yield from files.noted.get(rule, ())

    return OnFiles(check=check)


@attrs.frozen
class OnRelease:
    """Scope *release*: asked of what was built, by ``verify``, ``publish`` and ``build --since``; never by ``check``."""


Check = OnRecord | OnText | OnCorpus | OnTables | OnFiles | OnRelease

SCOPES: dict[type[Any], str] = {
    OnRecord: "record",
    OnText: "text",
    OnCorpus: "corpus",
    OnTables: "measure",
    OnFiles: "files",
    OnRelease: "release",
}


class Rule(Protocol):
    """A module of this package.

    Its docstring is the rule's manual: a title line, then *What it asks*, *Why*, *Passes*, *Fails* and *How to repair*; the
    examples under *Passes* and *Fails* are small corpora and run as tests.
    """

    __doc__: str | None

    @property
    def LEVEL(self) -> Level:  # noqa: N802  # a constant of the module
        """Its level in a corpus that was authored."""

    @property
    def IMPORTED(self) -> Level:  # noqa: N802
        """Its level in a corpus that was imported."""

    @property
    def SETTINGS(self) -> Mapping[str, Any]:  # noqa: N802
        """Its settings with their defaults."""

    @property
    def CHECK(self) -> Check:  # noqa: N802
        """The check."""
