"""The simple systems, each learnt on four fifths of the groups and asked about the fifth that is left.

- **majority**: says what most of the items that it learnt from say.
- **claim only**: the words of the claim, one and two running (TF-IDF), by logistic regression. It has seen no evidence: what it
  scores above the majority, the wording of the claims gives away.
- **word overlap**: how many words, numbers and negations claim and evidence share, by logistic regression.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import attrs
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from factcheck.baselines.tasks import Item, Task
from factcheck.errors import UsageError
from factcheck.metrics.labels import confusions, figures
from factcheck.metrics.resampling import Array, Resampling, intervals
from factcheck.text import folded

FOLDS = 5
METRICS = ("accuracy", "macro_f1")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = r"\w+|\S"  # a claim without words has at least its signs
_NEGATIONS = frozenset({"no", "not", "none", "never", "without", "neither", "nor", "cannot", "failed"})


@attrs.frozen(kw_only=True)
class Figure:
    """What a system scored, as ``baselines.json`` holds it."""

    name: str
    config: str
    metric: str
    value: float
    low: float
    high: float
    n: int


def figures_of(tasks: Sequence[Task], how: Resampling) -> Iterator[Figure]:
    """Yield what each system scores on each task, rounded to three places; groups are drawn anew for the intervals.

    A task with fewer than two groups or two labels is passed over: nothing can be learnt of it.

    Raises:
        UsageError: that is so of every task.
    """
    learnable = [task for task in tasks if _is_learnable(task)]
    if not learnable:
        raise UsageError("baselines take two labels and two groups of claims at least: nothing can be learnt of these")
    for task in learnable:
        for name, system in SYSTEMS.items():
            yield from _figures(task, name, predictions(task, system), how)


def _is_learnable(task: Task) -> bool:
    return len({item.group for item in task.items}) > 1 and len({item.label for item in task.items}) > 1


def predictions(task: Task, system: Callable[[], object]) -> list[str]:
    """Return what a system predicts of each item, learnt of the groups in other folds, of which there are two at least."""
    groups, labels = [item.group for item in task.items], np.array([item.label for item in task.items])
    folds = min(FOLDS, len(set(groups)))
    items = np.array(task.items, dtype=object)
    found = np.empty(len(items), dtype=object)
    for learnt, asked in GroupKFold(folds).split(items, labels, groups):
        if len(set(labels[learnt])) == 1:  # nothing to tell apart
            found[asked] = labels[learnt][0]
            continue
        model = system()
        model.fit(items[learnt], labels[learnt])  # type: ignore[attr-defined]  # a scikit-learn estimator, untyped
        found[asked] = model.predict(items[asked])  # type: ignore[attr-defined]
    return [str(label) for label in found]


def _figures(task: Task, name: str, predicted: Sequence[str], how: Resampling) -> Iterator[Figure]:
    labels = sorted({item.label for item in task.items})
    values = confusions([(item.label, said) for item, said in zip(task.items, predicted, strict=True)], labels)

    def scored(sums: Array) -> dict[str, Array]:
        found = figures(labels, sums)
        return {metric: found[metric] for metric in METRICS}

    bounds = intervals(values, scored, how, [item.group for item in task.items])
    for metric, value in scored(values.sum(axis=0)).items():
        low, high = round(bounds[metric].low, 3), round(bounds[metric].high, 3)
        yield Figure(
            name=name,
            config=task.config,
            metric=metric,
            value=round(float(value), 3),
            low=low,
            high=high,
            n=len(values),
        )


def _claim_only() -> object:
    words = TfidfVectorizer(preprocessor=lambda item: folded(item.claim), token_pattern=_SIGNS, ngram_range=(1, 2))
    return make_pipeline(words, LogisticRegression(class_weight="balanced", max_iter=1000))


def _overlap() -> object:
    shared = FunctionTransformer(lambda items: np.array([overlap(item) for item in items]))
    return make_pipeline(shared, StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=1000))


SYSTEMS: dict[str, Callable[[], object]] = {
    "majority": lambda: DummyClassifier(strategy="most_frequent"),
    "claim only (bag of words)": _claim_only,
    "claim and evidence (word overlap)": _overlap,
}
"""Every system by its name."""


def overlap(item: Item) -> list[float]:
    """Return what claim and evidence share: words seen from either side, numbers, negations; and how long the evidence is."""
    claim, evidence = folded(item.claim), folded(item.evidence)
    ours, theirs = set(_WORD.findall(claim)), set(_WORD.findall(evidence))
    numbers, found = set(_NUMBER.findall(claim)), set(_NUMBER.findall(evidence))
    return [
        len(ours & theirs) / max(1, len(ours)),
        len(ours & theirs) / max(1, len(theirs)),
        len(numbers & found) / max(1, len(numbers)),
        float(bool(ours & _NEGATIONS) != bool(theirs & _NEGATIONS)),
        float(len(_WORD.findall(evidence))) ** 0.5,
    ]
