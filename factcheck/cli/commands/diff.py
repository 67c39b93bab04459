"""``factcheck diff``."""

from pathlib import Path

import click
import orjson

from factcheck.building.comparing import diff
from factcheck.diffing.telling import markdown_lines, plain_difference, text_lines
from factcheck.reporting.printable import printable


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="The output's form; md is Markdown for a changelog.",
)
def command(old: Path, new: Path, form: str) -> int:
    """Tell what differs between two corpora or releases, and what version that asks for.

    OLD and NEW are folders, each of a corpus or a release. Records are compared field by field, as far as they may be passed on.
    PATCH is the same data written anew, MINOR data added, MAJOR data edited, removed or moved between splits. Exit code 1: the
    version of NEW says less than what changed.
    """
    found = diff(old, new)
    if form == "json":
        click.echo(orjson.dumps(plain_difference(found), option=orjson.OPT_INDENT_2).decode())
    else:
        for line in (text_lines if form == "text" else markdown_lines)(found):
            click.echo(printable(line))
    return 1 if found.shortfall else 0
