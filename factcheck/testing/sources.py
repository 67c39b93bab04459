"""Drawn references as an author would write them: with identifiers, a design, and the address where they were read."""

from itertools import product
from typing import get_args

from hypothesis import strategies as st

from factcheck.labels import Design
from factcheck.records.reference import DateParts, Name, Reference
from factcheck.testing.words import phrases, slugs

_IDENTIFIED = tuple(chosen for chosen in product((False, True), repeat=3) if any(chosen))
_NAMES = (Name(family="Keeper", given="A."), Name(family="Ærø", particle="van"), Name(literal="Skerra Board"))


@st.composite
def sources(draw: st.DrawFn, *, ordinal: int) -> Reference:
    """Return a reference; references of different ordinals share neither id nor identifier nor study."""
    name = f"{draw(slugs())}-{ordinal}"
    with_doi, with_pmid, with_url = draw(st.sampled_from(_IDENTIFIED))
    return Reference(
        id=name,
        type=draw(st.sampled_from(("article-journal", "report", "webpage", "book", "legislation"))),
        title=f"{draw(phrases())} {ordinal}",
        author=tuple(draw(st.lists(st.sampled_from(_NAMES), unique=True, max_size=3))),
        issued=DateParts(date_parts=(draw(_issued()),)),
        container_title=draw(st.none() | phrases()),
        design=draw(st.sampled_from(get_args(Design))),
        n=draw(st.none() | st.integers(1, 5000)),
        study=draw(st.none() | st.just(f"study-{ordinal}")),
        retraction=draw(st.sampled_from((None, "none_known", "corrected"))),
        seen=(f"https://example.org/papers/{ordinal}",),
        doi=f"10.1000/skerra.{ordinal}" if with_doi else None,
        pmid=str(31000000 + ordinal) if with_pmid else None,
        url=f"https://example.org/papers/{ordinal}" if with_url else None,
    )


def _issued() -> st.SearchStrategy[tuple[int, ...]]:
    year, month, day = st.integers(1950, 2019), st.integers(1, 12), st.integers(1, 28)
    return st.tuples(year) | st.tuples(year, month) | st.tuples(year, month, day)
