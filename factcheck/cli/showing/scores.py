"""The figures of a metric, as people and programs read them: with intervals, by parts, compared, and what was wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.cli.showing.tables import Rows, in_columns, in_latex, in_markdown, latex
from factcheck.metrics.breaking_down import Part
from factcheck.metrics.resampling import Interval
from factcheck.metrics.scoring import Scores
from factcheck.metrics.uncertainty import Comparison, sentence

_SHOWN = 5


@attrs.frozen(kw_only=True)
class Account:
    """What is told of the predictions of a system.

    Args:
        scores: the figures.
        intervals: the interval of each figure, where they were asked for.
        parts: figures by each way of breaking down that was asked for.
        comparisons: with another system, where one was given.
        names: what the two systems are called.
        errors: whether the items that were got wrong are listed.
    """

    scores: Scores
    intervals: Mapping[str, Interval] = attrs.field(factory=dict)
    parts: Mapping[str, Sequence[Part]] = attrs.field(factory=dict)
    comparisons: Sequence[Comparison] = ()
    names: tuple[str, str] = ("the first", "the second")
    errors: bool = False

    @property
    def wrong(self) -> tuple[tuple[str, str, str], ...]:
        """Each item whose label is wrong: its id, its gold label, and the predicted one."""
        tally = self.scores.tally
        rows = zip(tally.ids, tally.gold, tally.predicted, strict=True) if tally.gold else ()
        return tuple(row for row in rows if row[1] != row[2])


def plain_account(account: Account) -> dict[str, Any]:
    """Return an account as plain data, unrounded; what was not asked for is left out."""
    scores = account.scores
    asked = {
        "intervals": {name: attrs.asdict(one) for name, one in account.intervals.items()},
        "parts": {way: [attrs.asdict(part) for part in parts] for way, parts in account.parts.items()},
        "comparisons": [
            {**attrs.asdict(one), "are_apart": one.are_apart, "said": sentence(one, *account.names)}
            for one in account.comparisons
        ],
    }
    return {
        "metric": scores.metric,
        "settings": dict(scores.settings),
        "items": len(scores.tally.ids),
        "figures": dict(scores.figures),
        "notes": list(scores.notes),
        **{name: value for name, value in asked.items() if value},
        **({"errors": [dict(zip(_ERROR, row, strict=True)) for row in account.wrong]} if account.errors else {}),
    }


_ERROR = ("id", "gold", "predicted")


def account_lines(account: Account) -> Iterator[str]:
    """Yield an account as lines of text."""
    scores = account.scores
    yield f"{scores.metric}: {len(scores.tally.ids)} items"
    width = max(len(name) for name in scores.figures)
    for name, value in scores.figures.items():
        yield f"  {name.ljust(width)}  {_figure(value)}{_between(account.intervals.get(name))}"
    for way, parts in account.parts.items():
        yield ""
        yield from in_columns(*_part_table(way, parts))
    if account.errors:
        yield ""
        yield from in_columns(_ERROR, account.wrong, words=3)
    if account.comparisons:
        yield ""
        yield from (sentence(one, *account.names) for one in account.comparisons)
    yield from (f"note: {note}" for note in scores.notes)


def account_markdown(account: Account) -> Iterator[str]:
    """Yield an account as lines of Markdown."""
    return _pasted(account, in_markdown, str)


def account_latex(account: Account) -> Iterator[str]:
    """Yield an account as lines of LaTeX: tables in the manner of ``booktabs``."""
    return _pasted(account, in_latex, latex)


def _pasted(
    account: Account, drawn: Callable[[Sequence[str], Rows], Iterator[str]], word: Callable[[str], str]
) -> Iterator[str]:
    scores = account.scores
    rows = [(name, _figure(value), *_bounds(account.intervals.get(name))) for name, value in scores.figures.items()]
    yield from drawn((f"{scores.metric}, {len(scores.tally.ids)} items", "figure", "low", "high"), rows)
    for way, parts in account.parts.items():
        yield ""
        yield from drawn(*_part_table(way, parts))
    if account.errors:
        yield ""
        yield from drawn(_ERROR, account.wrong)
    for one in account.comparisons:
        yield ""
        yield word(sentence(one, *account.names))
    for note in scores.notes:
        yield ""
        yield word(f"Note: {note}")


def _part_table(way: str, parts: Sequence[Part]) -> tuple[list[str], list[list[str]]]:
    """Return a row a part, a column each of the first figures; figures of single labels are left to JSON."""
    names = [name for name in dict.fromkeys(name for part in parts for name in part.figures) if "[" not in name][
        :_SHOWN
    ]
    bounds = any(part.intervals for part in parts)
    head = [way, "items", *(name for one in names for name in (one, *(("low", "high") if bounds else ())))]
    rows = [
        [part.word, str(len(part.ids))]
        + [
            cell
            for name in names
            for cell in (_figure(part.figures.get(name)), *(_bounds(part.intervals.get(name)) if bounds else ()))
        ]
        for part in parts
    ]
    return head, rows


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"


def _between(one: Interval | None) -> str:
    return f"  {one.low:.4f} to {one.high:.4f}" if one else ""


def _bounds(one: Interval | None) -> tuple[str, str]:
    return (f"{one.low:.4f}", f"{one.high:.4f}") if one else ("", "")
