"""The build: check, write beside the target, load what was written, put it in the target's place."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import orjson
import pyarrow as pa

from factcheck import __version__
from factcheck.building.comparing import refuse_shortfall
from factcheck.building.loading import MANIFEST, read_manifest
from factcheck.building.parquet import write_parquet
from factcheck.building.proof import prove
from factcheck.building.rows import Rows, release_rows
from factcheck.cards import baselines_of, card, citation_file, croissant, pictures
from factcheck.checking import Examined, Progressing, examine, silent
from factcheck.checking.excusing import NEED_TEXT
from factcheck.errors import ReleaseError, UsageError
from factcheck.files.swapping import made_beside, put_back, swap_in, sync_tree
from factcheck.problems import InvalidCorpus, Report
from factcheck.rules import RULES
from factcheck.rules.rule import OnText
from factcheck.schemas.generating import SCHEMA_VERSION, names
from factcheck.schemas.writing import schema_bytes
from factcheck.shaping import unstructure
from factcheck.text import bytes_digest

CHECKSUMS = "CHECKSUMS.sha256"
CROISSANT = "croissant.json"


@attrs.frozen(kw_only=True)
class Release:
    """A release that was built.

    Args:
        path: its folder.
        report: what the check found.
        counts: how many rows each config has in each split.
        content_digest: the SHA-256 of all rows as canonical JSON.
    """

    path: Path
    report: Report
    counts: Mapping[str, Mapping[str, int]] = attrs.field(hash=False)
    content_digest: str


def build(
    corpus: Path | str,
    out: Path | str,
    *,
    documents: Iterable[Path | str] = (),
    since: Path | str | None = None,
    cache: Path | None = None,
    progress: Progressing = silent,
) -> Release:
    """Check a corpus and build its release.

    The release is the same whether or not texts that may not be passed on are at hand.

    Args:
        corpus: the folder of the corpus.
        out: the folder of the release; an older release there is replaced, anything else is refused.
        documents: folders of texts, as for ``check``.
        since: an older release, or its corpus: a version that says less than what changed since is an error.
        cache: a folder that keeps what files held, as for ``check``.
        progress: told how far the check and the writing are.

    Raises:
        InvalidCorpus: the corpus has errors, or its version says less than what changed; what stands at ``out`` is untouched.
        UsageError: there is no corpus, or ``out`` is something else than a release.
        ReleaseError: the release could not be written; what stood at ``out`` still does.
    """
    target = Path(os.path.abspath(out))  # so that what is looked at now is what is replaced later, `..` or not
    put_back(target)
    _refuse_foreign(target)
    examined = examine(corpus, documents=documents, cache=cache, progress=progress)
    if examined.report.errors:
        raise InvalidCorpus(examined.report)
    if since is not None:
        refuse_shortfall(Path(corpus), examined, Path(since))
    rows = release_rows(examined.corpus())
    if "claims" not in rows.configs:
        raise UsageError(f"nothing to build: the corpus at {str(corpus)!r} has no claims")
    progress("writing and loading again", len(examined.report.rules), len(examined.report.rules))
    try:
        _write_and_swap(target, rows, examined)
    except OSError as error:
        message = f"the release at {str(target)!r} could not be written: {(error.strerror or str(error)).lower()}"
        raise ReleaseError(f"{message}; what stood there still does") from error
    return Release(path=target, report=examined.report, counts=rows.counts, content_digest=rows.content_digest)


def _refuse_foreign(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        what = "a link" if target.is_symlink() else "no folder"
        raise UsageError(f"{str(target)!r} is {what}; name a new folder, or an older release")
    if target.is_dir() and any(target.iterdir()) and read_manifest(target) is None:
        raise UsageError(f"{str(target)!r} is not empty and no release; name a new folder, or an older release")
    if target.is_dir() and (foreign := _foreign_files(target)):
        raise UsageError(f"{str(target)!r} holds what no build wrote, {foreign[0]!r}; move it, or name a new folder")


def _foreign_files(release: Path) -> list[str]:
    """Return the files of a release folder that its checksums do not name."""
    sums = release / CHECKSUMS
    lines = sums.read_text("utf-8", "replace").splitlines() if sums.is_file() else []
    known = {CHECKSUMS, *(line.partition("  ")[2] for line in lines)}
    files = (path.relative_to(release).as_posix() for path in release.rglob("*") if not path.is_dir())
    return sorted(name for name in files if name not in known)


def _write_and_swap(target: Path, rows: Rows, examined: Examined) -> None:
    with made_beside(target, "building") as made:
        _write(made, rows, examined)
        prove(made, rows)
        sync_tree(made)
        swap_in(made, target)


def _write(folder: Path, rows: Rows, examined: Examined) -> None:
    for config, splits in rows.configs.items():
        for split in splits:
            write_parquet(rows.table(config, split), folder / config, split)
    (folder / "schemas").mkdir()
    for name in names():
        (folder / "schemas" / f"{name}.schema.json").write_bytes(schema_bytes(name))
    for name, text in texts_of(rows, words=examined.card, baselines=examined.baselines).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    (folder / MANIFEST).write_bytes(_json(_manifest(rows, examined)))
    (folder / CROISSANT).write_text(description_of(rows, _digests(folder)), "utf-8", newline="\n")
    sums = "".join(f"{digest}  {name}\n" for name, digest in sorted(_digests(folder).items()))
    (folder / CHECKSUMS).write_text(sums, "utf-8", newline="\n")


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): bytes_digest(path.read_bytes()) for path in files}


def texts_of(rows: Rows, *, words: str, baselines: str) -> dict[str, str]:
    """Return what a release has for people: the card, its pictures, and how to cite it, by path.

    Args:
        rows: the rows of the release.
        words: what a person wrote for the card.
        baselines: the text of the figures that simple systems reach.

    Raises:
        UsageError: the text of the figures is not what is written there.
    """
    drawn, figures = pictures(rows.corpus, rows.golds), baselines_of(baselines)
    read = card(rows.corpus, rows.golds, rows.counts, rows.sizes, words=words, pictures=drawn, baselines=figures)
    cited = citation_file(rows.corpus.dataset)
    return {
        "README.md": read,
        **{picture.path: picture.svg for picture in drawn},
        **({"CITATION.cff": cited} if cited else {}),
    }


def description_of(rows: Rows, files: Mapping[str, str]) -> str:
    """Return ``croissant.json``.

    Args:
        rows: the rows of the release.
        files: the SHA-256 of every other file but that of the checksums, by path.
    """
    return _json(croissant(rows.corpus, rows.counts, files)).decode()


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _manifest(rows: Rows, examined: Examined) -> dict[str, Any]:
    corpus = rows.corpus
    return {
        "format": "factcheck-release",
        "schema_version": SCHEMA_VERSION,
        "writers": {"factcheck": __version__, "pyarrow": pa.__version__},
        "dataset": unstructure(corpus.dataset),
        "annotators": [unstructure(annotator) for annotator in sorted(corpus.annotators, key=lambda one: one.id)],
        "records": dict(examined.report.counts),
        "configs": rows.counts,
        "exceptions": dict(examined.exceptions),
        "rules": [name for name in examined.report.rules if _needs_no_text(name)],
        "content_digest": rows.content_digest,
        "card": {"words": examined.card, "baselines": examined.baselines},
    }


def _needs_no_text(name: str) -> bool:
    return not isinstance(RULES[name].CHECK, OnText) and name not in NEED_TEXT
