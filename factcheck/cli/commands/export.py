"""``factcheck export``."""

from pathlib import Path

import attrs
import click
import orjson

from factcheck.building.loading import load_either
from factcheck.cli.options import documents_option, format_option
from factcheck.converters import CONVERTERS
from factcheck.converting import Export, export, write_out
from factcheck.converting.marks import CONVERTED_FROM
from factcheck.errors import UsageError
from factcheck.writers import WRITERS

_FORMATS = (
    f"Of the field, from a corpus or release: {', '.join(sorted(WRITERS))}. "
    f"Of a dataset, from a corpus: {', '.join(sorted(CONVERTERS))}."
)


@click.command(epilog=_FORMATS)
@click.argument("name", metavar="FORMAT")
@click.argument("path", metavar="CORPUS|RELEASE", type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The folder of the files.")
@documents_option
@format_option
def command(name: str, path: Path, out: Path, documents: tuple[Path, ...], form: str) -> None:
    """Write a corpus or release in another format.

    Words that may not be passed on are left out of the formats of the field; docs/reference/formats.md says what each cannot
    hold. What the format of a dataset cannot hold is found by reading back what was written, and named. A corpus that was
    converted from ClaimReview gives its own reviews back.
    """
    done = _exported(name, path, out, documents)
    if form == "json":
        plain = {**attrs.asdict(done), "files": [str(file) for file in done.files]}
        click.echo(orjson.dumps(plain, option=orjson.OPT_INDENT_2).decode())
    else:
        _tell(done)


def _exported(name: str, path: Path, out: Path, documents: tuple[Path, ...]) -> Export:
    if name not in WRITERS | CONVERTERS:
        raise UsageError(f"no format {name!r}: there are {', '.join(sorted(WRITERS | CONVERTERS))}")
    if name in WRITERS:
        corpus = load_either(path)
        if name not in CONVERTERS or corpus.dataset.extra.get(CONVERTED_FROM) != name:
            return write_out(name, corpus, out)
    return export(name, path, out, documents=documents)


def _tell(done: Export) -> None:
    for file in done.files:
        click.echo(str(file))
    click.echo(f"{done.format}: {done.rows} rows out")
    for path, count in done.lost.items():
        click.echo(f"{count:>6} lost  {path}")
