"""``factcheck version``."""

import platform
from importlib.metadata import version

import click

from factcheck import __version__
from factcheck.schemas.generating import SCHEMA_VERSION

_STANDS_ON = ("attrs", "cattrs", "datasets", "duckdb", "jsonschema", "jsonschema-rs", "pyarrow")


@click.command()
def command() -> None:
    """Print the versions of this program and of what it stands on."""
    click.echo(f"factcheck {__version__} (schemas {SCHEMA_VERSION})")
    click.echo(f"Python {platform.python_version()} on {platform.system()}")
    for name in _STANDS_ON:
        click.echo(f"{name} {version(name)}")
