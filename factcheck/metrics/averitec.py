"""AVeriTeC.

How well predicted questions and answers cover the gold ones, and the verdict where they do.

- *Paper:* Schlichtkrull, Guo and Vlachos (2023), AVeriTeC: A Dataset for Real-world Claim Verification with Evidence from the
  Web, NeurIPS Datasets and Benchmarks; the scorer is `eval.py` of `MichSchli/AVeriTeC`.
- *Gold:* AVeriTeC's own file: `label`, `questions`, `claim`, `claim_types`, `justification`; `claim_id` where there is one.
- *Predictions:* `label`; `questions`, each a `question` with `answers`, or `string_evidence`, a list of strings; `justification`
  if there is one; with the `claim_id` of the gold, or in the gold's order.
- *Settings:* `similarity`: `token_f1` (the F1 of the sets of lower-case words), `meteor` (the official one; the extra `meteor`
  and nltk's data), or from Python any function of a predicted and a gold string; `max_questions` (10): how many of them count.

A question and an answer are compared as one string, the explanation of a Boolean answer at its end.
Predicted strings are assigned to gold strings so that the sum of the similarities is the greatest (Hungarian algorithm); the sum
divided by the number of gold strings is the claim's evidence score.

Figures:

- `question_only`: the mean of the claims' scores for questions alone; `question_answer`: for questions with answers.
- `accuracy`, `macro_f1`, `f1[L]`: of the verdicts; an F1 is undefined, and not in the mean, where neither side has the label.
- `justification`: the mean similarity of the justifications; where there is none, of the predicted strings.
- `averitec@T` for T of 0.1, 0.2, 0.25, 0.3, 0.4, 0.5: the share of claims whose verdict is right and whose evidence score is
  *above* T.
- `averitec_justification@T`: the mean similarity of the justifications, 0 where the evidence score is not above T.
- `evidence@T[C]` for T of 0.2 and 0.3: the mean evidence score of the claims of type C, 0 where it is not above T.

A perfect prediction has `question_answer` below 1 where a claim has more than `max_questions` gold strings.
FEVER-8 (2025) judges evidence by a language model (Ev2R) instead; give that as the similarity, if you like.

What the official scorer does, and we:

- It pairs rows by position. We join by `claim_id`, or by position where there is none, and then want the same `claim`;
  compat pairs by position whatever the claims are. Files of different length stop it; they are an error.
- It counts the F1 of a label that neither side has as 0, in the mean too. It is undefined; compat counts 0.
- An unknown label is wrong. It is an error; compat counts it as wrong.
- A Boolean answer without `boolean_explanation` stops it (KeyError). It is compared without; compat is an error.
- A gold claim without questions or justification stops it. No question is an error; without a justification those figures are
  undefined, compat is an error.
- It writes lists into the caller's answers. Nothing is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs
import numpy as np
from scipy.optimize import linear_sum_assignment

from factcheck.metrics.labels import confusions, mean_of_defined
from factcheck.metrics.metric import Count, Identity, Note, OneOf, Plain, Setting, Settings, got, said
from factcheck.metrics.similarity import SIMILARITIES, Similarity, similarity_named
from factcheck.metrics.tally import Figures, Sums, Tally, ratio
from factcheck.naming import did_you_mean
from factcheck.records.corpus import Corpus

SETTINGS: Mapping[str, Setting] = {
    "similarity": OneOf(default="token_f1", words=SIMILARITIES, or_function=True),
    "max_questions": Count(default=10),
}
ID = Identity(field="claim_id", in_files=False)

LABELS = ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking")
LEVELS = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5)
TYPE_LEVELS = (0.2, 0.3)

_OTHER = "another label"
_SIDES = (*LABELS, _OTHER)
_FIRST = ("items", "question_only", "question_answer", "justified", "justification")
_PARTS = (*(f"right@{level}" for level in LEVELS), *(f"justification@{level}" for level in LEVELS))
_NO_ANSWER = "No answer could be found."


@attrs.frozen(kw_only=True)
class Checked:
    """What is compared of one claim.

    Args:
        label: the verdict.
        questions: the questions, or what stands for them.
        strings: questions with answers.
        justification: why; None where it is not said.
        types: the types of the claim.
    """

    label: str
    questions: tuple[str, ...]
    strings: tuple[str, ...]
    justification: str | None
    types: tuple[str, ...] = ()


def read_gold(row: Plain, settings: Settings, note: Note) -> Checked:
    """Return what is compared of a gold row."""
    questions, strings = _questions(row, settings, note)
    if not strings:
        note((), "a claim of the gold has one question at least (got none)")
    types = row.get("claim_types", [])
    if not isinstance(types, list) or not all(isinstance(one, str) for one in types):
        note(("claim_types",), f"claim_types must be a list of strings (got {types!r})")
        types = []
    justification = _justification(row, note)
    if settings["compat"] and justification is None:
        note((), "no justification, without which the official scorer stops (KeyError)", rule="official-scorer-fails")
    label = _label(row, settings, note)
    return Checked(label=label, questions=questions, strings=strings, justification=justification, types=tuple(types))


def read_prediction(row: Plain, settings: Settings, note: Note) -> Checked:
    """Return what is compared of a predicted row."""
    most = settings["max_questions"]
    questions, strings = _questions(row, settings, note)
    given = row.get("string_evidence", [])
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        note(("string_evidence",), f"string_evidence must be a list of strings (got {given!r})")
        given = []
    strings = (*strings, *given)
    if "questions" not in row and "string_evidence" not in row:
        note((), "a prediction has 'questions' or 'string_evidence' (got neither)")
    justification = _justification(row, note)
    return Checked(
        label=_label(row, settings, note),
        questions=(questions if "questions" in row else strings)[:most],
        strings=strings[:most],
        justification=" ".join(strings[:most]) if justification is None else justification,
    )


def _label(row: Plain, settings: Settings, note: Note) -> str:
    label = row.get("label")
    if label in LABELS:
        return str(label)
    if not settings["compat"]:
        near = did_you_mean(str(label), LABELS)
        path = ("label",) if "label" in row else ()
        note(path, f"label must be one of {said(LABELS)} ({got(row, 'label')}{near})", rule="unknown-label")
    return _OTHER


def _justification(row: Plain, note: Note) -> str | None:
    found = row.get("justification")
    if "justification" in row and not isinstance(found, str):
        note(("justification",), f"justification must be a string (got {found!r})")
        return ""
    return found


def _questions(row: Plain, settings: Settings, note: Note) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the questions of a row, and each of them with each of its answers."""
    given = row.get("questions", [])
    if not isinstance(given, list):
        note(("questions",), f"questions must be a list (got {given!r})")
        given = []
    asked: list[str] = []
    strings: list[str] = []
    for place, one in enumerate(given):
        path = ("questions", place)
        if not isinstance(one, Mapping) or not isinstance(one.get("question"), str) or "answers" not in one:
            note(path, f"a question has a 'question', a string, and 'answers' (got {one!r})")
            continue
        asked.append(one["question"])
        strings.extend(f"{one['question']} {answer}" for answer in _answers(one["answers"], path, settings, note))
    return tuple(asked), tuple(strings)


