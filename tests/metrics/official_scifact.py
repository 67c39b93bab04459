"""The official SciFact figures, written again from their description: plain counting, and nothing in common with ours."""

from typing import Any

Row = dict[str, Any]


def scifact(gold: list[Row], predictions: list[Row], *, shortest: bool) -> dict[str, float]:
    """Return the official figures of rows in one order."""
    tp = dict.fromkeys(("abstract_label_only", "abstract_rationalized", "sentence_selection", "sentence_label"), 0)
    found = {"abstract": 0, "sentence": 0}
    asked = {"abstract": 0, "sentence": 0}
    for one, other in zip(gold, predictions, strict=True):
        for rationales in one["evidence"].values():
            asked["abstract"] += 1
            asked["sentence"] += sum(len(part["sentences"]) for part in rationales)
        for name, given in other["evidence"].items():
            found["abstract"] += 1
            found["sentence"] += len(given["sentences"])
            rationales = [set(part["sentences"]) for part in one["evidence"].get(name, [])]
            if not rationales:
                continue
            agrees = one["evidence"][name][0]["label"] == given["label"]
            most = max([3, min(map(len, rationales))]) if shortest else 3
            tp["abstract_label_only"] += agrees
            tp["abstract_rationalized"] += agrees and any(part <= set(given["sentences"][:most]) for part in rationales)
            hits = sum(len(part) for part in rationales if part <= set(given["sentences"]))
            tp["sentence_selection"] += hits
            tp["sentence_label"] += agrees * hits
    figures = {}
    for name, right in tp.items():
        level = name.split("_")[0]
        precision = right / found[level] if found[level] else 0.0
        recall = right / asked[level] if asked[level] else 0.0
        figures[f"{name}_precision"], figures[f"{name}_recall"] = precision, recall
        figures[f"{name}_f1"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return figures
