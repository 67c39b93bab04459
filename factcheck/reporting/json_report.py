"""A report as JSON, for programs. Words of texts that may be withheld are left out."""

from typing import Any

import attrs
import orjson

from factcheck.problems import Problem, Report


def json_report(report: Report) -> str:
    """Return a report as JSON text."""
    return orjson.dumps(plain_report(report), option=orjson.OPT_INDENT_2).decode()


def plain_report(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    return {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "counts": dict(report.counts),
        "anchors": dict(report.anchors),
        "rules": list(report.rules),
        "problems": [_plain(problem) for problem in report.problems],
    }


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "cure": problem.cure,
        "places": [attrs.asdict(place) for place in problem.places],
        "help": problem.help,
    }
