"""``factcheck new annotator``."""

from pathlib import Path

import click

from factcheck.cli.adding import write
from factcheck.cli.asking import Asking, composed
from factcheck.cli.options import corpus_argument
from factcheck.filing import Shelves
from factcheck.labels import ANNOTATOR_KINDS


@click.command()
@corpus_argument
@click.option("--id", "name", help="Its name, unique among annotators, such as ada.")
@click.option("--kind", type=click.Choice(list(ANNOTATOR_KINDS)), help="Who judges.")
@click.option("--name", "called", default="", help="What to call them.")
@click.option("--note", default="", help="What a reader of the verdicts should know of them.")
def command(path: Path, name: str | None, kind: str | None, called: str, note: str) -> None:
    """Add an annotator: a person, a model, a group, or labels as published."""
    shelves, asking = Shelves.of(path), Asking()
    name = asking.need("--id", name, "its name, unique among annotators")
    kind = asking.need("--kind", kind, "who judges", ANNOTATOR_KINDS)
    asking.refuse_missing()
    shelves.refuse_taken("annotators", name)
    record = {"id": name, "kind": kind, "name": composed(called), "note": composed(note)}
    write(path, shelves, asking, "annotators", record)
