"""ClaimReview: what fact-checkers say of their articles in JSON-LD, by schema.org and Google's documentation.

A row is an object of that type: by itself, in an array, in a ``@graph`` or a feed, or in a script of an HTML page.
The rating is in words (``alternateName``), which each publisher chooses, and in numbers (``ratingValue`` from ``worstRating``
to ``bestRating``). Where both are there the word counts, also against the number: schema.org's own first example has ``True`` at
1 of 6. Numbers alone are understood on Google's scale, 1 to 5. A word that is not listed is no label, and a review without a
rating is a claim without a verdict. The publisher's page is not evidence: it is who judged.
"""

import re
from collections.abc import Mapping
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
    Judged,
    Meaning,
    Plain,
    Records,
    Unreadable,
    meaning,
    no_documents,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.labels import Label

CARD = Card(
    title="ClaimReview",
    description="Fact-checks as their publishers mark them up for search engines.",
    homepage="https://schema.org/ClaimReview",
    citation="schema.org (2016). ClaimReview. https://schema.org/ClaimReview",
    released="2016",
    licence="unknown",
    licence_seen="https://schema.org/ClaimReview is a form; each publisher has terms of its own",
)
LABELS: dict[str, Meaning] = {
    "True": Meaning(label="supported"),
    "Mostly true": Meaning(label="supported", note="true, but for details"),
    "Correct": Meaning(label="supported"),
    "Accurate": Meaning(label="supported"),
    "Half true": Meaning(label="conflicting", note="true in part"),
    "Partly true": Meaning(label="conflicting", note="true in part"),
    "Partly false": Meaning(label="conflicting", note="true in part"),
    "Mixture": Meaning(label="conflicting", note="true in part"),
    "Mixed": Meaning(label="conflicting", note="true in part"),
    "Misleading": Meaning(label="conflicting", note="what it says is so, what it suggests is not"),
    "Missing context": Meaning(label="conflicting", note="what it says is so, what it suggests is not"),
    "Mostly false": Meaning(label="refuted", note="false, but for details"),
    "False": Meaning(label="refuted"),
    "Incorrect": Meaning(label="refuted"),
    "Inaccurate": Meaning(label="refuted"),
    "Pants on fire": Meaning(label="refuted", note="false, and ridiculous"),
    "Unproven": Meaning(label="not_enough_evidence"),
    "Unverified": Meaning(label="not_enough_evidence"),
    "No evidence": Meaning(label="not_enough_evidence"),
}
COUNTS: dict[str, dict[str, int]] = {}
_KNOWN = {word.casefold(): word for word in LABELS}
_SCALE = {1: "False", 2: "Mostly false", 3: "Half true", 4: "Mostly true", 5: "True"}
_WRITTEN: dict[Label, tuple[str, int | None]] = {
    "supported": ("True", 5),
    "refuted": ("False", 1),
    "conflicting": ("Half true", 3),
    "not_enough_evidence": ("Unproven", None),
}
_HEAD = {"@context": "https://schema.org", "@type": "ClaimReview"}
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is an object with a type that reviews a claim."""
    return isinstance(row, dict) and {"@type", "claimReviewed"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim with who made it and when, and the verdict of its rating."""
    rest, name = dict(row), str(number)
    text = required(rest, "claimReviewed")
    if {key: rest.get(key) for key in _HEAD} == _HEAD:
        rest = {key: value for key, value in rest.items() if key not in _HEAD}
    appearance = _appearance(rest.pop("itemReviewed")) if isinstance(rest.get("itemReviewed"), dict) else {}
    verdict = _verdict(rest, name)
    claim = {"id": name, "text": text, "appearances": [appearance] if appearance else [], "extra": rest}
    return Records(claims=[without_absent(claim)], verdicts=[verdict] if verdict else [])


def _appearance(item: Mapping[str, Any]) -> Plain:
    """Return where and by whom a claim was made; what is said in another form than ours is kept beside."""
    heard = _heard(item)
    return heard if heard and _item(heard) == item else {**heard, "extra": {"itemReviewed": item}}


