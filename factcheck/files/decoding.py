"""From bytes to text: UTF-8 without a byte order mark, without NUL."""

from factcheck.files.parsed import Flaw, Mark
from factcheck.text import LineIndex

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes) -> tuple[str | None, tuple[Flaw, ...]]:
    """Return the text of a file, or None and what forbids to read it.

    A byte order mark is a flaw that does not stop the reading.
    """
    flaws: tuple[Flaw, ...] = ()
    if data.startswith(_BOM):
        cure = "save the file as UTF-8 without one"
        flaws = (Flaw(rule="unreadable", message="a byte order mark at the start", mark=Mark(1, 1), cure=cure),)
        data = data[len(_BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{data[error.start]:02x} cannot stand here"
        mark = _mark_of_byte(data, error.start)
        return None, (*flaws, Flaw(rule="unreadable", message=message, mark=mark, cure="save the file as UTF-8"))
    if "\0" in text:
        mark = _mark_of_byte(data, data.index(b"\0"))
        return None, (*flaws, Flaw(rule="unreadable", message="a NUL character", mark=mark, cure="take it out"))
    return text, flaws


def _mark_of_byte(data: bytes, at: int) -> Mark:
    before = data[:at].decode("utf-8", "replace")
    return Mark(*LineIndex(before).place(len(before)))
