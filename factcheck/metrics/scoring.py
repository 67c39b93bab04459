"""A metric's figures for a gold and its predictions: every row read and joined, every problem told, before any figure."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path as FilePath
from typing import Any, cast

import attrs

from factcheck.errors import FactcheckError, UsageError
from factcheck.metrics.joining import Joined, join
from factcheck.metrics.metric import Metric, Note, OfficialScorerFails, Settings, Unfit
from factcheck.metrics.rows import Noted, Rows, rows_from
from factcheck.metrics.tally import Tally
from factcheck.naming import did_you_mean
from factcheck.problems import Path, Place, Problem
from factcheck.records.corpus import Corpus

METRICS: dict[str, str] = {
    "aggrefact": "LLM-AggreFact: balanced accuracy for each subset, and its mean",
    "averitec": "AVeriTeC: question and answer scores by Hungarian assignment, veracity, score at each threshold",
    "calibration": "calibration of probabilities: expected calibration error, Brier score",
    "fever": "FEVER score: label accuracy, evidence precision, recall and F1, and the strict score",
    "feverous": "FEVEROUS score: as FEVER's, with sentences and cells, and evidence for every label",
    "hover": "HoVer: label accuracy, exact match and F1 of the evidence, and the HoVer score",
    "labels": "labels alone: accuracy, macro and weighted F1, each label, MCC, balanced accuracy",
    "scifact": "SciFact: abstracts by label and rationale, sentences by selection and label, micro F1",
}
"""Every metric with its summary; each is a module of this package that fulfils ``Metric``."""

Source = str | FilePath | Corpus | Iterable[Any]
"""A file of rows, a corpus or release of ours as loaded, or rows."""


@attrs.frozen(kw_only=True, eq=False)
class Scores:
    """What a metric makes of predictions.

    Args:
        metric: its name.
        settings: what it was asked with.
        figures: each figure; None where it is undefined.
        tally: what each item added.
    """

    metric: str
    settings: Settings
    figures: Mapping[str, float | None]
    tally: Tally

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the figures must know."""
        return self.tally.notes


class Unscorable(FactcheckError):
    """Gold or predictions cannot be scored as they are; ``problems`` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        many, first = len(self.problems), self.problems[0]
        where = f"{first.place}: " if str(first.place) else ""
        return f"{many} problem{'s' if many != 1 else ''}; the first: {where}{first.message} [{first.rule}]"


def score(metric: str, *, gold: Source, predictions: Source, compat: bool = False, **settings: Any) -> Scores:
    """Score predictions.

    Args:
        metric: its name, one of ``METRICS``.
        gold: a file, a corpus or release as loaded, or rows.
        predictions: a file or rows; joined with the gold by id.
        compat: do as the official scorer does, quirks included; each metric's manual lists them.
        **settings: those of the metric.

    Raises:
        UsageError: there is no such metric, setting or file.
        Unscorable: gold or predictions have problems; every one is told, and no figure is made.
    """
    module = metric_named(metric)
    if compat and module.ID.official is None:
        raise UsageError(f"{metric} has no official scorer that compat could follow")
    chosen = _chosen(metric, module, settings, compat=compat)
    golds = _gold_rows(metric, module, gold)
    keyed_by = module.ID.field if module.ID.is_keyed else None
    predicted = rows_from(_no_corpus(predictions), "predictions", keyed_by=keyed_by)
    return _scored(metric, module, golds, predicted, chosen)


def metric_named(name: str) -> Metric:
    """Return the module of a metric.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in METRICS:
        raise UsageError(f"no metric {name!r}{did_you_mean(name, METRICS)}; there are {', '.join(METRICS)}")
    return cast(Metric, import_module(f"{__package__}.{name}"))