def _heard(item: Mapping[str, Any]) -> Plain:
    author, place, date = item.get("author"), item.get("appearance"), item.get("datePublished")
    return without_absent(
        {
            "url": _text(place, "url") or _text(item, "url"),
            "speaker": _text(author, "name"),
            "date": date if isinstance(date, str) and _DATE.fullmatch(date) else None,
        }
    )


def _text(value: Any, key: str) -> str | None:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _item(heard: Mapping[str, Any]) -> Plain:
    item: Plain = {"@type": "Claim"}
    item |= {"author": {"@type": "Person", "name": heard["speaker"]}} if "speaker" in heard else {}
    item |= {"datePublished": heard["date"]} if "date" in heard else {}
    return item | ({"appearance": {"@type": "CreativeWork", "url": heard["url"]}} if "url" in heard else {})


def _verdict(rest: Plain, name: str) -> Plain | None:
    if rest.get("reviewRating") is None:
        return None
    rating = rest.pop("reviewRating")
    label = label_of(rating)
    date = rest.get("datePublished")
    is_day = isinstance(date, str) and _DATE.fullmatch(date) is not None
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": label,
        "rationale": taken(rest, "reviewBody"),
        "date": rest.pop("datePublished") if is_day else None,
        "extra": {} if rating == _rating(label) else {"reviewRating": rating},
    }
    return without_absent(verdict)


def label_of(rating: Any) -> Label:
    """Return what a rating means: its word, else its number on the scale from 1 to 5.

    Raises:
        Unreadable: it is none, its word is not listed, or it has neither word nor scale.
    """
    if not isinstance(rating, dict):
        raise Unreadable(f"'reviewRating' must be a mapping (got {rating!r:.60})")
    word = rating.get("alternateName")
    if word is None or word == "":
        value, best, worst = (_number(rating.get(key)) for key in ("ratingValue", "bestRating", "worstRating"))
        if (best, worst) != (5, 1) or value not in _SCALE:
            scale = "a whole number from 1 ('worstRating') to 5 ('bestRating')"
            raise Unreadable(f"a rating must have a word ('alternateName'), or {scale}")
        word = _SCALE[value]
    said = " ".join(word.split()).casefold() if isinstance(word, str) else ""
    return meaning(LABELS, _KNOWN.get(said, word)).label


def _number(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    return int(value) if re.fullmatch("[0-9]{1,3}", str(value), re.ASCII) else None


def _rating(label: Label) -> Plain:
    word, value = _WRITTEN[label]
    numbers = {} if value is None else {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    return {"@type": "Rating", "alternateName": word, **numbers}


def write(judged: Judged) -> Plain:
    """Return the object of a claim."""
    claim, verdict = judged.claim, judged.verdict
    extra = claim.get("extra", {})
    row: Plain = {**({} if _HEAD.keys() & extra.keys() else _HEAD), "claimReviewed": claim["text"], **extra}
    for appearance in claim.get("appearances", ())[:1]:
        heard = {key: appearance[key] for key in ("url", "speaker", "date") if key in appearance}
        item = appearance.get("extra", {}).get("itemReviewed")
        row["itemReviewed"] = item if isinstance(item, dict) and _heard(item) == heard else _item(heard)
    if verdict is None:
        return row
    row |= {"reviewBody": verdict["rationale"]} if "rationale" in verdict else {}
    row |= {"datePublished": verdict["date"]} if "date" in verdict else {}
    rating = verdict.get("extra", {}).get("reviewRating")
    return row | {"reviewRating": rating if _means(rating, verdict["label"]) else _rating(verdict["label"])}


def _means(rating: Any, label: str) -> bool:
    """Tell whether a rating that was kept is still that of a label, which somebody may have changed."""
    try:
        return label_of(rating) == label
    except Unreadable:
        return False
