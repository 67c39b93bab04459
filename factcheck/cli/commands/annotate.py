"""``factcheck annotate``."""

from pathlib import Path

import attrs
import click
import orjson

from factcheck.annotating import Sent, Taken, send, take
from factcheck.cli.options import documents_option, format_option
from factcheck.errors import UsageError

_SHOWN = 20


@click.group()
def command() -> None:
    """Send documents to an annotation tool, and take what annotators marked.

    TOOL is label-studio, inception (WebAnno TSV 3) or doccano.
    """


@command.command("export")
@click.argument("tool")
@click.argument("path", metavar="CORPUS", type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The folder of the files.")
@click.option(
    "--document", "chosen", multiple=True, metavar="ID", help="A document to send; otherwise all. Repeatable."
)
@documents_option
@click.option(
    "--private", is_flag=True, help="Send texts that may not be passed on too, marked so: for yourself alone."
)
@format_option
def export_command(
    tool: str, path: Path, out: Path, chosen: tuple[str, ...], documents: tuple[Path, ...], private: bool, form: str
) -> None:
    """Write documents as TOOL imports them, with the claims found so far and nobody's verdicts."""
    done = send(tool, path, out, chosen=chosen, documents=documents, private=private)
    if form == "json":
        plain = {**attrs.asdict(done), "files": [str(file) for file in done.files]}
        click.echo(orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode())
    else:
        _tell_sent(done)


@command.command("import")
@click.argument("tool")
@click.argument("inputs", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.argument("path", metavar="CORPUS", type=click.Path(path_type=Path))
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="ACCOUNT=ID",
    help="The annotator of the corpus who has this account in TOOL, its number or its address; `=ID` for files that name nobody. "
    "Repeatable.",
)
@documents_option
@format_option
def import_command(
    tool: str, inputs: tuple[Path, ...], path: Path, annotators: tuple[str, ...], documents: tuple[Path, ...], form: str
) -> int:
    """Take what annotators did in TOOL into a corpus: their claims and verdicts, each annotator's in files of their own.

    Every mark is checked against the words that it says it marks. What is wrong with a mark is listed, and makes the exit code 1.
    """
    done = take(tool, inputs, path, annotators=_by_account(annotators), documents=documents)
    if form == "json":
        click.echo(orjson.dumps(attrs.asdict(done), option=orjson.OPT_INDENT_2).decode())
    else:
        _tell_taken(done)
    return 1 if done.refused else 0


def _by_account(given: tuple[str, ...]) -> dict[str, str]:
    named: dict[str, str] = {}
    for pair in given:
        account, equals, name = pair.rpartition("=")
        if not (equals and name):
            raise UsageError(f"--annotator takes ACCOUNT=ID (got {pair!r})")
        named[account] = name
    return named


def _tell_sent(done: Sent) -> None:
    for file in done.files:
        click.echo(str(file))
    click.echo(f"{done.tool}: {done.documents} documents, {done.claims} claims marked in them")
    for names, said in (
        (done.withheld, "left out, since their words may not be passed on; --private sends them too"),
        (done.missing, "left out, since their text is not at hand; --documents names its folder"),
        (done.unmarked, "not marked, since their anchor has no offsets, or does not fit the text"),
    ):
        if names:
            click.echo(f"{', '.join(names)}: {said}")


def _tell_taken(done: Taken) -> None:
    for one in done.refused[:_SHOWN]:
        click.echo(f"{one.file}: {one.at}: {one.reason}")
    if len(done.refused) > _SHOWN:
        click.echo(f"... and {len(done.refused) - _SHOWN} more; --format json lists all")
    for file in done.files:
        click.echo(f"wrote {file}")
    click.echo(
        f"{done.tool}: {done.annotations} annotations with {done.marks} marks: "
        f"{done.claims} claims and {done.verdicts} verdicts written, {done.known} known, {len(done.refused)} refused"
    )
    if done.converted:
        click.echo(f"{done.converted} marks were counted in UTF-16 code units, and are in code points now")
