"""A release sent to the Hugging Face Hub: compared with what is there, refused or planned, and sent only when asked."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi
from huggingface_hub.errors import HTTPError, RepositoryNotFoundError  # type: ignore[attr-defined]  # httpx's or requests'
from huggingface_hub.utils.tqdm import disable_progress_bars

from factcheck.building.loading import MANIFEST, read_manifest
from factcheck.building.release import CHECKSUMS
from factcheck.building.verifying import verify
from factcheck.errors import UsageError
from factcheck.problems import InvalidCorpus
from factcheck.text import bytes_digest

KEPT = (".gitattributes",)
"""What the Hub itself puts into a repository."""

_REPO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*")
_COMPARED = [MANIFEST, CHECKSUMS, "README.md", "*/*.parquet"]


@attrs.frozen(kw_only=True)
class Sent:
    """A file that is sent: its path, its size in bytes, and whether it is ``new`` or ``changed``."""

    path: str
    size: int
    why: str


@attrs.frozen(kw_only=True)
class Plan:
    """What publishing does.

    Args:
        repo: the repository, ``owner/name``.
        version: the version of the release.
        old_version: the version that is there; None where there is none.
        is_new: whether the repository is made.
        head: the commit that was compared with.
        sent: the files that are sent.
        unchanged: the files that are there already.
        removed: the files that are there and no part of the release.
    """

    repo: str
    version: str
    old_version: str | None
    is_new: bool
    head: str | None
    sent: tuple[Sent, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.sent or self.removed)


def publish(release: Path | str, repo: str, *, really: bool = False) -> Plan:
    """Compare a release with what a repository holds, and send it if asked to.

    The token is that of the environment (``HF_TOKEN``) or of the Hub's own login.

    Args:
        release: its folder.
        repo: a dataset repository of the Hub, ``owner/name``; it is made where it is not there.
        really: send; otherwise nothing is changed.

    Raises:
        InvalidCorpus: the release is not what it says, holds words that may not be passed on, or its version says less than what
            changed since the one that is there; the exception carries the report.
        UsageError: there is no release, no such name, the repository holds something else, or the Hub refuses or is not reached.
    """
    folder = Path(release)
    _refuse(folder, None)
    if not _REPO.fullmatch(repo):
        raise UsageError(f"a repository is named owner/name (got {repo!r})")
    with _hub(repo):
        plan = _planned(folder, repo)
        if really and not plan.is_empty:
            _send(folder, plan)
    return plan


def _refuse(release: Path, since: Path | None) -> None:
    report = verify(release, since=since)
    if report.errors:
        raise InvalidCorpus(report)


@contextmanager
def _hub(repo: str) -> Iterator[None]:
    disable_progress_bars()
    try:
        yield
    except (HTTPError, OSError, ValueError, RuntimeError) as error:
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise UsageError(f"the Hub refused or could not be reached for {repo!r}: {said}") from error


def _api() -> HfApi:
    return HfApi(endpoint=os.environ.get("HF_ENDPOINT"))  # as it is now, not as it was when the library was imported


def _planned(release: Path, repo: str) -> Plan:
    api, manifest = _api(), read_manifest(release) or {}
    try:
        info = api.dataset_info(repo)
    except RepositoryNotFoundError:
        return _plan(release, repo, manifest["dataset"]["version"], {}, None, None)
    there = {str(sibling.rfilename) for sibling in info.siblings or ()} - set(KEPT)
    if there and MANIFEST not in there:
        raise UsageError(f"{repo!r} holds what is no release, {min(there)!r}: name another repository, or take it out")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as kept:
        old = Path(kept)
        if there:
            api.snapshot_download(repo, repo_type="dataset", revision=info.sha, local_dir=old, allow_patterns=_COMPARED)
            _refuse(release, old)
        sums = _sums(old)
        old_manifest = read_manifest(old)
    digests = {name: sums.get(name, "") for name in there}
    version = old_manifest["dataset"]["version"] if old_manifest else None
    return _plan(release, repo, manifest["dataset"]["version"], digests, info.sha, version)


def _sums(release: Path) -> dict[str, str]:
    """Return the checksums that a release names, and that of their own file."""
    file = release / CHECKSUMS
    data = file.read_bytes() if file.is_file() else b""
    lines = [line.partition("  ") for line in data.decode("utf-8", "replace").splitlines()]
    return {name: digest for digest, _, name in lines} | {CHECKSUMS: bytes_digest(data)}


def _plan(
    release: Path, repo: str, version: str, there: dict[str, str], head: str | None, old_version: str | None
) -> Plan:
    files = {path.relative_to(release).as_posix(): path for path in sorted(release.rglob("*")) if path.is_file()}
    changed = {name: path for name, path in files.items() if there.get(name) != bytes_digest(path.read_bytes())}
    return Plan(
        repo=repo,
        version=version,
        old_version=old_version,
        is_new=head is None,
        head=head,
        sent=tuple(
            Sent(path=name, size=path.stat().st_size, why="changed" if name in there else "new")
            for name, path in changed.items()
        ),
        unchanged=tuple(name for name in files if name not in changed),
        removed=tuple(sorted(there.keys() - files.keys())),
    )


def _send(release: Path, plan: Plan) -> None:
    """Send a release as one commit on top of the one that was compared with, and tag it with its version."""
    api = _api()
    if plan.is_new:
        api.create_repo(plan.repo, repo_type="dataset")
    done = api.create_commit(
        plan.repo,
        [
            *(CommitOperationAdd(path_in_repo=one.path, path_or_fileobj=release / one.path) for one in plan.sent),
            *(CommitOperationDelete(path_in_repo=name) for name in plan.removed),
        ],
        repo_type="dataset",
        commit_message=f"Version {plan.version}",
        parent_commit=plan.head,
    )
    if plan.version != plan.old_version:
        api.create_tag(plan.repo, tag=f"v{plan.version}", revision=done.oid, repo_type="dataset")
