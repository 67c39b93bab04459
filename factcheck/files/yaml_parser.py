"""YAML with the place of every value, in the part of YAML that says what it means.

PyYAML's C parser gives events with marks; the tree is built here, with a limit on depth. Plain scalars that match YAML 1.2's
JSON schema for null, bool, int or float are those; every other scalar is a string (``no`` and ``1:30`` too). Tags, anchors,
aliases, merge keys, repeated keys, keys that are no strings and second documents are flaws.
"""

import re
from collections.abc import Iterator
from typing import Any

import attrs
import yaml

from factcheck.files.parsed import MAX_DEPTH, Flaw, Mark, Marks, Parsed, number_flaw, sound_string
from factcheck.problems import Path

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_WORDS = {"null": None, "true": True, "false": False}


def parse_yaml(text: str) -> Parsed:
    """Parse one YAML document."""
    builder = _Builder()
    try:
        value = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _TooDeep as error:
        cure = f"at most {MAX_DEPTH} levels are read"
        return Parsed(flaws=(*builder.flaws, _flaw("nested too deeply", error.mark, cure)))
    except yaml.MarkedYAMLError as error:
        return Parsed(flaws=(*builder.flaws, _syntax_flaw(error)))
    except yaml.reader.ReaderError as error:
        return Parsed(flaws=(*builder.flaws, _character_flaw(text, error)))
    return Parsed(value=value, marks=builder.marks, flaws=tuple(builder.flaws))


class _TooDeep(Exception):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _flaw(message: str, mark: Mark, cure: str | None = None, rule: str = "unreadable") -> Flaw:
    return Flaw(rule=rule, message=message, mark=mark, cure=cure)


def _syntax_flaw(error: yaml.MarkedYAMLError) -> Flaw:
    said = " ".join(part for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    return _flaw(f"not YAML: {said}", _mark(mark) if mark else Mark(1, 1), "mind indentation, quotes and colons")


def _character_flaw(text: str, error: yaml.reader.ReaderError) -> Flaw:
    at = next((i for i, c in enumerate(text) if c == error.character or ord(c) == error.character), 0)
    before = text[:at]
    mark = Mark(before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
    return _flaw(f"character U+{ord(text[at]):04X} may not stand in YAML", mark, "take it out, or escape it in quotes")


@attrs.define
class _Builder:
    """Builds values from events and notes where each begins."""

    marks: dict[Path, Marks] = attrs.field(factory=dict)
    flaws: list[Flaw] = attrs.field(factory=list)

    def document(self, events: Iterator[Any]) -> Any:
        value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.flaws.append(_flaw("a second document in one file", _mark(event.start_mark), "use a list"))
                    return value
                value = self.value(events, next(events), (), None)
        return value

    def value(self, events: Iterator[Any], event: Any, path: Path, key: Mark | None) -> Any:
        mark = _mark(event.start_mark)
        self.marks[path] = Marks(mark, key)
        if isinstance(event, yaml.AliasEvent):
            self.flaws.append(_flaw(f"alias *{event.anchor}", mark, "write the value out"))
            return None
        self.refuse_decorations(event, mark)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, mark)
        if len(path) >= MAX_DEPTH:
            raise _TooDeep(mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        return self.mapping(events, path)

    def refuse_decorations(self, event: Any, mark: Mark) -> None:
        if event.anchor is not None:
            self.flaws.append(_flaw(f"anchor &{event.anchor}", mark, "take it out; write values out"))
        if event.tag is not None:
            self.flaws.append(_flaw(f"tag {event.tag}", mark, "take it out; quote what is a string"))

    def scalar(self, event: Any, mark: Mark) -> Any:
        written: str = event.value
        if event.style in (None, ""):
            if written in _WORDS:
                return _WORDS[written]
            if _NUMBER.fullmatch(written):
                flaw = number_flaw(written, mark)
                if flaw is None:
                    return int(written) if written.lstrip("-").isdigit() else float(written)
                self.flaws.append(flaw)
        return sound_string(written, mark, self.flaws)

    def sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(events, event, (*path, len(items)), None))
        return items

    def mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            mark = _mark(event.start_mark)
            key = self.key(events, event, path, mark)
            if key in members:
                first = self.marks[(*path, key)].key or mark
                message = f"key {key!r} stands twice; first in line {first.line}"
                self.flaws.append(_flaw(message, mark, "keep one of the two", rule="duplicate-key"))
                self.aside().value(events, next(events), path, mark)
            else:
                members[key] = self.value(events, next(events), (*path, key), mark)
        return members

    def key(self, events: Iterator[Any], event: Any, path: Path, mark: Mark) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.aside().value(events, event, path, None)
            self.flaws.append(_flaw("a key that is no string", mark, "use a plain word as the key"))
            return f"<key in line {mark.line}, column {mark.column}>"
        self.refuse_decorations(event, mark)
        if event.value == "<<" and event.style in (None, ""):
            self.flaws.append(_flaw("merge key <<", mark, "write the values out"))
        return sound_string(event.value, mark, self.flaws)

    def aside(self) -> "_Builder":
        """Return a builder for values that are dropped: it shares the flaws and keeps its marks to itself."""
        return _Builder(flaws=self.flaws)
