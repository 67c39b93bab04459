"""Gold and predictions of every metric, sound by construction, and the prediction that is perfect."""

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from factcheck.metrics import averitec, fever, hover, scifact
from factcheck.metrics.fever import NEI

Row = dict[str, Any]
Case = tuple[list[Row], list[Row]]

PAGES = st.sampled_from(["Ada", "Bell_-LRB-ship-RRB-", "Ñandú"])
LINES = st.tuples(PAGES, st.integers(0, 3)).map(list)
ELEMENTS = st.tuples(PAGES, st.sampled_from(["sentence", "cell"]), st.sampled_from(["0", "1_2"])).map(list)
WORDS = st.lists(st.sampled_from(["who", "lit", "the", "lamp", "in", "1871"]), min_size=1, max_size=5).map(" ".join)


@attrs.frozen
class Cases:
    """What one metric is tested with.

    Args:
        gold: a gold row, without its id.
        prediction: a predicted row, without its id.
        perfect: the predicted row that is perfect for a gold row.
        ones: the figures that a perfect prediction has at 1.
        zeros: the figures that it has at 0.
    """

    gold: st.SearchStrategy[Row]
    prediction: st.SearchStrategy[Row]
    perfect: Callable[[Row], Row]
    ones: tuple[str, ...]
    zeros: tuple[str, ...] = ()
    field: str = "id"


def cases(name: str, *, most: int = 6) -> st.SearchStrategy[Case]:
    """Return gold and predictions of a metric, in one order, with ids."""

    @st.composite
    def drawn(draw: st.DrawFn) -> Case:
        one = CASES[name]
        many = draw(st.integers(1, most))
        gold = [{one.field: number, **draw(one.gold)} for number in range(many)]
        return gold, [{one.field: number, **draw(one.prediction)} for number in range(many)]

    return drawn()


def perfect(name: str, gold: list[Row]) -> list[Row]:
    """Return the predictions that are perfect for a gold."""
    one = CASES[name]
    return [{one.field: row[one.field], **one.perfect(row)} for row in gold]


