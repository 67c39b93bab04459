"""The repairs of ``factcheck fix``: for the rules whose problems a program may mend, what is to be written."""

from factcheck.repairs.identifiers import bare_identifier
from factcheck.repairs.repair import Change, Grounds, Repair
from factcheck.repairs.shapes import shaped
from factcheck.repairs.words import composed

__all__ = ["ANCHORS", "REPAIRS", "Change", "Grounds", "Repair"]

REPAIRS: dict[str, Repair] = {
    "malformed-identifier": bare_identifier,
    "schema-violation": shaped,
    "text-not-nfc": composed,
}
"""The repair of each rule that has one; it may find that a problem takes a person."""

ANCHORS: frozenset[str] = frozenset()
"""The rules whose repairs need the text of a document."""
