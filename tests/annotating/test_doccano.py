"""doccano's JSON Lines: taken where its offsets can mean one place only, refused elsewhere."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given

from factcheck import load
from factcheck.annotating.doccano import read, sure_until, write
from factcheck.annotating.marks import Mark, Placed, Sheet
from factcheck.cli.main import run
from factcheck.errors import UsageError
from factcheck.testing import json_values
from tests.annotating.words import TEXTS, marked, units

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """Return the lines that go out, by document, in a folder with a copy of the example."""
    shutil.copytree(LIGHTHOUSE, tmp_path / "skerra")
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["annotate", "export", "doccano", "skerra", "-o", "sent"])
    lines = [json.loads(line) for line in Path("sent/texts.jsonl").read_text("utf-8").splitlines()]
    return {line["document"]: line for line in lines}


def _import(*lines: Any) -> int:
    Path("ada.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return run(["annotate", "import", "doccano", "ada.jsonl", "skerra", "--annotator", "=ada"])


@given(TEXTS)
def test_units_agree_as_far_as_is_said_and_no_further(text: str) -> None:
    """A place would be taken that graphemes or UTF-16 put elsewhere."""
    sure = sure_until(text)

    def agree(at: int) -> bool:
        return at == units(text, at) == len(regex.findall(r"\X", text[:at]))

    assert all(agree(at) for at in range(sure + 1))
    assert sure == len(text) or not agree(sure + len(regex.match(r"\X", text[sure:])[0]))  # type: ignore[index]


@given(marked())
def test_marks_that_go_out_come_back_to_their_place(case: tuple[str, list[Mark]]) -> None:
    """Claims would move on their way through doccano."""
    text, marks = case
    claims = tuple(Placed(claim=one.name, text="words", kind=None, start=one.start, end=one.end) for one in marks)
    sheet = Sheet(document="a", digest="0" * 64, text=text, claims=claims)

    (annotation,) = read(write([sheet])["texts.jsonl"], "a.jsonl")

    sure = sure_until(text)
    assert (text, "a") == (annotation.text, annotation.document)
    assert [(one.start, one.end, one.words) for one in marks if one.end <= sure] == [
        (one.start, one.end, one.words) for one in annotation.marks
    ]


def test_a_label_is_a_claim_in_the_documents_words_or_the_one_that_is_there(
    sent: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Work done in doccano could not be taken."""
    line = sent["skerra-almanac"]
    words = "On the evening of 4 May 1871 the lamp burned for the first time"
    start = line["text"].index(words)
    came = {
        "id": 4,
        "text": line["text"],
        "document": "skerra-almanac",
        "label": [[start, start + len(words), "supported"]],
    }

    assert 0 == _import(came)
    corpus = load("skerra", strict=False)
    claim = next(one for one in corpus.claims if one.text == words)
    assert [("ada", "supported")] == [(one.annotator, one.label) for one in corpus.verdicts if one.claim == claim.id]
    again = {"label": "supported", "start_offset": start, "end_offset": start + len(words)}
    capsys.readouterr()

    assert 0 == _import({"text": line["text"], "meta": {"document": "skerra-almanac"}, "entities": [again]})
    assert "0 claims and 0 verdicts written, 1 known" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("document", "label", "said"),
    [
        ("skerra-leaflet", [30, 35, "claim"], "behind a character at 18 that some tools count as several"),
        ("skerra-almanac", [0, 9000, "claim"], "must be a stretch of a text of 809 code points"),
        ("skerra-almanac", [0, 5, "person"], "must be one of claim, supported"),
        ("skerra-almanac", [0, "5", "claim"], "must be [start, end, word]"),
        ("skerra-almanac", "claim", "must be [start, end, word]"),
    ],
)
def test_what_cannot_be_proved_is_refused_with_its_place(
    document: str, label: Any, said: str, sent: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim would be anchored where nobody marked it."""
    code = _import({**sent[document], "label": [label]})

    out = capsys.readouterr().out
    assert 1 == code
    assert "ada.jsonl: line 1, label 1: " in out
    assert said in out


def test_who_annotated_must_be_said(sent: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    """Verdicts would be nobody's."""
    Path("ada.jsonl").write_text(json.dumps(sent["skerra-almanac"]), "utf-8")

    assert 2 == run(["annotate", "import", "doccano", "ada.jsonl", "skerra"])
    assert "say --annotator =ID" in capsys.readouterr().err


def test_a_verdict_where_two_claims_stand_is_refused_and_a_mere_mark_is_known(
    sent: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """A verdict would be given to a claim that nobody judged."""
    claims = Path("skerra/claims/skerra-leaflet.yaml")
    twin = "- id: twin\n  text: Sheep.\n  appearances: [{document: skerra-almanac, anchor: {start: 84, end: 95}}]\n"
    claims.write_text(
        claims.read_text("utf-8") + twin + twin.replace("twin", "other").replace("Sheep", "Goats"), "utf-8"
    )

    codes = [_import({**sent["skerra-almanac"], "label": [[84, 95, word]]}) for word in ("claim", "refuted")]

    said = capsys.readouterr().out
    assert [0, 1] == codes
    assert "1 known, 0 refused" in said
    assert "stands where the corpus has 2 claims, and does not say which is meant" in said


@given(json_values())
def test_any_json_is_read_or_refused(row: object) -> None:
    """A line of another shape would end in a traceback."""
    try:
        found = list(read(json.dumps(row).encode(), "out.jsonl"))
    except UsageError:
        return

    assert all(one.fault or one.document for one in found)
