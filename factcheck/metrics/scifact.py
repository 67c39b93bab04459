"""SciFact.

Micro-averaged precision, recall and F1 of abstracts (by label; by label and rationale) and of sentences (alone; with the label).

- *Paper:* Wadden et al. (2020), Fact or Fiction: Verifying Scientific Claims, EMNLP; the scorer is `allenai/scifact-evaluator`.
- *Gold:* SciFact's own lines: `id`, `evidence`, a mapping from document ids to rationales `{"sentences": [...], "label": ...}`;
  or a corpus: each piece of evidence with sentences of a document that supports or refutes is a rationale.
- *Predictions:* `id`, `evidence`, a mapping from document ids to `{"sentences": [...], "label": ...}`, the best sentence first.
- *Settings:* `truncation`: how many predicted sentences may rationalise an abstract; `shortest` (the first three, or as many as
  the shortest gold rationale has, where that is more), or `three` (never more, as older versions of the scorer have it).

Figures, each as `_precision`, `_recall` and `_f1`:

- `abstract_label_only`: a predicted abstract is right if it is a gold one and its label is right.
- `abstract_rationalized`: and one of its gold rationales is wholly among the first predicted sentences.
- `sentence_selection`: a predicted sentence is right if it stands in a gold rationale that is predicted wholly.
- `sentence_label`: and the label of its abstract is right.

Precision is 0 where nothing is predicted, recall 0 where nothing is to be found, F1 0 where both are 0.
A perfect prediction has `abstract_rationalized` below 1 with truncation `three` where each rationale of an abstract has more than
three sentences, and with either where the first sentences predicted are parts of several rationales and none of them whole.

What the official scorer does, and we:

- It wants the ids of both files in the same order. We join by id; compat wants the order.
- A sentence that is predicted twice counts twice among the predicted. It counts once, with a note; compat counts it twice.
- Rationales of one abstract that share a sentence stop it once that is predicted (AssertionError). A shared sentence counts once,
  and is right if either rationale is predicted wholly; compat is an error.
- Different labels in one document stop it (ValueError). It is an error.
- A document without rationales stops it (IndexError). It is an error.
- A rationale without sentences is found by every prediction. It is an error; compat finds it.
- A document id that is a number (JSON cannot say it, Python can) never meets the string. It is an error; compat lets it be.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
import numpy as np

from factcheck.gold import gold_verdicts
from factcheck.metrics.metric import Identity, Note, OfficialScorerFails, OneOf, Plain, Settings, got, is_whole, said
from factcheck.metrics.tally import Figures, Sums, Tally, column, ratio
from factcheck.records.corpus import Corpus

SETTINGS = {"truncation": OneOf(default="shortest", words=("shortest", "three"))}
ID = Identity()

LABELS = ("SUPPORT", "CONTRADICT")
COLUMNS = (
    "gold_abstracts",
    "predicted_abstracts",
    "abstract_label_only",
    "abstract_rationalized",
    "gold_sentences",
    "predicted_sentences",
    "sentence_selection",
    "sentence_label",
)
_KEPT = 3
_LABEL_OF = {"supports": "SUPPORT", "refutes": "CONTRADICT"}


@attrs.frozen
class GoldAbstract:
    """What the gold says of one document: its label, and the rationales that show it."""

    label: str
    rationales: tuple[tuple[int, ...], ...]


@attrs.frozen
class PredictedAbstract:
    """What is predicted of one document: its label, and the sentences that show it, the best first."""

    label: str
    sentences: tuple[int, ...]


@attrs.frozen
class Abstracts:
    """The documents of one claim, by id."""

    id: Any
    by_document: Mapping[Any, Any]
    repeats: bool = False


def read_gold(row: Plain, settings: Settings, note: Note) -> Abstracts:
    """Return the documents of a gold row."""
    documents = _documents(row, settings, note)
    read = {name: _gold_abstract(given, ("evidence", name), settings, note) for name, given in documents.items()}
    return Abstracts(row.get("id"), read)


def _documents(row: Plain, settings: Settings, note: Note) -> Mapping[Any, Any]:
    given = row.get("evidence")
    if not isinstance(given, Mapping):
        note(
            ("evidence",) if "evidence" in row else (),
            f"evidence must be a mapping from document ids ({got(row, 'evidence')})",
        )
        return {}
    for name in given:
        if not isinstance(name, str) and not settings["compat"]:
            note(("evidence",), f"a document id must be a string (got {name!r})", rule="mistyped-id")
    return given


def _gold_abstract(given: Any, path: tuple[Any, ...], settings: Settings, note: Note) -> GoldAbstract:
    if not isinstance(given, list) or not given or not all(isinstance(one, Mapping) for one in given):
        note(path, f"a document of the gold has a list of rationales, one at least (got {given!r})")
        return GoldAbstract("", ())
    labels = [_label(one, (*path, place), note) for place, one in enumerate(given)]
    if len(set(labels)) > 1:
        note(path, f"the rationales of a document must have one label (got {said(sorted(set(labels)))})")
    rationales = tuple(_sentences(one, (*path, place), note) for place, one in enumerate(given))
    for place, one in enumerate(rationales):
        if not one and not settings["compat"]:
            note((*path, place), "a rationale has one sentence at least (got none)")
    return GoldAbstract(labels[0], rationales)


def _label(given: Plain, path: tuple[Any, ...], note: Note) -> str:
    label = given.get("label")
    if label not in LABELS:
        note((*path, "label"), f"label must be one of {said(LABELS)} ({got(given, 'label')})", rule="unknown-label")
    return str(label)


def _sentences(given: Plain, path: tuple[Any, ...], note: Note) -> tuple[int, ...]:
    found = given.get("sentences")
    if not isinstance(found, list) or not all(is_whole(one) for one in found):
        note((*path, "sentences"), f"sentences must be a list of whole numbers ({got(given, 'sentences')})")
        return ()
    return tuple(found)


def read_prediction(row: Plain, settings: Settings, note: Note) -> Abstracts:
    """Return the documents of a predicted row."""
    read: dict[Any, PredictedAbstract] = {}
    repeats = False
    for name, given in _documents(row, settings, note).items():
        if not isinstance(given, Mapping):
            note(("evidence", name), f"a predicted document has 'sentences' and a 'label' (got {given!r})")
            continue
        sentences = _sentences(given, ("evidence", name), note)
        once = tuple(dict.fromkeys(sentences))
        repeats = repeats or len(once) < len(sentences)
        kept = sentences if settings["compat"] else once
        read[name] = PredictedAbstract(_label(given, ("evidence", name), note), kept)
    return Abstracts(row.get("id"), read, repeats)


def gold_rows(corpus: Corpus) -> Iterator[Plain]:
    """Yield the gold of a corpus in SciFact's form."""
    golds = gold_verdicts(corpus)
    for claim in corpus.claims:
        gold = golds[claim.id]
        stances = gold.stances if gold is not None else {}
        documents: dict[str, list[Plain]] = {}
        for evidence in claim.evidence:
            stance = stances.get(evidence.key) or evidence.stance
            if evidence.document and evidence.sentences and stance in _LABEL_OF:
                rationale = {"sentences": list(evidence.sentences), "label": _LABEL_OF[stance]}
                documents.setdefault(evidence.document, []).append(rationale)
        yield {"id": claim.id, "evidence": documents}


