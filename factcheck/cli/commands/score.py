"""``factcheck score``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import click
import orjson

from factcheck.cli.loading import records_at
from factcheck.cli.options import format_option, in_terminal
from factcheck.errors import UsageError
from factcheck.metrics.scoring import METRICS, Scores, Source, Unscorable, score
from factcheck.problems import Problem, Report
from factcheck.reporting.form import Showing
from factcheck.reporting.text_report import problem_lines

_NO_LIMIT = "none"


@click.command(epilog="Metrics: " + "; ".join(f"{name}, {summary}" for name, summary in METRICS.items()) + ".")
@click.argument("metric", metavar="METRIC")
@click.option(
    "--gold",
    required=True,
    type=click.Path(path_type=Path),
    help="The gold: an official file, or the folder of a corpus or a release.",
)
@click.option("--pred", "predictions", required=True, type=click.Path(path_type=Path), help="The predictions: a file.")
@click.option("--max-evidence", metavar="N", help="How many pieces of predicted evidence count; none for all.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A setting of the metric. Repeatable.")
@click.option("--compat", is_flag=True, help="Do as the official scorer does, quirks included.")
@format_option
def command(
    metric: str,
    gold: Path,
    predictions: Path,
    max_evidence: str | None,
    settings: tuple[str, ...],
    compat: bool,
    form: str,
) -> int:
    """Score predictions as a dataset's official scorer does.

    Gold and predictions are joined by id. Ids that are missing, extra, repeated or of the wrong type, unknown labels and rows
    of the wrong shape are told with their place, and then there is no figure and the exit code is 1.
    """
    chosen = dict(_setting(given) for given in settings)
    if max_evidence is not None:
        chosen["max_evidence"] = _value(max_evidence)
    try:
        scores = score(metric, gold=_gold(gold), predictions=predictions, compat=compat, **chosen)
    except Unscorable as error:
        _tell_problems(error.problems, form)
        return 1
    click.echo(_json(scores) if form == "json" else "\n".join(_lines(scores)))
    return 0


def _gold(path: Path) -> Source:
    return records_at(path) if path.is_dir() else path


def _setting(given: str) -> tuple[str, Any]:
    name, equals, value = given.partition("=")
    if not (name and equals):
        raise UsageError(f"--set takes NAME=VALUE (got {given!r})")
    return name, _value(value)


def _value(written: str) -> int | str | None:
    if written == _NO_LIMIT:
        return None
    return int(written) if written.isascii() and written.isdigit() else written


def _tell_problems(problems: tuple[Problem, ...], form: str) -> None:
    if form == "json":
        click.echo(orjson.dumps({"problems": [_plain(one) for one in problems]}, option=orjson.OPT_INDENT_2).decode())
        return
    for line in problem_lines(Report(problems=problems), Showing(colour=in_terminal(), words=in_terminal())):
        click.echo(line)
    click.echo(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}: no figure is made until they are mended")


def _plain(problem: Problem) -> dict[str, Any]:
    places = [attrs.asdict(place) for place in problem.places]
    return {"rule": problem.rule, "message": problem.message, "cure": problem.cure, "places": places}


def _json(scores: Scores) -> str:
    plain = {
        "metric": scores.metric,
        "settings": dict(scores.settings),
        "items": len(scores.tally.ids),
        "figures": dict(scores.figures),
        "notes": list(scores.notes),
    }
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode()


def _lines(scores: Scores) -> Iterator[str]:
    yield f"{scores.metric}: {len(scores.tally.ids)} items"
    width = max(len(name) for name in scores.figures)
    for name, value in scores.figures.items():
        yield f"  {name.ljust(width)}  {'undefined' if value is None else f'{value:.4f}'}"
    yield from (f"note: {note}" for note in scores.notes)
