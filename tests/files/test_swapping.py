"""A folder takes the place of another so that a whole one is there at any instant."""

from pathlib import Path

import pytest

from factcheck.files import swapping
from factcheck.files.swapping import previous, put_back, swap_in


def _folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "file").write_text(word, "utf-8")
    return path


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_folder_stands_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    """The old release would stay behind under another name, on systems that can exchange names and on those that cannot."""
    if not can_exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)
    old, new = _folder(tmp_path / "old", "old"), _folder(tmp_path / "new", "new")

    swap_in(new, old)

    assert "new" == (old / "file").read_text("utf-8")
    assert [old] == list(tmp_path.iterdir())


def test_put_back_restores_the_old_folder_where_no_new_one_stands(tmp_path: Path) -> None:
    """A run that died after moving the old release aside would have lost it."""
    target = tmp_path / "dist"
    _folder(previous(target), "old")

    put_back(target)

    assert "old" == (target / "file").read_text("utf-8")
    assert not previous(target).exists()


def test_put_back_keeps_the_new_folder_where_it_stands(tmp_path: Path) -> None:
    """A run that died just before its end would have its work undone."""
    target = _folder(tmp_path / "dist", "new")
    _folder(previous(target), "old")

    put_back(target)

    assert "new" == (target / "file").read_text("utf-8")
    assert not previous(target).exists()
