from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents import VARIABLE, Texts, find_texts, text_folders
from factcheck.errors import UsageError
from factcheck.files.parsed import MAX_BYTES
from factcheck.text import bytes_digest

TEXT = "Skerra hat drei Häfen.\r\n"
DIGEST = bytes_digest(TEXT.encode())


def _write(file: Path, data: bytes = TEXT.encode()) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


@given(name=st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,3}(\.[a-z]{1,4})?", fullmatch=True), text=st.text("aé😀\r\n"))
def test_a_text_is_found_whatever_it_is_called(tmp_path_factory: pytest.TempPathFactory, name: str, text: str) -> None:
    """Breaks: a renamed or moved file leaves its anchors unchecked."""
    folder = tmp_path_factory.mktemp("texts")
    _write(folder / name, text.encode())
    digest = bytes_digest(text.encode())

    assert Texts({digest: text}, {}) == find_texts([folder], {"doc": digest}, {})


def test_a_file_named_for_a_document_with_other_words_is_told(tmp_path: Path) -> None:
    """Breaks: somebody checks against a newer version of a page and never learns of it."""
    file = _write(tmp_path / "deep" / "doc.txt", b"other words")

    assert Texts({}, {"doc": file}) == find_texts([tmp_path], {"doc": DIGEST}, {})


def test_the_right_words_win_over_a_file_named_for_the_document(tmp_path: Path) -> None:
    """Breaks: an old version beside the right one raises an alarm."""
    _write(tmp_path / "a" / "doc.txt", b"other words")
    _write(tmp_path / "b" / "anything.txt")

    assert Texts({DIGEST: TEXT}, {}) == find_texts([tmp_path], {"doc": DIGEST}, {})


def test_a_text_may_be_given_by_hand(tmp_path: Path) -> None:
    """Breaks: --text has no effect."""
    file = _write(tmp_path / "page.txt")

    assert Texts({DIGEST: TEXT}, {}) == find_texts([], {"doc": DIGEST}, {"doc": file})


def test_a_given_text_with_other_words_is_told(tmp_path: Path) -> None:
    """Breaks: the wrong file is given and nobody notices."""
    file = _write(tmp_path / "page.txt", b"other words")

    assert Texts({}, {"doc": file}) == find_texts([], {"doc": DIGEST}, {"doc": file})


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_bytes(b"\xff")])
def test_a_given_text_that_cannot_be_read_is_a_wrong_call(tmp_path: Path, make: Callable[[Path], object]) -> None:
    """Breaks: a typing error in --text ends in a traceback."""
    path = tmp_path / "page.txt"
    make(path)
    with pytest.raises(UsageError, match=r"the text at '.*page\.txt' (cannot be read|is not UTF-8)"):
        find_texts([], {"doc": DIGEST}, {"doc": path})


def test_bytes_that_are_no_text_are_not_found_even_by_their_digest(tmp_path: Path) -> None:
    """Breaks: a document whose digest was taken of a PDF ends the check."""
    _write(tmp_path / "a.pdf", b"\xff\xfe")

    assert Texts({}, {}) == find_texts([tmp_path], {"doc": bytes_digest(b"\xff\xfe")}, {})


def test_big_files_and_loops_of_links_are_passed_over(tmp_path: Path) -> None:
    """Breaks: a video among the texts, or a link to its own folder, costs minutes."""
    with _write(tmp_path / "film.txt", b"").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere.txt").symlink_to("nowhere.txt")
    _write(tmp_path / "page.txt")

    assert Texts({DIGEST: TEXT}, {}) == find_texts([tmp_path], {"doc": DIGEST}, {})


def test_folders_are_those_named_and_those_of_the_environment(tmp_path: Path) -> None:
    """Breaks: FACTCHECK_DOCUMENTS is forgotten as soon as --documents is said."""
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()

    assert tuple(folders) == text_folders(folders[:1], {VARIABLE: f"{folders[1]}:{folders[2]}:"})
    assert () == text_folders([], {})


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    """Breaks: a typing error leaves every anchor unchecked without a word."""
    with pytest.raises(UsageError, match=rf"no folder of texts at '.*nowhere' \(named by --documents or {VARIABLE}\)"):
        text_folders([], {VARIABLE: str(tmp_path / "nowhere")})
