"""Pictures say what the tables say, to eye and ear, and no word from data does anything in them."""

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import load
from factcheck.cards import pictures
from factcheck.gold import gold_verdicts
from factcheck.pictures import Bars, Bin, Cell, Matrix, Reliability, Tone, bars_svg, matrix_svg, reliability_svg

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>&lol;\x00\ud800\" onload='x' {{ 7 * 7 }}"
TONES: dict[str, Tone] = {"yes": "blue", "no": "orange"}
_ELEMENTS = {"svg", "title", "desc", "style", "rect", "text", "line"}

_words = st.text(max_size=40) | st.just(HOSTILE)


def _parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # made by ourselves, a line ago


def _texts(svg: str) -> list[str]:
    return [element.text or "" for element in _parsed(svg).iter(f"{SVG}text")]


def _assert_inert(svg: str) -> None:
    """Hold a picture to what a browser may safely show: our elements only, no address, no handler."""
    for element in _parsed(svg).iter():
        assert element.tag.removeprefix(SVG) in _ELEMENTS
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
    assert "url(" not in svg
    assert "@import" not in svg


@given(_words, st.dictionaries(_words, st.tuples(st.integers(0, 9999), st.integers(0, 9999)), max_size=6))
def test_bars_hold_every_count_and_no_word_does_anything(words: str, rows: dict[str, Sequence[int]]) -> None:
    """A claim's topic could run a script on the page of whoever opens the card."""
    svg = bars_svg(Bars(title=words, description=words, series=TONES, rows=rows))

    _assert_inert(svg)
    titles = [element.text or "" for element in _parsed(svg).iter(f"{SVG}title")][1:]
    assert sum(sum(counts) for counts in rows.values()) == sum(
        int(re.findall(r": (\d+) (?:yes|no)$", title)[0]) for title in titles
    )


@given(_words, st.integers(1, 40), st.data())
def test_a_reliability_diagram_stays_in_its_square(words: str, many: int, data: st.DataObject) -> None:
    """A bar would stand over the words beside it, or a mark outside the picture."""
    shares = st.floats(0, 1)
    bins = [
        Bin(low=place / many, high=(place + 1) / many, right=data.draw(shares), confidence=data.draw(shares), items=1)
        for place in range(many)
    ]
    svg = reliability_svg(Reliability(title=words, description=words, bins=bins, lines=[words]))

    _assert_inert(svg)
    square, *rest = (
        [float(one.attrib[name]) for name in ("x", "y", "width", "height")]
        for one in _parsed(svg).iter(f"{SVG}rect")
        if one.attrib["class"] in {"none", "blue", "orange"} and "rx" not in one.attrib
    )
    x, y, width, height = square
    assert 2 * many == len(rest)
    for one in rest:
        assert x - 1 <= one[0] <= one[0] + one[2] <= x + width + 1
        assert y - 2 <= one[1] <= one[1] + one[3] <= y + height + 2


@given(_words, st.lists(_words, min_size=1, max_size=5), st.lists(_words, max_size=4, unique=True))
def test_a_matrix_holds_every_cell_and_no_word_does_anything(words: str, columns: list[str], names: list[str]) -> None:
    """An annotator's name could break the picture, or run a script."""
    cells = [Cell(text=str(place), shade=place / len(columns)) for place in range(len(columns))]
    svg = matrix_svg(Matrix(title=words, description=words, columns=columns, rows=dict.fromkeys(names, cells)))

    _assert_inert(svg)
    shown = _texts(svg)
    assert all(shown.count(cell.text) >= len(names) for cell in cells)


@pytest.mark.parametrize("corpus", ["data", "examples/lighthouse"])
def test_each_picture_has_words_for_those_who_do_not_see_it(corpus: str) -> None:
    """A screen reader would say "graphic", and nothing else."""
    loaded = load(ROOT / corpus)
    drawn = pictures(loaded, gold_verdicts(loaded))

    assert {
        "labels-by-certainty",
        "claims-by-topic-and-kind",
        "evidence-by-design-and-stance",
        "agreement-of-annotators",
    } == {picture.name for picture in drawn}
    for picture in drawn:
        root = _parsed(picture.svg)
        title, desc = (next(root.iter(f"{SVG}{name}")) for name in ("title", "desc"))
        assert "img" == root.get("role")
        assert f"{title.get('id')} {desc.get('id')}" == root.get("aria-labelledby")
        assert picture.title == title.text
        assert re.search(r"\d", desc.text or "")
        assert "@media (prefers-color-scheme: dark)" in picture.svg
        _assert_inert(picture.svg)


_LIGHT, _DARK = "#ffffff", "#0d1117"


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("page", "part"), [(_LIGHT, 0), (_DARK, 1)], ids=["light", "dark"])
def test_words_and_numbers_stand_out_from_what_is_behind_them(page: str, part: int) -> None:
    """Somebody with weak eyes could not read a number on its bar (WCAG 2.1 AA asks for 4.5 to 1)."""
    svg = bars_svg(Bars(title="t", description="d", series=TONES, rows={"a": (1, 2)}))
    style = svg.split("<style>")[1].split("</style>")[0].split("@media")[part]
    colours = dict(re.findall(r"(?:\.|^\s*)(\w+) \{[^}]*fill: (#[0-9a-f]{6})", style, re.MULTILINE))

    assert page == colours["page"]
    assert all(_contrast(colours[name], page) >= 4.5 for name in ("text", "quiet"))
    assert all(_contrast(colours["on"], colours[tone]) >= 4.5 for tone in ("blue", "orange", "grey", "purple"))