def _answers(given: Any, path: tuple[str | int, ...], settings: Settings, note: Note) -> Iterator[str]:
    answers = given if isinstance(given, list) else [given]
    if not answers:
        yield _NO_ANSWER
    for place, answer in enumerate(answers):
        where = (*path, "answers", place) if isinstance(given, list) else (*path, "answers")
        if not isinstance(answer, Mapping) or not isinstance(answer.get("answer"), str):
            note(where, f"an answer has an 'answer', a string (got {answer!r})")
            continue
        yield answer["answer"] + _explanation(answer, where, settings, note)


def _explanation(answer: Plain, where: tuple[str | int, ...], settings: Settings, note: Note) -> str:
    if answer.get("answer_type") != "Boolean":
        return ""
    found = answer.get("boolean_explanation")
    if isinstance(found, str):
        return f". {found}"
    if found is not None:
        note((*where, "boolean_explanation"), f"boolean_explanation must be a string (got {found!r})")
    elif settings["compat"]:
        message = "a Boolean answer without boolean_explanation, at which the official scorer stops (KeyError)"
        note(where, message, rule="official-scorer-fails")
    return ""


def gold_rows(corpus: Corpus) -> None:
    """Return that a corpus of ours is no gold: export it as AVeriTeC's file first."""
    return


