"""What every ``factcheck new`` command does at its end: write the record, say where it stands and how to check it."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from factcheck.cli.asking import Asking
from factcheck.filing import Shelves


def without_absent(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without the keys that nothing was said for: absent is absent."""
    return {key: value for key, value in record.items() if value not in (None, "", (), [], {})}


def write(
    path: Path, shelves: Shelves, asking: Asking, kind: str, record: Mapping[str, Any], *, file: Path | None = None
) -> None:
    """Write a record and say where it stands, what rules will ask for, and the command that checks it."""
    place = shelves.add(kind, without_absent(record), file)
    click.echo(f"wrote {place}")
    if shelves.dataset.get("profile") == "authored":
        asking.tell_unsaid()
    click.echo(f"check it: factcheck check {shlex.quote(path.as_posix())}")
