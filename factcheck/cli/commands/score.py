"""``factcheck score``."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import click
import orjson

from factcheck.cli.loading import records_at
from factcheck.cli.options import in_terminal
from factcheck.cli.showing.scores import Account, account_latex, account_lines, account_markdown, plain_account
from factcheck.errors import UsageError
from factcheck.files.whole import write_whole
from factcheck.gold import gold_verdicts
from factcheck.metrics.breaking_down import WAYS, parts, words_by_claim
from factcheck.metrics.confusion import confusion_svg
from factcheck.metrics.reliability import reliability_of
from factcheck.metrics.resampling import RESAMPLES, SEED, Resampling
from factcheck.metrics.scoring import METRICS, Scores, Source, Unscorable, score
from factcheck.metrics.uncertainty import compare, tally_intervals
from factcheck.problems import Problem, Report
from factcheck.records.corpus import Corpus
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
@click.option("--intervals", "wants_intervals", is_flag=True, help="95 % intervals of the figures, by bootstrap.")
@click.option("--compare", "other", type=click.Path(path_type=Path), help="Predictions of a second system.")
@click.option("--by", "ways", type=click.Choice(WAYS), multiple=True, help="Break the figures down. Repeatable.")
@click.option("--cluster", type=click.Choice(["document", "family"]), help="What is drawn together for intervals.")
@click.option("--errors", is_flag=True, help="List the items whose label is wrong.")
@click.option("--confusion", type=click.Path(path_type=Path, dir_okay=False), help="Draw the confusion matrix: an SVG.")
@click.option(
    "--reliability",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw confidence beside the share that is right: an SVG. For calibration.",
)
@click.option("--resamples", type=click.IntRange(1, 100_000), default=RESAMPLES, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="The seed of the resamples.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "latex"]),
    default="text",
    show_default=True,
    help="The output's form.",
)
def command(
    *,
    metric: str,
    gold: Path,
    predictions: Path,
    max_evidence: str | None,
    settings: tuple[str, ...],
    compat: bool,
    wants_intervals: bool,
    other: Path | None,
    ways: tuple[str, ...],
    cluster: str | None,
    errors: bool,
    confusion: Path | None,
    reliability: Path | None,
    resamples: int,
    seed: int,
    form: str,
) -> int:
    """Score predictions as a dataset's official scorer does.

    Gold and predictions are joined by id. Ids that are missing, extra, repeated or of the wrong type, unknown labels and rows
    of the wrong shape are told with their place, and then there is no figure and the exit code is 1.

    --intervals says how sure the figures are, --compare whether a second system is better than chance among the items explains.
    With a corpus or a release as gold, --by breaks the figures down, and --cluster draws the claims of a document or a family
    together.
    """
    chosen = dict(_setting(given) for given in settings)
    if max_evidence is not None:
        chosen["max_evidence"] = _value(max_evidence)
    against = _gold(gold)
    asked = partial(score, metric, gold=against, compat=compat, **chosen)
    try:
        scores, second = asked(predictions=predictions), asked(predictions=other) if other else None
    except Unscorable as error:
        _tell_problems(error.problems, form)
        return 1
    how = Resampling(resamples=resamples, seed=seed)
    clusters = _clusters(scores, against, cluster)
    account = Account(
        scores=scores,
        intervals=tally_intervals(scores.tally, how, clusters) if wants_intervals else {},
        parts={
            way: parts(scores.tally, _words(scores, against, way), how if wants_intervals else None, clusters)
            for way in ways
        },
        comparisons=compare(scores.tally, second.tally, how, clusters) if second else (),
        names=(str(predictions), str(other)),
        errors=errors,
    )
    if (errors or confusion) and not scores.tally.gold:
        raise UsageError(f"{metric} has no label an item: --errors and --confusion ask for one")
    if reliability:
        write_whole(reliability, reliability_of(scores).encode())
    if confusion:
        write_whole(confusion, confusion_svg(scores.tally).encode())
    for line in _told(account, form):
        click.echo(line)
    return 0


def _told(account: Account, form: str) -> Iterable[str]:
    if form == "json":
        return [orjson.dumps(plain_account(account), option=orjson.OPT_INDENT_2).decode()]
    pasted = {"markdown": account_markdown, "latex": account_latex}
    return pasted.get(form, account_lines)(account)


def _words(scores: Scores, gold: Source, way: str) -> Mapping[str, Sequence[str]]:
    """Return the words that a way of breaking down has for each item."""
    if isinstance(gold, Corpus):
        return words_by_claim(gold, way, gold_verdicts(gold))
    if way == "label" and scores.tally.gold:
        return {name: (label,) for name, label in zip(scores.tally.ids, scores.tally.gold, strict=True)}
    raise UsageError(f"--by {way} takes a corpus or a release as --gold")


def _clusters(scores: Scores, gold: Source, way: str | None) -> list[str] | None:
    """Return what each item is drawn together with: its first document or its family, else itself."""
    if way is None:
        return None
    if not isinstance(gold, Corpus):
        raise UsageError("--cluster takes a corpus or a release as --gold")
    words = words_by_claim(gold, way, gold_verdicts(gold))
    return [f"{way} {words[name][0]}" if words.get(name) else name for name in scores.tally.ids]


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
    click.echo(_counted(problems))


def _counted(problems: tuple[Problem, ...]) -> str:
    """Return how many problems there are of each rule, so that what stands above a long list is known at its end."""
    if len(problems) == 1:
        return "1 problem: no figure is made until it is mended"
    many = ", ".join(f"{count} {rule}" for rule, count in Counter(one.rule for one in problems).most_common())
    return f"{len(problems)} problems ({many}): no figure is made until they are mended"


def _plain(problem: Problem) -> dict[str, Any]:
    places = [attrs.asdict(place) for place in problem.places]
    return {"rule": problem.rule, "message": problem.message, "cure": problem.cure, "places": places}
