"""``factcheck audit``."""

from pathlib import Path

import click

from factcheck.auditing import Audit, audit_corpus, audit_files, html, markdown
from factcheck.cli.options import documents_option
from factcheck.errors import UsageError
from factcheck.files.whole import write_whole

MARKDOWN, HTML = "audit.md", "audit.html"


@click.command()
@click.argument("subject", metavar="FORMAT|PATH")
@click.argument("inputs", metavar="INPUT...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Write audit.md and audit.html there."
)
@click.option("--split", help="The split of all claims; otherwise the word for one in each file's name.")
@documents_option
def command(
    subject: str, inputs: tuple[Path, ...], out: Path | None, split: str | None, documents: tuple[Path, ...]
) -> int:
    """Say on one page what a dataset holds and what is wrong with it.

    FORMAT INPUT... are files of a foreign dataset, as `factcheck convert` takes them; PATH alone is the folder of a corpus. The
    page names records by their ids and shows no words of theirs. Without -o it is printed as Markdown. Faults do not make the
    exit code 1; rows that cannot be read do.
    """
    audit = audit_files(subject, inputs, split=split) if inputs else _of_corpus(subject, documents)
    if out is None:
        click.echo(markdown(audit), nl=False)
    else:
        _write(audit, out)
    return 1 if audit.reasons else 0


def _of_corpus(subject: str, documents: tuple[Path, ...]) -> Audit:
    if not Path(subject).exists():
        raise UsageError(f"no corpus at {subject!r}; a format is followed by its files")
    return audit_corpus(Path(subject), documents=documents)


def _write(audit: Audit, out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"{str(out)!r} is no folder")
    out.mkdir(parents=True, exist_ok=True)
    for name, page in ((MARKDOWN, markdown(audit)), (HTML, html(audit))):
        write_whole(out / name, page.encode())
        click.echo(str(out / name))
