"""JSON that may be printed: its strings hold nothing that steers a terminal or turns the direction of writing."""

import json
import re
from typing import Any

import orjson

_UNCOMMON = re.compile("[^\0-\x7e]")


def json_text(value: Any) -> str:
    """Return plain data as JSON, indented; what could steer a terminal is escaped, so that readers get the same strings."""
    return _UNCOMMON.sub(_written, orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())


def _written(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1].replace("\x7f", "\\u007f")


def encodable(text: str) -> str:
    """Return text that UTF-8 can hold: the bytes of a file name that are no UTF-8 are written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