def _chosen(name: str, metric: Metric, given: Mapping[str, Any], *, compat: bool) -> Settings:
    for setting, value in given.items():
        if setting not in metric.SETTINGS:
            known = ", ".join(metric.SETTINGS) or "none"
            raise UsageError(
                f"{name} has no setting {setting!r}{did_you_mean(setting, metric.SETTINGS)}; it has {known}"
            )
        expected = metric.SETTINGS[setting].unfit(value)
        if expected:
            raise UsageError(f"setting {setting!r} must be {expected} (got {value!r})")
    defaults = {setting: kind.default for setting, kind in metric.SETTINGS.items()}
    return {**defaults, **given, "compat": compat}


def _no_corpus(predictions: Source) -> str | FilePath | Iterable[Any]:
    if isinstance(predictions, Corpus):
        raise UsageError("predictions must be a file or rows (got a corpus)")
    return predictions


def _gold_rows(name: str, metric: Metric, gold: Source) -> Rows:
    if not isinstance(gold, Corpus):
        return rows_from(gold, "gold")
    rows = metric.gold_rows(gold)
    if rows is None:
        raise UsageError(f"{name} scores against its official files or rows, not against a corpus")
    return Rows(side="gold", values=list(rows), are_ours=True)


def _scored(name: str, metric: Metric, gold: Rows, predictions: Rows, settings: Settings) -> Scores:
    joined = join(metric, gold, predictions, compat=settings["compat"])
    golds, gold_noted = _read(gold, metric.read_gold, settings)
    predicted, noted = _read(predictions, metric.read_prediction, settings)
    gold_problems = gold.problems([*gold.unread, *joined.gold, *gold_noted, *_empty(gold, joined)])
    problems = [*gold_problems, *predictions.problems([*predictions.unread, *joined.predictions, *noted])]
    if problems:
        raise Unscorable(tuple(sorted(problems, key=lambda problem: problem.sort_key)))
    pairs = [(golds[one], predicted[other]) for one, other in joined.pairs]
    try:
        tally = metric.tally(joined.ids, pairs, settings)
    except OfficialScorerFails as error:
        raise Unscorable((_failure(error),)) from error
    except Unfit as error:
        raise Unscorable(tuple(predictions.problems(_unfitting(error, joined)))) from error
    figures = {figure: _defined(float(value)) for figure, value in tally.figures(tally.sums()).items()}
    return Scores(metric=name, settings=settings, figures=figures, tally=tally)


def _failure(error: OfficialScorerFails) -> Problem:
    message = f"the official scorer does not get to its figures: {error}"
    cure = "without compat there is a figure"
    return Problem(rule="official-scorer-fails", level="error", message=message, cure=cure, places=(Place(),))


def _unfitting(error: Unfit, joined: Joined) -> list[Noted]:
    return [
        Noted(row=joined.pairs[item][1], path=path, rule=error.rule, message=message)
        for item, (path, message) in error.found.items()
    ]


def _empty(gold: Rows, joined: Joined) -> list[Noted]:
    """Return that there is nothing to score; predictions of no gold row tell it themselves."""
    if gold.values and (joined.pairs or joined.gold or joined.predictions):
        return []
    message = f"there is nothing to score: {'no row has a prediction' if gold.values else 'the gold has no rows'}"
    return [Noted(row=None, path=(), rule="empty", message=message)]


def _read(
    rows: Rows, read: Callable[[Any, Settings, Note], Any], settings: Settings
) -> tuple[list[Any], tuple[Noted, ...]]:
    """Return what a metric needs of each row, and what it noted; what is no mapping was noted by the join."""
    noted: list[Noted] = []
    unread = {one.row for one in rows.unread}
    found: list[Any] = []
    for number, row in enumerate(rows.values):
        if number in unread:
            found.append(None)
        elif not isinstance(row, Mapping):
            found.append(None)
            message = f"a row must be a mapping (got {type(row).__name__})"
            _note(noted, number, (), message)
        else:
            found.append(read(row, settings, partial(_note, noted, number)))
    return found, tuple(noted)


def _note(
    noted: list[Noted], row: int, path: Path, message: str, *, rule: str = "wrong-shape", cure: str | None = None
) -> None:
    noted.append(Noted(row=row, path=path, rule=rule, message=message, cure=cure))


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else value
