"""A report as JSON, for programs. Words of texts that may be withheld are left out."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from factcheck.problems import Problem, Report
from factcheck.reporting.fingerprints import fingerprints
from factcheck.reporting.form import Showing
from factcheck.reporting.json_text import encodable, json_text


def lines(report: Report, showing: Showing) -> Iterator[str]:
    """Yield a report as JSON text."""
    yield json_text(plain_report(report, showing))


def plain_report(report: Report, showing: Showing | None = None) -> dict[str, Any]:
    """Return a report as plain data."""
    showing = showing or Showing()
    return {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "unshown": showing.unshown(report),
        "elsewhere": report.elsewhere,
        "counts": dict(report.counts),
        "anchors": dict(report.anchors),
        "held_back": report.held_back,
        "rules": list(report.rules),
        "problems": _plain(showing.shown(report)),
        "ignored": _plain(report.ignored),
    }


def _plain(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "rule": problem.rule,
            "level": problem.level,
            "message": encodable(problem.message),
            "cure": problem.cure,
            "fixable": problem.fixable,
            "record": problem.record,
            "places": [attrs.asdict(place) | {"file": encodable(place.file)} for place in problem.places],
            "fingerprint": fingerprint,
            "help": problem.help,
            **({"excuse": problem.excuse} if problem.excuse is not None else {}),
        }
        for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
    ]
