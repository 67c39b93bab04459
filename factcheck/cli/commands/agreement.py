"""``factcheck agreement``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import click
import orjson

from factcheck.adjudicating import Case, queue
from factcheck.cli.loading import records_at
from factcheck.cli.options import corpus_argument
from factcheck.cli.showing.tables import in_columns, in_markdown
from factcheck.labels import JudgedPart
from factcheck.metrics.agreement import Agreement, agreement, agreement_by_pair, agreement_by_value, figure
from factcheck.metrics.coefficients import MEASURES
from factcheck.metrics.resampling import SEED, Resampling
from factcheck.metrics.votes import SCALES, votes_of
from factcheck.records.corpus import Corpus
from factcheck.records.verdict import Verdict

_HEAD = ("judged", "measure", "units", "votes", "figure", "low", "high")
_CLOSER_HEAD = ("judged", "of", "units", "votes", "raw", "alpha", "low", "high", "ac1")
_WORD = "; "


@attrs.frozen(kw_only=True)
class _Part:
    """How far annotators agree on one part of their verdicts: together, two by two, and on each value."""

    overall: Agreement
    pairs: Mapping[tuple[str, str], Agreement]
    values: Mapping[str, Agreement]


@click.command()
@corpus_argument
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1_000, show_default=True, help="0: no intervals.")
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="The seed of the resamples.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="The output's form.",
)
def command(path: Path, resamples: int, seed: int, form: str) -> int:
    """Print how far annotators agree, with intervals: kappas, alpha, AC1.

    PATH is the folder of a corpus or a release. The figures are for the label, the stance of each piece of evidence and the
    certainty: of all annotators, of each pair, and of each value against all others; with 95 % intervals, for which claims are
    drawn anew. Then come the claims on which annotators differ and nobody has adjudicated, the gravest difference first.
    """
    corpus = records_at(path)
    parts = _parts(corpus, Resampling(resamples=resamples, seed=seed) if resamples else None)
    if form == "json":
        click.echo(orjson.dumps(_plain(parts, corpus), option=orjson.OPT_INDENT_2).decode())
        return 0
    annotators = sorted({verdict.annotator for verdict in corpus.verdicts})
    if len(annotators) < 2:
        click.echo(f"{annotators[0] if annotators else 'nobody'} alone has judged: there is no agreement to measure")
        return 0
    shown = in_markdown if form == "markdown" else in_columns
    for line in (*_tables(parts, shown), "", *_told(queue(corpus))):
        click.echo(line)
    return 0


def _parts(corpus: Corpus, how: Resampling | None) -> dict[JudgedPart, _Part]:
    return {
        part: _Part(
            overall=agreement(cast, SCALES[part], how),
            pairs=agreement_by_pair(cast, SCALES[part], how),
            values=agreement_by_value(cast, SCALES[part], how),
        )
        for part, cast in votes_of(corpus).items()
    }


def _tables(parts: Mapping[JudgedPart, _Part], shown: Callable[..., Iterator[str]]) -> Iterator[str]:
    rows = [row for name, part in parts.items() for row in _measures(name, part.overall)]
    yield from shown(_HEAD, rows, words=2)
    closer = [row for name, part in parts.items() for row in _closer(name, part)]
    if closer:
        yield ""
        yield from shown(_CLOSER_HEAD, closer, words=2)


def _measures(name: str, one: Agreement) -> Iterator[tuple[str, ...]]:
    for measure, words in MEASURES.items():
        value = getattr(one, measure)
        if value is not None or measure == "raw":
            yield name, words, str(one.units), str(one.votes), figure(value), *_bounds(one, measure)


def _closer(name: str, part: _Part) -> Iterator[tuple[str, ...]]:
    """Yield a row for each pair, where there are more than two annotators, and for each value."""
    pairs = [(" and ".join(pair), one) for pair, one in part.pairs.items()] if len(part.pairs) > 1 else []
    for of, one in (*pairs, *part.values.items()):
        counts = str(one.units), str(one.votes)
        yield name, of, *counts, figure(one.raw), figure(one.alpha), *_bounds(one, "alpha"), figure(one.ac1)


def _bounds(one: Agreement, measure: str) -> tuple[str, str]:
    found = one.intervals.get(measure)
    return (figure(found.low), figure(found.high)) if found else ("", "")


def _told(cases: Sequence[Case]) -> Iterator[str]:
    if not cases:
        yield "wherever annotators differ it is adjudicated"
        return
    claims = f"{len(cases)} claim{'' if len(cases) == 1 else 's'}"
    yield f"annotators differ on {claims}, and no adjudication settles it:"
    for case in cases:
        yield f"  {case.claim.id}"
        yield from (f"    {part}: {_said(part, case.verdicts)}" for part in case.parts)


def _said(part: JudgedPart, verdicts: tuple[Verdict, ...]) -> str:
    if part == "stance":
        return _WORD.join(_stances(verdicts))
    values = ((one.annotator, one.label if part == "label" else one.certainty) for one in verdicts)
    return _WORD.join(f"{annotator} {value}" for annotator, value in values if value)


def _stances(verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    given: dict[str, dict[str, str]] = {}
    for verdict in verdicts:
        for evidence, stance in verdict.stances.items():
            given.setdefault(evidence, {})[verdict.annotator] = stance
    for evidence, stances in given.items():
        if len(set(stances.values())) > 1:
            yield f"{evidence} ({', '.join(f'{annotator} {stance}' for annotator, stance in stances.items())})"


def _plain(parts: Mapping[JudgedPart, _Part], corpus: Corpus) -> dict[str, Any]:
    figures: dict[str, Any] = {
        name: {
            "overall": attrs.asdict(part.overall),
            "pairs": [{"annotators": list(pair), **attrs.asdict(between)} for pair, between in part.pairs.items()],
            "values": [{"value": value, **attrs.asdict(one)} for value, one in part.values.items()],
        }
        for name, part in parts.items()
    }
    unsettled = [{"claim": case.claim.id, "parts": list(case.parts)} for case in queue(corpus)]
    return {**figures, "unsettled": unsettled}
