"""Exports in the shape of Label Studio's JSON, as its server writes it."""

import json
from pathlib import Path
from typing import Any

from factcheck.annotating.label_studio import region
from factcheck.annotating.marks import Placed


def regions(text: str, words: str, restated: str, **said: str) -> list[dict[str, Any]]:
    """Return the results of one region: words marked where they first stand."""
    start = text.index(words)
    placed = Placed(claim=restated, text=restated, kind=None, start=start, end=start + len(words))
    return list(region(text, placed, **said))


def task(data: dict[str, Any], *annotations: tuple[Any, list[dict[str, Any]]], number: int = 1) -> dict[str, Any]:
    """Return a task with annotations: who, and the results."""
    return {
        "id": number,
        "data": data,
        "annotations": [
            {
                "id": place,
                "completed_by": who,
                "was_cancelled": False,
                "updated_at": "2026-03-01T10:00:00.000000Z",
                "result": results,
            }
            for place, (who, results) in enumerate(annotations, 1)
        ],
    }


def written(path: Path, *tasks: Any) -> Path:
    """Write an export and return its path."""
    path.write_text(json.dumps(tasks), "utf-8")
    return path
