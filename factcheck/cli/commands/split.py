"""``factcheck split``."""

import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import click
import orjson

from factcheck.checking import load
from factcheck.checking.settings import RuleBook
from factcheck.cli.options import corpus_argument, format_option
from factcheck.editing import set_keys
from factcheck.errors import UsageError
from factcheck.files.yaml_editing import KeyChange
from factcheck.reading import Record, read_corpus
from factcheck.records.kinds_of_text import SplitName
from factcheck.records.shapes import shape_of
from factcheck.shaping import unstructure
from factcheck.splitting import BY, DEFAULT_BY, Group, assigned, split_groups

_SHOWN = 40
_BEFORE_SPLIT = ("id", "text", "kind", "topics")


@click.command()
@corpus_argument
@click.option(
    "--ratio",
    "ratios",
    multiple=True,
    required=True,
    metavar="SPLIT=SHARE",
    help="As in test=0.1. Repeatable; all make 1.",
)
@click.option("--salt", help="Changes which group goes where; the dataset's name, if nothing is said.")
@click.option(
    "--by",
    multiple=True,
    type=click.Choice(list(BY)),
    help=f"What keeps claims together. Repeatable; {', '.join(DEFAULT_BY)}, if nothing is said.",
)
@click.option("--write", is_flag=True, help="Write the splits into the files; otherwise they are only shown.")
@format_option
def command(
    path: Path, ratios: tuple[str, ...], salt: str | None, *, by: tuple[str, ...], write: bool, form: str
) -> int:
    """Assign a split to claims that have none, and keep together what belongs together.

    Claims of one family, of the same or almost the same words, or of one document (made in it or judged by it) form a group. A
    group goes where a member already stands, else where the salted hash of its smallest id says. A split that is there is never
    changed.
    """
    corpus = load(path)
    shares = _shares(ratios)
    groups = split_groups(
        corpus.claims,
        shares,
        salt=corpus.dataset.name if salt is None else salt,
        by=by or None,
        threshold=RuleBook(unstructure(corpus.dataset)).settings("near-duplicate-claim")["threshold"],
    )
    new = assigned(groups)
    torn = [group for group in groups if group.is_torn]
    if write and not torn:
        _write(read_corpus(path).records["claims"], new)
    click.echo(_json(groups, new) if form == "json" else "\n".join(_table(groups, shares)))
    for group in torn:
        click.echo(_told(group), err=True)
    if form == "text":
        click.echo(_last_word(path, new, write=write, is_torn=bool(torn)))
    return 1 if torn else 0


def _shares(given: Sequence[str]) -> dict[str, Fraction]:
    shares: dict[str, Fraction] = {}
    for ratio in given:
        split, equals, share = ratio.partition("=")
        if not (split and equals) or split in shares:
            raise UsageError(f"--ratio takes SPLIT=SHARE, each split once (got {ratio!r})")
        if said := shape_of(SplitName).complaint(split):
            raise UsageError(f"--ratio takes SPLIT=SHARE, and the split {said}")
        try:
            shares[split] = Fraction(share)
        except (ValueError, ZeroDivisionError) as error:
            raise UsageError(f"--ratio takes a number as SHARE, such as test=0.1 (got {ratio!r})") from error
    return shares


def _write(records: Sequence[Record], new: Mapping[str, str]) -> None:
    """Write splits into the files of their claims, a file at a time."""
    changes: dict[str, list[KeyChange]] = {}
    counts: Counter[str] = Counter()
    for record in records:
        file = record.origin.file
        number = counts[file]
        counts[file] += 1
        if record.value["id"] in new:
            path = (number,) if record.origin.line else record.origin.prefix
            change = KeyChange(path=path, key="split", value=new[record.value["id"]], after=_BEFORE_SPLIT)
            changes.setdefault(file, []).append(change)
    for file, wanted in changes.items():
        set_keys(Path(file), wanted)


def _table(groups: Sequence[Group], shares: Mapping[str, Fraction]) -> list[str]:
    splits = sorted({*shares, *(split for group in groups for split in group.kept)})
    order = sorted(groups, key=lambda group: (group.split or "", -len(group.claims), group.claims[0]))
    rows = [
        (group.split or "+".join(group.kept), str(len(group.claims)), str(len(group.without)), group.claims[0])
        for group in order[:_SHOWN]
    ]
    width = max([len("split"), *(len(row[0]) for row in rows), *(len(split) for split in splits)])
    lines = [f"{'split':<{width}}  claims  new  first claim of the group"]
    lines += [f"{split:<{width}}  {claims:>6}  {new:>3}  {first}" for split, claims, new, first in rows]
    if len(order) > _SHOWN:
        lines.append(f"... and {len(order) - _SHOWN} groups more")
    lines.append("")
    lines += [_total(split, width, groups) for split in splits]
    if groups:
        lines += ["", _said_of_sizes(groups)]
    return lines


def _total(split: str, width: int, groups: Sequence[Group]) -> str:
    mine = [group for group in groups if group.split == split]
    claims, new = sum(len(group.claims) for group in mine), sum(len(group.without) for group in mine)
    share = claims / (sum(len(group.claims) for group in groups) or 1)
    return f"{split:<{width}}  {claims:>6}  {new:>3}  in {len(mine)} groups, {share:.1%} of the claims"


def _said_of_sizes(groups: Sequence[Group]) -> str:
    """Say how many groups there are of each size, and how much the largest one takes, since no split can be smaller."""
    sizes = _sizes(groups)
    largest = max(sizes)
    share = largest / sum(len(group.claims) for group in groups)
    said = ", ".join(f"{count} of {size}" for size, count in sizes.items())
    return f"{len(groups)} groups by their claims: {said}; the largest has {share:.1%} of the claims"


def _sizes(groups: Sequence[Group]) -> dict[int, int]:
    return dict(sorted(Counter(len(group.claims) for group in groups).items()))


def _told(group: Group) -> str:
    shown = ", ".join(repr(claim) for claim in group.claims[:5])
    more = f" and {len(group.claims) - 5} more" if len(group.claims) > 5 else ""
    return f"claims that belong together stand in {' and '.join(group.kept)}: {shown}{more}"


def _last_word(path: Path, new: Mapping[str, str], *, write: bool, is_torn: bool) -> str:
    if is_torn:
        return "nothing was written: move claims so that each group stands in one split, or keep fewer together (--by)"
    if not new:
        return "every claim has a split; nothing to do"
    if write:
        return f"wrote {len(new)} splits; check them: factcheck check {shlex.quote(path.as_posix())}"
    return f"{len(new)} splits to write; nothing was written without --write"


def _json(groups: Sequence[Group], new: Mapping[str, str]) -> str:
    rows = [
        {"claims": list(group.claims), "split": group.split, "kept": list(group.kept), "new": list(group.without)}
        for group in groups
    ]
    sizes = {str(size): count for size, count in _sizes(groups).items()}
    plain = {"groups": rows, "sizes": sizes, "assigned": dict(new)}
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode()
