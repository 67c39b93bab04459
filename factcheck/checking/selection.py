"""What of a check is asked for: some rules, some files."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from factcheck.checking.examining import corpus_rules
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean
from factcheck.problems import Problem, Report
from factcheck.reading import DATASET
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES


def rules_named(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the rules that are selected and not ignored.

    Args:
        select: names of rules or of scopes (``record``, ``text``, ``corpus``, ``measure``, ``files``); all, if there are none.
        ignore: names likewise.

    Raises:
        UsageError: no rule and no scope has such a name.
    """
    selected, ignored = _named(select), _named(ignore)
    asked = [name for name in RULES if name in selected] if selected else corpus_rules()
    return tuple(name for name in asked if name not in ignored)


def _named(names: Iterable[str]) -> set[str]:
    return {rule for given in names for name in given.split(",") for rule in _rules_of(name.strip())}


def _rules_of(name: str) -> list[str]:
    if name in RULES:
        return [name]
    if name in SCOPES.values():
        return [rule for rule, module in RULES.items() if SCOPES[type(module.CHECK)] == name]
    known = [*SCOPES.values(), *RULES]
    hint = did_you_mean(name, known) or "; factcheck rules lists the rules and their scopes"
    raise UsageError(f"no rule or scope {name!r}{hint}")


def only_in(report: Report, chosen: Collection[Path]) -> Report:
    """Return a report with the problems that have a place in some files, and how many were left out.

    A problem of two places, as a claim that stands twice, is told for either of them.

    Args:
        report: a report.
        chosen: files, or folders with all that is in them.
    """
    homes = frozenset(path.resolve() for path in chosen)
    kept = tuple(_within(report.problems, homes))
    elsewhere = report.elsewhere + len(report.problems) - len(kept)
    return attrs.evolve(report, problems=kept, ignored=tuple(_within(report.ignored, homes)), elsewhere=elsewhere)


def _within(problems: Iterable[Problem], homes: frozenset[Path]) -> Iterator[Problem]:
    for problem in problems:
        files = [Path(place.file).resolve() for place in problem.places if place.file]
        if not files or any(file in homes or not homes.isdisjoint(file.parents) for file in files):
            yield problem


def corpus_of(paths: Sequence[Path]) -> tuple[Path, tuple[Path, ...]]:
    """Return the corpus that paths name or stand in, and the files and folders in it that are meant; none means all of it.

    Raises:
        UsageError: a path stands in no corpus, or two stand in different ones.
    """
    homes = {path: _home(path) for path in paths}
    parts = tuple(path for path, home in homes.items() if home is not None)
    corpora = [path if home is None else home for path, home in homes.items()]
    different = {os.path.realpath(_folder(corpus)): corpus for corpus in corpora}
    if len(different) > 1:
        first, second = list(different.values())[:2]
        raise UsageError(f"one corpus is checked at a time; these stand in two: {str(first)!r} and {str(second)!r}")
    return corpora[0], parts if len(parts) == len(homes) else ()


def _folder(corpus: Path) -> Path:
    return corpus.parent if corpus.name == DATASET else corpus


def _home(path: Path) -> Path | None:
    """Return the corpus above a path, or None where the path itself names a corpus, or nothing that is there."""
    if (
        not path.exists()
        or path.name == DATASET
        or any((path / name).is_file() for name in (DATASET, f"data/{DATASET}"))
    ):
        return None
    above = next((folder for folder in path.absolute().parents if (folder / DATASET).is_file()), None)
    if above is None and path.is_file():
        raise UsageError(f"{str(path)!r} stands in no corpus: no folder above it has a {DATASET}")
    return above if above is None or path.is_absolute() else Path(os.path.relpath(above))
