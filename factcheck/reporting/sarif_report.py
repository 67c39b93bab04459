"""A report as SARIF 2.1.0 (OASIS), for code scanning: places, the manual of each rule, and fingerprints that outlast edits.

Words of texts that may be withheld are left out. Columns are code points. Files are named relative to the folder that the program
runs in, which should be the root of the repository.
"""

import inspect
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.problems import Place, Problem, Report
from factcheck.reporting.fingerprints import fingerprints
from factcheck.reporting.form import Showing
from factcheck.reporting.json_text import json_text
from factcheck.reporting.printable import printable
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"


def lines(report: Report, showing: Showing) -> Iterator[str]:
    """Yield a report as SARIF text."""
    yield json_text(_log(report, showing))


def _log(report: Report, showing: Showing) -> dict[str, Any]:
    problems = (*showing.shown(report), *report.ignored)
    names = sorted({*report.rules, *(problem.rule for problem in problems)})
    driver = {"name": "factcheck", "semanticVersion": __version__, "rules": [_rule(name) for name in names]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(problems, names)),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    rule = RULES[name]
    manual = inspect.cleandoc(rule.__doc__ or "")
    title, _, body = manual.partition("\n")
    return {
        "id": name,
        "shortDescription": {"text": title},
        "help": {"text": manual, "markdown": f"# {name}\n\n{title}\n{body}"},
        "defaultConfiguration": {"enabled": rule.LEVEL != "off", "level": _level(rule.LEVEL)},
        "properties": {"tags": [SCOPES[type(rule.CHECK)]]},
    }


def _level(level: str) -> str:
    return "none" if level == "off" else level


def _results(problems: Sequence[Problem], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for problem, fingerprint in zip(problems, fingerprints(problems), strict=True):
        related = [_location(place, number) for number, place in enumerate(problem.places[1:], start=1) if place.file]
        yield {
            "ruleId": problem.rule,
            "ruleIndex": names.index(problem.rule),
            "level": _level(problem.level),
            "message": {"text": _message(problem)},
            "locations": [_location(problem.place)] if problem.place.file else [],
            **({"relatedLocations": related} if related else {}),
            # GitHub knows its alerts again by the first, other readers take any
            "partialFingerprints": {"primaryLocationLineHash": fingerprint, "factcheckProblem/v1": fingerprint},
            "suppressions": _suppressions(problem),
        }


def _message(problem: Problem) -> str:
    said = (problem.message, problem.cure)
    # brackets before parentheses would be a link
    return "\n".join(printable(part).replace("](", "] (") for part in said if part)


def _suppressions(problem: Problem) -> list[dict[str, str]]:
    if problem.excuse is None:
        return []
    return [{"kind": "inSource", "status": "accepted", "justification": printable(problem.excuse)}]


def _location(place: Place, number: int | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.file)}
    if place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    location: dict[str, Any] = {"physicalLocation": physical}
    if number is not None:
        location |= {"id": number, "message": {"text": printable(place.note or "see also")}}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(place.path)}]
    return location


def _artifact(file: str) -> dict[str, str]:
    absolute = Path(os.path.abspath(file))
    try:
        relative = absolute.relative_to(Path.cwd())
    except ValueError:
        return {"uri": absolute.as_uri()}
    return {"uri": quote(relative.as_posix(), errors="surrogateescape"), "uriBaseId": ROOT}
