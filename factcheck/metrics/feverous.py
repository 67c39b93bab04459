"""FEVEROUS score.

As FEVER score, for evidence that is sentences and parts of tables, and that NOT ENOUGH INFO needs too.

- *Paper:* Aly et al. (2021), FEVEROUS: Fact Extraction and VERification Over Unstructured and Structured information, NeurIPS
  Datasets and Benchmarks; the scorer is `feverous_scorer.py` of `Raldir/FEVEROUS`.
- *Gold:* `id`, `label`, `evidence`, a list of alternative sets, each a list of `[page, type, position]`, or the `content` of
  FEVEROUS's own files: ids such as `Ada_cell_0_4_1`.
- *Predictions:* `id`, `predicted_label`, `predicted_evidence`, a list of `[page, type, position]`, the best first.
- *Settings:* `max_evidence` (5): how many predicted sentences count; `max_cells` (25): how many predicted cells, header cells,
  table captions and list items; `none` for all.

Figures:

- `feverous_score`: the share of claims whose label is right and of whose gold sets one is wholly among the predicted elements.
- `label_accuracy`: the share of claims whose label is right.
- `precision`: the mean, over all claims, of the share of predicted elements that stand in some gold set; 1 for a claim for which
  none is predicted.
- `recall`: the share of claims of whose gold sets one is wholly among the predicted elements.
- `f1`: the harmonic mean of the two; 0 where both are 0.

A perfect prediction has `feverous_score` and `recall` below 1 where each set of a claim has more elements than count.

What the official scorer does, and we:

- It pairs rows by position, compares labels in upper case, counts repeated elements each time and finds empty gold sets, as
  FEVER's does; we do as under FEVER.
- A claim without gold sets has recall 1 and no strict score. It is an error; compat does the same.
- A right NOT ENOUGH INFO without its evidence scores nothing. So it does here.
- An element of a type that it does not know counts as a sentence. It is an error; compat counts it so.
- With precision and recall 0, or without rows, it stops (ZeroDivisionError). F1 is 0; compat and no rows are an error.
- It cuts the caller's predictions to the limits. Nothing is written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.metrics.evidence_sets import GoldSets, Ranked, tally_of
from factcheck.metrics.fever import LABELS, read_label
from factcheck.metrics.metric import Identity, Limit, Note, Plain, Settings, got
from factcheck.metrics.tally import Tally
from factcheck.records.corpus import Corpus

SETTINGS = {"max_evidence": Limit(default=5), "max_cells": Limit(default=25)}
ID = Identity()

_CELLS = frozenset({"cell", "header_cell", "item", "table_caption"})
_TYPES = _CELLS | {"sentence", "section", "title", "list", "table"}
_ELEMENT = re.compile(
    r"(.+?)_(header_cell|table_caption|cell|item|sentence|section|title|list|table)(?:_([0-9_]+))?", re.DOTALL
)
_FORM = "[page, type, position], three strings"

Element = tuple[Any, ...]


def read_gold(row: Plain, settings: Settings, note: Note) -> GoldSets:
    """Return the label and the alternative sets of a gold row."""
    label = read_label(row, "label", LABELS, settings, note)
    given = row.get("evidence")
    if not isinstance(given, list) or (not given and not settings["compat"]):
        note(("evidence",), f"evidence must be a list of sets, one at least ({got(row, 'evidence')})")
        return GoldSets(label=label, sets=())
    return GoldSets(label=label, sets=tuple(_set(one, number, settings, note) for number, one in enumerate(given)))


def _set(given: Any, number: int, settings: Settings, note: Note) -> tuple[Element, ...]:
    one = given.get("content") if isinstance(given, dict) else given
    if not isinstance(one, list) or (not one and not settings["compat"]):
        note(("evidence", number), f"a set of evidence is a list of elements, one at least (got {given!r})")
        return ()
    path = ("evidence", number, "content") if isinstance(given, dict) else ("evidence", number)
    return tuple(_element(element, (*path, place), settings, note) for place, element in enumerate(one))


def _element(given: Any, path: tuple[str | int, ...], settings: Settings, note: Note) -> Element:
    if isinstance(given, str) and (found := _ELEMENT.fullmatch(given)):
        return (found[1], found[2], found[3] or "")
    if not isinstance(given, list) or len(given) != 3 or not all(isinstance(part, str) for part in given):
        note(path, f"an element of evidence is {_FORM} (got {given!r})")
        return ()
    if given[1] not in _TYPES and not settings["compat"]:
        note((*path, 1), f"the type of an element must be one of {', '.join(sorted(_TYPES))} (got {given[1]!r})")
    return tuple(given)


def read_prediction(row: Plain, settings: Settings, note: Note) -> Ranked:
    """Return the label and the elements of a predicted row, cut to the limits."""
    label = read_label(row, "predicted_label", LABELS, settings, note)
    given = row.get("predicted_evidence")
    if settings["compat"] and "label" in row and "evidence" in row:
        note(("label",), "the prediction has a gold of its own, which the official scorer would score it against")
    if not isinstance(given, list):
        note((), f"predicted_evidence must be a list of elements ({got(row, 'predicted_evidence')})")
        return Ranked(label=label, evidence=())
    elements = [_element(one, ("predicted_evidence", place), settings, note) for place, one in enumerate(given)]
    once = elements if settings["compat"] else list(dict.fromkeys(elements))
    return Ranked(label=label, evidence=tuple(_cut(once, settings)), repeats=len(once) < len(elements))


def _cut(elements: Sequence[Element], settings: Settings) -> Iterator[Element]:
    """Yield the first sentences and the first cells, in the order they stand in."""
    limits = {True: settings["max_cells"], False: settings["max_evidence"]}
    taken = {True: 0, False: 0}
    for element in elements:
        is_cell = element[1:2] and element[1] in _CELLS
        if limits[bool(is_cell)] is None or taken[bool(is_cell)] < limits[bool(is_cell)]:
            taken[bool(is_cell)] += 1
            yield element


def gold_rows(corpus: Corpus) -> None:
    """Return that a corpus of ours has no parts of tables."""
    return


def tally(ids: Sequence[str], pairs: Sequence[tuple[GoldSets, Ranked]], settings: Settings) -> Tally:
    """Return what each claim adds to the sums."""
    return tally_of(ids, pairs, score="feverous_score", compat=settings["compat"])
