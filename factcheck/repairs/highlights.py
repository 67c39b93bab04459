"""A browser's link to a highlight as the document and anchor that it means."""

from collections.abc import Iterator

from factcheck.anchoring import anchor_at, find_highlight
from factcheck.links import highlight_of, same_page
from factcheck.problems import Fault
from factcheck.records.anchor import plain_anchor
from factcheck.repairs.repair import Change, Grounds, target_of


def highlighted(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write an address with a highlight as the document of that address and the anchor of the highlight."""
    target = target_of(fault)
    if target.path[-1] != "url":
        return
    highlight = highlight_of(grounds.value(target))
    documents = [
        one.value["id"]
        for one in grounds.records["documents"]
        if highlight and isinstance(one.value, dict) and isinstance(url := one.value.get("url"), str)
        if same_page(url, highlight.url) and one.value.get("id") in grounds.texts
    ]
    if highlight is None or len(documents) != 1:
        return
    text = grounds.texts[documents[0]]
    span = find_highlight(text, highlight)
    if span is not None:
        values = {"document": documents[0], "url": None, "anchor": plain_anchor(anchor_at(text, span))}
        for key, value in values.items():
            path = (*target.path[:-1], key)
            yield Change(kind=target.kind, record=target.record, path=path, value=value)
