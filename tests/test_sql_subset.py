"""The SQL of the rules keeps to what DuckDB and Spark read alike."""

from typing import Any

import pytest
import sqlglot
from sqlglot import expressions as e

from factcheck.rules import RULES
from factcheck.rules.rule import OnCorpus
from factcheck.tables.near_duplicates import CANDIDATES
from factcheck.tables.relations import RELATIONS

ALLOWED = {
    *(e.Select, e.From, e.Join, e.Where, e.Group, e.Having, e.Subquery, e.Paren, e.Alias, e.TableAlias),
    *(e.Table, e.Column, e.Identifier, e.Star, e.Literal, e.Null),
    *(e.And, e.Or, e.Not, e.Is, e.EQ, e.NEQ, e.LT, e.LTE, e.GT, e.GTE),
    *(e.Count, e.Distinct, e.Min, e.Max, e.Window, e.Order, e.Ordered),
}
"""Joins, anti joins, group by, having, windows, comparison, count, min and max: no text functions, lists, division, union."""


def queries() -> list[Any]:
    corpus_rules = {rule: module.CHECK for rule, module in RULES.items() if isinstance(module.CHECK, OnCorpus)}
    asked = [(rule, query.sql) for rule, check in corpus_rules.items() for query in check.queries]
    return [pytest.param(sql, id=name) for name, sql in (*asked, ("near-duplicates", CANDIDATES))]


def parse(sql: str) -> e.Expression:
    found = sqlglot.parse_one(sql, read="duckdb")
    assert isinstance(found, e.Expression)
    return found


@pytest.mark.parametrize("sql", queries())
def test_a_query_uses_nothing_but_the_portable_subset(sql: str) -> None:
    """On Spark the rule would fail, or mean something else."""
    assert {type(node) for node in parse(sql).walk()} - ALLOWED == set()


@pytest.mark.parametrize("sql", queries())
def test_a_query_is_the_same_after_a_way_through_spark(sql: str) -> None:
    """What Spark reads would not be what DuckDB reads."""
    spark = sqlglot.transpile(sql, read="duckdb", write="spark")[0]

    assert parse(sql).sql("duckdb") == sqlglot.transpile(spark, read="spark", write="duckdb")[0]


@pytest.mark.parametrize("sql", queries())
def test_a_query_reads_relations_that_there_are(sql: str) -> None:
    """A misspelt relation would be found only when the rule is first asked."""
    assert {table.name for table in parse(sql).find_all(e.Table)} <= {*RELATIONS, "bands", "near_duplicates"}


@pytest.mark.parametrize("sql", ["select upper(id) from claims", "select 1 union select 2", "select [id] from claims"])
def test_the_subset_refuses_what_is_not_portable(sql: str) -> None:
    """The test above would pass whatever a query says."""
    assert {type(node) for node in parse(sql).walk()} - ALLOWED != set()
