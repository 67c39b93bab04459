"""Which files changed since a revision, as git knows."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import UsageError


def changed_since(folder: Path, revision: str) -> frozenset[Path]:
    """Return the files of a repository that differ from a revision: committed since, changed, added or not yet tracked.

    Args:
        folder: a folder in the repository.
        revision: what git takes for a commit: a branch, a tag, a digest.

    Raises:
        UsageError: git is not there, the folder is in no repository, or there is no such revision.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel", failing=_no_repository(folder)).rstrip(b"\n")))
    # the form with ^{commit} is no option, whatever it begins with
    unknown = f"no revision {revision!r} in the repository at {str(top)!r}"
    commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", failing=unknown)
    differing = _git(
        top,
        "diff",
        "--name-only",
        "--no-renames",
        "--no-ext-diff",
        "-z",
        commit.decode().strip(),
        "--",
        failing=unknown,
    )
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z", failing=unknown)
    return frozenset(top / name for name in _names(differing + untracked))


def _no_repository(folder: Path) -> str:
    return f"{str(folder)!r} is in no git repository, so nothing is known to have changed"


def _names(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in listed.split(b"\0") if name)


def _git(folder: Path, *arguments: str, failing: str) -> bytes:
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    try:
        ran = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # no shell; the revision is no option
    except FileNotFoundError as error:
        raise UsageError("git is needed to know what has changed, and is not installed") from error
    if ran.returncode:
        raise UsageError(failing)
    return ran.stdout
