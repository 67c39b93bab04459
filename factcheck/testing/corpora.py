"""Strategies for whole corpora in which everything that is named is there and everything said of a text is true."""

from collections.abc import Mapping, Sequence
from typing import get_args

import attrs
from hypothesis import strategies as st

from factcheck.labels import AnnotatorKind, ClaimKind, Profile
from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.dataset import Dataset, Gold, RuleSetting
from factcheck.records.reference import Name, Reference
from factcheck.records.verdict import Adjudication, Annotator, Verdict
from factcheck.testing.judgements import settlements, votes
from factcheck.testing.pages import Page, anchor_of, described, fragment_budget, pages, spans
from factcheck.testing.sources import sources
from factcheck.testing.words import phrases, slugs, split_names, versions
from factcheck.text import Span, bytes_digest, word_count

_OFF = {"label-imbalance": RuleSetting(reason="a set of myths", level="off")}
_MORE = {"label-imbalance": RuleSetting(reason="a small set", settings={"at_least": 500})}
_CLAIM_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
_AUTHORS = (Name(family="Berg", given="Ada"), Name(literal="The Skerra Trust"))
_TOPICS = {"lamps": "the lamps of the island", "boats": "boats, and who sails them", "people": "who lives there"}


@attrs.define(kw_only=True)
class _Materials:
    """What the claims of a corpus are made from, and what has been used of it."""

    pages: Sequence[Page]
    references: Sequence[Reference]
    split: str | None
    family: str | None
    claimed: dict[str, list[Span]] = attrs.field(factory=dict)
    fragment_words: dict[str, int] = attrs.field(factory=dict)


def corpora(*, min_claims: int = 1, max_claims: int = 4, profile: Profile | None = None) -> st.SearchStrategy[Corpus]:
    """Return corpora in which a check finds nothing to say, with the texts of all their documents.

    Args:
        min_claims: the fewest claims, at least one.
        max_claims: the most.
        profile: the profile of the dataset; either, if nothing is said.
    """
    return _corpora(min_claims, max_claims, profile)


@st.composite
def _corpora(draw: st.DrawFn, min_claims: int, max_claims: int, profile: Profile | None) -> Corpus:
    materials = draw(_materials())
    count = draw(st.integers(min_claims, max_claims))
    claims = [draw(_claims(materials, ordinal, count)) for ordinal in range(count)]
    dataset = draw(_datasets(profile))
    voters = draw(_annotators(prefix="voter", count=draw(st.integers(1, 3))))
    judges = draw(_annotators(prefix="judge", count=1))
    verdicts, adjudications = draw(_judged(claims, voters, judges[0], dataset))
    used = {name for part in (verdicts, adjudications) for record in part for name in [record.annotator]}
    cited = {name for claim in claims for part in claim.evidence for name in [part.reference]}
    used_pages = [page for page in materials.pages if page.id in materials.claimed]
    return Corpus(
        dataset=dataset,
        documents=tuple(draw(described(page, materials.claimed[page.id])) for page in used_pages),
        references=tuple(reference for reference in materials.references if reference.id in cited),
        annotators=tuple(annotator for annotator in (*voters, *judges) if annotator.id in used),
        claims=tuple(claims),
        verdicts=verdicts,
        adjudications=adjudications,
        texts={bytes_digest(page.text.encode()): page.text for page in used_pages},
    )


@st.composite
def _materials(draw: st.DrawFn) -> _Materials:
    return _Materials(
        pages=[draw(pages(ordinal=ordinal)) for ordinal in range(draw(st.integers(1, 3)))],
        references=[draw(sources(ordinal=ordinal)) for ordinal in range(draw(st.integers(1, 4)))],
        split=draw(st.none() | split_names()),
        family=draw(st.none() | slugs()),
    )


@st.composite
def _claims(draw: st.DrawFn, materials: _Materials, ordinal: int, count: int) -> Claim:
    kind = draw(st.sampled_from(_CLAIM_KINDS))
    appearing = draw(st.lists(st.sampled_from(materials.pages), min_size=1, max_size=2, unique_by=lambda page: page.id))
    cited = draw(st.lists(st.sampled_from(materials.references), min_size=1, unique_by=lambda found: found.id))
    evidence = [draw(_cited(reference, ordinal)) for reference in cited]
    others = [page for page in materials.pages if page.id in materials.claimed and page not in appearing]
    with_document, with_address = draw(st.booleans()), draw(st.booleans())
    if others and with_document:
        evidence.append(draw(_read(materials, draw(st.sampled_from(others)), ordinal)))
    if with_address:
        evidence.append(draw(_seen_at_an_address(ordinal)))
    return Claim(
        id=f"{draw(slugs())}-{ordinal}",
        text=f"{draw(phrases(max_words=8))} {ordinal}.".capitalize(),
        kind=kind,
        topics=tuple(draw(st.lists(st.sampled_from(sorted(_TOPICS)), min_size=1, unique=True))),
        split=materials.split,
        family=materials.family if count > 1 else None,
        attributed_to=cited[0].id if kind == "attribution" else None,
        appearances=tuple(draw(_appearances(materials, page)) for page in appearing),
        evidence=tuple(evidence),
        note=draw(st.none() | phrases()),
    )


