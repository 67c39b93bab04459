"""Tables for spreadsheets hold every word, and none is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Corpus
from factcheck.testing import corpora
from factcheck.writers import spreadsheet
from factcheck.writers.spreadsheet import harmless

_FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1"]


def _rows(corpus: Corpus, name: str) -> list[dict[str, str]]:
    text = spreadsheet.written(corpus).files[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@given(corpora())
def test_what_the_tables_hold_is_what_the_records_say(corpus: Corpus) -> None:
    """A clinician would review other words than those of the corpus."""
    claims = {row["id"]: (row["text"], row["kind"], row["topics"], row["note"]) for row in _rows(corpus, "claims")}
    verdicts = {(row["claim"], row["annotator"], row["label"]) for row in _rows(corpus, "verdicts")}

    assert {
        claim.id: (harmless(claim.text), claim.kind, "\n".join(claim.topics), harmless(claim.note or ""))
        for claim in corpus.claims
    } == claims
    given_verdicts = {(one.claim, one.annotator, one.label) for one in corpus.verdicts}
    assert given_verdicts | {(one.claim, one.annotator, one.label) for one in corpus.adjudications} == verdicts
    assert sum(len(claim.evidence) for claim in corpus.claims) == len(_rows(corpus, "evidence"))
    assert len(corpus.references) == len(_rows(corpus, "references"))


@given(st.text() | st.builds(str.__add__, st.sampled_from("=+-@\t\r\n'＝"), st.text()))
def test_no_cell_is_run_and_each_gives_its_words_back(words: str) -> None:
    """A sentence that begins with = would be run on whoever opens the file."""
    cell = harmless(words)

    assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert words == (cell.removeprefix("'") if cell.startswith("'") else cell)


@pytest.mark.parametrize("words", _FORMULAS)
def test_each_beginning_of_a_formula_is_met(words: str) -> None:
    """One sign that was forgotten is enough."""
    assert f"'{words}" == harmless(words)
