"""How far a version goes on from another: PATCH, MINOR or MAJOR, as Croissant means them for data."""

from enum import IntEnum


class Step(IntEnum):
    """How much differs between two versions of a dataset, or how much their numbers say.

    ``PATCH``: the same data written anew; ``MINOR``: data added; ``MAJOR``: data edited, removed or moved
    (Croissant 1.1, "Version").
    """

    SAME = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def said(old: str, new: str) -> Step | None:
    """Return what the number of a version says against an older one; None where it goes back."""
    before, after = _numbers(old), _numbers(new)
    if after < before:
        return None
    for step, (one, other) in zip((Step.MAJOR, Step.MINOR, Step.PATCH), zip(before, after, strict=True), strict=True):
        if one != other:
            return step
    return Step.SAME


def next_version(old: str, step: Step) -> str:
    """Return the least version that says a step from an older one."""
    major, minor, patch = _numbers(old)
    match step:
        case Step.MAJOR:
            return f"{major + 1}.0.0"
        case Step.MINOR:
            return f"{major}.{minor + 1}.0"
        case Step.PATCH:
            return f"{major}.{minor}.{patch + 1}"
    return old


def shortfall(old: str, new: str, needed: Step) -> str | None:
    """Return what is wrong with the number of a new version, or None where it says enough.

    Args:
        old: the older version.
        new: the newer version.
        needed: what differs between them.
    """
    step = said(old, new)
    if step is None:
        return f"version {new} goes back behind {old}"
    if step < needed:
        what = "is the one it had" if step is Step.SAME else f"says {step.name} since {old}"
        return f"version {new} {what}, and what changed is {needed.name}"
    return None


def _numbers(version: str) -> tuple[int, int, int]:
    major, minor, patch = (int(number) for number in version.split("."))
    return major, minor, patch
