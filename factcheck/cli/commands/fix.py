"""``factcheck fix``."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli.options import corpus_argument, documents_option, texts_by_id, texts_option
from factcheck.cli.waiting import progress_bar
from factcheck.fixing import Fix, Only, fix, write
from factcheck.reporting.printable import printable

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@click.command()
@corpus_argument
@documents_option
@texts_option
@click.option("--diff", is_flag=True, help="Print what would change, and write nothing.")
@click.option("--only", type=click.Choice(["form", "anchors"]), help="Mend what needs no text, or what does.")
def command(path: Path, documents: tuple[Path, ...], texts: tuple[str, ...], diff: bool, only: Only | None) -> int:
    """Mend in a corpus what needs no judgement.

    PATH is the folder of the corpus; every other character of its files stays. Mended are white space, line breaks and the
    order of keys; composed characters (NFC) in our own words; dates, identifiers and numbers that can be meant in one way only;
    and, where the texts are at hand, fragments, digests, and anchors whose words stand at one other place. Exit code 1: a file
    was left as it is, an anchor is left to a person, or, with --diff, something would change.
    """
    with progress_bar() as progress:
        found = fix(path, documents=documents, texts=texts_by_id(texts), only=only, progress=progress)
    for left in found.left:
        click.echo(printable(f"left as it is: {left.file}: {left.reason}"), err=True)
    if diff:
        for line in _diff_lines(found):
            click.echo(line)
        return 1 if found.rewrites or found.left else 0
    for file in write(found):
        click.echo(printable(f"mended {file}"))
    click.echo(_summary(found))
    for problem in found.for_a_person:
        click.echo(printable(f"left to you: {problem.place}: {problem.message}"))
    return 1 if found.left or found.for_a_person else 0


def _diff_lines(found: Fix) -> Iterator[str]:
    for rewrite in found.rewrites:
        names = f"a/{rewrite.file}", f"b/{rewrite.file}"
        for line in difflib.unified_diff(_lines(rewrite.before), _lines(rewrite.after), *names):
            yield printable(line.removesuffix("\n"))
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    return _LINE.findall(data.decode("utf-8", "replace"))


def _summary(found: Fix) -> str:
    by_rule = Counter(problem.rule for problem in found.mended)
    said = ", ".join(f"{count} {rule}" for rule, count in sorted(by_rule.items()))
    files = f"{len(found.rewrites)} file{'' if len(found.rewrites) == 1 else 's'} mended"
    return f"{files}; problems that went: {said}" if said else files
