"""``factcheck export``."""

from pathlib import Path

import attrs
import click
import orjson

from factcheck.cli.options import documents_option, format_option
from factcheck.converting import Export, export


@click.command()
@click.argument("name", metavar="FORMAT")
@click.argument("path", metavar="CORPUS", type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The folder of the files.")
@documents_option
@format_option
def command(name: str, path: Path, out: Path, documents: tuple[Path, ...], form: str) -> None:
    """Write a corpus in the format of a foreign dataset.

    What the format cannot hold is found by reading back what was written, and named.
    """
    done = export(name, path, out, documents=documents)
    if form == "json":
        plain = {**attrs.asdict(done), "files": [str(file) for file in done.files]}
        click.echo(orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode())
    else:
        _tell(done)


def _tell(done: Export) -> None:
    for file in done.files:
        click.echo(str(file))
    click.echo(f"{done.format}: {done.rows} rows out")
    for path, count in done.lost.items():
        click.echo(f"{count:>6} lost  {path}")
