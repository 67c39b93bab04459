"""The reference dataset keeps its promises."""

import re
from pathlib import Path

import pytest

from factcheck import check, load
from tests import needs

DATA = Path(__file__).parents[1] / "data"
WORD = re.compile(r"[a-z0-9]+")


def test_every_anchor_is_verified_against_the_texts() -> None:
    """An anchor would point at other words than those the claim was read from."""
    report = check(DATA, documents=[needs.documents()])

    assert 0 == report.anchors["unseen"]
    anchors = sum(part.anchor is not None for claim in load(DATA).claims for part in claim.appearances)
    assert anchors == report.anchors["verified"]


def test_the_data_is_clean_without_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever clones the project would meet errors that only the texts explain."""
    monkeypatch.delenv("FACTCHECK_DOCUMENTS", raising=False)

    assert () == check(DATA).errors


def test_all_five_documents_have_a_manifest_that_fits_their_text() -> None:
    """A document could not be found by its digest."""
    texts = {path.name: path.read_bytes().decode("utf-8") for path in needs.documents().glob("*.txt")}

    lengths = sorted(document.length or 0 for document in load(DATA).documents)

    assert sorted(len(text) for text in texts.values()) == lengths


def test_every_claim_stands_in_the_test_split() -> None:
    """Claims of pages that share a subject would leak from one split into another."""
    assert {"test"} == {claim.split for claim in load(DATA).claims}


def test_no_run_of_eight_words_of_a_text_is_in_the_tree() -> None:
    """The project would copy words that belong to others."""
    runs: set[tuple[str, ...]] = set()
    for path in needs.documents().glob("*.txt"):
        runs |= _runs(path.read_text("utf-8"))
    root = DATA.parent
    files = [
        path for folder in ("data", "docs", "factcheck", "examples", "tests") for path in (root / folder).rglob("*")
    ]

    copied = {
        path.relative_to(root).as_posix()
        for path in files
        if path.is_file() and path.suffix in (".yaml", ".md", ".py", ".jsonl", ".txt") and _runs(_prose(path)) & runs
    }

    assert set() == copied


def _prose(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.parent in (DATA / "documents", DATA / "references"):  # titles and addresses are facts, not copies
        return "\n".join(line for line in text.splitlines() if not line.startswith(("title:", "url:", "URL:")))
    return text


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.lower().replace("\u2019", ""))
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}
