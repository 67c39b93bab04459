"""Plain records with one thing changed at a random place: dropped, renamed, or made something else."""

import copy
from typing import Any

from hypothesis import strategies as st

from factcheck.shaping import unstructure
from factcheck.testing import json_values
from tests.kinds import NAMED

_ODD: tuple[Any, ...] = (
    None, "", 0, -1, 3.0, 2.5, True, False, [], {}, [[]], [""], "supported", "supports", "2026-13-01", "x\n", "\x01", "10",
    ["a", ["b"]], [["a"], "b"], {"": ""}, {"start": 1}, {"redistribute": "yes"}, 2**53, 1e300,
)  # fmt: skip
_KEYS = ("id", "kind", "extra", "", "reference", "document", "url", "start", "end", "unheard-of", "n\n")

Path = tuple[str | int, ...]


def odd_values() -> st.SearchStrategy[Any]:
    """Return values that some field, somewhere, does not take."""
    return st.sampled_from(_ODD).map(copy.deepcopy) | json_values()


@st.composite
def perturbed(draw: st.DrawFn, name: str) -> Any:
    """Return the plain data of a record of that name, once or twice perturbed."""
    plain = unstructure(draw(NAMED[name]))
    for _ in range(draw(st.integers(1, 2))):
        paths = list(_paths(plain))
        if paths:
            draw(_perturbation(plain, draw(st.sampled_from(paths))))
    return plain


def _paths(value: Any, path: Path = ()) -> list[Path]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if path else []
    for step, member in members:
        found.extend(_paths(member, (*path, step)))
    return found


@st.composite
def _perturbation(draw: st.DrawFn, plain: Any, path: Path) -> None:
    *before, last = path
    holder = plain
    for step in before:
        holder = holder[step]
    match draw(st.sampled_from(("drop", "rename", "retarget", "add"))):
        case "drop":
            holder.pop(last)
        case "rename" if isinstance(holder, dict):
            holder[draw(st.sampled_from(_KEYS))] = holder.pop(last)
        case "add" if isinstance(holder, dict):
            holder[draw(st.sampled_from(_KEYS))] = draw(odd_values())
        case "add":
            holder.insert(int(last), draw(odd_values()))
        case _:
            holder[last] = draw(odd_values())
