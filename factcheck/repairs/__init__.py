"""The repairs of ``factcheck fix``: for the rules whose problems a program may mend, what is to be written."""

from factcheck.repairs.anchors import of_length, placed
from factcheck.repairs.highlights import highlighted
from factcheck.repairs.identifiers import bare_identifier
from factcheck.repairs.repair import Change, Grounds, Repair, Version
from factcheck.repairs.shapes import shaped
from factcheck.repairs.versions import moved
from factcheck.repairs.words import composed

__all__ = ["ANCHORS", "REPAIRS", "Change", "Grounds", "Repair", "Version"]

REPAIRS: dict[str, Repair] = {
    "anchor-digest-mismatch": placed,
    "anchor-not-placed": highlighted,
    "anchor-out-of-bounds": placed,
    "anchor-without-digest": placed,
    "changed-text": moved,
    "fragment-not-at-start": placed,
    "fragment-not-unique": placed,
    "length-mismatch": of_length,
    "malformed-identifier": bare_identifier,
    "ragged-anchor": placed,
    "schema-violation": shaped,
    "text-not-nfc": composed,
}
"""The repair of each rule that has one; it may find that a problem takes a person."""

ANCHORS = frozenset(name for name, repair in REPAIRS.items() if repair in (highlighted, moved, of_length, placed))
"""The rules whose repairs need the text of a document."""
