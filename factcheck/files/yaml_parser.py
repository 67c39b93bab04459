"""YAML with the place of every value, in the part of YAML that says what it means.

PyYAML's C parser gives events with marks; the tree is built here, with a limit on depth. Plain scalars that match YAML 1.2's
JSON schema for null, bool, int or float are those; every other scalar is a string (``no`` and ``1:30`` too). Tags, anchors,
aliases, merge keys, repeated keys, keys that are no strings and second documents are flaws. So are the three characters that
break lines in YAML 1.1, which libyaml reads, and not in YAML 1.2: two readers would see two texts.
"""

import re
from collections.abc import Iterator
from typing import Any

import attrs
import yaml

from factcheck.files.parsed import MAX_DEPTH, Flaw, Mark, Marks, Parsed, number_flaw, sound_string
from factcheck.problems import Path
from factcheck.text import LineIndex

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_WORDS = {"null": None, "true": True, "false": False}
_OLD_BREAK = re.compile("[\x85\u2028\u2029]")


def parse_yaml(text: str) -> Parsed:
    """Parse one YAML document."""
    lines = LineIndex(text)
    builder = _Builder(lines, flaws=list(_divided_flaws(text, lines)))
    try:
        # libyaml swallows one byte order mark without counting it; given ours, it counts all that is the text's
        value = builder.document(yaml.parse("\ufeff" + text, Loader=yaml.CSafeLoader))
    except _TooDeep as error:
        return _unread(builder, _flaw("nested too deeply", error.mark, f"at most {MAX_DEPTH} levels are read"))
    except yaml.MarkedYAMLError as error:
        return _unread(builder, _syntax_flaw(lines, error))
    except yaml.reader.ReaderError as error:
        return _unread(builder, _character_flaw(text, lines, error))
    return Parsed(value=value, marks=builder.marks, flaws=_in_order(builder.flaws))


def _unread(builder: "_Builder", flaw: Flaw) -> Parsed:
    return Parsed(flaws=_in_order([*builder.flaws, flaw]))


def _in_order(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    return tuple(sorted(flaws, key=lambda flaw: (flaw.mark.line, flaw.mark.column)))


class _TooDeep(Exception):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


def _mark(lines: LineIndex, mark: Any) -> Mark:
    """Return a mark as editors count: libyaml's own lines end at more characters than theirs."""
    return Mark(*lines.place(mark.index))


def _flaw(message: str, mark: Mark, cure: str | None = None, rule: str = "unreadable") -> Flaw:
    return Flaw(rule=rule, message=message, mark=mark, cure=cure)


def _syntax_flaw(lines: LineIndex, error: yaml.MarkedYAMLError) -> Flaw:
    said = " ".join(part for part in (error.context, error.problem) if part)
    # what was opened and never closed is told where it was opened, not at the end of the file
    is_unclosed = "end of stream" in str(error.problem) and error.context_mark is not None
    mark = error.context_mark if is_unclosed else error.problem_mark or error.context_mark
    return _flaw(f"not YAML: {said}", _mark(lines, mark) if mark else Mark(1, 1), "mind indentation, quotes and colons")


def _character_flaw(text: str, lines: LineIndex, error: yaml.reader.ReaderError) -> Flaw:
    at = next((i for i, c in enumerate(text) if c == error.character or ord(c) == error.character), 0)
    message = f"character U+{ord(text[at]):04X} may not stand in YAML"
    return _flaw(message, Mark(*lines.place(at)), "take it out, or escape it in quotes")


def _divided_flaws(text: str, lines: LineIndex) -> Iterator[Flaw]:
    """Yield a flaw for each character on which readers of YAML are divided."""
    if text.startswith("\ufeff"):
        yield _flaw("a byte order mark at the start of the text", Mark(1, 1), "save the file as UTF-8 without one")
    for found in _OLD_BREAK.finditer(text):
        message = f"character U+{ord(found[0]):04X} breaks the line for some readers of YAML and not for others"
        mark = Mark(*lines.place(found.start()))
        yield _flaw(message, mark, "take it out, or escape it in double quotes: \\N, \\L or \\P")


@attrs.define
class _Builder:
    """Builds values from events and notes where each begins."""

    lines: LineIndex
    marks: dict[Path, Marks] = attrs.field(factory=dict)
    flaws: list[Flaw] = attrs.field(factory=list)

    def document(self, events: Iterator[Any]) -> Any:
        value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.flaws.append(
                        _flaw("a second document in one file", _mark(self.lines, event.start_mark), "use a list")
                    )
                    return value
                value = self.value(events, next(events), (), None)
        return value

    def value(self, events: Iterator[Any], event: Any, path: Path, key: Mark | None) -> Any:
        mark = _mark(self.lines, event.start_mark)
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
            mark = _mark(self.lines, event.start_mark)
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
            # a step deeper, so that keys inside keys come to an end too
            self.aside().value(events, event, (*path, 0), None)
            self.flaws.append(_flaw("a key that is no string", mark, "use a plain word as the key"))
            return f"<key in line {mark.line}, column {mark.column}>"
        self.refuse_decorations(event, mark)
        if event.value == "<<" and event.style in (None, ""):
            self.flaws.append(_flaw("merge key <<", mark, "write the values out"))
        return sound_string(event.value, mark, self.flaws)

    def aside(self) -> "_Builder":
        """Return a builder for values that are dropped: it shares the flaws and keeps its marks to itself."""
        return _Builder(self.lines, flaws=self.flaws)
