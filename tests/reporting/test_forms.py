"""Every form of a report: the same problems, told so that nothing in a corpus can steer who reads them."""

import json
from pathlib import Path

import attrs
import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.problems import Place, Problem, Report
from factcheck.reporting import FORMATS, github_report
from factcheck.reporting.fingerprints import fingerprints
from factcheck.reporting.form import Showing
from factcheck.rules import RULES
from tests.reporting.sarif import SARIF

VALID = jsonschema_rs.validator_for(SARIF, validate_formats=True)

_hostile = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["\x1b[2J", "\x9b31m", "::error::x", "a\n::stop-commands::x", "%0A", "[x](http://y)", "\u202edlrow", "{0}", ""]
    ),
)
_places = st.builds(
    Place,
    file=st.one_of(st.just("data/claims/a.yaml"), _hostile.map(lambda name: f"data/{name.replace(chr(0), '')}")),
    line=st.integers(0, 9),
    column=st.integers(0, 9),
    path=_hostile,
    note=st.none() | _hostile,
)
_problems = st.builds(
    Problem,
    rule=st.sampled_from(sorted(RULES)),
    level=st.sampled_from(["error", "warning"]),
    message=_hostile,
    places=st.lists(_places, min_size=1, max_size=2).map(tuple),
    cure=st.none() | _hostile,
    words=st.just("WITHHELD"),
    record=_hostile,
)
_reports = st.builds(
    Report,
    problems=st.lists(_problems, max_size=14).map(tuple),
    rules=st.just(("dangling-id",)),
    ignored=st.lists(_problems.map(lambda problem: attrs.evolve(problem, excuse="so")), max_size=2).map(tuple),
    elsewhere=st.integers(0, 3),
)


def _text(form: str, report: Report, showing: Showing | None = None) -> str:
    return "\n".join(FORMATS[form].lines(report, showing or Showing(source=False)))


def test_forms_are_listed_in_alphabetical_order() -> None:
    """A reader of the help would look for a form in the wrong place."""
    assert sorted(FORMATS) == list(FORMATS)


@given(_reports)
def test_no_form_holds_a_character_that_steers_a_terminal(report: Report) -> None:
    """A file name or a key of a corpus could clear the screen of whoever checks it, or hide what is said of it."""
    for form in FORMATS:
        assert [] == [c for c in _text(form, report) if not c.isprintable() and c != "\n"], form


@given(_reports)
def test_no_written_form_holds_withheld_words(report: Report) -> None:
    """A report in a build's log would pass on what may not be passed on."""
    for form in FORMATS:
        assert "WITHHELD" not in _text(form, report), form


@given(_reports)
def test_sarif_is_valid(report: Report) -> None:
    """Code scanning would refuse the report of somebody's corpus."""
    log = json.loads(_text("sarif", report))

    assert [] == [error.message for error in VALID.iter_errors(log)]
    results = log["runs"][0]["results"]
    assert len(report.problems) + len(report.ignored) == len(results)
    assert len(report.ignored) == sum(bool(result["suppressions"]) for result in results)


def test_the_schema_of_sarif_is_one() -> None:
    """The test before would pass whatever is written."""
    jsonschema.Draft202012Validator.check_schema(SARIF)

    assert not VALID.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})
    assert not VALID.is_valid({**json.loads(_text("sarif", Report())), "more": 1})


@given(_reports)
def test_json_says_every_problem(report: Report) -> None:
    """A program would read less than a person, or other words."""
    plain = json.loads(_text("json", report))

    assert [problem.message for problem in report.problems] == [told["message"] for told in plain["problems"]]
    assert [problem.places[0].file for problem in report.problems] == [
        told["places"][0]["file"] for told in plain["problems"]
    ]
    assert ["so"] * len(report.ignored) == [told["excuse"] for told in plain["ignored"]]


@given(_reports)
def test_github_gets_one_command_a_problem_and_no_other(report: Report) -> None:
    """A message could give orders to the workflow that checks it, or be cut in two."""
    commands = [line for line in _text("github", report).split("\n") if line.startswith("::")]

    expected = [min(len(found), github_report.SHOWN) for found in (report.errors, report.warnings)]
    assert sum(expected) == len(commands)
    assert all(line.startswith(("::error ", "::warning ")) for line in commands)


def test_github_escapes_what_its_syntax_uses() -> None:
    """An annotation would stand at no file, because its name has a comma."""
    place = Place(file="a,b:c%.yaml", line=2, column=3, path="id")
    problem = Problem(rule="dangling-id", level="error", message="50% of x", places=(place,), cure="mend")

    line = next(github_report.lines(Report(problems=(problem,)), Showing()))

    assert "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=dangling-id::id: 50%25 of x%0Amend" == line


@given(_reports, st.integers(1, 50))
def test_fingerprints_are_unique_and_outlast_edits_elsewhere(report: Report, by: int) -> None:
    """Each new line above would close an alert and open it again as another."""

    def moved(problem: Problem) -> Problem:
        places = tuple(attrs.evolve(place, line=place.line + by) for place in problem.places)
        return attrs.evolve(problem, places=places, cure=None)

    before = list(fingerprints(report.problems))

    assert len(before) == len(set(before))
    assert before == list(fingerprints([moved(problem) for problem in report.problems]))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("first in line 3", "first in line 41", True),
        ("no claim 'c1'", "no claim 'c2'", False),
        ("it's 3", "it's 4", True),
    ],
)
def test_a_fingerprint_leaves_numbers_out_and_keeps_names(one: str, other: str, same: bool) -> None:
    """Two faults would be one alert, or one fault two."""
    first, second = (
        next(fingerprints([Problem(rule="dangling-id", level="error", message=said, places=(Place(),))]))
        for said in (one, other)
    )

    assert same is (first == second)


def test_file_names_that_are_no_utf_8_are_told_in_every_form() -> None:
    """One file from an old disk would end the check with a bug report."""
    problem = Problem(rule="misfiled", level="error", message="x", places=(Place(file="data/\udcff.yaml", line=1),))

    for form in FORMATS:
        _text(form, Report(problems=(problem,))).encode()


def test_sarif_names_files_relative_to_where_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code scanning would not find the file in the repository."""
    monkeypatch.chdir(tmp_path)
    files = ("data/a b.yaml", f"{tmp_path}/data/ä.yaml", "../elsewhere.yaml")
    problems = tuple(
        Problem(rule="misfiled", level="error", message="x", places=(Place(file=file, line=1),)) for file in files
    )
    results = json.loads(_text("sarif", Report(problems=problems)))["runs"][0]["results"]
    found = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in results]

    assert ["data/a%20b.yaml", "data/%C3%A4.yaml", (tmp_path.parent / "elsewhere.yaml").as_uri()] == [
        artifact["uri"] for artifact in found
    ]
    assert ["%SRCROOT%", "%SRCROOT%", None] == [artifact.get("uriBaseId") for artifact in found]


@given(_reports, st.integers(0, 5))
def test_a_limit_shows_errors_first_and_says_how_many_more(report: Report, most: int) -> None:
    """The one error would be lost among warnings, or the rest would seem not to be there."""
    showing = Showing(most=most, source=False)
    shown = showing.shown(report)
    plain = json.loads(_text("json", report, showing))

    assert min(most, len(report.problems)) == len(shown) == len(plain["problems"])
    assert len(report.problems) == len(shown) + plain["unshown"]
    assert len(report.errors) == plain["errors"]
    assert len(report.errors) >= len(shown) or set(report.errors) <= set(shown)
