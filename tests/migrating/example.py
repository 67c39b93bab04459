"""A migration for tests: a claim's ``note`` is called ``remark``, and every reference says whether it was retracted."""

from collections.abc import Iterable
from typing import Any

from factcheck.migrating.migration import Edit, Plain, Put, Rename

TO = "9.9"


def edits(kind: str, plain: Plain) -> Iterable[Edit]:
    if kind == "references" and "retracted" not in plain:
        yield Put(key="retracted", value=False, after=("id", "title"))
    if kind == "claims":
        if "note" in plain:
            yield Rename(key="note", to="remark")
        for item, evidence in enumerate(plain.get("evidence", ())):
            if "note" in evidence:
                yield Rename(path=("evidence", item), key="note", to="remark")


OLD: dict[str, Any] = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "note": {"type": "string"}},
    "required": ["id"],
    "additionalProperties": False,
}
NEW: dict[str, Any] = {**OLD, "properties": {"id": {"type": "string"}, "remark": {"type": "string"}}}
