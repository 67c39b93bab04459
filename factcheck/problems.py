"""What can be wrong and where: faults as rules report them, problems as people read them, the report that holds them."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from factcheck.errors import FactcheckError
from factcheck.labels import Level

Path = tuple[str | int, ...]
"""The way into a record: keys and indices, as in ``("evidence", 2, "reference")``."""


def dotted(path: Path) -> str:
    """Write a path as people read it: ``evidence[2].reference``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


@attrs.frozen(kw_only=True)
class Target:
    """A place in a record, named by the way to it.

    Args:
        kind: the kind of record, in the plural, as its folder is called.
        record: which record of that kind, from 0, in reading order.
        path: the way into it.
        on_key: whether the key at the path's end is meant, not its value.
        note: what is there, for a second place.
    """

    kind: str
    record: int
    path: Path = ()
    on_key: bool = False
    note: str | None = None


@attrs.frozen(kw_only=True)
class Place:
    """A place in a file.

    Args:
        file: the file as the reader was given it, with forward slashes; empty for records that came from no file.
        line: from 1; 0 where the whole file is meant.
        column: from 1, in code points; 0 where the whole line is meant.
        path: the way into the record, dotted.
        note: what is there, for a second place.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    note: str | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return " ".join(part for part in (where, self.path) if part)


@attrs.frozen(kw_only=True)
class Fault:
    """One violation as a rule reports it: places are symbolic or, for facts of files, concrete.

    Args:
        message: what was expected and what came; lower case, no full stop, values in repr.
        at: where, the first place being the one to mend.
        cure: what to do.
        words: words of a text that may be withheld: shown in a terminal only, never written.
        may_follow: whether it may only follow from what could not be read: it is counted, and not told.
    """

    message: str
    at: tuple[Target | Place, ...]
    cure: str | None = None
    words: str | None = None
    may_follow: bool = False


@attrs.frozen(kw_only=True)
class Edit:
    """A value to be set in a file of records, or a key to be taken out of it.

    Args:
        file: the file, as a ``Place`` names it.
        line: for JSON Lines, the line of the record, from 1; 0 in a YAML file.
        path: the way to the value: from the root of a YAML file, from the record in a line of JSON Lines.
        value: the new value; None takes the key out.
    """

    file: str
    line: int = 0
    path: Path
    value: Any


@attrs.frozen(kw_only=True)
class Problem:
    """One violation of one rule at one place.

    Args:
        rule: the name of the rule.
        level: ``error`` or ``warning``.
        message: what was expected and what came.
        places: where; the first is the one to mend, each further one carries its note.
        cure: what to do.
        words: words of a text that may be withheld: shown in a terminal only, never written.
        record: the record it stands in: its id, or those of claim and annotator; empty where none is meant.
        excuse: the reason that a remark in the file gives for leaving it as it is.
        repair: what ``factcheck fix`` would write to mend it; nothing where that takes a person.
    """

    rule: str
    level: Level
    message: str
    places: tuple[Place, ...]
    cure: str | None = None
    words: str | None = None
    record: str = ""
    excuse: str | None = None
    repair: tuple[Edit, ...] = attrs.field(default=(), repr=False, hash=False)

    @property
    def fixable(self) -> bool:
        """Whether ``factcheck fix`` mends it."""
        return bool(self.repair)

    @property
    def place(self) -> Place:
        """The place to mend."""
        return self.places[0]

    @property
    def help(self) -> str:
        """The command that explains the rule."""
        return f"factcheck explain {self.rule}"

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order by file, line, column, then rule and message."""
        place = self.place
        return (place.file, place.line, place.column, place.path, self.rule, self.message)


@attrs.frozen(kw_only=True)
class Report:
    """What a check found.

    Args:
        problems: in order of file, line and column.
        counts: how many records of each kind were read.
        anchors: how many anchors were verified against a text, and how many texts were not at hand for.
        rules: the names of the rules that were asked.
        ignored: what a remark in the file excuses; it counts neither as error nor as warning.
        elsewhere: how many problems were left out because they stand in files that nobody asked for.
        held_back: how many further problems may only follow from what could not be read.
    """

    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    anchors: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    rules: tuple[str, ...] = ()
    ignored: tuple[Problem, ...] = ()
    elsewhere: int = 0
    held_back: int = 0

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that forbid a release."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are worth a look."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    @property
    def by_rule(self) -> dict[str, int]:
        """How many problems each rule found, most first."""
        return dict(Counter(problem.rule for problem in self.problems).most_common())


class InvalidCorpus(FactcheckError):
    """The corpus cannot be used as it is; ``report`` says why."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        errors = self.report.errors
        first = f"; the first: {errors[0].place}: {errors[0].message} [{errors[0].rule}]" if errors else ""
        return f"the corpus has {len(errors)} error{'s' if len(errors) != 1 else ''}{first}"
