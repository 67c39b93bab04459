"""Further cases of the rules, found by walking ``cases/``: one file a rule, each case a corpus and what is said of it."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.rules import RULES
from tests.rules.corpora import messages, parsed, report_on

CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}: {case['case']}")
        for file in sorted(CASES.iterdir())
        for case in parsed(file.read_text("utf-8"))
    ]


def test_every_file_of_cases_is_named_for_a_rule() -> None:
    """Cases under a misspelt name would be asked of no rule."""
    assert {file.name for file in CASES.iterdir()} <= {f"{rule}.yaml" for rule in RULES}


@pytest.mark.parametrize(("rule", "case"), cases())
def test_a_case_gives_the_problems_it_names(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    """The rule would cry out where all is well, or be silent where something is wrong."""
    report = report_on(tmp_path, case["corpus"], {rule, "schema-violation"})

    assert sorted(case["problems"]) == sorted(messages(report, rule))
    assert messages(report, "schema-violation") == []


@pytest.mark.parametrize(("rule", "case"), [case for case in cases() if "at" in case.values[1]])
def test_a_case_gives_the_places_it_names(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    """Who follows the problem would land beside it."""
    report = report_on(tmp_path, case["corpus"], {rule})

    assert case["at"] == [place.path for problem in report.problems for place in problem.places]
