"""The official FEVER score, written again from its description: slow, plain, and nothing in common with ours."""

from typing import Any

Row = dict[str, Any]


def fever_score(gold: list[Row], predictions: list[Row], limit: int | None) -> dict[str, float]:
    """Return the official figures, rows paired by position."""
    precisions, recalls, strict, right = [], [], 0, 0
    for one, other in zip(gold, predictions, strict=True):
        lines = other["predicted_evidence"][:limit]
        sets = [[part[2:] for part in group] for group in one["evidence"]]
        is_found = bool([group for group in sets if not [line for line in group if line not in lines]])
        is_right = one["label"].upper() == other["predicted_label"].upper()
        is_decided = one["label"].upper() != "NOT ENOUGH INFO"
        right += is_right
        strict += is_right and (is_found or not is_decided)
        if is_decided:
            known = [line for group in sets for line in group]
            precisions.append(sum(line in known for line in lines) / len(lines) if lines else 1.0)
            recalls.append(1.0 if is_found or not sets else 0.0)
    precision = sum(precisions) / len(precisions) if precisions else 1.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    return {
        "fever_score": strict / len(gold),
        "label_accuracy": right / len(gold),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
    }
