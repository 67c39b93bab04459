"""``factcheck check``."""

from pathlib import Path

import click

from factcheck.checking import check
from factcheck.checking.revisions import changed_since
from factcheck.checking.selection import corpus_of, only_in, rules_named
from factcheck.cli.options import cache_option, documents_option, texts_by_id, texts_option
from factcheck.cli.telling import report_format_option, tell, write
from factcheck.cli.waiting import progress_bar
from factcheck.reading import corpus_folder


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@documents_option
@texts_option
@click.option(
    "--select", multiple=True, metavar="RULES", help="Ask these rules or scopes only; commas between several."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not ask these rules or scopes.")
@click.option(
    "--changed-since", "revision", metavar="REV", help="Report on files that differ from a git revision only."
)
@click.option(
    "--max-problems", "most", type=click.IntRange(min=0), metavar="N", help="Show at most N problems; all count."
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@cache_option
@report_format_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to a file.")
def command(
    paths: tuple[Path, ...],
    documents: tuple[Path, ...],
    texts: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    revision: str | None,
    most: int | None,
    strict: bool,
    cache: Path | None,
    form: str,
    output: Path | None,
) -> int:
    """Check a corpus and report every problem.

    PATHS is the folder of the corpus, the one with dataset.yaml, or the folder above its data/. Files or folders inside a corpus
    may be named instead: the whole corpus is checked, and the problems that have a place in them are reported.
    """
    corpus, parts = corpus_of(paths or (Path(),))
    rules = rules_named(select, ignore)
    changed = changed_since(corpus_folder(corpus), revision) if revision is not None else None
    with progress_bar() as progress:
        report = check(
            corpus, documents=documents, texts=texts_by_id(texts), rules=rules, cache=cache, progress=progress
        )
    if parts:
        report = only_in(report, parts)
    if changed is not None:
        report = only_in(report, changed)
    if output is None or output == Path("-"):
        tell(report, form, most=most)
    else:
        write(report, form, output, most=most)
    return 1 if report.errors or (strict and report.warnings) else 0
