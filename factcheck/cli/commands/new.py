"""``factcheck new``: one command a kind of record."""

import click

from factcheck.cli.commands import new_annotator, new_claim, new_document, new_reference, new_verdict


@click.group()
def command() -> None:
    """Add a claim, verdict, reference, document, adjudication or annotator to a corpus.

    What is not said by a flag is asked for in a terminal; a script is told what is missing. The record is checked against its
    schema and written into the file where it belongs, whose every other record, comment and blank line stays as it is.
    """


for _name, _command in (
    ("adjudication", new_verdict.adjudication),
    ("annotator", new_annotator.command),
    ("claim", new_claim.command),
    ("document", new_document.command),
    ("reference", new_reference.command),
    ("verdict", new_verdict.verdict),
):
    command.add_command(_command, _name)
