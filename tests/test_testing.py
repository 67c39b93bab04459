"""The strategies give what they promise: corpora in which nothing is wrong, records that a caller can shape."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck.testing
from factcheck.checking import check
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.testing import claims, corpora, slugs

_WITHOUT_HYPOTHESIS = "import sys; sys.modules['hypothesis'] = None; import factcheck.testing"


@settings(max_examples=max(10, settings().max_examples // 2))
@given(corpora())
def test_a_drawn_corpus_has_no_problem_and_all_its_anchors_hold(corpus: Corpus) -> None:
    """Otherwise whoever tests a program with drawn corpora tests it with broken ones."""
    report = check(corpus)

    assert () == report.problems
    anchored = [part.anchor for claim in corpus.claims for part in claim.appearances if part.anchor]
    anchored += [part.anchor for claim in corpus.claims for part in claim.evidence if part.anchor]
    assert {"verified": len(anchored), "unseen": 0} == {
        key: report.anchors.get(key, 0) for key in ("verified", "unseen")
    }


@given(corpora(min_claims=2, max_claims=3, profile="imported"))
def test_a_caller_chooses_how_many_claims_and_which_profile(corpus: Corpus) -> None:
    """Otherwise arguments are taken and forgotten."""
    assert len(corpus.claims) in (2, 3)
    assert "imported" == corpus.dataset.profile


@given(claims(id=slugs(), kind=st.just("safety"), note=st.none()))
def test_a_caller_chooses_the_fields(claim: Claim) -> None:
    """Otherwise a test that needs claims of one kind must filter them."""
    assert ("safety", None) == (claim.kind, claim.note)
    assert claim.id.replace("-", "").isalnum()


def test_a_field_that_is_none_is_refused_by_name() -> None:
    """Otherwise a misspelt field is passed over and the test tests nothing."""
    with pytest.raises(TypeError, match=r"^Claim must be given fields it has: id, text, .* \(got 'knid'\)$"):
        claims(knid=st.just("safety"))


def test_every_public_strategy_is_a_function_that_gives_examples() -> None:
    """Otherwise the list of strategies promises something that is not there."""
    for name in set(factcheck.testing.__all__) - {"SeededFault", "seeded_fault"}:
        assert isinstance(getattr(factcheck.testing, name)(), st.SearchStrategy), name


def test_without_hypothesis_the_extra_is_named() -> None:
    """Otherwise the reader of the error must guess what to install."""
    done = subprocess.run([sys.executable, "-c", _WITHOUT_HYPOTHESIS], capture_output=True, text=True, check=False)

    assert 1 == done.returncode
    assert "factcheck.testing needs hypothesis: install factcheck[testing]" in done.stderr
