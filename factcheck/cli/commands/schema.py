"""``factcheck schema``."""

import click
import orjson

from factcheck.errors import UsageError
from factcheck.schemas.generating import names, schema


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the JSON Schema of a record or a kind of file.

    Without NAME, list the names.
    """
    if name is None:
        click.echo("\n".join(names()))
        return
    if name not in names():
        raise UsageError(f"no schema {name!r}: there are {', '.join(names())}")
    click.echo(orjson.dumps(schema(name), option=orjson.OPT_INDENT_2).decode())
