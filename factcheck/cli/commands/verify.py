"""``factcheck verify``."""

from pathlib import Path

import click

from factcheck.building.verifying import verify
from factcheck.cli.telling import report_format_option, tell


@click.command()
@click.argument("path", metavar="RELEASE", default="dist", type=click.Path(path_type=Path))
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="An older release, or its corpus: a version that says less than what changed since is an error.",
)
@report_format_option
def command(path: Path, since: Path | None, form: str) -> int:
    """Look through a release: whether it is whole, and what its own records give.

    RELEASE is the folder of a release; dist, if nothing is said. Checksums, columns, numbers of rows and the content digest are
    computed anew; the rows of every config, the card and its pictures are made again from the records and compared.
    """
    report = verify(path, since=since)
    tell(report, form)
    return 1 if report.errors else 0
