import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.whole import write_whole


@given(old=st.none() | st.binary(), new=st.binary())
def test_what_was_written_is_there(tmp_path_factory: pytest.TempPathFactory, old: bytes | None, new: bytes) -> None:
    """Breaks: a file holds a mixture of old and new."""
    file = tmp_path_factory.mktemp("whole") / "new" / "folder" / "a.yaml"
    if old is not None:
        file.parent.mkdir(parents=True)
        file.write_bytes(old)
    write_whole(file, new)

    assert new == file.read_bytes()
    assert [file] == list(file.parent.iterdir())


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    """Breaks: a private file becomes readable for all, or the other way about."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(mode)
    write_whole(file, b"new")

    assert mode == file.stat().st_mode & 0o777


def test_a_new_file_is_readable_for_others(tmp_path: Path) -> None:
    """Breaks: a release that was built on a server cannot be served."""
    write_whole(tmp_path / "a.yaml", b"new")

    assert 0o644 == (tmp_path / "a.yaml").stat().st_mode & 0o777


def test_what_cannot_be_written_leaves_the_old_and_no_rest(tmp_path: Path) -> None:
    """Breaks: a full disk costs the file that stood there, or litters its folder."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "folder", b"new")

    assert [tmp_path / "folder"] == list(tmp_path.iterdir())


def test_a_failure_at_the_last_step_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Breaks: a crash while a file is written costs both the old and the new."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def fail(source: str, target: Path) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        write_whole(file, b"new")

    assert b"old" == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())
