"""The options that several commands take."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.errors import UsageError
from factcheck.files.cache import cache_folder
from factcheck.reporting.text_report import Styles

F = TypeVar("F", bound=Callable[..., Any])

corpus_argument = click.argument("path", default=".", type=click.Path(path_type=Path))

documents_option = click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of texts that may not be passed on; found by digest, whatever the files are called. Repeatable; "
    "FACTCHECK_DOCUMENTS names more.",
)

texts_option = click.option(
    "--text", "texts", multiple=True, metavar="ID=FILE", help="The file of a document's text. Repeatable."
)

cache_option = click.option(
    "--no-cache",
    "cache",
    is_flag=True,
    callback=lambda context, parameter, is_off: None if is_off else cache_folder(),
    help="Parse every file, also those that did not change.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The output's form.",
)


def texts_by_id(texts: tuple[str, ...]) -> dict[str, Path]:
    """Return the files that ``--text ID=FILE`` names, by document id.

    Raises:
        UsageError: one of them is not of that form.
    """
    named: dict[str, Path] = {}
    for given in texts:
        name, equals, file = given.partition("=")
        if not (name and equals and file):
            raise UsageError(f"--text takes ID=FILE (got {given!r})")
        named[name] = Path(file)
    return named


def styles() -> Styles:
    """Return how words are set off: in colour in a terminal only."""
    return Styles(colour=in_terminal())


def in_terminal() -> bool:
    """Tell whether a person reads the output."""
    return sys.stdout.isatty()