def tally(ids: Sequence[str], pairs: Sequence[tuple[Checked, Checked]], settings: Settings) -> Tally:
    """Return what each claim adds to the sums.

    Raises:
        UsageError: the similarity needs what is not installed.
    """
    alike = similarity_named(settings["similarity"])
    types = sorted({name for gold, _ in pairs for name in gold.types})
    verdicts = [(gold.label, predicted.label) for gold, predicted in pairs]
    totals = np.array([_added(gold, predicted, alike, types) for gold, predicted in pairs], dtype=np.float64)
    by_type = (f"{name}@{part}" for name in types for part in ("claims", *TYPE_LEVELS))
    counted = (f"{gold} as {predicted}" for gold in _SIDES for predicted in _SIDES)
    return Tally(
        ids=tuple(ids),
        columns=(*_FIRST, *_PARTS, *by_type, *counted),
        values=np.hstack([totals, confusions(verdicts, _SIDES)]),
        figures=partial(figures, types, settings["compat"]),
        gold=tuple(gold for gold, _ in verdicts),
        predicted=tuple(predicted for _, predicted in verdicts),
    )


def _added(gold: Checked, predicted: Checked, alike: Similarity, types: Sequence[str]) -> list[float]:
    score = coverage(predicted.strings, gold.strings, alike)
    right = gold.label == predicted.label
    is_justified = gold.justification is not None
    why = alike(predicted.justification or "", gold.justification or "") if is_justified else 0.0
    added = [1.0, coverage(predicted.questions, gold.questions, alike), score, float(is_justified), why]
    added += [float(right and score > level) for level in LEVELS]
    added += [why if score > level else 0.0 for level in LEVELS]
    for name in types:
        times = gold.types.count(name)
        added += [times, *(score * times if score > level else 0.0 for level in TYPE_LEVELS)]
    return added


def coverage(predicted: Sequence[str], gold: Sequence[str], alike: Similarity) -> float:
    """Return how far predicted strings cover gold ones: the sum of the best assignment, divided by the gold's number."""
    if not predicted or not gold:
        return 0.0
    scores = np.array([[alike(one, other) for other in gold] for one in predicted])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return float(scores[rows, columns].sum()) / len(gold)


def figures(types: Sequence[str], compat: bool, sums: Sums) -> Figures:
    """Return the figures that sums make."""
    items, question, answer, justified, justification = (sums[..., number] for number in range(len(_FIRST)))
    found = {"question_only": ratio(question, items), "question_answer": ratio(answer, items)}
    found.update(_verdicts(sums[..., -(len(_SIDES) ** 2) :], items, compat))
    found["justification"] = ratio(justification, justified)
    first = len(_FIRST)
    for number, level in enumerate(LEVELS):
        found[f"averitec@{level}"] = ratio(sums[..., first + number], items)
    for number, level in enumerate(LEVELS):
        found[f"averitec_justification@{level}"] = ratio(sums[..., first + len(LEVELS) + number], justified)
    first += len(_PARTS)
    for number, level in enumerate(TYPE_LEVELS):
        for place, name in enumerate(types):
            start = first + place * (1 + len(TYPE_LEVELS))
            found[f"evidence@{level}[{name}]"] = ratio(sums[..., start + 1 + number], sums[..., start])
    return found


def _verdicts(cells: Sums, items: Sums, compat: bool) -> Figures:
    counts = cells.reshape(*cells.shape[:-1], len(_SIDES), len(_SIDES))
    right = np.diagonal(counts, axis1=-2, axis2=-1)[..., : len(LABELS)]
    both = (counts.sum(axis=-1) + counts.sum(axis=-2))[..., : len(LABELS)]
    f1 = np.nan_to_num(ratio(2 * right, both)) if compat else ratio(2 * right, both)
    each = {f"f1[{label}]": f1[..., number] for number, label in enumerate(LABELS)}
    return {"accuracy": ratio(right.sum(axis=-1), items), "macro_f1": mean_of_defined(f1), **each}
