"""What a judgement says of a claim's evidence, as a person writes it: sets that suffice, names that must be there."""

from collections.abc import Sequence

from factcheck.errors import UsageError
from factcheck.filing import Plain, Shelves, evidence_keys, nearest


def named_evidence(claim: Plain, key: str) -> str:
    """Return the name of a claim's evidence.

    Raises:
        UsageError: the claim has none of this name; the nearest is offered.
    """
    keys = evidence_keys(claim)
    if key not in keys:
        raise UsageError(f"claim {claim['id']!r} has no evidence {key!r}{nearest(key, keys)}")
    return key


def evidence_set(claim: Plain, members: str) -> list[str]:
    """Return one set of evidence, its members parted by commas; an id that holds commas may stand alone.

    Raises:
        UsageError: a member is no evidence of the claim.
    """
    if members in evidence_keys(claim):
        return [members]
    return [named_evidence(claim, member.strip()) for member in members.split(",")]


def evidence_sets(claim: Plain, written: str) -> list[list[str]]:
    """Return sets of evidence that semicolons part; an id that holds semicolons may stand alone.

    Raises:
        UsageError: a member is no evidence of the claim.
    """
    if written in evidence_keys(claim):
        return [[written]]
    return [evidence_set(claim, members.strip()) for members in written.split(";") if members.strip()]


def sets_as_written(sets: Sequence[Sequence[str]]) -> str:
    """Return sets of evidence as ``evidence_sets`` reads them."""
    return "; ".join(", ".join(members) for members in sets)


def refuse_second_adjudication(shelves: Shelves, claim: str) -> None:
    """Raise a ``UsageError`` where a claim is adjudicated already."""
    for record in shelves.records("adjudications"):
        if record.value.get("claim") == claim:
            raise UsageError(f"claim {claim!r} is adjudicated already: {record.origin.place(('label',))}")
