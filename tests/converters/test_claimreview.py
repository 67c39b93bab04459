"""What ratings of fact-checkers mean, and pages that carry them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.converters.claimreview import label_of
from factcheck.converters.converter import Unreadable
from factcheck.converting import convert
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import read_json

REVIEW = FIXTURES["claimreview"][0]


@pytest.mark.parametrize(
    ("rating", "label"),
    [
        ({"alternateName": "True"}, "supported"),
        ({"alternateName": "pants on fire"}, "refuted"),
        ({"alternateName": "True", "ratingValue": 1, "bestRating": 6}, "supported"),
        ({"ratingValue": 1, "bestRating": 5, "worstRating": 1}, "refuted"),
        ({"ratingValue": "4", "bestRating": "5", "worstRating": "1", "alternateName": ""}, "supported"),
        ({"ratingValue": 3, "bestRating": 5, "worstRating": 1}, "conflicting"),
    ],
)
def test_a_rating_means_what_its_word_says_or_else_its_number(rating: dict[str, Any], label: str) -> None:
    """Breaks: a verdict is turned round by a publisher's scale."""
    assert label == label_of(rating)


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ({"alternateName": "Four Pinocchios"}, r"label must be one of True, .* \(got 'Four Pinocchios'\)"),
        ({"alternateName": 1}, r"label must be one of True, .* \(got 1\)"),
        ({"ratingValue": 3}, "a rating must have a word"),
        ({"ratingValue": 3, "bestRating": 6, "worstRating": 1}, "a rating must have a word"),
        ({"ratingValue": 3.5, "bestRating": 5, "worstRating": 1}, "a rating must have a word"),
        ({"ratingValue": True, "bestRating": 5, "worstRating": 1}, "a rating must have a word"),
        ("True", "'reviewRating' must be a mapping"),
    ],
)
def test_a_rating_that_nobody_explains_is_not_guessed(rating: Any, said: str) -> None:
    """Breaks: a word or a scale of one publisher is taken for another's."""
    with pytest.raises(Unreadable, match=said):
        label_of(rating)


def test_a_page_is_converted_from_the_command_line(tmp_path: Path) -> None:
    """Breaks: a fact-checker's page cannot be read."""
    other = {**REVIEW, "reviewRating": {"alternateName": "Four Pinocchios"}}
    graph = json.dumps({"@graph": [{"@type": "Organization"}, REVIEW, other]})
    page = f'<html>\n<script type="application/ld+json">\n{graph}\n</script></html>\n'
    (tmp_path / "check.html").write_text(page, "utf-8")
    command = [sys.executable, "-m", "factcheck", "convert", "auto", "check.html", "-o", "corpus"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)

    assert (1, "") == (done.returncode, done.stderr)
    first, *others = done.stdout.splitlines()
    assert first.startswith("check.html:3: label must be one of True, ")
    assert [
        "claimreview: 2 rows in, 1 converted, 1 rejected",
        "corpus: 1 claims, 1 verdicts, 0 documents",
    ] == others


def test_a_review_says_who_claimed_what_when_and_why_it_is_so(tmp_path: Path) -> None:
    """Breaks: speaker, place and date of a claim are buried under extra, where no rule reads them."""
    (tmp_path / "a.json").write_text(json.dumps(REVIEW), "utf-8")

    convert("claimreview", [tmp_path / "a.json"], tmp_path / "corpus")

    (claim,) = read_json(tmp_path / "corpus" / "claims" / "claims.jsonl")
    (verdict,) = read_json(tmp_path / "corpus" / "verdicts" / "published.jsonl")
    appearance = {"url": "https://example.org/post", "speaker": "The ferryman", "date": "2026-11-01"}
    assert [appearance] == claim["appearances"]
    assert ("supported", "The log says so.", "2026-11-20") == (
        verdict["label"],
        verdict["rationale"],
        verdict["date"],
    )
