"""A matrix: rows and columns of words, a value in each cell, the darker the more."""

from collections.abc import Mapping, Sequence

import attrs

from factcheck.pictures.drawing import PER_CHARACTER, WIDTH, drawn, shortened

_LEFT, _RIGHT, _STEP = 190, 90, 26
_MOST_ROW = (_LEFT - 24) // PER_CHARACTER
_MOST_COLUMN = 22
_DARKEST = 0.5
"""How opaque the darkest cell is; words on it stay readable."""


@attrs.frozen(kw_only=True)
class Cell:
    """A value as it is written, and its shade from 0 to 1."""

    text: str
    shade: float


@attrs.frozen(kw_only=True)
class Matrix:
    """Values by row and column.

    Args:
        title: what the picture shows, in a few words.
        description: what a reader who cannot see it should know.
        columns: their names, in order.
        rows: for each word, a cell a column.
    """

    title: str
    description: str
    columns: Sequence[str] = attrs.field(hash=False)
    rows: Mapping[str, Sequence[Cell]] = attrs.field(hash=False)


def matrix_svg(matrix: Matrix) -> str:
    """Return a matrix as SVG."""
    step = min(90.0, (WIDTH - _LEFT - _RIGHT) / max(1, len(matrix.columns)))
    heads = [shortened(name, _MOST_COLUMN) for name in matrix.columns]
    top = 60 + round(max((len(head) for head in heads), default=0) * PER_CHARACTER * 0.72)  # they stand at 45 degrees
    columns = [
        {"label": head, "name": name, "x": round(_LEFT + (place + 0.5) * step, 1)}
        for place, (head, name) in enumerate(zip(heads, matrix.columns, strict=True))
    ]
    rows = [
        {
            "label": shortened(name, _MOST_ROW),
            "name": name,
            "y": top + place * _STEP,
            "cells": [
                {
                    "x": column["x"],
                    "opacity": round(_DARKEST * cell.shade, 3),
                    "text": cell.text,
                    "column": column["name"],
                }
                for column, cell in zip(columns, cells, strict=True)
            ],
        }
        for place, (name, cells) in enumerate(matrix.rows.items())
    ]
    height = top + len(rows) * _STEP + 12
    values = {"rows": rows, "columns": columns, "height": height, "top": top, "step": round(step - 2, 1), "left": _LEFT}
    return drawn("matrix.svg", title=matrix.title, description=matrix.description, **values)
