"""The reference of the metrics: what each module says of itself, under one head."""

from importlib import import_module

from factcheck.metrics import METRICS

_HEAD = """\
# Metrics

<!-- Made by `make refresh` of what each module of factcheck/metrics says of itself: write there. -->

`factcheck score METRIC --gold FILE --pred FILE` prints a metric's figures; `--format json` has every digit.
From Python it is `factcheck.metrics.score("fever", gold=..., predictions=...)`, with files, rows, or a corpus as gold, and
`factcheck.metrics.load("fever").compute(predictions=..., references=...)` for those used to `evaluate`.

Gold and predictions are joined by id.
An id that is missing, extra, repeated or of another type, an unknown label, a row of the wrong shape, a line that cannot be read:
each is told with file, line and column, and then there is no figure (exit code 1; `factcheck.metrics.Unscorable`).
`--compat` does as the official scorer does instead, quirks included, so that published figures can be had again;
where the official scorer stops with a traceback there is an error that says so.

A figure whose definition divides by zero is `undefined` (`null` in JSON, `None` in Python) unless its manual gives it a value.
Figures are shares from 0 to 1 unless the manual says otherwise.
Every figure is a function of sums over the items, which `Scores.tally` holds; the order of rows changes no digit.

Settings are given as `--max-evidence N`, `--set NAME=VALUE`, or keyword arguments."""


def metrics() -> str:
    """Return the reference of the metrics: what each module says of itself."""
    manuals = (
        _HEAD,
        *(_manual(import_module(f"factcheck.metrics.{name}").__doc__ or "", name) for name in METRICS),
    )
    return "\n\n".join(manuals) + "\n"


def _manual(said: str, name: str) -> str:
    title, _, rest = said.strip().partition("\n\n")
    return f"## {title.rstrip('.')}\n\n`factcheck score {name}`\n\n{rest}"
