"""``factcheck new document``."""

from pathlib import Path
from typing import Any

import click

from factcheck.cli.adding import write
from factcheck.cli.asking import Asking, composed
from factcheck.cli.options import corpus_argument
from factcheck.errors import UsageError
from factcheck.filing import Shelves
from factcheck.text import bytes_digest


@click.command()
@corpus_argument
@click.option("--id", "name", help="Its name, unique among documents.")
@click.option("--url", help="Its address.")
@click.option("--title", help="Its title.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", help="When: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--language", help="The language it is written in, such as en.")
@click.option(
    "--text",
    "text_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The file of its text: its digest and length are noted, its words are not copied.",
)
def command(path: Path, name: str | None, text_file: Path | None, **said: str | None) -> None:
    """Add a document: a text that claims are made in, or that is evidence."""
    shelves, asking = Shelves.of(path), Asking()
    name = asking.need("--id", name, "its name, unique among documents")
    asking.refuse_missing()
    shelves.refuse_taken("documents", name)
    given = {key: composed(value) if key in ("title", "publisher") else value for key, value in said.items() if value}
    order = ("title", "url", "publisher", "published", "language")
    record = {"id": name, **{key: given[key] for key in order if key in given}, **_of_text(text_file)}
    write(path, shelves, asking, "documents", record)


def _of_text(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    data = file.read_bytes()
    try:
        return {"sha256": bytes_digest(data), "length": len(data.decode())}
    except UnicodeDecodeError as error:
        raise UsageError(f"--text must name a file in UTF-8 (got {file.as_posix()!r})") from error
