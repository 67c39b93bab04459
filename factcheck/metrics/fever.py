"""FEVER score.

Label accuracy, evidence precision, recall and F1, and the strict score, which wants label and evidence right.

- *Paper:* Thorne et al. (2018), FEVER: a large-scale dataset for Fact Extraction and VERification, NAACL;
  the scorer is `sheffieldnlp/fever-scorer`, v1.2.
- *Gold:* FEVER's own lines: `id`, `label`, `evidence`, a list of alternative sets of `[annotation, evidence, page, line]`;
  or a corpus: the sets are what the gold verdict rests on, a line is a source's id and a sentence's number (0 where it has none).
- *Predictions:* `id`, `predicted_label`, `predicted_evidence`, a list of `[page, line]`, the best first.
- *Settings:* `max_evidence` (5): how many of the predicted lines count; `none` for all.

Figures:

- `fever_score`: the share of claims whose label is right and, unless the gold label is NOT ENOUGH INFO, of whose gold sets
  one is wholly among the predicted lines.
- `label_accuracy`: the share of claims whose label is right.
- `precision`: the mean, over claims with a gold label other than NOT ENOUGH INFO, of the share of predicted lines that stand in
  some gold set; 1 for a claim for which no line is predicted.
- `recall`: the share of those claims of whose gold sets one is wholly among the predicted lines.
- `f1`: the harmonic mean of the two; 0 where both are 0.

`precision`, `recall` and `f1` are undefined where every claim is NOT ENOUGH INFO.
A perfect prediction has `fever_score` and `recall` below 1 where each set of a claim has more lines than `max_evidence`.

What the official scorer does, and we:

- It pairs rows by position, whatever their ids. We join by id; compat pairs by position.
- It compares labels in upper case. A label in another case is an error; compat accepts it.
- It counts a repeated predicted line each time, so that it uses up the limit and moves precision.
  A line counts once, with a note; compat counts it each time.
- An empty gold set is found by every prediction. It is an error; compat finds it.
- A claim without gold sets has recall 1 and no strict score. It is an error unless NOT ENOUGH INFO; compat does the same.
- It takes `true` for line 1. It is an error; compat takes it.
- Without a claim that has evidence, precision is 1 and recall 0. They are undefined; compat says 1 and 0.
- With precision and recall 0, or without rows, it stops (ZeroDivisionError). F1 is 0; compat and no rows are an error.
- Predicted evidence of a wrong shape stops it only where the label is right. It is an error everywhere, compat too.
- It writes the gold into the caller's predictions, and prefers a gold that stands there. Nothing is written;
  with compat a prediction that has `label` and `evidence` is an error.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.gold import gold_verdicts
from factcheck.metrics.evidence_sets import GoldSets, Ranked, tally_of
from factcheck.metrics.metric import Identity, Limit, Note, Plain, Settings, got, is_whole, said
from factcheck.metrics.tally import Tally
from factcheck.naming import did_you_mean
from factcheck.records.claim import Evidence
from factcheck.records.corpus import Corpus

SETTINGS = {"max_evidence": Limit(default=5)}
ID = Identity()

NEI = "NOT ENOUGH INFO"
LABELS = ("SUPPORTS", "REFUTES", NEI)
_LABEL_OF = {"supported": "SUPPORTS", "refuted": "REFUTES", "not_enough_evidence": NEI}


def read_label(row: Plain, field: str, labels: Sequence[str], settings: Settings, note: Note) -> str:
    """Return a label of a row; with ``compat`` in upper case, whatever it is."""
    label = row.get(field)
    if not isinstance(label, str):
        note(
            (field,) if field in row else (),
            f"{field} must be one of {said(labels)} ({got(row, field)})",
            rule="unknown-label",
        )
        return ""
    if settings["compat"]:
        return label.upper()
    if label not in labels:
        near = did_you_mean(label.upper(), labels)
        note((field,), f"{field} must be one of {said(labels)} (got {label!r}{near})", rule="unknown-label")
    return label


def read_gold(row: Plain, settings: Settings, note: Note) -> GoldSets:
    """Return the label and the alternative sets of a gold row."""
    label = read_label(row, "label", LABELS, settings, note)
    given = row.get("evidence", [] if label == NEI and not settings["compat"] else None)
    if label == NEI:
        if not isinstance(given, list):
            note((), f"evidence must be a list of sets (got {given!r})")
        return GoldSets(label=label, sets=(), is_asked=False)
    if not isinstance(given, list) or (not given and not settings["compat"]):
        note(("evidence",), f"evidence must be a list of sets, one at least ({got(row, 'evidence')})")
        return GoldSets(label=label, sets=())
    return GoldSets(label=label, sets=tuple(_set(one, number, settings, note) for number, one in enumerate(given)))


def _set(one: Any, number: int, settings: Settings, note: Note) -> tuple[tuple[Any, Any], ...]:
    if not isinstance(one, list) or (not one and not settings["compat"]):
        note(("evidence", number), f"a set of evidence is a list of lines, one at least (got {one!r})")
        return ()
    for place, line in enumerate(one):
        is_line = isinstance(line, list) and len(line) == 4
        if not is_line or not (settings["compat"] or (isinstance(line[2], str) and is_whole(line[3]))):
            note(("evidence", number, place), f"evidence is [annotation, evidence, page, line] (got {line!r})")
            return ()
    return tuple((line[2], line[3]) for line in one)


def read_prediction(row: Plain, settings: Settings, note: Note) -> Ranked:
    """Return the label and the lines of a predicted row, cut to the limit."""
    label = read_label(row, "predicted_label", LABELS, settings, note)
    given = row.get("predicted_evidence")
    if settings["compat"] and "label" in row and "evidence" in row:
        note(("label",), "the prediction has a gold of its own, which the official scorer would score it against")
    if not isinstance(given, list):
        note((), f"predicted_evidence must be a list of [page, line] ({got(row, 'predicted_evidence')})")
        return Ranked(label=label, evidence=())
    for place, line in enumerate(given):
        if not _is_line(line, settings):
            note(("predicted_evidence", place), f"predicted evidence is [page, line] (got {line!r})")
            return Ranked(label=label, evidence=())
    return cut([tuple(line) for line in given], settings["max_evidence"], label, settings)


def _is_line(line: Any, settings: Settings) -> bool:
    is_pair = isinstance(line, list) and len(line) == 2 and isinstance(line[0], str)
    return is_pair and (is_whole(line[1]) or (settings["compat"] and isinstance(line[1], bool)))


def cut(given: Sequence[Any], limit: int | None, label: str, settings: Settings) -> Ranked:
    """Return a prediction with as much evidence as counts: each piece once, but with ``compat``."""
    if settings["compat"]:
        return Ranked(label=label, evidence=tuple(given[:limit]))
    once = tuple(dict.fromkeys(given))
    return Ranked(label=label, evidence=once[:limit], repeats=len(once) < len(given))


def gold_rows(corpus: Corpus) -> Iterator[Plain]:
    """Yield the gold of a corpus in FEVER's form: the sentences that a verdict rests on, line 0 where a source has none."""
    golds = gold_verdicts(corpus)
    for claim in corpus.claims:
        gold = golds[claim.id]
        if gold is not None:
            lines = {evidence.key: _lines(evidence) for evidence in claim.evidence}
            sets = [[line for key in one for line in lines.get(key, [])] for one in gold.rests_on]
            yield {"id": claim.id, "label": _LABEL_OF.get(gold.label, gold.label), "evidence": sets}


def _lines(evidence: Evidence) -> list[list[Any]]:
    page = evidence.document or evidence.reference or evidence.url or evidence.key
    return [[None, None, page, sentence] for sentence in evidence.sentences or (0,)]


def tally(ids: Sequence[str], pairs: Sequence[tuple[GoldSets, Ranked]], settings: Settings) -> Tally:
    """Return what each claim adds to the sums."""
    return tally_of(ids, pairs, score="fever_score", compat=settings["compat"])
