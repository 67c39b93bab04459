"""How a command tells a report: on standard output, or into a file."""

from pathlib import Path

import click

from factcheck.cli.options import in_terminal, styles
from factcheck.errors import UsageError
from factcheck.files.whole import write_whole
from factcheck.problems import Report
from factcheck.reporting import FORMATS
from factcheck.reporting.form import Showing
from factcheck.reporting.text_report import summary_lines

report_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="The report's form: github are annotations of GitHub Actions, sarif is for code scanning.",
)


def tell(report: Report, form: str, *, most: int | None = None) -> None:
    """Print a report."""
    showing = Showing(colour=in_terminal(), words=in_terminal(), most=most)
    for line in FORMATS[form].lines(report, showing):
        click.echo(line)


def write(report: Report, form: str, file: Path, *, most: int | None = None) -> None:
    """Write a report into a file, without a line of the corpus itself, and print its summary.

    Raises:
        UsageError: the file is a folder.
    """
    if file.is_dir():
        raise UsageError(f"--output takes a file, and {str(file)!r} is a folder")
    text = "".join(f"{line}\n" for line in FORMATS[form].lines(report, Showing(source=False, most=most)))
    data = text.encode("utf-8", "backslashreplace")
    if file.exists() and not file.is_file():
        file.write_bytes(data)  # a pipe or /dev/stdout: nothing to replace
    else:
        write_whole(file, data)
    for line in summary_lines(report, styles()):
        click.echo(line)
    click.echo(f"wrote {file.as_posix()}")
