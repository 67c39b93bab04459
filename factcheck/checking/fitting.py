"""Records held to their schemas: what does not fit is told, and left out of what the rules see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from factcheck.problems import Fault, Path, Target
from factcheck.reading import Record
from factcheck.records.corpus import SINGULAR
from factcheck.records.shapes import BIGGEST_WHOLE
from factcheck.rules.rule import Plain
from factcheck.schemas.gate import misfits_of

if TYPE_CHECKING:
    from factcheck.schemas.explaining import Misfit


@attrs.frozen(kw_only=True)
class Fitted:
    """Records that were held to their schemas.

    Args:
        records: by kind, each record without what does not fit.
        sound: by kind, whether each record fits.
        faults: what does not fit.
    """

    records: Mapping[str, Sequence[Plain]]
    sound: Mapping[str, Sequence[bool]]
    faults: Sequence[Fault]

    @property
    def dataset(self) -> Plain:
        """The dataset's own record, or nothing."""
        return self.records["dataset"][0] if self.records.get("dataset") else {}


def hold_to_schemas(records: Mapping[str, Sequence[Record]]) -> Fitted:
    """Hold every record to the schema of its kind."""
    fitted: dict[str, list[Plain]] = {}
    sound: dict[str, list[bool]] = {}
    faults: list[Fault] = []
    for kind, of_kind in records.items():
        name = SINGULAR.get(kind, kind)
        misfits = [misfits_of(name, record.value) for record in of_kind]
        faults.extend(fault for ordinal, found in enumerate(misfits) for fault in _faults(kind, ordinal, found))
        sound[kind] = [not found for found in misfits]
        fitted[kind] = [_fitting(record.value, found) for record, found in zip(of_kind, misfits, strict=True)]
    return Fitted(records=fitted, sound=sound, faults=faults)


def _faults(kind: str, ordinal: int, misfits: "Iterable[Misfit]") -> Iterator[Fault]:
    for misfit in misfits:
        target = Target(kind=kind, record=ordinal, path=misfit.path, on_key=misfit.on_key)
        yield Fault(message=misfit.message, at=(target,), cure=misfit.cure)


def _fitting(value: Any, misfits: "Sequence[Misfit]") -> Plain:
    """Return a record without what does not fit, so that one fault does not cause others; list places are kept."""
    if not isinstance(value, dict):
        return {}
    if not misfits and not _has_float(value):
        return value
    kept: dict[str, Any] = _copied(value)
    # deepest first, so that the way to each is still there
    for misfit in sorted(misfits, key=lambda misfit: -len(misfit.path)):
        _drop(kept, misfit.path)
    return kept


def _has_float(value: Any) -> bool:
    if isinstance(value, dict):
        members = value.items()
        return any(_has_float(member) for key, member in members if not isinstance(member, str) and key != "extra")
    if isinstance(value, list):
        return any(_has_float(item) for item in value if not isinstance(item, str))
    return isinstance(value, float)


def _copied(value: Any) -> Any:
    """Copy plain data, with ``3.0`` as ``3``: a schema takes both for a whole number, tables and slices do not."""
    if isinstance(value, dict):
        return {key: member if key == "extra" else _copied(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_copied(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) <= BIGGEST_WHOLE else value


def _drop(value: Any, path: Path) -> None:
    for step in path[:-1]:
        value = value[step]
    if path and isinstance(value, dict):
        value.pop(path[-1], None)
    elif path and isinstance(value, list) and isinstance(path[-1], int):
        value[path[-1]] = None
