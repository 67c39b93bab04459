"""What an audit finds: a dataset read, counted and checked; every fault with a few of the records that show it."""

import inspect
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from factcheck.auditing.themes import THEMES
from factcheck.auditing.unsaid import unsaid
from factcheck.checking import examine
from factcheck.checking.examining import Examined
from factcheck.converters import TABLES
from factcheck.converters.converter import Card
from factcheck.converting import Conversion, convert, detect
from factcheck.converting.formats import converter_named, rows_of
from factcheck.files.delimited import SUFFIXES, count_naively
from factcheck.files.signs import FileSigns, signs_of
from factcheck.labels import LABELS
from factcheck.problems import Problem
from factcheck.rules import RULES

_SHOWN = 5


@attrs.frozen(kw_only=True)
class Fault:
    """A rule that the dataset offends.

    Args:
        rule: its name.
        title: what it finds, in a sentence.
        level: ``error`` or ``warning``.
        count: how often.
        examples: records that show it, by id.
        repair: what to do.
    """

    rule: str
    title: str
    level: str
    count: int
    examples: tuple[str, ...]
    repair: str


@attrs.frozen(kw_only=True)
class Theme:
    """Faults of one sort, and how many rules of that sort found nothing."""

    title: str
    faults: tuple[Fault, ...]
    silent: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Reason:
    """Why rows were rejected: how many for this reason, and where the first stand."""

    reason: str
    count: int
    places: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Audit:
    """What a dataset holds and what is wrong with it.

    Args:
        title: its title.
        card: what is known of a foreign dataset.
        files: its files, and what their bytes show.
        conversion: how its rows became records.
        reasons: why rows were rejected, most frequent first.
        expected: file by file, what was published of its rows and labels, beside what is there.
        trusting: table by table, how many rows it has and how many a reader finds that trusts every quote, where they differ.
        records: how many records of each kind.
        labels: by split, how many claims have each label; ``""`` stands for no split and for no label.
        themes: what is wrong, the gravest first.
        unsaid: what no record says although our records could hold it.
    """

    title: str
    card: Card | None
    files: tuple[FileSigns, ...]
    conversion: Conversion | None
    reasons: tuple[Reason, ...]
    expected: tuple[tuple[str, str, int, int], ...]
    trusting: tuple[tuple[str, int, int], ...]
    records: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]
    themes: tuple[Theme, ...]
    unsaid: tuple[str, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, the gravest first."""
        return tuple(fault for theme in self.themes for fault in theme.faults)


def audit_files(name: str, inputs: Sequence[Path], *, split: str | None = None) -> Audit:
    """Audit files of a foreign dataset.

    Args:
        name: the format, or ``auto``.
        inputs: its files.
        split: the split of all claims; otherwise the word for one in each file's name.

    Raises:
        UsageError: no such format or file, or no name of a split.
    """
    format_ = detect(inputs[0]) if name == "auto" else name
    converter = converter_named(format_)
    with tempfile.TemporaryDirectory(prefix="factcheck-audit-") as made:
        corpus, texts = Path(made) / "corpus", Path(made) / "texts"
        conversion = convert(format_, inputs, corpus, split=split, texts=texts)
        examined = examine(corpus, documents=[texts] if texts.is_dir() else [])
    files = tuple(signs_of(path) for path in inputs)
    return attrs.evolve(
        _audited(examined, converter.CARD.title),
        card=converter.CARD,
        files=files,
        conversion=conversion,
        reasons=tuple(_reasons(conversion)),
        expected=tuple(_expected(converter.COUNTS, inputs, conversion)),
        trusting=tuple(_trusting(format_, inputs)),
    )


def audit_corpus(path: Path, *, documents: Iterable[Path] = ()) -> Audit:
    """Audit a corpus of ours.

    Raises:
        UsageError: there is none at ``path``.
    """
    examined = examine(path, documents=documents)
    dataset = examined.fitted.dataset
    return _audited(examined, str(dataset.get("title") or dataset.get("name") or path.name))


def _audited(examined: Examined, title: str) -> Audit:
    records = examined.fitted.records
    return Audit(
        title=title,
        card=None,
        files=(),
        conversion=None,
        reasons=(),
        expected=(),
        trusting=(),
        records={kind: count for kind, count in examined.report.counts.items() if count},
        labels=_labels(records),
        themes=tuple(_themes(examined.report.problems, examined.report.rules)),
        unsaid=tuple(unsaid(records)),
    )


def _labels(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, dict[str, int]]:
    """Count the claims by split and label: the adjudicated one, else the first verdict's."""
    said: dict[str, str] = {}
    for verdict in (*records["adjudications"], *records["verdicts"]):
        said.setdefault(verdict.get("claim", ""), verdict.get("label", ""))
    counts = Counter((claim.get("split", ""), said.get(claim.get("id", ""), "")) for claim in records["claims"])
    splits = dict.fromkeys(split for split, _ in counts)
    words = [*LABELS, ""]
    return {split: {word: counts[split, word] for word in words if counts[split, word]} for split in splits}


def _themes(problems: Iterable[Problem], asked: Iterable[str]) -> Iterator[Theme]:
    by_rule: dict[str, list[Problem]] = {}
    for problem in problems:
        by_rule.setdefault(problem.rule, []).append(problem)
    for title, rules in THEMES.items():
        faults = sorted(
            (_fault(rule, by_rule[rule]) for rule in rules if rule in by_rule),
            key=lambda fault: (fault.level != "error", -fault.count),
        )
        silent = tuple(rule for rule in rules if rule in set(asked) and rule not in by_rule)
        yield Theme(title=title, faults=tuple(faults), silent=silent)


def _fault(rule: str, problems: Sequence[Problem]) -> Fault:
    examples = dict.fromkeys(problem.record or str(problem.place.path or "the dataset") for problem in problems)
    manual = inspect.cleandoc(RULES[rule].__doc__ or "")
    return Fault(
        rule=rule,
        title=manual.partition("\n")[0],
        level=problems[0].level,
        count=len(problems),
        examples=tuple(list(examples)[:_SHOWN]),
        repair=" ".join(manual.partition("## How to repair\n")[2].split()),
    )


def _reasons(conversion: Conversion) -> Iterator[Reason]:
    """Gather rejects by reason; values in a reason are left out, so that the same fault counts as one."""
    places: dict[str, list[str]] = {}
    for reject in conversion.rejects:
        reason = re.sub(r" \(got .*\)$", "", reject.reason, flags=re.DOTALL)
        places.setdefault(reason, []).append(f"{Path(reject.file).name}:{reject.line}")
    for reason, found in sorted(places.items(), key=lambda item: -len(item[1])):
        yield Reason(reason=reason, count=len(found), places=tuple(found[:_SHOWN]))


def _expected(
    counts: Mapping[str, Mapping[str, int]], inputs: Sequence[Path], conversion: Conversion
) -> Iterator[tuple[str, str, int, int]]:
    """Yield file, what is counted, what was published and what is there, for an input alone whose counts are known."""
    if len(inputs) == 1 and "rows" in (known := counts.get(inputs[0].name, {})):
        yield inputs[0].name, "rows", known["rows"], conversion.rows


def _trusting(name: str, inputs: Sequence[Path]) -> Iterator[tuple[str, int, int]]:
    """Yield file, rows and rows as Python's own reader counts them, for each table where it counts others."""
    for path in inputs:
        if name in TABLES and path.suffix.lower() in SUFFIXES:
            rows, found = sum(1 for _ in rows_of(path, name)), count_naively(path, TABLES[name])
            if rows != found:
                yield path.name, rows, found
