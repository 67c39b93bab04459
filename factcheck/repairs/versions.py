"""A document whose text has changed: what is sure of its anchors and passages written for the version at hand.

Offsets and the digest of their text go together, so it is all or nothing: where an anchor cannot be followed for want of a
digest, or a passage cannot be placed, nothing is written. An anchor whose words changed keeps its offsets; its digest tells on
it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from factcheck.problems import Fault
from factcheck.repairs.anchors import rewritten
from factcheck.repairs.repair import Change, Grounds, Version, target_of
from factcheck.text import bytes_digest

Plain = Mapping[str, Any]

_ENDS = ".!?…:;。！？\"'”’»)]}"


def moved(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write the places of a changed text: of the document its digest, length and passages, of an anchor its offsets."""
    target = target_of(fault)
    if target.kind == "documents":
        document = grounds.value_at("documents", target.record, ())
        yield from _of_document(target.record, document, grounds.versions.get(document.get("id")))
        return
    holder = grounds.value_at(target.kind, target.record, target.path[:-1])
    version = grounds.versions.get(holder["document"])
    if version is None or not any(True for _ in _of_document(0, grounds.document(holder["document"]), version)):
        return
    for pointer, found in zip(version.pointers, version.relocations, strict=True):
        if (pointer.record, pointer.path) == (target.record, target.path) and found.span is not None:
            yield from rewritten(pointer.kind, pointer.record, pointer.path, holder["anchor"], version.text, found.span)


def _of_document(record: int, document: Plain, version: Version | None) -> Iterator[Change]:
    if version is None or not _can_be_followed(version):
        return
    passages = document.get("passages") or []
    starts = _moved_starts(document, passages, version) if passages else []
    if starts is None:
        return
    yield Change(kind="documents", record=record, path=("sha256",), value=bytes_digest(version.text.encode()))
    if document.get("length") != len(version.text):
        yield Change(kind="documents", record=record, path=("length",), value=len(version.text))
    for item, (start, end) in enumerate(pairwise([*starts, len(version.text)])):
        for key, value in (("start", start), ("end", end)):
            if passages[item][key] != value:
                yield Change(kind="documents", record=record, path=("passages", item, key), value=value)


def _can_be_followed(version: Version) -> bool:
    """Tell whether some anchor proves that it is a version of the text, and no anchor would be left behind unseen."""
    unproven = any(
        found.outcome == "unproven" and "start" in pointer.anchor
        for pointer, found in zip(version.pointers, version.relocations, strict=True)
    )
    return not unproven and any(found.span is not None for found in version.relocations)


def _moved_starts(document: Plain, passages: Sequence[Plain], version: Version) -> list[int] | None:
    """Return where each passage starts in the version at hand; None where that is not sure for each."""
    starts = [passage["start"] for passage in passages]
    ends = [passage["end"] for passage in passages]
    length = document.get("length")
    if starts[0] != 0 or starts[1:] != ends[:-1] or ends[-1] != length:
        return None
    points = _fixed_points(version, length)
    if points is None:
        return None
    made = [0]
    for (old, new), (next_old, next_new) in pairwise(points):
        inside = [start for start in starts[1:] if old <= start < next_old]
        placed = _placed(inside, new - old, next_new - next_old, (new, next_new), version.text)
        if placed is None:
            return None
        made.extend(placed)
    return made if all(one < other for one, other in pairwise([*made, len(version.text)])) else None


def _fixed_points(version: Version, length: int) -> list[tuple[int, int]] | None:
    """Return where offsets of the old text are in the new, in order; None where they cross."""
    points = {0: 0, length: len(version.text)}
    for pointer, found in zip(version.pointers, version.relocations, strict=True):
        if found.span is not None and pointer.span is not None and pointer.span.end <= length:
            for old, new in ((pointer.span.start, found.span.start), (pointer.span.end, found.span.end)):
                if points.setdefault(old, new) != new and old not in (0, length):
                    return None
    ordered = sorted(points.items())
    return ordered if all(one[1] <= other[1] for one, other in pairwise(ordered)) else None


def _placed(inside: Sequence[int], before: int, after: int, bounds: tuple[int, int], text: str) -> list[int] | None:
    """Return where passages between two fixed points start: the first of them shifted as the one before, the rest as the other.

    Where both shifts are the same there is one way; else the one way in which each starts where a passage may.
    """
    splits = [0] if before == after else range(len(inside) + 1)
    ways = {tuple(start + (before if item < split else after) for item, start in enumerate(inside)) for split in splits}
    fitting = [way for way in ways if all(bounds[0] <= at <= bounds[1] and _may_start(text, at) for at in way)]
    return list(fitting[0]) if len(fitting) == 1 else None


def _may_start(text: str, at: int) -> bool:
    """Tell whether a passage may start at an offset: after a line break, or white space behind the end of a sentence."""
    head = text[:at].rstrip()
    gap = text[len(head) : at]
    return 0 < at < len(text) and not text[at].isspace() and bool(gap) and ("\n" in gap or head[-1:] in _ENDS)
