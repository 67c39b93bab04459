"""A folder takes the place of another so that a whole one is there at any instant."""

from pathlib import Path

import pytest

from factcheck.files import swapping
from factcheck.files.swapping import made_beside, previous, put_back, swap_in


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


def test_what_a_dead_run_wrote_is_swept_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    """Every build that is killed would leave a folder behind, or a second build pull the first one's from under it."""
    target = tmp_path / "dist"
    _folder(tmp_path / ".dist.building-dead", "half")
    _folder(tmp_path / ".dist2.building-dead", "of another target")

    with made_beside(target, "building") as one, made_beside(target, "building") as other:
        assert one.is_dir()
        assert {one, other, tmp_path / ".dist2.building-dead"} == set(tmp_path.iterdir())

    assert [tmp_path / ".dist2.building-dead"] == list(tmp_path.iterdir())


@pytest.mark.parametrize("can_exchange", [True, False])
def test_two_runs_at_one_target_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    """A release would be made of the files of two."""
    if not can_exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)
    target = tmp_path / "dist"

    with made_beside(target, "building") as one, made_beside(target, "building") as other:
        for made in (one, other):
            for name in ("a", "b"):
                (made / name).write_text(made.name, "utf-8")
        swap_in(one, target)
        swap_in(other, target)

    assert {other.name} == {file.read_text("utf-8") for file in target.iterdir()}
    assert [target] == list(tmp_path.iterdir())


def test_a_link_beside_a_target_is_not_followed(tmp_path: Path) -> None:
    """A link with the right name could have somebody's folder swept."""
    mine = _folder(tmp_path / "mine", "years of work")
    (tmp_path / ".dist.building-x").symlink_to(mine)

    with made_beside(tmp_path / "dist", "building"):
        assert "years of work" == (mine / "file").read_text("utf-8")

    assert "years of work" == (mine / "file").read_text("utf-8")
