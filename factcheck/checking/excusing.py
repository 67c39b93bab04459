"""Problems that a remark in their file excuses, and remarks that excuse nothing."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from factcheck.files.remarks import Remark
from factcheck.naming import nearest
from factcheck.problems import Fault, Place, Problem
from factcheck.rules import RULES
from factcheck.rules.rule import OnRelease, OnText

FIRM = frozenset(
    {
        "dangling-id",
        "duplicate-id",
        "duplicate-key",
        "schema-violation",
        "unknown-evidence",
        "unknown-rule",
        "unreadable",
        "unsettled-disagreement",
        "void-ignore",
    }
)
"""The rules that nothing excuses in place: without them nothing can be read, or a release would not be sound."""

NEED_TEXT = frozenset({"changed-text"})
"""Rules that find something only where a text is at hand, besides those of scope *text*."""

Remarks = Mapping[str, Sequence[Remark]]
"""Remarks by the file that they stand in."""


@attrs.frozen(kw_only=True)
class Excused:
    """Problems, parted by the remarks of their files.

    Args:
        standing: those that nothing excuses.
        ignored: those that a remark excuses, with its reason.
        faults: what is wrong with remarks.
    """

    standing: tuple[Problem, ...]
    ignored: tuple[Problem, ...]
    faults: tuple[Fault, ...]


def excuse(problems: Sequence[Problem], remarks: Remarks, asked: Collection[str]) -> Excused:
    """Part problems by whether a remark excuses them.

    Args:
        problems: what was found.
        remarks: the remarks of each file.
        asked: the rules that were asked; a remark for another one may well have a use.
    """
    reasons = {
        (file, remark.line, rule): remark.reason
        for file, of_file in remarks.items()
        for remark in of_file
        for rule in _excusable(remark)
    }
    found = {key: reasons.get(key) for key in map(_key, problems)}
    return Excused(
        standing=tuple(problem for problem in problems if found[_key(problem)] is None),
        ignored=tuple(
            attrs.evolve(problem, excuse=reason) for problem in problems if (reason := found[_key(problem)]) is not None
        ),
        faults=tuple(_faults(remarks, found, asked)),
    )


def exceptions(remarks: Remarks) -> dict[str, int]:
    """Count the remarks that may excuse something, by rule: the same whether or not texts are at hand."""
    found = Counter(
        rule for file in sorted(remarks) for remark in remarks[file] for rule in dict.fromkeys(_excusable(remark))
    )
    return dict(sorted(found.items()))


def _key(problem: Problem) -> tuple[str, int, str]:
    return problem.place.file, problem.place.line, problem.rule


def _excusable(remark: Remark) -> list[str]:
    return [rule for rule in remark.rules if remark.reason and rule in RULES and not _is_firm(rule)]


def _faults(remarks: Remarks, used: Collection[tuple[str, int, str]], asked: Collection[str]) -> Iterator[Fault]:
    for file, of_file in remarks.items():
        for remark in of_file:
            place = Place(file=file, line=remark.mark.line, column=remark.mark.column)
            for message, cure in _complaints(file, remark, used, asked):
                yield Fault(message=message, at=(place,), cure=cure)


def _complaints(
    file: str, remark: Remark, used: Collection[tuple[str, int, str]], asked: Collection[str]
) -> Iterator[tuple[str, str]]:
    if not remark.rules:
        yield "a remark that ignores no rule by name", "write # factcheck: ignore[rule-name] and a reason"
    elif not remark.reason:
        yield "a remark that ignores a rule and gives no reason", "say behind the brackets why"
    for rule in remark.rules:
        if rule not in RULES:
            near = nearest(rule, RULES)
            yield f"no rule {rule!r}", f"did you mean {near!r}?" if near else "factcheck rules lists them"
        elif _is_firm(rule):
            yield f"rule {rule!r} cannot be ignored", "mend what it finds, and take the remark away"
        elif remark.reason and (file, remark.line, rule) not in used and _is_known_unused(rule, asked):
            yield f"rule {rule!r} finds nothing in line {remark.line}", "take it out of the remark"


def _is_firm(rule: str) -> bool:
    return rule in FIRM or isinstance(RULES[rule].CHECK, OnRelease)


def _is_known_unused(rule: str, asked: Collection[str]) -> bool:
    return rule in asked and rule not in NEED_TEXT and not isinstance(RULES[rule].CHECK, OnText)
