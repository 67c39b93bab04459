"""Claims and gold verdicts as schema.org ClaimReview."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from rdflib import RDF, URIRef

from factcheck import Appearance, Corpus, UsageError, load
from factcheck.gold import gold_verdicts
from factcheck.labels import LABELS
from factcheck.records.fields import evolve
from factcheck.testing import corpora
from factcheck.writers import claimreview
from factcheck.writers.claimreview import BEST, RATINGS, WORST, lacks
from tests.writers.linked import graph_of

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
_HOMEPAGE = "https://example.org/skerra#top"
_SCHEMA = "https://schema.org/"
_VALID: dict[str, Any] = {
    "claimReviewed": "It was lit.",
    "url": "https://example.org/skerra#lit",
    "reviewRating": {"alternateName": "Refuted", "worstRating": 1, "ratingValue": 1, "bestRating": 5},
}


def _homed(corpus: Corpus, homepage: str | None = _HOMEPAGE) -> Corpus:
    return attrs.evolve(corpus, dataset=evolve(corpus.dataset, homepage=homepage))


def _reviews(corpus: Corpus) -> list[dict[str, Any]]:
    plain = json.loads(claimreview.written(corpus).files["claimreview.jsonld"])
    assert "https://schema.org" == plain["@context"]
    return list(plain["@graph"])


@given(corpora())
def test_every_gold_verdict_is_a_review_that_google_takes(corpus: Corpus) -> None:
    """A fact-check would not be shown, or with another rating than the corpus gives."""
    golds = gold_verdicts(corpus)
    words = {word: label for label, (word, _) in RATINGS.items()}

    reviews = _reviews(_homed(corpus))

    assert [()] * len(reviews) == [lacks(review) for review in reviews]
    given_labels = {claim.text: gold.label for claim in corpus.claims if (gold := golds[claim.id])}
    assert given_labels == {one["claimReviewed"]: words[one["reviewRating"]["alternateName"]] for one in reviews}
    assert len(reviews) == len({review["url"] for review in reviews})


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_an_rdf_library_reads_every_review() -> None:
    """A crawler of linked data would lose part of the file."""
    reviews = _reviews(_homed(load(LIGHTHOUSE)))

    graph = graph_of({"@graph": reviews}, _SCHEMA, url={"@type": "@id"})

    found = set(graph.subjects(RDF.type, URIRef(f"{_SCHEMA}ClaimReview")))
    assert {URIRef(review["url"]) for review in reviews} == found


def test_words_and_numbers_of_the_scale_say_the_same() -> None:
    """A reader of the number would learn something else than a reader of the word."""
    numbers = [number for _, number in RATINGS.values() if number is not None]

    assert list(LABELS) == list(RATINGS)
    assert len(RATINGS) == len({word for word, _ in RATINGS.values()})
    assert (WORST, 3, BEST) == tuple(sorted(numbers))
    assert (BEST, WORST, None) == tuple(RATINGS[label][1] for label in ("supported", "refuted", "not_enough_evidence"))


def test_a_review_says_who_made_the_claim_and_where() -> None:
    """A reader could not find what was said."""
    corpus = load(LIGHTHOUSE)
    places = (
        Appearance(url="https://example.org/post", speaker="The ferryman", date="2020-08-25"),
        Appearance(speaker="The ferryman", date="2019"),
    )
    claim = evolve(corpus.claims[0], appearances=places)

    (review,) = _reviews(_homed(attrs.evolve(corpus, claims=(claim,))))

    assert {
        "@type": "Claim",
        "author": [{"name": "The ferryman"}],
        "datePublished": "2019",
        "appearance": [{"@type": "CreativeWork", "url": "https://example.org/post"}],
    } == review["itemReviewed"]
    assert f"https://example.org/skerra#{claim.id}" == review["url"]


@pytest.mark.parametrize("homepage", [None, "a drawer", "ftp://example.org/x"])
def test_a_dataset_without_a_page_is_told_what_to_do(homepage: str | None) -> None:
    """Reviews would point nowhere."""
    with pytest.raises(UsageError, match=r"'homepage' in dataset\.yaml must be a web address"):
        claimreview.written(_homed(load(LIGHTHOUSE), homepage))


def test_what_is_left_out_is_counted() -> None:
    """Claims would vanish without a word."""
    corpus = load(LIGHTHOUSE)
    blank = tuple(evolve(claim, text=" ") for claim in corpus.claims[:1])

    done = claimreview.written(_homed(attrs.evolve(corpus, claims=(*blank, *corpus.claims[1:]), adjudications=())))

    expected = {"claims without a gold verdict": 1, "reviews that lack what Google requires": 1}
    assert (expected, len(corpus.claims) - 2) == (done.left_out, done.rows)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ()),
        ({"claimReviewed": " "}, ("claimReviewed",)),
        ({"url": "skerra#lit"}, ("url",)),
        ({"reviewRating": None}, ("reviewRating", "reviewRating.alternateName")),
        ({"reviewRating": {"alternateName": "Refuted"}}, ()),
        ({"reviewRating": {"ratingValue": 1}}, ("reviewRating.alternateName", "reviewRating.ratingValue")),
        (
            {"reviewRating": {**_VALID["reviewRating"], "ratingValue": 6}},
            ("reviewRating.ratingValue",),
        ),
        (
            {"reviewRating": {**_VALID["reviewRating"], "bestRating": 1}},
            ("reviewRating.ratingValue",),
        ),
    ],
)
def test_what_google_requires_is_looked_for(change: dict[str, Any], expected: tuple[str, ...]) -> None:
    """A review that is never shown would pass for one that is."""
    assert expected == lacks(_VALID | change)
