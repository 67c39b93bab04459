"""``factcheck migrate``."""

from pathlib import Path

import click

from factcheck.cli.options import corpus_argument
from factcheck.migrating import MIGRATIONS, migrate


@click.command()
@corpus_argument
@click.option("--dry-run", is_flag=True, help="Only say which files would be written.")
def command(path: Path, *, dry_run: bool) -> int:
    """Move a corpus forward to the newest version of the schemas.

    PATH is the folder of a corpus. Comments, order and quotes stay as they are; each file is old or new at any instant, and a
    second run finishes what a first one began.
    """
    done = migrate(path, MIGRATIONS, write=not dry_run)
    if done.old == done.new:
        click.echo(f"schema version {done.old} is the newest; nothing to do")
        return 0
    for file in done.files:
        click.echo(f"{'would write' if dry_run else 'wrote'} {file}")
    click.echo(f"schema version {done.old} -> {done.new}: {done.records} records in {len(done.files)} files")
    return 0