def tally(ids: Sequence[str], pairs: Sequence[tuple[Abstracts, Abstracts]], settings: Settings) -> Tally:
    """Return what each claim adds to the sums."""
    if settings["compat"] and any(gold.id != predicted.id for gold, predicted in pairs):
        raise OfficialScorerFails("the ids of gold and predictions are not the same in the same order (ValueError)")
    repeats = sum(predicted.repeats for _, predicted in pairs) if not settings["compat"] else 0
    many = f"{repeats} prediction{'s repeat' if repeats != 1 else ' repeats'}"
    return Tally(
        ids=tuple(ids),
        columns=COLUMNS,
        values=np.array([_added(gold, predicted, settings) for gold, predicted in pairs], dtype=np.float64),
        figures=figures,
        notes=(f"{many} a sentence; it counts once (the official scorer counts it each time: compat)",)
        if repeats
        else (),
    )


def _added(gold: Abstracts, predicted: Abstracts, settings: Settings) -> tuple[float, ...]:
    sums = dict.fromkeys(COLUMNS, 0)
    sums["gold_abstracts"] = len(gold.by_document)
    sums["gold_sentences"] = sum(_size(one, settings) for one in gold.by_document.values())
    for name, given in predicted.by_document.items():
        sums["predicted_abstracts"] += 1
        sums["predicted_sentences"] += len(given.sentences)
        if name in gold.by_document:
            for figure, right in _right(gold.by_document[name], given, settings).items():
                sums[figure] += right
    return tuple(sums.values())


def _size(gold: GoldAbstract, settings: Settings) -> int:
    if settings["compat"]:
        return sum(len(one) for one in gold.rationales)
    return len({sentence for one in gold.rationales for sentence in one})


def _right(gold: GoldAbstract, given: PredictedAbstract, settings: Settings) -> dict[str, int]:
    is_label = gold.label == given.label
    kept = _KEPT
    if settings["truncation"] == "shortest":
        kept = max(kept, min(len(set(one)) for one in gold.rationales))
    first, every = set(given.sentences[:kept]), set(given.sentences)
    selected = [sentence for sentence in every if _is_selected(sentence, gold, every, settings)]
    return {
        "abstract_label_only": is_label,
        "abstract_rationalized": is_label and any(first.issuperset(one) for one in gold.rationales),
        "sentence_selection": len(selected),
        "sentence_label": len(selected) if is_label else 0,
    }


def _is_selected(sentence: int, gold: GoldAbstract, predicted: set[int], settings: Settings) -> bool:
    within = [one for one in gold.rationales if sentence in one]
    if settings["compat"] and len(within) > 1:
        raise OfficialScorerFails(
            f"sentence {sentence} stands in {len(within)} rationales of one document (AssertionError)"
        )
    return any(predicted.issuperset(one) for one in within)


def figures(sums: Sums) -> Figures:
    """Return the figures that sums make."""
    found: dict[str, Sums] = {}
    for level in ("abstract", "sentence"):
        gold = column(sums, COLUMNS, f"gold_{level}s")
        predicted = column(sums, COLUMNS, f"predicted_{level}s")
        for name in (name for name in COLUMNS if name.startswith(f"{level}_")):
            right = column(sums, COLUMNS, name)
            found[f"{name}_precision"] = np.nan_to_num(ratio(right, predicted))
            found[f"{name}_recall"] = np.nan_to_num(ratio(right, gold))
            found[f"{name}_f1"] = np.nan_to_num(ratio(2 * right, predicted + gold))
    return found
