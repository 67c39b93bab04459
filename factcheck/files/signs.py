"""What the bytes of a file show before anybody parses it: size, digest, byte order mark, line breaks."""

import codecs
import hashlib
from pathlib import Path

import attrs

_BLOCK = 1024 * 1024


@attrs.frozen(kw_only=True)
class FileSigns:
    """What the bytes of a file show.

    Args:
        name: its name, without folders.
        size: its bytes.
        sha256: their digest.
        has_mark: whether it begins with a byte order mark.
        line_feeds: how many lines end with a line feed alone.
        carriage_returns: how many end with carriage return and line feed.
        is_utf8: whether it is UTF-8 throughout.
    """

    name: str
    size: int
    sha256: str
    has_mark: bool
    line_feeds: int
    carriage_returns: int
    is_utf8: bool


def signs_of(path: Path) -> FileSigns:
    """Look through a file, a block at a time."""
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = feeds = returns = 0
    is_utf8, last = True, b""
    with path.open("rb") as file:
        has_mark = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
        file.seek(0)
        while block := file.read(_BLOCK):
            size += len(block)
            digest.update(block)
            feeds += block.count(b"\n")
            returns += (last + block).count(b"\r\n")
            last = block[-1:] if block.endswith(b"\r") else b""
            is_utf8 = is_utf8 and _decodes(decoder, block)
    is_utf8 = is_utf8 and _decodes(decoder, b"", final=True)
    return FileSigns(
        name=path.name,
        size=size,
        sha256=digest.hexdigest(),
        has_mark=has_mark,
        line_feeds=feeds - returns,
        carriage_returns=returns,
        is_utf8=is_utf8,
    )


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True
