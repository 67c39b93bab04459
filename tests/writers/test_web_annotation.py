"""Places in documents as W3C Web Annotations."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from rdflib import RDF, URIRef

from factcheck import Anchor, Appearance, Claim, Corpus, Dataset, Document, Rights, load
from factcheck.rights import without_withheld
from factcheck.testing import corpora
from factcheck.text import bytes_digest
from factcheck.writers import web_annotation
from tests.writers.linked import graph_of

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
_OA = "http://www.w3.org/ns/oa#"
_TEXT = "A\u030a \U0001f4a1 shone. It was lit in 1871."
_DATASET = Dataset(
    name="skerra",
    version="0.1.0",
    released="2026-11-22",
    schema_version="0.1",
    licence="CC0-1.0",
    language="en",
    profile="authored",
)


def _plain(corpus: Corpus) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(web_annotation.written(corpus).files["annotations.jsonld"])
    return plain


def _items(corpus: Corpus) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = _plain(corpus).get("first", {}).get("items", [])
    return items


def _selectors(item: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {selector["type"]: selector for selector in item["target"]["selector"]}


@given(corpora())
def test_every_place_selects_the_words_that_it_quotes(corpus: Corpus) -> None:
    """An annotation tool would mark other words than the annotator did."""
    anchors = [
        anchor
        for claim in sorted(corpus.claims, key=lambda claim: claim.id)
        for anchor in (*(one.anchor for one in claim.appearances), *(one.anchor for one in claim.evidence))
        if anchor
    ]

    items = _items(attrs.evolve(corpus, texts={}))

    assert len(anchors) == len(items)
    for anchor, item in zip(anchors, items, strict=True):
        selectors = _selectors(item)
        place, exact = selectors["TextPositionSelector"], selectors.get("TextQuoteSelector", {}).get("exact")
        assert (anchor.start, anchor.end, anchor.quote) == (place["start"], place["end"], exact)
        text = corpus.texts[item["target"]["source"]["sha256"]]
        assert exact in (None, text[place["start"] : place["end"]])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_an_rdf_library_reads_every_annotation() -> None:
    """An archive of linked data would refuse the file, or lose part of it."""
    plain = _plain(without_withheld(load(LIGHTHOUSE)))

    graph = graph_of(plain, _OA, id="@id", type="@type")

    found = set(graph.subjects(RDF.type, URIRef(f"{_OA}Annotation")))
    assert {URIRef(item["id"]) for item in plain["first"]["items"]} == found
    assert plain["total"] == len(found)
    assert all(isinstance(source, URIRef) for source in graph.objects(None, URIRef(f"{_OA}source")))


def _one(document: Document, anchor: Anchor | None) -> Corpus:
    claim = Claim(id="lit", text="It was lit.", appearances=(Appearance(document=document.id, anchor=anchor),))
    return Corpus(dataset=_DATASET, documents=(document,), claims=(claim,))


def test_positions_count_code_points() -> None:
    """A light bulb or an accent before a place would shift it."""
    start = _TEXT.index("It was")
    document = Document(id="d", sha256=bytes_digest(_TEXT.encode()), rights=Rights(redistribute=True))

    (item,) = _items(_one(document, Anchor(start=start, end=start + 6, quote="It was")))

    assert {"type": "TextPositionSelector", "start": 12, "end": 18} == _selectors(item)["TextPositionSelector"]


def test_quotes_stay_where_rights_do_not_let_them_go() -> None:
    """Words of a publisher would leave in the target of an annotation."""
    document = Document(id="d", url="https://example.org/d", rights=Rights(redistribute=False))

    (item,) = _items(without_withheld(_one(document, Anchor(start=0, end=6, quote="It was"))))

    assert [{"type": "TextPositionSelector", "start": 0, "end": 6}] == item["target"]["selector"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(id="d", url="https://example.org/d", sha256="00" * 32), "https://example.org/d"),
        (Document(id="d", sha256="00" * 32), f"ni:///sha-256;{'A' * 43}"),
        (Document(id="d", url="a drawer"), "urn:uuid:97aa9e20-b76e-5d3e-ab76-4092b0833b88"),
    ],
)
def test_every_source_has_an_address(document: Document, expected: str) -> None:
    """An annotation whose target has no IRI is none."""
    (item,) = _items(_one(document, Anchor(fragment="It was - lit")))

    assert expected == item["target"]["source"]["id"]
    assert ":~:text=It%20was%20%2D%20lit" == _selectors(item)["FragmentSelector"]["value"]


def test_what_has_no_place_is_counted() -> None:
    """Appearances would vanish without a word."""
    done = web_annotation.written(_one(Document(id="d"), None))

    assert (0, {"appearances and evidence without an anchor in a source": 1}) == (done.rows, done.left_out)
    assert 0 == json.loads(done.files["annotations.jsonld"])["total"]
