"""Every rule has its manual, and the examples in it are true."""

import inspect
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import factcheck.rules
from factcheck.checking.examining import corpus_rules
from factcheck.labels import LEVELS
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES, OnFiles, OnRelease
from tests.rules.corpora import messages, parsed, report_on

HEADINGS = ("What it asks", "Why", "Passes", "Fails", "How to repair")
_HEADING = re.compile(r"^## (?P<name>[A-Z][a-z ]*?)(?: \((?P<count>[0-9]+)\))?$", re.MULTILINE)
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@attrs.frozen
class Section:
    name: str
    count: int | None
    body: str


def manual(rule: str) -> str:
    return inspect.cleandoc(RULES[rule].__doc__ or "")


def sections(rule: str) -> list[Section]:
    text = manual(rule)
    found = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    return [
        Section(heading["name"], int(heading["count"]) if heading["count"] else None, text[heading.end() : end].strip())
        for heading, end in zip(found, ends, strict=True)
    ]


def examples(name: str) -> list[Any]:
    return [
        pytest.param(rule, section, id=rule) for rule in RULES for section in sections(rule) if section.name == name
    ]


def test_each_module_is_listed_under_its_own_name() -> None:
    """A rule that is not listed is never asked, and nobody would notice."""
    modules = {path.stem for path in Path(factcheck.rules.__path__[0]).glob("*.py")} - {"__init__", "rule"}
    listed = {name: module.__name__ for name, module in RULES.items()}  # type: ignore[attr-defined]  # a rule is a module

    assert {name.replace("_", "-"): f"factcheck.rules.{name}" for name in modules} == listed


def test_rules_are_listed_in_alphabetical_order() -> None:
    """`factcheck rules` prints them in this order."""
    assert sorted(RULES) == list(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_name_is_lower_case_words_joined_by_hyphens(rule: str) -> None:
    """Names stand in dataset.yaml, in addresses and on the command line."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule)


@pytest.mark.parametrize("rule", RULES)
def test_the_manual_has_a_title_and_its_sections_in_order(rule: str) -> None:
    """Somebody who asks `factcheck explain` would miss what to do."""
    title, _, rest = manual(rule).partition("\n")
    names = [section.name for section in sections(rule)]

    assert re.fullmatch(r"[A-Z].*\.", title)
    assert rest.startswith("\n## ")
    assert [name for name in HEADINGS if name in names] == names
    assert {"What it asks", "Why", "How to repair"} <= set(names)
    assert all(section.body for section in sections(rule))


@pytest.mark.parametrize("rule", RULES)
def test_the_manual_shows_a_case_that_passes_and_one_that_fails(rule: str) -> None:
    """A rule without examples is neither understood nor tested; facts of files and releases have theirs in tests."""
    names = {section.name for section in sections(rule)}

    assert isinstance(RULES[rule].CHECK, (OnFiles, OnRelease)) or {"Passes", "Fails"} <= names
    assert ("Passes" in names) == ("Fails" in names)


@pytest.mark.parametrize("rule", RULES)
def test_the_constants_are_levels_numbers_and_a_check(rule: str) -> None:
    """A level that is no level would turn the rule into neither an error nor a warning."""
    module = RULES[rule]

    assert module.LEVEL in LEVELS
    assert module.IMPORTED in LEVELS
    assert type(module.CHECK) in SCOPES
    assert {type(value) for value in module.SETTINGS.values()} <= {int, float, str}


@pytest.mark.parametrize(("rule", "section"), examples("Passes"))
def test_the_case_that_passes_passes(rule: str, section: Section, tmp_path: Path) -> None:
    """The manual would show as right what the rule refuses."""
    (block,) = BLOCK.findall(section.body)
    report = report_on(tmp_path, parsed(block), {rule, "schema-violation", "unknown-rule"})

    assert report.problems == ()


@pytest.mark.parametrize(("rule", "section"), examples("Fails"))
def test_the_case_that_fails_fails_as_often_as_it_says(rule: str, section: Section, tmp_path: Path) -> None:
    """The manual would promise a problem that nobody is told, or show a message that nobody reads."""
    (block,) = BLOCK.findall(section.body)
    expected = re.findall(r"^> (.*)$", section.body, re.MULTILINE)
    report = report_on(tmp_path, parsed(block), {rule, "schema-violation", "unknown-rule"})

    assert {problem.rule for problem in report.problems} == {rule}
    assert len(messages(report, rule)) == section.count
    assert expected
    assert set(expected) <= set(messages(report, rule))


@pytest.mark.parametrize(("rule", "section"), examples("Fails"))
def test_each_problem_has_a_place_in_a_file_and_a_cure(rule: str, section: Section, tmp_path: Path) -> None:
    """A problem without a place is looked for by hand; every second place says what is there."""
    (block,) = BLOCK.findall(section.body)

    for problem in report_on(tmp_path, parsed(block), {rule}).problems:
        assert problem.place.line > 0
        assert problem.cure
        assert all(place.note for place in problem.places[1:])


def test_an_imported_corpus_is_not_asked_for_what_its_source_did_not_record(tmp_path: Path) -> None:
    """Who converts a dataset would have to invent values, or turn rules off by hand."""
    corpus = {
        "dataset": {"profile": "imported", "gold": {"policy": "required"}},
        "annotators": [{"id": "fever", "kind": "published"}],
        "claims": [{"id": "75397", "text": "It works for Fox Broadcasting Company; they say so."}],
        "verdicts": [{"claim": "75397", "annotator": "fever", "label": "supported"}],
    }

    assert report_on(tmp_path, corpus, corpus_rules()).problems == ()