@st.composite
def _appearances(draw: st.DrawFn, materials: _Materials, page: Page) -> Appearance:
    span = draw(spans(page))
    materials.claimed.setdefault(page.id, []).append(span)
    return Appearance(
        document=page.id, anchor=draw(_anchors(materials, page, span)), speaker=draw(st.none() | phrases())
    )


@st.composite
def _anchors(draw: st.DrawFn, materials: _Materials, page: Page, span: Span) -> Anchor:
    used = materials.fragment_words.get(page.id, 0)
    anchor = anchor_of(page, span, quote=draw(st.booleans()), fragment_words=fragment_budget(page) - used)
    materials.fragment_words[page.id] = used + word_count(anchor.fragment or "")
    return anchor


@st.composite
def _cited(draw: st.DrawFn, reference: Reference, ordinal: int) -> Evidence:
    own_name = draw(st.none() | st.just(f"from-{reference.id}"))
    return Evidence(
        id=own_name,
        reference=reference.id,
        locator=draw(st.none() | st.sampled_from(("abstract", "p. 12, table 2"))),
        finding=draw(_findings(reference.id, ordinal)),
    )


@st.composite
def _read(draw: st.DrawFn, materials: _Materials, page: Page, ordinal: int) -> Evidence:
    span = draw(spans(page))
    anchor = draw(st.none() | _anchors(materials, page, span))
    return Evidence(document=page.id, anchor=anchor, finding=draw(_findings(page.id, ordinal)))


@st.composite
def _seen_at_an_address(draw: st.DrawFn, ordinal: int) -> Evidence:
    url = f"https://example.org/seen/{ordinal}"
    return Evidence(url=url, finding=draw(_findings(url, ordinal)))


def _findings(source: str, ordinal: int) -> st.SearchStrategy[str]:
    """Return findings that no other source, and no other claim, has."""
    number = st.integers(2, 400)
    return st.builds(lambda n, words: f"{n} of 400 {words} ({source}, {ordinal})".capitalize(), number, phrases())


@st.composite
def _annotators(draw: st.DrawFn, *, prefix: str, count: int) -> list[Annotator]:
    kinds: st.SearchStrategy[AnnotatorKind] = st.sampled_from(("person", "model", "group"))
    return [
        Annotator(id=f"{prefix}-{number}", kind=draw(kinds), name=draw(st.none() | phrases()))
        for number in range(count)
    ]


@st.composite
def _judged(
    draw: st.DrawFn, claims: Sequence[Claim], voters: Sequence[Annotator], judge: Annotator, dataset: Dataset
) -> tuple[tuple[Verdict, ...], tuple[Adjudication, ...]]:
    parts = dataset.gold.adjudicate if dataset.gold else ()
    verdicts: list[Verdict] = []
    adjudications: list[Adjudication] = []
    for claim in claims:
        asked = draw(st.lists(st.sampled_from([voter.id for voter in voters]), min_size=1, unique=True))
        given = draw(votes(claim, asked))
        verdicts.extend(given)
        settled = draw(settlements(claim, given, judge.id, parts))
        adjudications.extend([settled] if settled else [])
    return tuple(verdicts), tuple(adjudications)


@st.composite
def _datasets(draw: st.DrawFn, profile: Profile | None) -> Dataset:
    parts = st.lists(st.sampled_from(("label", "stance", "certainty")), unique=True).map(tuple)
    golds = st.builds(Gold, policy=st.sampled_from((None, "required", "optional")), adjudicate=parts)
    profiles: tuple[Profile, ...] = (profile,) if profile else get_args(Profile)
    rules: Mapping[str, RuleSetting] = draw(st.sampled_from(({}, _OFF, _MORE)))
    return Dataset(
        name=draw(slugs()),
        version=draw(versions()),
        released="2026-11-22",
        schema_version="0.1",
        licence="CC-BY-4.0",
        language="en",
        profile=draw(st.sampled_from(profiles)),
        title=draw(st.none() | phrases()),
        description="What people say of an island.",
        authors=_AUTHORS,
        topics=_TOPICS,
        gold=draw(st.none() | golds),
        rules=rules,
    )
