from pathlib import Path

import pytest
import yaml

from factcheck.anchoring import anchor_at
from factcheck.cli.main import run
from factcheck.shaping import unstructure
from factcheck.text import Span
from tests.cli.corpora import LEAFLET, LIGHTHOUSE, copied, with_withheld_leaflet

HERE = [str(LIGHTHOUSE)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["The lamp of our lighthouse was first lit in 1871", *HERE],
        ["the lamp  of OUR lighthouse was first\nlit in 1871", *HERE],
        [*HERE, "--start", "21", "--end", "69"],
    ],
)
def test_the_anchor_of_words_is_printed_to_paste(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor would count code points and hash by hand."""
    code = run(["anchor", "skerra-leaflet", *arguments])

    assert 0 == code
    assert {"anchor": unstructure(anchor_at(LEAFLET, Span(21, 69)))} == yaml.safe_load(capsys.readouterr().out)


def test_words_that_stand_at_several_places_are_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    """The first of two places would be taken without a word."""
    code = run(["anchor", "skerra-leaflet", "ferry", *HERE])

    expected = (
        "factcheck: the words stand at 2 places; choose one by --nth\n"
        "  1: line 5, column 76 (335 to 340)\n"
        "  2: line 5, column 258 (517 to 522)\n"
    )
    assert (2, expected) == (code, capsys.readouterr().err)


def test_the_nth_place_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """A place that was offered could not be chosen."""
    code = run(["anchor", "skerra-leaflet", "ferry", *HERE, "--nth", "2"])

    assert (0, 517) == (code, yaml.safe_load(capsys.readouterr().out)["anchor"]["start"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["Every Sunday at midnight"],
            "the words stand nowhere in the text; the first 3 of them do, at line 3, column 186",
        ),
        (["goats"], "the words stand nowhere in the text"),
        ([" The tower"], "the span 115 to 125 begins or ends with white space; leave it out"),
        (["ferry", "--nth", "3"], "--nth must be at most 2 (got 3)"),
        (["--start", "20", "--end", "69"], "the span 20 to 69 begins or ends with white space; leave it out"),
        (["--start", "69", "--end", "21"], "--start must be less than --end, and --end at most 840 (got 69 and 21)"),
        (["--start", "21"], "--start and --end go together"),
        ([], "give either the words, in quotes, or --start and --end"),
    ],
)
def test_what_is_no_anchor_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad span would be pasted, and the check would find it only later."""
    words = [one for one in arguments[:1] if not one.startswith("--")]
    options = arguments[len(words) :]
    path = HERE if words or "--start" in options else []

    code = run(["anchor", "skerra-leaflet", *words, *path, *options])

    assert 2 == code
    assert capsys.readouterr().err.startswith(f"factcheck: {said}")


def test_a_span_that_cuts_a_character_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Half an emoji would be anchored, and its digest found nowhere."""
    corpus = copied(tmp_path)
    (corpus / "documents" / "dog.yaml").write_text("id: dog\n", "utf-8")
    file = tmp_path / "dog.txt"
    file.write_text("A dog 🐕\u200d🦺 barks", "utf-8")

    code = run(["anchor", "dog", str(corpus), "--start", "2", "--end", "7", "--text", f"dog={file}"])

    said = "factcheck: the span 2 to 7 cuts a character in two at 7; take all of it\n"
    assert (2, said) == (code, capsys.readouterr().err)


def test_a_text_elsewhere_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that are withheld, the usual case, could not be anchored."""
    corpus, kept = with_withheld_leaflet(tmp_path)
    told = [
        [],
        ["--documents", str(kept)],
        ["--text", f"skerra-leaflet={kept / 'page.txt'}"],
        ["--text", f"skerra-leaflet={LIGHTHOUSE / 'texts' / 'almanac.txt'}"],
    ]

    codes = [run(["anchor", "skerra-leaflet", "The tower", str(corpus), *options]) for options in told]

    said = capsys.readouterr().err
    assert [2, 0, 0, 2] == codes
    assert "the text of 'skerra-leaflet' is not at hand: name its folder by --documents, or --text" in said
    assert "is not the one that 'skerra-leaflet' describes: its digest differs" in said
