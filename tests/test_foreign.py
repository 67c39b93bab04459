"""The field's datasets, a few records each in their own shapes with invented words, held by our records."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Claim, Corpus, Verdict, check, load
from factcheck.records.corpus import KINDS, SINGULAR
from factcheck.schemas.explaining import explain
from factcheck.schemas.gate import gate
from factcheck.shaping import structure, unstructure

FOREIGN = Path(__file__).parent / "foreign"
DATASETS = sorted(folder.name for folder in FOREIGN.iterdir() if folder.is_dir())
FILES = sorted(FOREIGN.rglob("*.jsonl"))


def _corpus(name: str) -> Corpus:
    return load(FOREIGN / name)


def _claim(corpus: Corpus, name: str) -> Claim:
    return next(claim for claim in corpus.claims if claim.id == name)


def _verdict(corpus: Corpus, name: str) -> Verdict:
    return next(verdict for verdict in corpus.verdicts if verdict.claim == name)


def test_the_six_shapes_are_here() -> None:
    """Breaks: a folder is renamed and its tests pass over nothing."""
    assert ["averitec", "climate-fever", "factcheck-gpt", "fever", "healthver", "scifact"] == DATASETS


@pytest.mark.parametrize("name", DATASETS)
def test_each_passes_without_an_error(name: str) -> None:
    """Breaks: a dataset of the field cannot be brought into a corpus."""
    report = check(FOREIGN / name)

    assert () == report.errors
    assert 0 == report.anchors["unseen"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOREIGN).as_posix())
def test_each_line_fits_its_schema_by_both_engines_and_is_kept_whole(file: Path) -> None:
    """Breaks: a converted line fits for one validator only, or loses something on its way through the records."""
    kind = file.relative_to(FOREIGN).parts[1]
    for line in file.read_text("utf-8").splitlines():
        plain = json.loads(line)

        assert gate(SINGULAR[kind])(plain)
        assert () == explain(SINGULAR[kind], plain)
        assert plain == unstructure(structure(plain, KINDS[kind]))


def test_fever_keeps_alternative_sets_over_two_pages() -> None:
    """Breaks: sentences that are needed together count as enough one by one."""
    corpus = _corpus("fever")
    claim = _claim(corpus, "75397")
    pages = {evidence.key: evidence.document for evidence in claim.evidence}
    sets = _verdict(corpus, "75397").rests_on

    assert [2, 1] == [len({pages[key] for key in members}) for members in sets]
    assert [(1,), (0,), (0,)] == [evidence.sentences for evidence in claim.evidence]
    assert [[92206, 104971], [92207, 104973]] == claim.evidence[0].extra["annotations"]


def test_fever_without_enough_information_rests_on_nothing() -> None:
    """Breaks: the nulls of a NOT ENOUGH INFO line become evidence."""
    corpus = _corpus("fever")

    assert () == _claim(corpus, "214861").evidence
    assert ("not_enough_evidence", ()) == (_verdict(corpus, "214861").label, _verdict(corpus, "214861").rests_on)


def test_fever_sentences_are_anchored_in_their_pages() -> None:
    """Breaks: the number of a sentence does not lead to its words."""
    corpus = _corpus("fever")
    pages = {document.id: document for document in corpus.documents}
    for claim in corpus.claims:
        for evidence in claim.evidence:
            page = pages[evidence.document or ""]
            assert evidence.anchor is not None
            assert evidence.anchor.start == page.passages[evidence.sentences[0]].start


def test_scifact_keeps_two_rationales_in_one_abstract() -> None:
    """Breaks: two rationales that suffice each by itself become one."""
    corpus = _corpus("scifact")
    claim = _claim(corpus, "1049")

    assert {"40817021"} == {evidence.document for evidence in claim.evidence}
    assert [(1, 2), (2, 4)] == [evidence.sentences for evidence in claim.evidence]
    assert (("40817021:0",), ("40817021:1",)) == _verdict(corpus, "1049").rests_on


def test_scifact_test_claims_have_no_verdict() -> None:
    """Breaks: a blind test set cannot be held, or is given labels it does not have."""
    corpus = _corpus("scifact")

    assert ["7"] == sorted({claim.id for claim in corpus.claims} - {verdict.claim for verdict in corpus.verdicts})
    assert "test" == _claim(corpus, "7").split


def test_averitec_keeps_question_answer_source_speaker_and_date() -> None:
    """Breaks: the questions, which are the point of AVeriTeC, are lost."""
    (claim,) = _corpus("averitec").claims
    (appearance,) = claim.appearances

    assert ("Tove Rask", "2020-08-25", "https://example.org/speeches/rask") == (
        appearance.speaker,
        appearance.date,
        appearance.url,
    )
    assert 3 == len({evidence.question for evidence in claim.evidence})
    assert [True, True, True, False] == [evidence.url is not None for evidence in claim.evidence]
    assert ["finding", "text", "finding", "finding"] == [
        "finding" if evidence.finding else "text" for evidence in claim.evidence
    ]


def test_climate_fever_keeps_the_votes_and_the_dispute() -> None:
    """Breaks: a disputed claim becomes one that nothing is known of."""
    corpus = _corpus("climate-fever")
    (claim,) = corpus.claims

    assert [{"supports": 2}, {"refutes": 2, "supports": 1}, {}] == [dict(evidence.votes) for evidence in claim.evidence]
    assert ("conflicting", "DISPUTED") == (corpus.verdicts[0].label, corpus.verdicts[0].extra["claim_label"])
    for evidence in claim.evidence:
        cast = [vote for vote in evidence.extra["votes"] if vote not in (None, "NOT_ENOUGH_INFO")]
        assert len(cast) == sum(evidence.votes.values())


def test_factcheck_gpt_keeps_the_prompt_and_warns_of_a_quote_that_is_not_there() -> None:
    """Breaks: a sentence that its response does not hold passes unseen, or keeps the dataset out."""
    (problem,) = check(FOREIGN / "factcheck-gpt").problems
    (document,) = _corpus("factcheck-gpt").documents

    assert "Which is the oldest lighthouse of the islands?" == document.prompt
    assert ("quote-not-in-document", "warning", 2) == (problem.rule, problem.level, problem.place.line)
    assert "appearances[0].anchor.quote" == problem.place.path


def test_healthver_keeps_inline_evidence_without_a_verdict_that_nobody_gave() -> None:
    """Breaks: labels of pairs become a label of the claim that its makers never gave."""
    corpus = _corpus("healthver")
    (claim,) = corpus.claims

    assert () == corpus.verdicts
    assert ["supports", "refutes", None] == [evidence.stance for evidence in claim.evidence]
    assert all(evidence.text and not evidence.document and not evidence.url for evidence in claim.evidence)


@given(file=st.sampled_from(FILES), data=st.data())
def test_a_foreign_line_with_a_key_of_its_own_is_refused(file: Path, data: st.DataObject) -> None:
    """Breaks: what the records have no field for is dropped instead of standing under extra."""
    kind = file.relative_to(FOREIGN).parts[1]
    plain = json.loads(data.draw(st.sampled_from(file.read_text("utf-8").splitlines())))
    misfits = explain(SINGULAR[kind], {**plain, "verifiable": "VERIFIABLE"})

    assert [("verifiable",)] == [misfit.path for misfit in misfits]
    assert "'extra'" in (misfits[0].cure or "")
