import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.decoding import decode


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_without_a_mark_is_read_as_it_is(text: str) -> None:
    """Breaks: a text differs from its bytes, and every offset behind the difference is wrong."""
    assert (text, ()) == decode(text.encode())


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_a_byte_order_mark_is_a_flaw_and_no_part_of_the_text(text: str) -> None:
    """Breaks: the first key of a file has an unseen character before it."""
    read, flaws = decode(b"\xef\xbb\xbf" + text.encode())

    assert text == read
    assert [("unreadable", 1, 1)] == [(flaw.rule, flaw.mark.line, flaw.mark.column) for flaw in flaws]


@given(
    data=st.binary()
    | st.lists(st.sampled_from([b"\xff", b"\0", b"\n", b"\r", b"\xc3\xa9", b"a", b"\xef\xbb\xbf"])).map(b"".join)
)
def test_no_bytes_break_the_decoder(data: bytes) -> None:
    """Breaks: a picture among the records ends the check."""
    text, flaws = decode(data)
    lines = re.split("\r\n|\r|\n", data.decode("utf-8", "replace"))

    assert (text is None) == any(not flaw.message.startswith("a byte order mark") for flaw in flaws)
    for flaw in flaws:
        assert 1 <= flaw.mark.line <= len(lines)
        assert 1 <= flaw.mark.column <= len(lines[flaw.mark.line - 1]) + 1


@given(
    before=st.text(st.sampled_from("aé😀\n")),
    after=st.binary(),
    wrong=st.sampled_from([b"\xff", b"\xc0", b"\xed\xa0\x80"]),
)
def test_the_first_byte_that_is_not_utf_8_is_shown(before: str, after: bytes, wrong: bytes) -> None:
    """Breaks: the author searches a long file for one byte."""
    _, (flaw,) = decode(before.encode() + wrong + after)
    lines = before.split("\n")

    assert (len(lines), len(lines[-1]) + 1) == (flaw.mark.line, flaw.mark.column)
    assert f"0x{wrong[0]:02x}" in flaw.message


@pytest.mark.parametrize("data", [b"\xff\xfea\0", b"a\0b", "a".encode("utf-16"), b"\xef\xbb\xbf\0"])
def test_nul_and_other_encodings_are_refused_with_a_cure(data: bytes) -> None:
    """Breaks: a file saved as UTF-16 is read as nonsense."""
    text, flaws = decode(data)

    assert text is None
    assert all(flaw.cure for flaw in flaws)
