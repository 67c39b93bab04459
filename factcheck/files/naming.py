"""File names for ids: a slug is its own name, every other id is escaped so that no two share a name on any file system."""

import re
from urllib.parse import quote

from factcheck.text import bytes_digest

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
_LONGEST = 150
_DEVICES = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")


def file_name(name: str) -> str:
    """Return the name, without ending, of the file or folder of a record with this id.

    What is no lower-case letter, digit, hyphen or underscore is percent-encoded, capitals too, since some file systems do not
    tell them from small letters, and the first letter of what Windows takes for a device. A name that grows too long ends in its
    digest instead.
    """
    escaped = "".join(character if character in _PLAIN else _escaped(character) for character in name)
    if _DEVICES.fullmatch(escaped):
        return f"%{ord(escaped[0]):02X}{escaped[1:]}"
    if len(escaped) <= _LONGEST:
        return escaped
    return f"{escaped[: _LONGEST - 65]}%{bytes_digest(name.encode())}"


def _escaped(character: str) -> str:
    encoded = quote(character, safe="")
    return encoded if encoded.startswith("%") else f"%{ord(character):02X}"
