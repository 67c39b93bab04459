"""``factcheck build``."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from factcheck.building import Release, build
from factcheck.cli.options import cache_option, corpus_argument, documents_option
from factcheck.cli.telling import report_format_option, tell
from factcheck.cli.waiting import progress_bar
from factcheck.problems import InvalidCorpus
from factcheck.reporting.json_report import plain_report
from factcheck.reporting.json_text import json_text
from factcheck.reporting.text_report import anchors_line


@click.command()
@corpus_argument
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the release; an older one is replaced.",
)
@documents_option
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="An older release, or its corpus: nothing is built where the version says less than what changed since.",
)
@cache_option
@report_format_option
def command(
    *, path: Path, out: Path, documents: tuple[Path, ...], since: Path | None, cache: Path | None, form: str
) -> int:
    """Build the release of a corpus.

    The corpus is checked first; where it has errors nothing is built and what stands at OUT is untouched. The release is the
    same whether or not texts that may not be passed on are at hand.
    """
    try:
        with progress_bar() as progress:
            release = build(path, out, documents=documents, since=since, cache=cache, progress=progress)
    except InvalidCorpus as invalid:
        tell(invalid.report, form)
        return 1
    if form == "json":
        click.echo(_json(release))
    elif form == "text":
        _table(release, path, out)
    else:
        tell(release.report, form)
    return 0


def _json(release: Release) -> str:
    plain = {
        "path": str(release.path),
        "counts": release.counts,
        "content_digest": release.content_digest,
        "report": plain_report(release.report),
    }
    return json_text(plain)


def _table(release: Release, path: Path, out: Path) -> None:
    report = release.report
    console = Console(highlight=False, soft_wrap=True)
    table = Table(title=f"checked {path} and built {out}", title_justify="left")
    for name in ("checked", "records"):
        table.add_column(name, justify="right" if name == "records" else "left")
    for name in ("built", "split"):
        table.add_column(name)
    table.add_column("rows", justify="right")
    read = [(kind, str(count)) for kind, count in report.counts.items()]
    built = [(name, split, str(count)) for name, splits in release.counts.items() for split, count in splits.items()]
    for row in range(max(len(read), len(built))):
        left = read[row] if row < len(read) else ("", "")
        right = built[row] if row < len(built) else ("", "", "")
        table.add_row(*left, *right)
    console.print(table)
    console.print(f"{len(report.errors)} errors, {len(report.warnings)} warnings by {len(report.rules)} rules")
    console.print(anchors_line(report))
    console.print(f"content digest {release.content_digest}")
