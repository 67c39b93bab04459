"""Objects of a type in JSON-LD, wherever they are."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.json_ld import read_nodes
from factcheck.files.json_rows import Row
from factcheck.files.parsed import MAX_BYTES
from factcheck.testing import json_values

NODE = {"@type": "ClaimReview", "claimReviewed": "The lamp is lit."}
OTHER = {"@type": "Organization", "name": "Skerra Checks"}


def _read(data: bytes, suffix: str = ".json") -> list[Row]:
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / f"a{suffix}"
        path.write_bytes(data)
        return list(read_nodes(path, "ClaimReview"))


def _page(*scripts: str) -> bytes:
    blocks = "\n".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!DOCTYPE html>\n<html><head>\n<script>var a = '<b>';</script>\n{blocks}\n</head></html>\n".encode()


def _around(node: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(
        (
            node,
            [node],
            {"@context": "https://schema.org", "@graph": [OTHER, node]},
            {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [node]}]},
            [[OTHER], {"mainEntity": node}],
        )
    )


@given(data=st.data(), indent=st.sampled_from((None, 2)), type_=st.sampled_from(("", "https://schema.org/", "schema:")))
def test_an_object_is_found_however_it_is_nested(data: st.DataObject, indent: int | None, type_: str) -> None:
    """Breaks: a publisher wraps its reviews in a graph, a feed or an array, and nobody finds them."""
    node = {**NODE, "@type": f"{type_}ClaimReview", "note": data.draw(json_values())}
    around = data.draw(_around(node))

    for found in (
        _read(json.dumps(around, indent=indent).encode()),
        _read(b"\xef\xbb\xbf" + json.dumps(around, indent=indent).encode()),
    ):
        assert [node] == [row.value for row in found if row.fault is None and row.value in (node,)]


def test_objects_of_a_page_are_found_at_their_lines() -> None:
    """Breaks: a page with several scripts gives one review, or none, or nobody knows where it stands."""
    graph = json.dumps({"@graph": [OTHER, NODE, NODE]}, indent=1)

    rows = _read(_page(json.dumps(OTHER), json.dumps(NODE), graph), ".html")

    assert [(5, NODE), (12, NODE), (16, NODE)] == [(row.line, row.value) for row in rows]


@pytest.mark.parametrize(
    ("page", "faults"),
    [
        (b"", [(1, "the page has no ClaimReview in a script of the type application/ld+json")]),
        (_page(json.dumps(OTHER)), [(1, "the page has no ClaimReview in a script of the type application/ld+json")]),
        (_page('{"a": }', json.dumps(NODE)), [(4, "not JSON: expected a value"), (5, None)]),
        (b"<html>\n\xff", [(1, "not UTF-8: byte 0xff cannot stand here, at line 2")]),
        (b" " * (MAX_BYTES + 1), [(1, "over 16 MB in one value; put the objects into an array or one a line")]),
    ],
    ids=["empty", "another-type", "broken-script", "not-utf-8", "huge"],
)
def test_what_a_page_lacks_is_said(page: bytes, faults: list[tuple[int, str | None]]) -> None:
    """Breaks: a page without a review, or with a broken one, is passed over in silence."""
    found = [(row.line, row.fault) for row in _read(page, ".html")]

    assert [line for line, _ in faults] == [line for line, _ in found]
    assert all(
        (said or "").startswith((wanted or "")[:9]) for (_, wanted), (_, said) in zip(faults, found, strict=True)
    )


@given(data=st.binary(max_size=60), suffix=st.sampled_from((".html", ".json")))
def test_any_bytes_are_read_to_rows_or_faults(data: bytes, suffix: str) -> None:
    """Breaks: a file that is no page and no JSON ends in a traceback."""
    assert all(1 <= row.line <= data.count(b"\n") + 1 for row in _read(data, suffix))


def test_a_value_without_such_an_object_stays_a_row() -> None:
    """Breaks: a row of another dataset vanishes instead of being rejected."""
    assert [OTHER] == [row.value for row in _read(json.dumps(OTHER, indent=1).encode())]
    assert [OTHER, NODE] == [row.value for row in _read(f"{json.dumps(OTHER)}\n{json.dumps(NODE)}\n".encode())]
