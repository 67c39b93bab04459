"""Stacked bars: a row a word, a segment a series, the counts written where they fit."""

from collections.abc import Mapping, Sequence
from typing import Literal

import attrs

from factcheck.pictures.drawing import PER_CHARACTER, WIDTH, drawn, shortened

Tone = Literal["blue", "orange", "grey", "purple"]

_LEFT, _RIGHT, _TOP, _STEP = 190, 60, 78, 28
_MOST = (_LEFT - 24) // PER_CHARACTER


@attrs.frozen(kw_only=True)
class Bars:
    """Counts by row and series.

    Args:
        title: what the picture shows, in a few words.
        description: what a reader who cannot see it should know.
        series: the name of each series and its tone, in order.
        rows: for each word, the count in each series.
    """

    title: str
    description: str
    series: Mapping[str, Tone] = attrs.field(hash=False)
    rows: Mapping[str, Sequence[int]] = attrs.field(hash=False)


@attrs.frozen(kw_only=True)
class _Segment:
    x: float
    width: float
    count: int
    name: str
    tone: Tone
    is_wide: bool


def bars_svg(bars: Bars) -> str:
    """Return stacked bars as SVG."""
    most = max((sum(counts) for counts in bars.rows.values()), default=0) or 1
    scale = (WIDTH - _LEFT - _RIGHT) / most
    rows = [
        {
            "label": shortened(name, _MOST),
            "name": name,
            "y": _TOP + place * _STEP,
            "segments": _segments(counts, bars.series, scale),
            "end": round(_LEFT + sum(counts) * scale + 6, 1),
            "total": sum(counts),
        }
        for place, (name, counts) in enumerate(bars.rows.items())
    ]
    height = _TOP + len(rows) * _STEP + 12
    return drawn(
        "bars.svg",
        title=bars.title,
        description=bars.description,
        rows=rows,
        legend=_legend(bars.series),
        height=height,
        left=_LEFT,
    )


def _segments(counts: Sequence[int], series: Mapping[str, Tone], scale: float) -> list[_Segment]:
    segments: list[_Segment] = []
    before = 0
    for count, (name, tone) in zip(counts, series.items(), strict=True):
        width = round(count * scale, 1)
        if count:
            is_wide = width >= PER_CHARACTER * len(str(count)) + 6
            x = round(_LEFT + before * scale, 1)
            segments.append(_Segment(x=x, width=width, count=count, name=name, tone=tone, is_wide=is_wide))
        before += count
    return segments


def _legend(series: Mapping[str, Tone]) -> list[dict[str, object]]:
    keys: list[dict[str, object]] = []
    x = 16
    for name, tone in series.items():
        keys.append({"x": x, "name": name, "tone": tone})
        x += 16 + 24 + PER_CHARACTER * len(name)
    return keys
