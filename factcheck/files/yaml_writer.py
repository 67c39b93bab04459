"""YAML out of plain values: block style, short flat parts on one line, long prose folded, and every string read back as it was.

PyYAML's emitter is fed events, as its parser feeds us. What any reader of YAML 1.1 or 1.2 could take for something other than
a string is quoted.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.resolver import Resolver

WIDTH = 100
"""The column after which a line is broken at its next space."""

_LONG, _PHRASE, _WORD, _LINE = 70, 40, 64, 160
_CORE_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0[ox][0-9a-fA-F]+|[-+]?\.inf|\.nan", re.IGNORECASE
)
_BROAD_WORDS = frozenset(("", "null", "true", "false", "~", "yes", "no", "on", "off", "<<", "="))
_SAFE = " -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe"
_UNSAFE = re.compile(f"[^{_SAFE}]")
_NOT_FOLDED = re.compile(rf"[^{_SAFE}]|^ | \Z|^\Z")
_NOT_LITERAL = re.compile(rf"[^\n{_SAFE}]|^[ \n]| \n|[ \n]\Z")


class _Emitter(yaml.Dumper):
    """PyYAML's emitter, with the items of a list set in from the key they stand under."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def write_yaml(value: Any) -> str:
    """Return the YAML of a plain value; mappings keep the order of their keys."""
    events = _document(value)
    written: str = yaml.emit(events, Dumper=_Emitter, width=WIDTH, allow_unicode=True)
    return written


def _document(value: Any) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(value, flow=False, root=True)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(value: Any, *, flow: bool, root: bool = False) -> Iterator[yaml.Event]:
    """Yield the events of a value; the root, and the items of a list that is the root, are never put on one line."""
    if isinstance(value, Mapping):
        flow = flow or (not root and _fits_on_a_line(value))
        yield yaml.MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
        for key, member in value.items():
            yield _scalar(key, flow=True)
            yield from _events(member, flow=flow)
        yield yaml.MappingEndEvent()
    elif isinstance(value, (list, tuple)):
        flow = flow or (not root and _fits_on_a_line(value))
        yield yaml.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
        for item in value:
            yield from _events(item, flow=flow, root=root and isinstance(item, Mapping))
        yield yaml.SequenceEndEvent()
    else:
        yield _scalar(value, flow=flow)


def _fits_on_a_line(value: Any) -> bool:
    length = _flow_length(value, may_map=True)
    return length is not None and length <= _LINE


def _flow_length(value: Any, *, may_map: bool) -> int | None:
    """Return how long a value is about to be on one line; None where it holds long words or one mapping in another."""
    if isinstance(value, Mapping):
        members = [_flow_length(member, may_map=False) for member in value.values()] if may_map else [None]
        keys = [_flow_length(key, may_map=False) for key in value]
        return _total([*keys, *members])
    if isinstance(value, (list, tuple)):
        return _total([_flow_length(item, may_map=False) for item in value])
    written = str(value)
    longest = _PHRASE if " " in written else _WORD
    return len(written) + 2 if len(written) <= longest and "\n" not in written else None


def _total(lengths: list[int | None]) -> int | None:
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else None


def _scalar(value: Any, *, flow: bool) -> yaml.ScalarEvent:
    if isinstance(value, str):
        style = _style(value, flow=flow)
        return yaml.ScalarEvent(anchor=None, tag=None, implicit=(style is None, True), value=value, style=style)
    return yaml.ScalarEvent(anchor=None, tag=None, implicit=(True, False), value=_written(value), style=None)


def _written(value: Any) -> str:
    """Write what is no string as JSON does; a float with an exponent gets the point that YAML 1.1 asks for."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        written = repr(value)
        return written.replace("e", ".0e") if "e" in written and "." not in written else written
    raise TypeError(f"no YAML for a {type(value).__name__} (got {value!r})")


def _style(text: str, *, flow: bool) -> str | None:
    """Return the style of a string: None for plain, which the emitter itself turns into quotes where plain cannot be."""
    if not flow and len(text) > _LONG and " " in text and not _NOT_FOLDED.search(text):
        return ">"
    if not flow and "\n" in text and not _NOT_LITERAL.search(text):
        return "|"
    if _UNSAFE.search(text) or _reads_as_something_else(text):
        return '"'
    return None


def _reads_as_something_else(text: str) -> bool:
    if text.lower() in _BROAD_WORDS or _CORE_NUMBER.fullmatch(text):
        return True
    patterns = Resolver.yaml_implicit_resolvers.get(text[0], ())
    return any(pattern.match(text) for _, pattern in patterns)
