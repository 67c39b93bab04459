"""A release looked through: whether it is whole, and whether it is what its own records give."""

from pathlib import Path

from factcheck.building.comparing import Side, compared, cure, side
from factcheck.building.header import declared_features
from factcheck.building.loading import MANIFEST, load_release
from factcheck.building.verifying.contents import content, features
from factcheck.building.verifying.opening import NOT_READ, Opened, Told, fault_at, first_line, open_release
from factcheck.building.verifying.wholeness import checksums, counts, licence
from factcheck.checking.settings import RuleBook
from factcheck.errors import UsageError
from factcheck.problems import Fault, Place, Problem, Report
from factcheck.records.corpus import KINDS, Corpus
from factcheck.rights import without_withheld
from factcheck.rules import RULES
from factcheck.rules.rule import OnRelease


def verify(release: Path | str, *, since: Path | str | None = None) -> Report:
    """Look through a release and report what it says of itself and is not.

    Args:
        release: its folder.
        since: an older release, or its corpus: a version that says less than what changed since is an error.

    Raises:
        UsageError: there is no release, or nothing to compare it with.
    """
    folder = Path(release)
    if not (folder / MANIFEST).is_file():
        raise UsageError(f"no release at {str(folder)!r}: a release has a {MANIFEST}")
    before = side(Path(since)) if since is not None else None
    opened = open_release(folder)
    corpus = None
    told = [*checksums(opened), *(("unreadable-release", fault) for fault in opened.faults)]
    if not opened.faults:
        corpus, faults = _records(opened)
        told += [*faults, *licence(opened), *counts(opened, corpus), *features(opened)]
    if corpus is not None:
        told += [*_withheld(opened, corpus), *content(opened, corpus), *_version(opened, corpus, before)]
    return _report(opened, corpus, told)


def _report(opened: Opened, corpus: Corpus | None, told: list[tuple[str, Fault]]) -> Report:
    dataset = opened.plain.get("dataset")
    book = RuleBook(dataset if corpus is not None and isinstance(dataset, dict) else {})
    asked = tuple(
        name for name, rule in RULES.items() if isinstance(rule.CHECK, OnRelease) and book.level(name) != "off"
    )
    problems = [
        Problem(rule=name, level=book.level(name), message=fault.message, places=_places(fault), cure=fault.cure)
        for name, fault in told
        if name in asked
    ]
    read = {kind: len(getattr(corpus, kind)) for kind in KINDS} if corpus is not None else {}
    return Report(problems=tuple(sorted(problems, key=lambda one: one.sort_key)), counts=read, rules=asked)


def _places(fault: Fault) -> tuple[Place, ...]:
    return tuple(at for at in fault.at if isinstance(at, Place))


def _records(opened: Opened) -> tuple[Corpus | None, list[tuple[str, Fault]]]:
    if "licence" not in opened.plain["dataset"]:
        return None, []
    try:
        return load_release(opened.folder), []
    except NOT_READ as error:
        message = f"its rows do not give records: {first_line(error)}"
        return None, [("unreadable-release", fault_at(message, opened.place("")))]


def _withheld(opened: Opened, corpus: Corpus) -> Told:
    public = without_withheld(corpus)
    for kind in ("documents", "claims"):
        for record, without in zip(getattr(corpus, kind), getattr(public, kind), strict=True):
            if record != without:
                message = (
                    f"words of {kind.removesuffix('s')} {record.id!r} stand in the release, and may not be passed on"
                )
                yield (
                    "withheld-text-in-release",
                    fault_at(message, opened.place(kind), "never publish it; build it anew"),
                )


def _version(opened: Opened, corpus: Corpus, before: Side | None) -> Told:
    if before is not None:
        mine = Side(corpus=corpus, columns=declared_features(opened.header.value))
        found = compared(before, mine)
        if found.shortfall:
            yield "version-says-less", fault_at(found.shortfall, opened.said(("dataset", "version")), cure(found))
