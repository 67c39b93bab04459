"""What README and architecture show, written anew from what really happens: ``make refresh``. The tests compare."""

import contextlib
import io
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

from factcheck import load
from factcheck.cards import pictures
from factcheck.cli.main import COMMANDS, run
from factcheck.gold import gold_verdicts
from factcheck.rights import without_withheld
from tests.formats import formats
from tests.metrics.reference import metrics

ROOT = Path(__file__).parents[1]


def _printed(*arguments: str) -> str:
    """Return what the command line prints, without colours, in a folder of its own, 100 columns wide."""
    os.environ["COLUMNS"] = "100"
    os.environ.pop("FACTCHECK_DOCUMENTS", None)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        run(list(arguments))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n")


def built() -> str:
    """Return what ``make dataset`` prints at its end."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "data", "data")
        return _printed("build", "data", "-o", "dist")


def mistaken() -> str:
    """Return what the mistake of the README prints."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "examples", "examples")
        verdicts = Path("examples/lighthouse/verdicts/ada/skerra-leaflet.yaml")
        verdicts.write_text(verdicts.read_text("utf-8").replace("label: supported", "label: suported", 1), "utf-8")
        return "$ factcheck check examples/lighthouse\n" + _printed("check", "examples/lighthouse")


def commands() -> str:
    """Return the table of the commands."""
    return "\n".join(f"| `factcheck {name}` | {summary} |" for name, summary in COMMANDS.items())


def floors() -> str:
    """Return the floors that the linter holds."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return "\n".join(settings["tool"]["importlinter"]["contracts"][0]["layers"])


def drawn() -> dict[str, str]:
    """Return the pictures of the reference dataset, by the name of their file."""
    corpus = without_withheld(load(ROOT / "data"))
    return {f"{picture.name}.svg": picture.svg for picture in pictures(corpus, gold_verdicts(corpus))}


_FOLDERS = {
    "How to": "how-to",
    "Reference": "reference",
    "Explanation": "explanation",
    "Audits of public files": "audits",
}


def index() -> str:
    """Return the index of the documentation: every page by its title."""
    docs = ROOT / "docs"
    parts = ["# Documentation", _listed(docs, [page for page in docs.glob("*.md") if page.name != "README.md"])]
    for title, folder in _FOLDERS.items():
        parts += [f"## {title}", _listed(docs, (docs / folder).glob("*.md"))]
    rules = "`factcheck rules` and `factcheck explain NAME` tell the rules, `factcheck schema` the records and files."
    return "\n\n".join([*parts, rules]) + "\n"


def _listed(docs: Path, pages: Iterable[Path]) -> str:
    titles = {page.relative_to(docs).as_posix(): _title(page) for page in pages}
    return "\n".join(f"- [{title}]({path})" for path, title in sorted(titles.items(), key=lambda item: item[1]))


def _title(page: Path) -> str:
    return page.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def refresh() -> None:
    """Write README, architecture, pictures, the references of metrics and formats, and the index of the documentation anew."""
    for name, svg in drawn().items():
        (ROOT / "docs" / "pictures" / name).write_text(svg, "utf-8", newline="\n")
    readme = ROOT / "README.md"
    shown = iter((built(), mistaken()))
    text = re.sub(
        r"```text\n.*?```", lambda _: f"```text\n{next(shown)}\n```", readme.read_text("utf-8"), flags=re.DOTALL
    )
    text = re.sub(r"(?:\| `factcheck .*\n)+", lambda _: commands() + "\n", text)
    readme.write_text(text, "utf-8")
    architecture = ROOT / "docs" / "explanation" / "architecture.md"
    text = re.sub(
        r"```text\n.*?```", lambda _: f"```text\n{floors()}\n```", architecture.read_text("utf-8"), flags=re.DOTALL
    )
    architecture.write_text(text, "utf-8")
    (ROOT / "docs" / "reference" / "metrics.md").write_text(metrics(), "utf-8")
    (ROOT / "docs" / "reference" / "formats.md").write_text(formats(), "utf-8")
    (ROOT / "docs" / "README.md").write_text(index(), "utf-8")


if __name__ == "__main__":
    refresh()
