"""One character of a corpus changes: the message stands at that character's file, line and column, and names the right word."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Problem, check
from factcheck.files.parsed import Mark, Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import Path as Way

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
FILES = sorted(file.relative_to(LIGHTHOUSE).as_posix() for file in LIGHTHOUSE.rglob("*.yaml"))
CLAIMS, ADA, BEN = "claims/skerra-leaflet.yaml", "verdicts/ada/skerra-leaflet.yaml", "verdicts/ben/skerra-leaflet.yaml"
CLEO, LEAFLET, CENSUS = (
    "adjudications/cleo/skerra-leaflet.yaml",
    "documents/skerra-leaflet.yaml",
    "references/skerra-2021-census.yaml",
)
QUICK = settings(max_examples=max(10, settings().max_examples // 4))

NAMED_BY_AUTHORS = {"stances", "considered", "topics", "extra", "rules"}
"""Mappings whose keys are ids, not fields."""
WORDS = {"label", "certainty", "kind", "status", "design", "profile", "policy"}
NAMES = {"claim", "annotator", "document", "reference", "attributed_to"}


@pytest.fixture
def lighthouse(tmp_path: Path) -> Path:
    """A copy of the example to break."""
    return shutil.copytree(LIGHTHOUSE, tmp_path / "lighthouse")


def _told(corpus: Path, rule: str) -> list[tuple[str, int, int, str, str, str | None]]:
    """Return file, line, column, path, message and cure of every problem of a rule."""
    return [
        (Path(at.file).relative_to(corpus).as_posix(), at.line, at.column, at.path, problem.message, problem.cure)
        for problem in check(corpus).problems
        if problem.rule == rule
        for at in [problem.place]
    ]


def _swap(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_example_has_no_problem() -> None:
    """Breaks: every other test here, which would see problems that it did not make."""
    assert () == check(LIGHTHOUSE).problems


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column", "path", "said", "cure"),
    [
        (
            ADA,
            "label: supported",
            "label: suported",
            4,
            10,
            "label",
            "'label' must be one of",
            "did you mean 'supported'?",
        ),
        (
            ADA,
            "almanac: supports}",
            "almanac: support}",
            8,
            29,
            "stances.skerra-almanac",
            "'skerra-almanac' must be",
            "did you mean 'supports'?",
        ),
        (CLAIMS, "family:", "famly:", 8, 3, "famly", "unknown key 'famly' in a claim", "did you mean 'family'?"),
        (CLAIMS, "kind: history", "kind: histroy", 5, 9, "kind", "'kind' must be one of", "did you mean 'history'?"),
        (
            CLAIMS,
            "start: 21",
            "strat: 21",
            12,
            9,
            "appearances[0].anchor.strat",
            "unknown key 'strat'",
            "did you mean 'start'?",
        ),
        (
            CLAIMS,
            "start: 21",
            "start: -1",
            12,
            16,
            "appearances[0].anchor.start",
            "'start' must be a whole number",
            None,
        ),
        (
            CLAIMS,
            "digest: bab4",
            "digest: gab4",
            14,
            17,
            "appearances[0].anchor.digest",
            "'digest' must be a SHA-256",
            None,
        ),
        (
            LEAFLET,
            "{start: 21, end: 71, kind: sentence,",
            "{start: 21, end: 71, kind: sentense,",
            16,
            32,
            "passages[1].kind",
            "'kind' must be one of",
            "did you mean 'sentence'?",
        ),
        (CENSUS, "n: 212", 'n: "212"', 11, 4, "n", "'n' must be a whole number (got '212')", "take the quotes away"),
        (
            CENSUS,
            "[[2021]]",
            "[[2o21]]",
            5,
            24,
            "issued.date-parts[0][0]",
            "item 1 of 'date-parts' must be a whole number",
            None,
        ),
        (ADA, "date: 2026-11-20", "date: 2026-1-20", 7, 9, "date", "'date' must be a date", None),
    ],
)
def test_a_slip_in_a_record_is_shown_where_it_was_made(
    lighthouse: Path, *, file: str, old: str, new: str, line: int, column: int, path: str, said: str, cure: str | None
) -> None:
    """Breaks: an author is told that something is wrong, and not where."""
    _swap(lighthouse / file, old, new)
    (told,) = [told for told in _told(lighthouse, "schema-violation") if said in told[4]]

    assert (file, line, column, path) == told[:4]
    assert cure is None or cure == told[5]


@pytest.mark.parametrize(
    ("file", "old", "new", "places", "nearest"),
    [
        (
            ADA,
            "claim: skerra-light-since-1871",
            "claim: skerra-light-since-1872",
            [(ADA, 2, 10, "claim")],
            "skerra-light-since-1871",
        ),
        (
            CLAIMS,
            "id: skerra-light-since-1871",
            "id: skerra-light-since-1872",
            [(ADA, 2, 10, "claim"), (BEN, 2, 10, "claim")],
            "skerra-light-since-1872",
        ),
        (
            CLAIMS,
            "document: skerra-leaflet",
            "document: skerra-leaflt",
            [(CLAIMS, 10, 17, "appearances[0].document")],
            "skerra-leaflet",
        ),
        (
            CLAIMS,
            "document: skerra-almanac",
            "document: skera-almanac",
            [(CLAIMS, 25, 17, "evidence[0].document")],
            "skerra-almanac",
        ),
        (
            CLAIMS,
            "attributed_to: skerra-2021-census",
            "attributed_to: skerra-2012-census",
            [(CLAIMS, 170, 18, "attributed_to")],
            "skerra-2021-census",
        ),
        (ADA, "annotator: ada", "annotator: adda", [(ADA, 3, 14, "annotator")], "ada"),
        (CLEO, "    ben:", "    benn:", [(CLEO, 7, 5, "considered.benn")], "ben"),
    ],
)
def test_a_name_that_leads_nowhere_is_shown_with_the_nearest(
    lighthouse: Path, *, file: str, old: str, new: str, places: list[tuple[str, int, int, str]], nearest: str
) -> None:
    """Breaks: one letter too many in an id costs a search through the whole corpus."""
    _swap(lighthouse / file, old, new)
    told = _told(lighthouse, "dangling-id")

    assert places == [problem[:4] for problem in told]
    assert all((cure or "").startswith(f"did you mean {nearest!r}?") for *_, cure in told)


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (ADA, "{skerra-almanac: supports}", "{skera-almanac: supports}", (ADA, 8, 13, "stances.skera-almanac")),
        (ADA, "rests_on: [[skerra-almanac]]", "rests_on: [[skera-almanac]]", (ADA, 9, 15, "rests_on[0][0]")),
    ],
)
def test_evidence_that_the_claim_does_not_have_is_shown_with_the_nearest(
    lighthouse: Path, file: str, old: str, new: str, place: tuple[str, int, int, str]
) -> None:
    """Breaks: a verdict rests on nothing because of one letter."""
    _swap(lighthouse / file, old, new)
    (told,) = _told(lighthouse, "unknown-evidence")

    assert place == told[:4]
    assert (told[5] or "").startswith("did you mean 'skerra-almanac'?")


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("start: 21", "start: 22", "anchor-digest-mismatch", (14, 17, "appearances[0].anchor.digest")),
        ("end: 69", "end: 68", "anchor-digest-mismatch", (14, 17, "appearances[0].anchor.digest")),
        ("digest: bab4", "digest: bab5", "anchor-digest-mismatch", (14, 17, "appearances[0].anchor.digest")),
        ("end: 69", "end: 9999", "anchor-out-of-bounds", (13, 14, "appearances[0].anchor.end")),
        ("end: 69", "end: 6", "anchor-out-of-bounds", (13, 14, "appearances[0].anchor.end")),
        ("start: 84", "start: 85", "anchor-digest-mismatch", (30, 17, "evidence[0].anchor.digest")),
    ],
)
def test_an_anchor_that_slipped_is_shown_where_it_stands(
    lighthouse: Path, old: str, new: str, rule: str, place: tuple[int, int, str]
) -> None:
    """Breaks: an anchor points at other words, and nobody knows which anchor."""
    _swap(lighthouse / CLAIMS, old, new)
    (told,) = _told(lighthouse, rule)

    assert (CLAIMS, *place) == told[:4]
    assert told[5]


def test_places_hold_in_json_lines_too(lighthouse: Path) -> None:
    """Breaks: in bulk files a problem is shown at the line only, or at the wrong one."""
    verdicts = parse_yaml((lighthouse / ADA).read_text("utf-8")).value
    (lighthouse / ADA).unlink()
    verdicts[1]["label"] = "refutted"
    verdicts[2]["claim"] = "skerra-first-keeper-boat"
    lines = [json.dumps(verdict, ensure_ascii=False) for verdict in verdicts]
    (lighthouse / "verdicts/ada/all.jsonl").write_text("\r\n\r\n".join(lines), "utf-8")
    (label,) = _told(lighthouse, "schema-violation")
    (claim,) = _told(lighthouse, "dangling-id")

    assert ("verdicts/ada/all.jsonl", 3, lines[1].index('"refutted"') + 1, "label") == label[:4]
    assert ("verdicts/ada/all.jsonl", 5, lines[2].index('"skerra-first') + 1, "claim") == claim[:4]
    assert "did you mean 'refuted'?" == label[5]
    assert (claim[5] or "").startswith("did you mean 'skerra-first-keeper-goat'?")


def _parsed(file: str) -> Parsed:
    return parse_yaml((LIGHTHOUSE / file).read_text("utf-8"))


def _value_at(parsed: Parsed, way: Way) -> Any:
    value = parsed.value
    for step in way:
        value = value[step]
    return value


def _spots(wanted: Callable[[Parsed, Way], bool]) -> list[tuple[str, Way]]:
    return [
        (file, way)
        for file in FILES
        for parsed in [_parsed(file)]
        for way in parsed.marks
        if way and wanted(parsed, way)
    ]


def _is_field(parsed: Parsed, way: Way) -> bool:
    return isinstance(way[-1], str) and not NAMED_BY_AUTHORS.intersection(map(str, way[:-1]))


KEYS = _spots(_is_field)
VOCABULARY = _spots(lambda parsed, way: _is_field(parsed, way) and way[-1] in WORDS)
LEADS = _spots(lambda parsed, way: _is_field(parsed, way) and way[-1] in NAMES)


def _broken(tmp: Path, file: str, mark: Mark, old: str, new: str) -> list[Problem]:
    """Put ``new`` for the ``old`` that stands at a mark; return the problems that are shown exactly there."""
    corpus = shutil.copytree(LIGHTHOUSE, tmp, dirs_exist_ok=True)
    lines = (corpus / file).read_text("utf-8").split("\n")
    line = lines[mark.line - 1]
    assert line[mark.column - 1 :].startswith(old)
    lines[mark.line - 1] = line[: mark.column - 1] + new + line[mark.column - 1 + len(old) :]
    (corpus / file).write_text("\n".join(lines), "utf-8")
    here = ((corpus / file).as_posix(), mark.line, mark.column)
    return [p for p in check(corpus).problems if (p.place.file, p.place.line, p.place.column) == here]


@QUICK
@given(spot=st.sampled_from(KEYS))
def test_any_misspelt_key_is_shown_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, spot: tuple[str, Way]
) -> None:
    """Breaks: a misspelt key is dropped, or found without its place."""
    file, way = spot
    mark, key = _parsed(file).mark(way, on_key=True), str(way[-1])
    told = _broken(tmp_path_factory.mktemp("corpus"), file, mark, key, key + "x")

    assert ("schema-violation", f"did you mean {key!r}?") in [(problem.rule, problem.cure) for problem in told]


@QUICK
@given(spot=st.sampled_from(VOCABULARY))
def test_any_misspelt_word_is_shown_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, spot: tuple[str, Way]
) -> None:
    """Breaks: a label that is none passes, or is found without its place."""
    file, way = spot
    mark, word = _parsed(file).mark(way), _value_at(_parsed(file), way)
    told = _broken(tmp_path_factory.mktemp("corpus"), file, mark, word, word[:-1])

    assert ("schema-violation", f"did you mean {word!r}?") in [(problem.rule, problem.cure) for problem in told]


@QUICK
@given(spot=st.sampled_from(LEADS))
def test_any_misspelt_name_is_shown_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, spot: tuple[str, Way]
) -> None:
    """Breaks: a name leads nowhere, and the author has to find out which."""
    file, way = spot
    mark, name = _parsed(file).mark(way), _value_at(_parsed(file), way)
    told = _broken(tmp_path_factory.mktemp("corpus"), file, mark, name, name + "x")
    cures = [problem.cure or "" for problem in told if problem.rule == "dangling-id"]

    assert [True] == [cure.startswith(f"did you mean {name!r}?") for cure in cures]