def _sets(parts: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[list[list[list[Any]]]]:
    return st.lists(st.lists(parts, min_size=1, max_size=3, unique_by=tuple), min_size=1, max_size=3)


@st.composite
def _fever_gold(draw: st.DrawFn) -> Row:
    label = draw(st.sampled_from(fever.LABELS))
    sets = [[[7, 8, *line] for line in one] for one in draw(_sets(LINES))]
    return {"label": label, "evidence": [[[7, None, None, None]]] if label == NEI else sets}


def _predicted(parts: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[Row]:
    evidence = st.lists(parts, max_size=6, unique_by=tuple)
    return st.fixed_dictionaries({"predicted_label": st.sampled_from(fever.LABELS), "predicted_evidence": evidence})


def _perfect_fever(row: Row) -> Row:
    lines = [] if row["label"] == NEI else [line[2:] for line in row["evidence"][0]]
    return {"predicted_label": row["label"], "predicted_evidence": lines}


def _documents(of: st.SearchStrategy[Any], *, most: int) -> st.SearchStrategy[Row]:
    return st.dictionaries(st.sampled_from(["11", "12", "13"]), of, max_size=most).map(
        lambda given: {"evidence": given}
    )


@st.composite
def _rationales(draw: st.DrawFn) -> list[Row]:
    """Return rationales of one label that share no sentence."""
    label = draw(st.sampled_from(scifact.LABELS))
    sentences = draw(st.lists(st.integers(0, 7), min_size=1, max_size=6, unique=True))
    cut = draw(st.integers(1, len(sentences)))
    return [{"sentences": part, "label": label} for part in (sentences[:cut], sentences[cut:]) if part]


def _perfect_scifact(row: Row) -> Row:
    return {
        "evidence": {
            name: {
                "sentences": [
                    sentence
                    for one in sorted(given, key=lambda one: len(one["sentences"]))
                    for sentence in one["sentences"]
                ],
                "label": given[0]["label"],
            }
            for name, given in row["evidence"].items()
        }
    }


def _label(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Row]:
    return of.map(lambda label: {"label": label})


@st.composite
def _forecast(draw: st.DrawFn) -> Row:
    weights = draw(st.lists(st.integers(1, 9), min_size=3, max_size=3))
    return {"probabilities": {label: weight / sum(weights) for label, weight in zip("abc", weights, strict=True)}}


_HOPS = st.lists(st.tuples(PAGES, st.integers(0, 2)).map(list), min_size=1, max_size=4, unique_by=tuple)
_QUESTIONS = st.lists(
    st.fixed_dictionaries(
        {
            "question": WORDS,
            "answers": st.lists(st.fixed_dictionaries({"answer": WORDS}), max_size=2)
            | st.fixed_dictionaries({"answer": WORDS, "answer_type": st.just("Boolean"), "boolean_explanation": WORDS}),
        }
    ),
    min_size=1,
    max_size=3,
)

CASES: dict[str, Cases] = {
    "aggrefact": Cases(
        gold=st.fixed_dictionaries({"dataset": st.sampled_from(["RAG", "Wice"]), "label": st.integers(0, 1)}),
        prediction=st.fixed_dictionaries({"predicted_label": st.integers(0, 1)}),
        perfect=lambda row: {"predicted_label": row["label"]},
        ones=("balanced_accuracy",),
    ),
    "averitec": Cases(
        gold=st.fixed_dictionaries(
            {
                "label": st.sampled_from(averitec.LABELS),
                "questions": _QUESTIONS,
                "justification": WORDS,
                "claim_types": st.lists(st.sampled_from(["Numerical Claim", "Causal Claim"]), unique=True),
            }
        ),
        prediction=st.fixed_dictionaries({"label": st.sampled_from(averitec.LABELS)}).flatmap(
            lambda row: st.fixed_dictionaries({"questions": _QUESTIONS}, optional={"justification": WORDS}).map(
                lambda more: {**row, **more}
            )
        ),
        perfect=lambda row: {name: row[name] for name in ("label", "questions", "justification")},
        ones=("question_only", "question_answer", "accuracy", "macro_f1", "justification", "averitec@0.5"),
        field="claim_id",
    ),
    "calibration": Cases(
        gold=_label(st.sampled_from("abc")),
        prediction=_forecast(),
        perfect=lambda row: {"probabilities": {label: float(label == row["label"]) for label in "abc"}},
        ones=("accuracy", "confidence"),
        zeros=("ece", "brier"),
    ),
    "fever": Cases(
        gold=_fever_gold(),
        prediction=_predicted(LINES),
        perfect=_perfect_fever,
        ones=("fever_score", "label_accuracy", "precision", "recall", "f1"),
    ),
    "feverous": Cases(
        gold=st.fixed_dictionaries({"label": st.sampled_from(fever.LABELS), "evidence": _sets(ELEMENTS)}),
        prediction=_predicted(ELEMENTS),
        perfect=lambda row: {"predicted_label": row["label"], "predicted_evidence": row["evidence"][0]},
        ones=("feverous_score", "label_accuracy", "precision", "recall", "f1"),
    ),
    "hover": Cases(
        gold=st.fixed_dictionaries({"label": st.sampled_from(hover.LABELS), "supporting_facts": _HOPS}),
        prediction=st.fixed_dictionaries({"predicted_label": st.sampled_from(hover.LABELS), "predicted_sp": _HOPS}),
        perfect=lambda row: {"predicted_label": row["label"], "predicted_sp": row["supporting_facts"]},
        ones=("accuracy", "evidence_exact", "evidence_f1", "hover_score"),
        field="uid",
    ),
    "labels": Cases(
        gold=_label(st.sampled_from(["supported", "refuted", "conflicting"])),
        prediction=st.sampled_from(["supported", "refuted", "conflicting"]).map(
            lambda label: {"predicted_label": label}
        ),
        perfect=lambda row: {"predicted_label": row["label"]},
        ones=("accuracy", "macro_f1", "weighted_f1", "balanced_accuracy", "mcc"),
    ),
    "scifact": Cases(
        gold=_documents(_rationales(), most=3),
        prediction=_documents(
            st.fixed_dictionaries(
                {
                    "sentences": st.lists(st.integers(0, 7), max_size=5, unique=True),
                    "label": st.sampled_from(scifact.LABELS),
                }
            ),
            most=3,
        ),
        perfect=_perfect_scifact,
        ones=tuple(
            f"{name}_{figure}"
            for name in ("abstract_label_only", "abstract_rationalized", "sentence_selection", "sentence_label")
            for figure in ("precision", "recall", "f1")
        ),
    ),
}
"""What each metric is tested with."""
