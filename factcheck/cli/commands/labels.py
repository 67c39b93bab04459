"""``factcheck labels``."""

import click
import orjson

from factcheck.cli.options import format_option
from factcheck.converters import CONVERTERS
from factcheck.converting import converter_named
from factcheck.labels import LABELS


@click.command()
@click.argument("names", metavar="[FORMAT [FORMAT]]", nargs=-1)
@format_option
def command(names: tuple[str, ...], form: str) -> None:
    """Print what the labels of foreign datasets mean, and how those of two meet.

    Without FORMAT, all are printed; with two, a line for each of our labels says which of theirs meet in it.
    """
    chosen = names or tuple(CONVERTERS)
    for name in chosen:
        converter_named(name)
    if form == "json":
        rows = [row for name in chosen for row in _rows(name)]
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    elif len(names) == 2:
        for label in LABELS:
            one, other = (_foreign(name, label) for name in names)
            click.echo(f"{label:<20}  {one:<40}  {other}")
    else:
        for name in chosen:
            for row in _rows(name):
                note = f"  ({row['note']})" if row["note"] else ""
                click.echo(f"{name:<14}  {row['foreign']:<36}  {row['label']}{note}")


def _rows(name: str) -> list[dict[str, str | None]]:
    return [
        {"format": name, "foreign": word, "label": found.label, "certainty": found.certainty, "note": found.note}
        for word, found in CONVERTERS[name].LABELS.items()
    ]


def _foreign(name: str, label: str) -> str:
    words = [word for word, found in CONVERTERS[name].LABELS.items() if found.label == label]
    return ", ".join(words) or "(none)"
