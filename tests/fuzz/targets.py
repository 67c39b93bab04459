"""What a fuzzer calls with any bytes: each target reads them in one way, and asserts what must hold of whatever it reads."""

import math
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from factcheck.anchoring import anchor_at, find_words
from factcheck.checking import check
from factcheck.files.decoding import decode
from factcheck.files.json_parser import parse_json
from factcheck.files.parsed import Mark, Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.normalizing import normalize
from factcheck.reading import DATASET
from factcheck.relocating import relocate
from factcheck.rules import RULES
from factcheck.rules.rule import OnCorpus, OnRelease
from factcheck.text import Span, folded, normal_form, span_digest

_SOUND = b"""{"name": "x", "version": "0.1.0", "released": "2026-11-22", "schema_version": "0.1", "licence": "CC0-1.0",
"language": "en", "profile": "authored"}"""
_NAMES = (
    *(f"{kind}/a.{ending}" for kind in ("claims", "documents", "verdicts/ada") for ending in ("yaml", "jsonl")),
    *("references.jsonl", "annotators/ada.yaml", "adjudications/a.yaml", "texts/a.txt", DATASET),
)
_QUICK = [name for name, rule in RULES.items() if not isinstance(rule.CHECK, (OnCorpus, OnRelease))]
"""The rules that are asked without SQL: with it a fuzzer would do five runs a second."""


def read_yaml(data: bytes) -> None:
    """Every flaw and every value of a YAML file stands inside it."""
    text, flaws = decode(data)
    _stand_in(data.decode("utf-8", "replace"), [flaw.mark for flaw in flaws])
    if text is not None:
        _all_stand_in(text, parse_yaml(text))


def read_json(data: bytes) -> None:
    """Our positional reader and orjson agree on what they both read."""
    text, _ = decode(data)
    if text is None:
        return
    parsed = parse_json(text)
    # lines of JSON Lines end at line feeds alone
    _all_stand_in(text.replace("\r", " "), parsed)
    try:
        other = orjson.loads(text)
    except orjson.JSONDecodeError:
        assert parsed.flaws, text
        return
    assert parsed.flaws or _same(parsed.value, other), (parsed.value, other)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    return bool(one == other)


def check_files(data: bytes) -> None:
    """Whatever lies in the folder of a corpus, a check says so, at a place that is there."""
    number, content = data[:1] or b"\0", data[1:]
    name = _NAMES[number[0] % len(_NAMES)]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for file, written in {DATASET: _SOUND, name: content}.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(written)
        for problem in check(root, rules=_QUICK).problems:
            for place in problem.places:
                written = Path(place.file).read_bytes()
                text = (written.replace(b"\r", b" ") if place.file.endswith(".jsonl") else written).decode(
                    "utf-8", "replace"
                )
                _stand_in(text, [Mark(place.line, place.column)] if place.line and place.column else [])


def find_again(data: bytes) -> None:
    """Words that are found are those that were looked for, and an anchor holds, also where the text has moved on."""
    text, _, words = data.decode("utf-8", "ignore").partition("\n\n")
    assert normal_form(text) == normalize(text).text
    for span in find_words(text, words)[:3]:
        assert folded(span.of(text)) == folded(words)
        _holds(text, span)


def _holds(text: str, span: Span) -> None:
    anchor = anchor_at(text, span)
    (held,) = relocate(text, [anchor])
    (after,) = relocate("Before. " + text, [anchor])

    assert "held" == held.outcome
    for place in after.places if after.outcome != "similar" else ():
        assert anchor.digest == span_digest(place.of("Before. " + text))


def _all_stand_in(text: str, parsed: Parsed) -> None:
    _stand_in(text, [flaw.mark for flaw in parsed.flaws])
    _stand_in(text, [marks.value for marks in parsed.marks.values()])


def _stand_in(text: str, marks: Iterable[Mark]) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for mark in marks:
        assert 0 <= mark.line <= len(lines), (mark, text)
        assert mark.column <= len(lines[mark.line - 1]) + 1 + text.startswith("\ufeff"), (mark, text)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "yaml": read_yaml,
    "json": read_json,
    "check": check_files,
    "anchors": find_again,
}
"""By the name that ``make fuzz`` takes."""
