"""The engines: whichever runs the rules, the report is the same."""

import shutil
from pathlib import Path
from typing import Any

import pytest

import factcheck.engines
from factcheck import check
from factcheck.engines import ENGINES, engine_for, named_engine
from factcheck.problems import Report
from factcheck.rules import RULES
from factcheck.rules.rule import OnCorpus
from factcheck.tables.table import Table, Type
from tests.rules.corpora import parsed, write
from tests.test_rules import BLOCK, Section, examples

DATA = Path(__file__).parents[1] / "data"


def _reports(corpus: Path, monkeypatch: pytest.MonkeyPatch, rules: list[str] | None = None) -> list[Report]:
    """Return what a check says with DuckDB and with SQLite."""
    reports = []
    for few in (-1, 10**9):
        monkeypatch.setattr(factcheck.engines, "FEW", few)
        reports.append(check(corpus, rules=rules))
    return reports


def _queried() -> list[Any]:
    """Return the cases that fail of the rules that are SQL."""
    return [case for case in examples("Fails") if isinstance(RULES[str(case.values[0])].CHECK, OnCorpus)]


@pytest.mark.parametrize(("rule", "section"), _queried())
def test_a_case_that_fails_fails_alike(
    rule: str, section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small corpus would pass with a fault that is found in a large one."""
    write(tmp_path, parsed(BLOCK.findall(section.body)[0]))
    duckdb, sqlite = _reports(tmp_path, monkeypatch, [rule])

    assert duckdb == sqlite
    assert duckdb.problems


def test_a_corpus_with_many_faults_is_told_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of joins, or what null is, would decide what is found."""
    corpus = Path(shutil.copytree(DATA, tmp_path / "data"))
    for file in [*sorted(corpus.glob("references/*.yaml"))[::3], *sorted(corpus.glob("adjudications/*/*.yaml"))[::2]]:
        file.unlink()
    claims = sorted(corpus.glob("claims/*.yaml"))[0]
    text = claims.read_text("utf-8")
    for number, split in enumerate(("test", "train") * 12):
        text = text.replace(
            "\n  split: test", f"\n  split: {split}x" if number % 3 else f"\n  family: f{number % 2}", 1
        )
    claims.write_text(text, "utf-8")
    shutil.copy(claims, claims.with_name("again.yaml"))
    duckdb, sqlite = _reports(corpus, monkeypatch)

    assert duckdb == sqlite
    assert len(duckdb.by_rule) > 8


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_tells_text_numbers_truth_and_nothing_apart(name: str) -> None:
    """A rule on numbers would compare them letter by letter, or take what is absent for false."""
    columns: dict[str, Type] = {"word": "text", "number": "whole", "truth": "flag"}
    rows = [("é", 9, True), ("e\u0301", 10, False), (None, None, None), ("Z", -(2**63), True), ("a", 2**63 - 1, True)]
    with named_engine(name, {"things": Table(columns, rows), "none": Table(columns, [])}) as engine:
        assert [{"n": 2}] == engine.rows("select count(*) as n from things where number < 10")
        assert [{"n": 3}] == engine.rows("select count(*) as n from things where truth")
        assert [{"n": 1}] == engine.rows("select count(*) as n from things where truth is null")
        assert [{"word": "Z"}] == engine.rows("select min(word) as word from things")
        assert [{"number": 2**63 - 1}] == engine.rows("select max(number) as number from things")
        assert [] == engine.rows("select word from none")


def test_small_tables_need_no_duckdb() -> None:
    """A check of one file would wait for what it does not need."""
    with engine_for({"things": Table({"word": "text"}, [("a",)])}) as engine:
        assert "SQLiteEngine" == type(engine).__name__
