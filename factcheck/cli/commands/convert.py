"""``factcheck convert``."""

from pathlib import Path

import attrs
import click
import orjson
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from factcheck.cli.options import format_option
from factcheck.converting import Conversion, convert

_SHOWN = 20


@click.command()
@click.argument("name", metavar="FORMAT")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The folder of the corpus.")
@click.option("--split", help="The split of all claims; otherwise the word for one in each file's name.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="A folder for the words of documents that may not be passed on; they are left out otherwise.",
)
@format_option
def command(name: str, inputs: tuple[Path, ...], out: Path, split: str | None, texts: Path | None, form: str) -> int:
    """Convert files of a foreign dataset into a corpus.

    FORMAT is the name of a dataset, as `factcheck labels` lists them, or auto. Rows in are claims out and named rejects,
    always: every row that did not become records is listed with its line and reason, and makes the exit code 1.
    """
    conversion = _with_progress(name, inputs, out, split, texts)
    if form == "json":
        click.echo(orjson.dumps(attrs.asdict(conversion), option=orjson.OPT_INDENT_2).decode())
    else:
        _tell(conversion, out)
    return 1 if conversion.rejects else 0


def _with_progress(name: str, inputs: tuple[Path, ...], out: Path, split: str | None, texts: Path | None) -> Conversion:
    columns = (SpinnerColumn(), TextColumn("{task.completed} rows"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("rows")
        return convert(
            name, inputs, out, split=split, texts=texts, progress=lambda rows: progress.update(task, completed=rows)
        )


def _tell(conversion: Conversion, out: Path) -> None:
    for reject in conversion.rejects[:_SHOWN]:
        click.echo(f"{reject.file}:{reject.line}: {reject.reason}")
    if len(conversion.rejects) > _SHOWN:
        click.echo(f"... and {len(conversion.rejects) - _SHOWN} more; --format json lists all")
    click.echo(
        f"{conversion.format}: {conversion.rows} rows in, {conversion.converted} converted, {len(conversion.rejects)} rejected"
    )
    click.echo(f"{out}: {conversion.claims} claims, {conversion.verdicts} verdicts, {conversion.documents} documents")
    if conversion.renamed:
        click.echo(f"{conversion.renamed} claims had an id that was taken; a number stands behind it now")
    if conversion.withheld:
        click.echo(
            f"the words of {conversion.withheld} documents may not be passed on and were left out; --texts keeps them"
        )
