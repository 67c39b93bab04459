"""``factcheck annotate`` as a user types it."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check, load
from factcheck.annotating.label_studio import read
from factcheck.cli.main import run
from factcheck.errors import UsageError
from factcheck.testing import json_values
from tests.annotating.label_studio_exports import regions, task, written

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
WHO = ("--annotator", "1=ada", "--annotator", "ben@example.org=ben")
RESTATED = "Three sheep were counted on Skerra for each inhabitant."
SHEEP = "counted three sheep for every islander"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which commands run, with a copy of the example."""
    shutil.copytree(LIGHTHOUSE, tmp_path / "skerra")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _data() -> dict[str, Any]:
    """Return the data of the task of the leaflet, as we send it."""
    assert 0 == run(["annotate", "export", "label-studio", "skerra", "-o", "sent", "--document", "skerra-leaflet"])
    data: dict[str, Any] = json.loads(Path("sent/tasks.json").read_text("utf-8"))[0]["data"]
    return data


def _files(folder: str) -> Mapping[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def _import(*arguments: str) -> int:
    return run(["annotate", "import", "label-studio", "out.json", "skerra", *arguments])


def test_documents_go_out_with_their_claims_and_nobodys_verdicts(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An annotator would start from nothing, or see what others judged."""
    code = run(["annotate", "export", "label-studio", "skerra", "-o", "sent"])

    tasks = json.loads((here / "sent" / "tasks.json").read_text("utf-8"))
    results = [result for one in tasks for made in one.get("predictions", []) for result in made["result"]]
    assert 0 == code
    assert "label-studio: 3 documents, 9 claims marked in them" == capsys.readouterr().out.splitlines()[-1]
    assert {"claim", "restated", "kind"} == {result["from_name"] for result in results}
    assert {claim.text for claim in load("skerra").claims} == {
        result["value"]["text"][0] for result in results if result["from_name"] == "restated"
    }
    for one in tasks:
        for result in one.get("predictions", [{"result": []}])[0]["result"]:
            if result["from_name"] == "claim":
                value = result["value"]
                assert value["text"] == one["data"]["text"][value["start"] : value["end"]]


def test_what_went_out_and_comes_back_is_known(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every claim would stand in the corpus twice once somebody opened the project."""
    run(["annotate", "export", "label-studio", "skerra", "-o", "sent"])
    tasks = json.loads(Path("sent/tasks.json").read_text("utf-8"))
    came = [task(one["data"], *((1, made["result"]) for made in one.get("predictions", []))) for one in tasks]
    written(here / "out.json", *came)
    before = _files("skerra")
    capsys.readouterr()

    code = _import(*WHO)

    assert 0 == code
    assert "0 claims and 0 verdicts written, 9 known, 0 refused" in capsys.readouterr().out
    assert before == _files("skerra")


def test_each_annotators_claims_and_verdicts_get_files_of_their_own(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two annotators would write over each other, or the second be lost."""
    data = _data()
    text = data["text"]
    mine = regions(text, SHEEP, RESTATED, verdict="supported", certainty="low", rationale="The census says so.")
    his = [
        *regions(text, SHEEP, RESTATED, verdict="refuted"),
        *regions(text, "🐑\n\nThe lamp of our", "A lamp belongs to Skerra."),
    ]
    written(here / "out.json", task(data, (1, mine), ({"id": 2, "email": "ben@example.org"}, his)))
    capsys.readouterr()

    code = _import(*WHO)

    said = capsys.readouterr().out
    corpus = load("skerra", strict=False)
    claims = {claim.text: claim for claim in corpus.claims}
    new = claims[RESTATED]
    anchor = new.appearances[0].anchor
    assert 0 == code, said
    assert "2 annotations with 3 marks: 2 claims and 2 verdicts written, 0 known, 0 refused" in said
    assert ["claims/ada.yaml", "claims/ben.yaml"] == sorted(
        f"claims/{path.name}" for path in Path("skerra/claims").iterdir() if path.stem in ("ada", "ben")
    )
    assert anchor is not None
    assert (text.index(SHEEP), SHEEP) == (anchor.start, anchor.quote)
    assert [("ada", "supported", "low", "The census says so."), ("ben", "refuted", None, None)] == [
        (one.annotator, one.label, one.certainty, one.rationale) for one in corpus.verdicts if one.claim == new.id
    ]
    assert Path("skerra/verdicts/ben/ada.yaml").is_file()
    of_anchors = {"anchor-digest-mismatch", "anchor-out-of-bounds", "ragged-anchor", "quote-not-in-document"}
    assert not of_anchors & {problem.rule for problem in check("skerra").problems}
    before = _files("skerra")
    assert 0 == _import(*WHO)
    assert "0 claims and 0 verdicts written, 3 known" in capsys.readouterr().out
    assert before == _files("skerra")


def test_offsets_in_utf_16_are_converted_and_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exports of older tools would put every claim behind an emoji one character too late."""
    data = _data()
    results = regions(data["text"], SHEEP, RESTATED)
    for result in results:
        result["value"].update(start=result["value"]["start"] + 1, end=result["value"]["end"] + 1)
    written(here / "out.json", task(data, (1, results)))
    capsys.readouterr()

    code = _import(*WHO)

    anchor = (
        next(claim for claim in load("skerra", strict=False).claims if claim.text == RESTATED).appearances[0].anchor
    )
    assert 0 == code
    assert "1 marks were counted in UTF-16 code units" in capsys.readouterr().out
    assert anchor is not None
    assert SHEEP == anchor.quote


def _changed(results: list[dict[str, Any]], **changes: Any) -> list[dict[str, Any]]:
    first = {**results[0], "value": {**results[0]["value"], **changes}}
    return [first, *results[1:]]


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (lambda it: _changed(it, start=5), "but there stand"),
        (lambda it: _changed(it, start=9000, end=9010), "but the text has 840 code points, UTF-16 or not"),
        (lambda it: _changed(it, labels=["person"]), "label must be 'claim' (got ['person'])"),
        (lambda it: _changed(it, start="5"), "must carry 'start' and 'end' as whole numbers"),
        (lambda it: it[:1], "does not restate the claim: its words are missing"),
        (lambda it: it[1:], "must be marked once by the control 'claim' (got 0 times)"),
        (
            lambda it: [*it, {**it[0], "from_name": "mood"}],
            "is from a control that our configuration does not have: 'mood'",
        ),
        (lambda it: [*it, {**it[0], "from_name": "verdict", "value": {"choices": ["yes"]}}], "'label' must be one of"),
        (lambda it: [*it, {**it[0], "from_name": "verdict", "value": {"choices": []}}], "'verdict' must be one word"),
        (
            lambda it: [*it, {**it[0], "from_name": "certainty", "value": {"choices": ["low"]}}],
            "has a certainty or a rationale, and no verdict",
        ),
        (lambda it: [*it, {"type": "relation", "from_id": "a"}], "is no region of a text"),
        (lambda it: [*it, 3], "is no region of a text"),
    ],
)
def test_what_the_server_did_not_check_is_refused_with_its_place(
    results: Any, said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The server stores any offset and label: a claim would point at other words, or be lost without a word."""
    data = _data()
    written(here / "out.json", task(data, (1, results(regions(data["text"], SHEEP, RESTATED))), number=7))
    capsys.readouterr()

    code = _import(*WHO)

    out = capsys.readouterr().out
    assert 1 == code
    assert "out.json: task 7, annotation 1, re" in out
    assert said in out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "Other words."}, "was made on another text than document 'skerra-leaflet' describes"),
        ({"document": "nowhere"}, "the corpus has no document 'nowhere'"),
        ({"document": 3}, "the task's data must have 'text' and 'document'"),
    ],
)
def test_a_task_that_is_not_ours_is_refused(
    change: dict[str, Any], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Claims would be anchored in a text that the corpus does not have."""
    data = _data()
    written(here / "out.json", task({**data, **change}, (1, regions(data["text"], SHEEP, RESTATED))))
    before = _files("skerra")

    assert 1 == _import(*WHO)
    assert said in capsys.readouterr().out
    assert before == _files("skerra")


def test_a_verdict_that_stands_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotator's own later word in the corpus would be lost."""
    data = _data()
    for label in ("supported", "refuted"):
        written(here / "out.json", task(data, (1, regions(data["text"], SHEEP, RESTATED, verdict=label))))
        code = _import(*WHO)

    assert 1 == code
    assert "'ada' has judged claim" in capsys.readouterr().out


def test_withheld_words_go_out_only_when_that_is_said_and_are_marked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A publisher's page would be passed on by accident."""
    document = Path("skerra/documents/skerra-leaflet.yaml")
    document.write_text(document.read_text("utf-8").replace("redistribute: true", "redistribute: false"), "utf-8")

    assert 0 == run(["annotate", "export", "label-studio", "skerra", "-o", "open"])
    assert "skerra-leaflet: left out, since their words may not be passed on" in capsys.readouterr().out
    assert 0 == run(["annotate", "export", "label-studio", "skerra", "-o", "own", "--private"])

    notices = {
        one["data"]["document"]: one["data"].get("notice", "")
        for one in json.loads(Path("own/tasks.json").read_bytes())
    }
    assert b"Welcome to Skerra" not in Path("open/tasks.json").read_bytes()
    assert {"skerra-leaflet"} == {name for name, notice in notices.items() if "not for redistribution" in notice}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "label-stodio", "skerra", "-o", "x"], "no annotation tool 'label-stodio'"),
        (["export", "label-studio", "nowhere", "-o", "x"], "no corpus at 'nowhere'"),
        (["export", "label-studio", "skerra", "-o", "sent"], "is there already; name a new folder"),
        (["export", "label-studio", "skerra", "-o", "x", "--document", "leaflet"], "no document 'leaflet'"),
        (["import", "label-studio", "none.json", "skerra"], "no file at 'none.json'"),
        (["import", "label-studio", "out.json", "skerra"], "who is behind the accounts 1?"),
        (["import", "label-studio", "out.json", "skerra", "--annotator", "ada"], "--annotator takes ACCOUNT=ID"),
        (["import", "label-studio", "out.json", "skerra", "--annotator", "1=eve"], "no annotator 'eve'"),
        (["import", "label-studio", "sent/label-studio.xml", "skerra"], "is not JSON"),
        (["import", "label-studio", "sent/tasks.json", "skerra"], "is no list of tasks with annotations"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(
    arguments: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip would cost a file, or end in a traceback."""
    data = _data()
    written(here / "out.json", task(data, (1, regions(data["text"], SHEEP, RESTATED))))
    before = _files(".")

    assert 2 == run(["annotate", *arguments])
    assert said in capsys.readouterr().err
    assert before == _files(".")


@given(st.lists(st.dictionaries(st.sampled_from(["annotations", "data", "id"]), json_values())))
def test_any_json_is_read_or_refused(tasks: list[dict[str, object]]) -> None:
    """An export of another shape would end in a traceback."""
    try:
        found = list(read(json.dumps(tasks).encode(), "out.json"))
    except UsageError:
        return

    assert all(one.fault or one.document is not None for one in found)
