"""A release back into records: the corpus less what is withheld."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pyarrow.parquet as pq

from factcheck.checking import load
from factcheck.errors import UsageError
from factcheck.records.claim import Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document, Passage
from factcheck.records.reference import Reference
from factcheck.records.verdict import Adjudication, Verdict
from factcheck.shaping import corpus_of
from factcheck.tables.arrow import plain_from_cells
from factcheck.tables.configs import UNSPLIT

MANIFEST = "release.json"


def load_release(path: Path | str) -> Corpus:
    """Load the records of a release.

    Raises:
        UsageError: there is no release at ``path``.
    """
    folder = Path(path)
    manifest = read_manifest(folder)
    if manifest is None:
        is_corpus = (folder / "dataset.yaml").is_file()
        hint = "; this is a corpus: factcheck.load reads it" if is_corpus else ""
        raise UsageError(f"no release at {str(folder)!r}: a release has a {MANIFEST}{hint}")
    return corpus_of(
        {
            "dataset": manifest["dataset"],
            "documents": _documents(folder),
            "references": [plain_from_cells(Reference, row) for _, row in _rows(folder, "references")],
            "annotators": manifest["annotators"],
            "claims": [_claim(split, row) for split, row in _rows(folder, "claims")],
            "verdicts": _judged(folder, "verdict", Verdict),
            "adjudications": _judged(folder, "adjudication", Adjudication),
        }
    )


def load_either(path: Path) -> Corpus:
    """Load the records of a corpus, or of a release.

    Raises:
        UsageError: there is neither at ``path``.
        InvalidCorpus: a corpus has files or records that are not sound.
    """
    if not path.is_dir():
        raise UsageError(f"neither a corpus nor a release at {str(path)!r}: there is no such folder")
    return load(path) if read_manifest(path) is None else load_release(path)


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return what ``release.json`` says, or None where the folder is no release."""
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    return manifest if isinstance(manifest, dict) and manifest.get("format") == "factcheck-release" else None


def _rows(folder: Path, config: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted((folder / config).glob("*.parquet")):
        split = file.name.rsplit("-", 3)[0]
        for row in pq.read_table(file).to_pylist():
            yield split, row


def _claim(split: str, row: dict[str, Any]) -> dict[str, Any]:
    evidence = [plain_from_cells(Evidence, _as_given(item)) for item in row["evidence"]]
    plain = plain_from_cells(Claim, {**row, "evidence": None})
    return {
        **plain,
        **({"split": split} if split != UNSPLIT else {}),
        **({"evidence": evidence} if evidence else {}),
    }


def _as_given(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "id": item["given_id"], "stance_name": item["given_stance"]}


def _documents(folder: Path) -> list[dict[str, Any]]:
    passages: dict[str, list[dict[str, Any]]] = {}
    for _, row in _rows(folder, "passages"):
        passages.setdefault(row["document"], []).append(plain_from_cells(Passage, row))
    plains = [plain_from_cells(Document, row) for _, row in _rows(folder, "documents")]
    return [{**plain, **({"passages": passages[plain["id"]]} if plain["id"] in passages else {})} for plain in plains]


def _judged(folder: Path, role: str, record: type[Verdict] | type[Adjudication]) -> list[dict[str, Any]]:
    return [plain_from_cells(record, row) for _, row in _rows(folder, "verdicts") if row["role"] == role]
