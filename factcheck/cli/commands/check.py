"""``factcheck check``."""

from pathlib import Path

import click

from factcheck.checking import check
from factcheck.cli.options import (
    corpus_argument,
    documents_option,
    format_option,
    in_terminal,
    styles,
    texts_by_id,
    texts_option,
)
from factcheck.cli.waiting import progress_bar
from factcheck.problems import Report
from factcheck.reporting.json_report import json_report
from factcheck.reporting.text_report import problem_lines, summary_lines


@click.command()
@corpus_argument
@documents_option
@texts_option
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@format_option
def command(path: Path, documents: tuple[Path, ...], texts: tuple[str, ...], strict: bool, form: str) -> int:
    """Check a corpus and report every problem.

    PATH is the folder of the corpus, the one with dataset.yaml, or the folder above its data/.
    """
    with progress_bar() as progress:
        report = check(path, documents=documents, texts=texts_by_id(texts), progress=progress)
    tell(report, form)
    return 1 if report.errors or (strict and report.warnings) else 0


def tell(report: Report, form: str) -> None:
    """Print a report."""
    if form == "json":
        click.echo(json_report(report))
        return
    for line in problem_lines(report, styles(), with_words=in_terminal()):
        click.echo(line)
    for line in summary_lines(report, styles()):
        click.echo(line)
