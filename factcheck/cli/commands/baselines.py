"""``factcheck baselines``."""

from collections.abc import Sequence
from pathlib import Path

import attrs
import click
import orjson

from factcheck.baselines.systems import Figure, figures_of
from factcheck.baselines.tasks import Task, digest, tasks
from factcheck.cli.loading import records_at
from factcheck.cli.options import corpus_argument, format_option
from factcheck.cli.showing.tables import in_columns
from factcheck.files.whole import write_whole
from factcheck.metrics.resampling import SEED, Resampling

_HEAD = ("system", "config", "metric", "figure", "low", "high", "n")


@click.command()
@corpus_argument
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="The seed of the intervals.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write JSON into a file.")
@format_option
def command(path: Path, seed: int, output: Path | None, form: str) -> int:
    """Score simple systems on a corpus: majority, claim only, word overlap.

    PATH is the folder of a corpus or a release. Each system learns of four fifths of the claims, those of a family together, and
    is asked about the rest; claims are drawn anew, by family, for the intervals. The card of a release shows what stands in
    baselines.json beside dataset.yaml: write it by --output.
    """
    asked = tasks(records_at(path))
    found = tuple(figures_of(asked, Resampling(seed=seed)))
    if output is not None:
        write_whole(output, _json(asked, found, seed))
    if form == "json":
        click.echo(_json(asked, found, seed).decode(), nl=False)
        return 0
    rows = [(one.name, one.config, one.metric, *_numbers(one)) for one in found]
    for line in in_columns(_HEAD, rows, words=3):
        click.echo(line)
    return 0


def _numbers(one: Figure) -> tuple[str, ...]:
    return (*(f"{value:.3f}" for value in (one.value, one.low, one.high)), str(one.n))


def _json(asked: Sequence[Task], found: Sequence[Figure], seed: int) -> bytes:
    plain = {"seed": seed, "of": digest(asked), "figures": [attrs.asdict(one) for one in found]}
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
