"""What a check says that ``factcheck fix`` would mend."""

import inspect
from pathlib import Path

import pytest

from factcheck import check
from factcheck.problems import Edit
from factcheck.repairs import REPAIRS
from factcheck.rules import RULES
from tests.cli.corpora import LIGHTHOUSE, copied, replaced

REFERENCE = "references/skerra-2021-census.yaml"
CLAIMS = "claims/skerra-leaflet.yaml"


def test_a_rule_with_a_repair_says_so_in_its_manual_and_no_other_does() -> None:
    """Somebody would mend by hand what a command does, or wait for a command that does nothing."""
    said = {name for name, rule in RULES.items() if "`factcheck fix`" in inspect.cleandoc(rule.__doc__ or "")}

    assert said == set(REPAIRS)
    assert sorted(REPAIRS) == list(REPAIRS)


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "value"),
    [
        (REFERENCE, "type: report", "type: report\nDOI: https://doi.org/10.1000/ABC%2D1", ("DOI",), "10.1000/abc-1"),
        (REFERENCE, "type: report", "type: report\nDOI: 'doi:10.1000/abc '", ("DOI",), "10.1000/abc"),
        (REFERENCE, "type: report", "type: report\nDOI: 10.1000/a b", ("DOI",), None),
        (REFERENCE, "type: report", "type: report\nPMID: 31772157", ("PMID",), "31772157"),
        (REFERENCE, "type: report", "type: report\nPMID: 'PMID: 31772157'", ("PMID",), "31772157"),
        (REFERENCE, "type: report", "type: report\nPMCID: '6879579'", ("PMCID",), None),
        (REFERENCE, "type: report", "type: report\nn: '90'", ("n",), 90),
        (REFERENCE, "type: report", "type: report\nn: '090'", ("n",), None),
        ("dataset.yaml", "released: 2026-11-22", "released: 22/11/2026", ("released",), "2026-11-22"),
        ("dataset.yaml", "released: 2026-11-22", "released: 2026-11-31", ("released",), None),
        ("dataset.yaml", "released: 2026-11-22", "released: 11/10/2026", ("released",), None),
        (CLAIMS, "  text: >-", "  note: cafe\u0301\n  text: >-", (0, "note"), "café"),
    ],
)
def test_what_can_be_meant_in_one_way_only_is_mended(
    *, file: str, old: str, new: str, path: tuple[str | int, ...], value: object, tmp_path: Path
) -> None:
    """A contributor would type anew what the check knows already, or find a guess in its place."""
    corpus = copied(tmp_path)
    replaced(corpus / file, old, new)

    (problem,) = [problem for problem in check(corpus).problems if problem.place.path.split(".")[-1] == path[-1]]

    edit = Edit(file=(corpus / file).as_posix(), path=path, value=value)
    assert ((edit,) if value is not None else ()) == problem.repair
    assert problem.fixable == bool(problem.repair)


def test_a_corpus_without_problems_needs_no_repair() -> None:
    """A check would advertise a command that changes nothing."""
    assert 0 == sum(problem.fixable for problem in check(LIGHTHOUSE).problems)
