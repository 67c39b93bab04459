"""A reliability diagram: in each bin of confidence the share that is right, beside what was promised."""

from collections.abc import Sequence

import attrs

from factcheck.pictures.drawing import drawn

_LEFT, _TOP, _SIDE = 70, 56, 400
_TICKS = 5


@attrs.frozen(kw_only=True)
class Bin:
    """The items of one bin of confidence; shares are from 0 to 1.

    Args:
        low: its lower border.
        high: its upper border.
        right: the share of its items that is right.
        confidence: the mean confidence of its items.
        items: how many there are, one or more.
    """

    low: float
    high: float
    right: float
    confidence: float
    items: int

    @property
    def said(self) -> str:
        """The bin in words."""
        many = f"{self.items} item{'s' if self.items != 1 else ''}"
        return f"{self.low:.2f} to {self.high:.2f}: {many}, {self.right:.3f} right, confidence {self.confidence:.3f}"


@attrs.frozen(kw_only=True)
class Reliability:
    """Shares that are right by confidence.

    Args:
        title: what the picture shows, in a few words.
        description: what a reader who cannot see it should know.
        bins: the bins that have items.
        lines: what stands beside the diagram.
    """

    title: str
    description: str
    bins: Sequence[Bin]
    lines: Sequence[str] = ()


def reliability_svg(reliability: Reliability) -> str:
    """Return a reliability diagram as SVG; on the dashed line confidence and the share that is right are the same."""
    columns = [
        {
            "x": _x(one.low),
            "width": round((one.high - one.low) * _SIDE - 1, 1),
            "y": _y(one.right),
            "height": round(one.right * _SIDE, 1),
            "mark": round(_y(one.confidence) - 1.5, 1),
            "said": one.said,
        }
        for one in reliability.bins
    ]
    ticks = [
        {"text": f"{place / _TICKS:.1f}", "x": _x(place / _TICKS), "y": round(_y(place / _TICKS) + 4, 1)}
        for place in range(_TICKS + 1)
    ]
    legend = [
        {"tone": "blue", "name": "share that is right", "y": _TOP},
        {"tone": "orange", "name": "mean confidence", "y": _TOP + 22},
    ]
    return drawn(
        "reliability.svg",
        title=reliability.title,
        description=reliability.description,
        columns=columns,
        ticks=ticks,
        legend=legend,
        lines=[{"text": line, "y": _TOP + 66 + 20 * place} for place, line in enumerate(reliability.lines)],
        across="confidence",
        left=_LEFT,
        top=_TOP,
        side=_SIDE,
        height=_TOP + _SIDE + 54,
    )


def _x(share: float) -> float:
    return round(_LEFT + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _SIDE, 1)
