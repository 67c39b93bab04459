"""Every rule has a fault seeder, and finds what it seeded, where it seeded it, and no unrelated rule says a word."""

import doctest
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check, load
from factcheck.problems import Report
from factcheck.records.corpus import Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.fields import evolve
from factcheck.records.reference import Name
from factcheck.rules import RULES
from factcheck.rules.rule import OnRelease
from factcheck.testing import SeededFault, corpora, seeded_fault
from factcheck.testing.faults import SEEDERS, fault
from factcheck.testing.faults.fault import draft_of
from factcheck.testing.faults.scene import with_scene

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
EMPTY = Corpus(
    dataset=Dataset(
        name="empty",
        version="0.1.0",
        released="2026-11-22",
        schema_version="0.1",
        licence="CC0-1.0",
        language="en",
        profile="authored",
        description="A corpus of nothing.",
        authors=(Name(literal="Nobody"),),
    )
)
FEW = settings(max_examples=max(1, settings().max_examples // 30))


def report_on(seeded: SeededFault) -> Report:
    with TemporaryDirectory() as name:
        folder = seeded.write(Path(name))
        return check(folder, documents=[folder.parent / "withheld"])


def assert_told(seeded: SeededFault) -> None:
    report = report_on(seeded)

    assert seeded.is_told_by(report.problems), report.problems
    assert set() == set(report.by_rule) - {seeded.rule} - seeded.follows


def test_every_rule_of_a_corpus_has_a_seeder() -> None:
    """A rule could fall silent, and nobody would notice. What a release may break shows in no corpus."""
    assert [name for name, rule in RULES.items() if not isinstance(rule.CHECK, OnRelease)] == list(SEEDERS)


@pytest.mark.parametrize("rule", SEEDERS)
def test_a_seeded_fault_is_told_at_its_place_and_by_no_unrelated_rule(rule: str) -> None:
    """A fault would pass, or lead its author to the wrong line, or drown in messages that are not about it."""

    @FEW
    @given(seeded_fault(rule))
    def holds(seeded: SeededFault) -> None:
        assert_told(seeded)

    holds()


@pytest.mark.parametrize("rule", SEEDERS)
def test_every_fault_can_be_seeded_into_a_corpus_that_has_nothing(rule: str) -> None:
    """Who tests with a small corpus of their own would get no fault at all."""
    assert list(SEEDERS[rule](with_scene(draft_of(EMPTY))))


@FEW
@given(corpora())
def test_what_is_added_for_a_fault_is_itself_without_one(corpus: Corpus) -> None:
    """The fault that is told would not be the one that was seeded."""
    draft = with_scene(draft_of(corpus))
    nothing = SeededFault(rule="", kind="", record=0, path=(), file="", records=draft.records, texts=draft.texts)

    assert () == report_on(nothing).problems


@pytest.mark.prove
@pytest.mark.parametrize("rule", SEEDERS)
@pytest.mark.parametrize("profile", ["authored", "imported"])
def test_a_fault_can_be_seeded_into_a_corpus_that_is_given(rule: str, profile: str) -> None:
    """A project could test with invented corpora alone, and not with its own."""
    corpus = load(LIGHTHOUSE)
    given_corpus = attrs.evolve(corpus, dataset=evolve(corpus.dataset, profile=profile))

    @settings(max_examples=5)
    @given(seeded_fault(rule, given_corpus))
    def holds(seeded: SeededFault) -> None:
        assert_told(seeded)

    holds()


@FEW
@given(seeded_fault("stale-adjudication"))
def test_a_fault_of_records_shows_in_memory_too(seeded: SeededFault) -> None:
    """A program that never writes files could not be tested."""
    (problem, *_) = [found for found in check(seeded.corpus).problems if found.rule == "stale-adjudication"]

    assert f"{seeded.kind}[{seeded.record}]" == problem.place.file
    assert seeded.id is None


@given(st.text().filter(lambda name: name not in RULES))
def test_a_rule_that_does_not_exist_is_refused_with_the_nearest_name(name: str) -> None:
    """A slip of the pen would seed nothing."""
    with pytest.raises(ValueError, match=r"^'rule' must be a rule that can be seeded"):
        seeded_fault(name)


def test_the_example_in_the_manual_runs() -> None:
    """Who copies it would begin with an error."""
    assert 0 == doctest.testmod(fault).failed
