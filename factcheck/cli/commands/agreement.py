"""``factcheck agreement``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import click
import orjson

from factcheck.cli.loading import records_at
from factcheck.cli.options import corpus_argument, format_option
from factcheck.gold import differing_parts
from factcheck.labels import JudgedPart
from factcheck.metrics.agreement import Agreement, agreement, agreement_by_pair, figure
from factcheck.metrics.votes import votes_of
from factcheck.records.corpus import Corpus
from factcheck.records.verdict import Verdict

_HEAD = ("judged", "annotators", "units", "votes", "raw", "alpha")
_WORD = "; "


@attrs.frozen(kw_only=True)
class _Part:
    """How far annotators agree on one part of their verdicts: together, and two by two."""

    overall: Agreement
    pairs: Mapping[tuple[str, str], Agreement]


@attrs.frozen(kw_only=True)
class _Difference:
    """A claim on which annotators differ, and no adjudication has settled it."""

    claim: str
    parts: tuple[JudgedPart, ...]
    verdicts: tuple[Verdict, ...]


@click.command()
@corpus_argument
@format_option
def command(path: Path, form: str) -> int:
    """Print how far annotators agree: raw agreement and Krippendorff's alpha.

    PATH is the folder of a corpus or a release. The figures are for the label, the stance of each piece of evidence and the
    certainty, for all annotators and for each pair; then come the claims on which they differ and nobody has adjudicated.
    """
    corpus = records_at(path)
    votes = votes_of(corpus)
    parts = {part: _Part(overall=agreement(cast), pairs=agreement_by_pair(cast)) for part, cast in votes.items()}
    if form == "json":
        click.echo(orjson.dumps(_plain(parts, corpus), option=orjson.OPT_INDENT_2).decode())
        return 0
    annotators = sorted({verdict.annotator for verdict in corpus.verdicts})
    if len(annotators) < 2:
        click.echo(f"{annotators[0] if annotators else 'nobody'} alone has judged: there is no agreement to measure")
        return 0
    for line in (*_table(parts), "", *_told(_differences(corpus))):
        click.echo(line)
    return 0


def _differences(corpus: Corpus) -> list[_Difference]:
    settled = {adjudication.claim for adjudication in corpus.adjudications}
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in corpus.verdicts:
        verdicts.setdefault(verdict.claim, []).append(verdict)
    found = ((claim, differing_parts(given), given) for claim, given in verdicts.items() if claim not in settled)
    return [_Difference(claim=claim, parts=parts, verdicts=tuple(given)) for claim, parts, given in found if parts]


def _table(parts: Mapping[JudgedPart, _Part]) -> Iterator[str]:
    rows = [_HEAD]
    for name, part in parts.items():
        rows.append((name, "all", *_figures(part.overall)))
        rows.extend((name, " and ".join(pair), *_figures(between)) for pair, between in part.pairs.items())
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        words = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join(words + numbers)


def _figures(one: Agreement) -> tuple[str, str, str, str]:
    return str(one.units), str(one.votes), figure(one.raw), figure(one.alpha)


def _told(differences: list[_Difference]) -> Iterator[str]:
    if not differences:
        yield "wherever annotators differ it is adjudicated"
        return
    claims = f"{len(differences)} claim{'' if len(differences) == 1 else 's'}"
    yield f"annotators differ on {claims}, and no adjudication settles it:"
    for difference in differences:
        yield f"  {difference.claim}"
        yield from (f"    {part}: {_said(part, difference.verdicts)}" for part in difference.parts)


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
        }
        for name, part in parts.items()
    }
    unsettled = [{"claim": one.claim, "parts": list(one.parts)} for one in _differences(corpus)]
    return {**figures, "unsettled": unsettled}
