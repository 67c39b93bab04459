"""``claimreview.jsonld``: a schema.org ``ClaimReview`` for every claim that has a gold verdict.

One ``@graph``, in order of claim; a page that shows a claim takes that claim's node into its own markup.
``url`` is the homepage of ``dataset.yaml`` with the claim's id as the anchor, so the homepage must be a web address, and the
page should have these anchors.
The rating is a word (``alternateName``), and where the label lies between true and false a number too: 1 refuted, 3
conflicting, 5 supported; not enough evidence has the word alone, since no number on that scale would say it.
``ratingExplanation`` is the rationale, ``datePublished`` the day of the release, ``author`` who made the dataset,
``citation`` the sources of the evidence that stand on the web.
Who made a claim is named without saying whether that is a person or a body, which our records do not know.
Claims without a gold verdict, and reviews that lack what Google requires, are left out and counted; certainty, stances,
findings, anchors, votes and evidence sets have no place here.
Google asks for claims of 75 characters at most; longer ones are valid, and written whole.
Source: Google Search Central, Fact check (ClaimReview) structured data; schema.org.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urldefrag

import orjson

from factcheck.errors import UsageError
from factcheck.gold import GoldVerdict, gold_verdicts
from factcheck.labels import Label
from factcheck.records.claim import Appearance, Claim
from factcheck.records.corpus import Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.reference import Name
from factcheck.writers.addresses import Sources, web_address
from factcheck.writers.writer import Written

TITLE = "claims and gold verdicts as schema.org ClaimReview"
HOMEPAGE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck"

WORST, BEST = 1, 5
RATINGS: dict[Label, tuple[str, int | None]] = {
    "supported": ("Supported", BEST),
    "refuted": ("Refuted", WORST),
    "not_enough_evidence": ("Not enough evidence", None),
    "conflicting": ("Conflicting evidence", 3),
}
"""By label, the word and the number of a rating; no two labels share either."""

Plain = dict[str, Any]


def written(corpus: Corpus) -> Written:
    """Return all reviews as one file.

    Raises:
        UsageError: the dataset has no homepage on the web.
    """
    if web_address(corpus.dataset.homepage) is None:
        raise UsageError(
            "ClaimReview asks for the page that shows a claim: 'homepage' in dataset.yaml must be a web address "
            f"(got {corpus.dataset.homepage!r})"
        )
    sources, golds = Sources.of(corpus), gold_verdicts(corpus)
    claims = sorted(corpus.claims, key=lambda claim: claim.id)
    reviews = [_review(claim, gold, corpus.dataset, sources) for claim in claims if (gold := golds[claim.id])]
    valid = [review for review in reviews if not lacks(review)]
    plain = {"@context": "https://schema.org", "@graph": valid}
    left_out = {
        "claims without a gold verdict": len(claims) - len(reviews),
        "reviews that lack what Google requires": len(reviews) - len(valid),
    }
    data = orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return Written(files={"claimreview.jsonld": data}, rows=len(valid), left_out=left_out)


def lacks(review: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the properties that Google requires of a ClaimReview and that are absent, empty or off their scale."""
    rating = review.get("reviewRating")
    rating = rating if isinstance(rating, Mapping) else {}
    url = review.get("url")
    checks = {
        "claimReviewed": _is_said(review.get("claimReviewed")),
        "url": isinstance(url, str) and web_address(url) is not None,
        "reviewRating": bool(rating),
        "reviewRating.alternateName": _is_said(rating.get("alternateName")),
        "reviewRating.ratingValue": _is_on_scale(rating),
    }
    return tuple(name for name, holds in checks.items() if not holds)


def _is_said(words: Any) -> bool:
    return isinstance(words, str) and bool(words.strip())


def _is_on_scale(rating: Mapping[str, Any]) -> bool:
    """Tell whether a rating has no number, or one on a scale that has both its ends."""
    match [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]:
        case [_, None, _]:
            return True
        case [int(worst), int(value), int(best)]:
            return worst <= value <= best and worst < best
    return False


def _review(claim: Claim, gold: GoldVerdict, dataset: Dataset, sources: Sources) -> Plain:
    address = f"{urldefrag(dataset.homepage or '').url}#{quote(claim.id, safe='')}"
    return _without_empty(
        {
            "@type": "ClaimReview",
            "@id": address,
            "url": address,
            "claimReviewed": claim.text,
            "inLanguage": claim.language or dataset.language,
            "datePublished": dataset.released,
            "author": [_author(name) for name in dataset.authors],
            "reviewRating": _rating(gold),
            "itemReviewed": _claim(claim, sources),
            "citation": list(dict.fromkeys(web for part in claim.evidence if (web := sources.web(part)))),
        }
    )


def _rating(gold: GoldVerdict) -> Plain:
    word, number = RATINGS[gold.label]
    scale = {} if number is None else {"ratingValue": number, "worstRating": WORST, "bestRating": BEST}
    return _without_empty({"@type": "Rating", "alternateName": word, **scale, "ratingExplanation": gold.rationale})


def _claim(claim: Claim, sources: Sources) -> Plain:
    speakers = dict.fromkeys(part.speaker for part in claim.appearances if part.speaker)
    dates = [part.date for part in claim.appearances if part.date]
    return _without_empty(
        {
            "@type": "Claim",
            "author": [{"name": speaker} for speaker in speakers],
            "datePublished": min(dates, default=None),
            "appearance": [work for part in claim.appearances for work in _works(part, sources)],
        }
    )


def _works(part: Appearance, sources: Sources) -> Iterator[Plain]:
    document, web = sources.document(part), sources.web(part)
    if web is not None:
        about = {"name": document.title, "datePublished": document.published} if document else {}
        yield _without_empty({"@type": "CreativeWork", "url": web, **about})


def _author(name: Name) -> Plain:
    if name.family is None:
        return {"@type": "Organization", "name": name.literal or ""}
    parts = (name.given, name.particle, name.family, name.suffix)
    return {"@type": "Person", "name": " ".join(part for part in parts if part)}


def _without_empty(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value not in (None, "", [])}
