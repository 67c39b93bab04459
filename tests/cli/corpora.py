"""Copies of the example that tests may change: as it is, and with a leaflet whose words are withheld."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
LEAFLET = (LIGHTHOUSE / "texts" / "leaflet.txt").read_text("utf-8")


def copied(folder: Path) -> Path:
    """Return a copy of the example."""
    return Path(shutil.copytree(LIGHTHOUSE, folder / "corpus"))


def with_withheld_leaflet(folder: Path) -> tuple[Path, Path]:
    """Return a copy whose leaflet has an address and may not be passed on, and the folder where its text is kept."""
    corpus = copied(folder)
    record = corpus / "documents" / "skerra-leaflet.yaml"
    replaced(record, "rights: {redistribute: true, licence: CC0-1.0", "rights: {redistribute: false, licence: none")
    replaced(record, "publisher:", "url: https://example.org/leaflet\npublisher:")
    kept = folder / "kept"
    kept.mkdir()
    shutil.move(corpus / "texts" / "leaflet.txt", kept / "page.txt")
    return corpus, kept


def replaced(file: Path, old: str, new: str) -> None:
    """Replace the first place of some words in a file.

    Raises:
        ValueError: they do not stand in it.
    """
    before, there, after = file.read_text("utf-8").partition(old)
    if not there:
        raise ValueError(f"{file.name} must hold {old!r}")
    file.write_text(before + new + after, "utf-8", newline="\n")
