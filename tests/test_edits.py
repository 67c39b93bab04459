"""Any one character changed in an anchor, label, id or key is told, where it was changed or where it is named."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from factcheck import check
from factcheck.files.parsed import Mark, Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import Problem

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
ANCHOR = {"start", "end", "digest", "fragment", "quote", "sha256", "length"}
NAMES = {"id", "claim", "annotator", "document", "reference", "attributed_to", "topics", "rests_on"}
BY_ID = {"stances", "considered", "topics"}

VALID_ALL_THE_SAME = {"label", "topic"}
"""What one character can turn into another valid corpus; see the test for how often."""


@attrs.frozen(kw_only=True)
class Spot:
    """A key or value that an edit may change: its file, its place, what it is, and its text."""

    file: str
    mark: Mark
    sort: str
    text: str


def _spots() -> list[Spot]:
    return [
        spot
        for path in sorted(LIGHTHOUSE.rglob("*.yaml"))
        for spot in _of_file(path.relative_to(LIGHTHOUSE).as_posix(), parse_yaml(path.read_text("utf-8")))
    ]


def _of_file(file: str, parsed: Parsed) -> Iterator[Spot]:
    for path, marks in parsed.marks.items():
        words = [step for step in path if isinstance(step, str)]
        if not words:
            continue
        value = _at(parsed.value, path)
        if marks.key is not None and isinstance(path[-1], str):
            is_id = len(words) > 1 and words[-2] in BY_ID
            yield Spot(file=file, mark=marks.key, sort=_key_sort(words) if is_id else "key", text=path[-1])
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            sort = _value_sort(words)
            if sort and "\n" not in str(value):
                yield Spot(file=file, mark=marks.value, sort=sort, text=str(value))


def _key_sort(words: list[str]) -> str:
    return "topic" if words[-2] == "topics" else "id"


def _value_sort(words: list[str]) -> str | None:
    if words[0] == "rules":
        return None
    if words[-1] == "label":
        return "label"
    if words[-1] in ANCHOR:
        return "anchor"
    if words[-1] == "topics":
        return "topic"
    return "id" if words[-1] in NAMES else None


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _shown(spot: Spot) -> str:
    """Return as much of a spot's text as stands in its first line as it is; nothing of a folded text."""
    line = (LIGHTHOUSE / spot.file).read_text("utf-8").split("\n")[spot.mark.line - 1][spot.mark.column - 1 :]
    common = 0
    line = line[1:] if line[:1] in "\"'" else line
    while common < min(len(line), len(spot.text)) and line[common] == spot.text[common]:
        common += 1
    return spot.text[:common]


SPOTS = [spot for spot in _spots() if _shown(spot)]


def _edited(spot: Spot, at: int, character: str) -> tuple[str, str]:
    """Return the file's text with one character of a spot changed, and the word as it now is."""
    lines = (LIGHTHOUSE / spot.file).read_text("utf-8").split("\n")
    line = lines[spot.mark.line - 1]
    start = spot.mark.column - 1
    start += line[start] in "\"'"
    assert line[start : start + 1] == spot.text[0], (spot, line)
    lines[spot.mark.line - 1] = line[: start + at] + character + line[start + at + 1 :]
    return "\n".join(lines), spot.text[:at] + character + spot.text[at + 1 :]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example that each edit puts back."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path_factory.mktemp("edits") / "lighthouse"))


@given(spot=st.sampled_from(SPOTS), data=st.data())
def test_an_edit_is_told_where_it_was_made_or_where_it_is_named(folder: Path, spot: Spot, data: st.DataObject) -> None:
    """A slip of the finger would go into the release."""
    length = len(_shown(spot))
    at = data.draw(st.integers(0, length - 1), label="at")
    character = data.draw(st.sampled_from([c for c in "abxyz0189-" if c != spot.text[at]]), label="character")
    text, word = _edited(spot, at, character)

    problems = _problems_after(folder, spot, text)

    if not problems:
        event(f"valid all the same: {spot.sort}")
    assert _told(problems, spot, word) or (not problems and spot.sort in VALID_ALL_THE_SAME)


def _problems_after(folder: Path, spot: Spot, text: str) -> tuple[Problem, ...]:
    file = folder / spot.file
    before = file.read_bytes()
    file.write_text(text, "utf-8", newline="")
    try:
        return check(folder).problems
    finally:
        file.write_bytes(before)


def _told(problems: tuple[Problem, ...], spot: Spot, word: str) -> bool:
    """Tell whether a problem stands in the line that was changed, or names the word as it was or is."""
    return any(
        any(place.file.endswith(spot.file) and place.line == spot.mark.line for place in problem.places)
        or spot.text in problem.message
        or word in problem.message
        for problem in problems
    )


def test_every_sort_of_spot_is_drawn_from() -> None:
    """The property above would say nothing of a sort that the example does not have."""
    assert {"anchor", "id", "key", "label", "topic"} == set(Counter(spot.sort for spot in SPOTS))
