"""The order of files, records and keys means nothing."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Problem, build, check, load
from factcheck.building.rows import release_rows
from factcheck.records.corpus import KINDS, Corpus
from factcheck.shaping import plain_of
from factcheck.testing import SeededFault, corpora, seeded_fault
from factcheck.testing.faults import SEEDERS
from factcheck.writing import yaml_text
from tests.shuffling import filings, put

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
_OF_FILES = {"duplicate-key", "misfiled", "orphan-text", "unreadable", "carriage-return", "void-ignore"}
OF_RECORDS = sorted(set(SEEDERS) - _OF_FILES)


def said(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    """Return what is said; of two records that are alike, either may be called the later one."""
    return Counter((problem.rule, "" if len(problem.places) > 1 else problem.message) for problem in problems)


@settings(max_examples=max(5, settings().max_examples // 6))
@given(st.sampled_from(OF_RECORDS).flatmap(seeded_fault), st.data())
def test_problems_are_the_same_in_any_order(seeded: SeededFault, data: st.DataObject) -> None:
    """A corpus would pass when its files are sorted otherwise, or its keys."""
    with TemporaryDirectory() as name:
        folder = seeded.write(Path(name))
        withheld = folder.parent / "withheld"
        before = said(check(folder, documents=[withheld]).problems)
        for kind in KINDS:
            (folder / kind / f"{kind}.jsonl").unlink(missing_ok=True)
        put(folder, data.draw(filings(seeded.records)))

        assert before == said(check(folder, documents=[withheld]).problems)


@settings(max_examples=max(5, settings().max_examples // 3))
@given(corpora(), st.data())
def test_the_digest_of_a_release_is_the_same_in_any_order(corpus: Corpus, data: st.DataObject) -> None:
    """Who sorts the lines of a file would seem to have changed the data."""
    plain = plain_of(corpus)
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, {"dataset.yaml": yaml_text("dataset", plain["dataset"]).encode(), **data.draw(filings(plain))})

        assert release_rows(corpus).content_digest == release_rows(load(folder)).content_digest


@pytest.mark.prove
@settings(max_examples=5)
@given(data=st.data())
def test_a_release_that_is_built_is_the_same_in_any_order(data: st.DataObject) -> None:
    """The digest that a reader sees would not be that of the records."""
    corpus = load(LIGHTHOUSE)
    with TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        texts = {f"texts/{path.name}": path.read_bytes() for path in (LIGHTHOUSE / "texts").iterdir()}
        dataset = {"dataset.yaml": (LIGHTHOUSE / "dataset.yaml").read_bytes()}
        put(folder, dataset | texts | data.draw(filings(plain_of(corpus))))

        one, two = build(LIGHTHOUSE, Path(name) / "one"), build(folder, Path(name) / "two")
        assert one.content_digest == two.content_digest
