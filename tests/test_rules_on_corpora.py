"""The corpora in this repository keep every rule."""

import os
from pathlib import Path

import pytest

from factcheck.checking import check
from factcheck.documents import VARIABLE
from factcheck.problems import Problem

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.place}: {problem.message} [{problem.rule}]" for problem in problems]


def test_the_example_has_no_problem() -> None:
    """The tutorials would begin with an error."""
    assert said(check("examples/lighthouse").problems) == []


def test_every_anchor_of_the_example_is_verified() -> None:
    """The example would prove nothing of its anchors."""
    assert check("examples/lighthouse").anchors == {"verified": 18, "unseen": 0}


def test_the_data_has_no_error() -> None:
    """The reference dataset could not be released. Texts are searched where the environment names their folders."""
    report = check("data")

    assert said(report.errors) == []
    assert not os.environ.get(VARIABLE) or report.anchors["unseen"] == 0
