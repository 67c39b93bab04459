"""``factcheck convert``, ``export`` and ``labels`` as a user types them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from factcheck import check
from factcheck.cli.main import run
from factcheck.converters import CONVERTERS
from factcheck.files.swapping import previous
from factcheck.writers import WRITERS
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import counted, lines, read_json

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which commands run, with a file of each dataset."""
    for name, rows in FIXTURES.items():
        (tmp_path / f"{name}-dev.jsonl").write_bytes(lines(rows))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dataset_becomes_a_corpus(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A user could not tell whether all rows were taken."""
    code = run(["convert", "fever", "fever-dev.jsonl", "-o", "corpus"])

    said = capsys.readouterr()
    expected = "fever: 3 rows in, 3 converted, 0 rejected\ncorpus: 3 claims, 3 verdicts, 3 documents\n"
    assert (0, expected, "") == (code, said.out, said.err)
    assert () == check(here / "corpus").errors
    assert {"dev"} == {claim["split"] for claim in read_json(here / "corpus" / "claims" / "claims.jsonl")}


@pytest.mark.parametrize("name", sorted(CONVERTERS))
def test_auto_finds_the_format(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A user would have to know a dataset's name to look at a file of it."""
    code = run(["convert", "auto", f"{name}-dev.jsonl", "-o", "corpus", "--texts", "texts"])

    assert 0 == code
    assert capsys.readouterr().out.startswith(f"{name}: {len(FIXTURES[name])} rows in")


@pytest.mark.parametrize("name", sorted(CONVERTERS))
def test_export_writes_the_rows_again(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus could not be handed back to the tools of its dataset."""
    run(["convert", name, f"{name}-dev.jsonl", "-o", "corpus", "--texts", "texts"])
    capsys.readouterr()

    code = run(["export", name, "corpus", "-o", "out", "--documents", "texts"])

    out = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert f"{name}: {len(FIXTURES[name])} rows out" == out[-1]
    assert counted(FIXTURES[name]) == counted(row for file in out[:-1] for row in read_json(here / file))


def test_rejects_are_listed_and_make_the_exit_code_1(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows would be left out, and a script would go on."""
    rows = [*FIXTURES["fever"], *({**FIXTURES["fever"][0], "label": "maybe"} for _ in range(25))]
    (here / "rows.jsonl").write_bytes(lines(rows))

    code = run(["convert", "fever", "rows.jsonl", "-o", "corpus"])

    out = capsys.readouterr().out.splitlines()
    assert 1 == code
    assert "rows.jsonl:4: label must be one of SUPPORTS, REFUTES, NOT ENOUGH INFO (got 'maybe')" == out[0]
    assert "... and 5 more; --format json lists all" == out[20]
    assert "fever: 28 rows in, 3 converted, 25 rejected" == out[21]


def test_json_lists_every_reject(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program could not read what was rejected."""
    (here / "rows.jsonl").write_bytes(lines([{**FIXTURES["fever"][0], "label": "maybe"} for _ in range(25)]))

    code = run(["convert", "fever", "rows.jsonl", "-o", "corpus", "--format", "json"])

    said = json.loads(capsys.readouterr().out)
    assert 1 == code
    assert (25, 0) == (said["rows"], said["converted"])
    assert list(range(1, 26)) == [reject["line"] for reject in said["rejects"]]
    assert {"rows.jsonl"} == {reject["file"] for reject in said["rejects"]}


def test_the_split_is_the_word_in_a_files_name_or_the_one_given(here: Path) -> None:
    """Claims of the test set would stand in the train set."""
    for name in ("my-train", "sci_val.2", "testing", "TEST"):
        (here / f"{name}.jsonl").write_bytes(lines([FIXTURES["fever"][0]]))
    files = ["my-train.jsonl", "sci_val.2.jsonl", "testing.jsonl", "TEST.jsonl"]

    run(["convert", "fever", *files, "-o", "corpus"])
    run(["convert", "fever", *files, "-o", "given", "--split", "fold_1"])

    found, given = (read_json(here / folder / "claims" / "claims.jsonl") for folder in ("corpus", "given"))
    assert ["train", "val", None, "test"] == [claim.get("split") for claim in found]
    assert ["fold_1"] * 4 == [claim["split"] for claim in given]


def test_words_that_may_not_be_passed_on_are_left_out_unless_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Abstracts would end in a release without anybody's leave."""
    run(["convert", "check-covid", "check-covid-dev.jsonl", "-o", "corpus"])
    said = capsys.readouterr().out
    run(["convert", "check-covid", "check-covid-dev.jsonl", "-o", "other", "--texts", "texts"])

    assert "the words of 1 documents may not be passed on and were left out; --texts keeps them" in said
    assert not [name for name, data in _files(here / "corpus").items() if b"They are lit." in data]
    assert ["Lamps. They are lit."] == [path.read_text("utf-8") for path in (here / "texts").iterdir()]
    assert _files(here / "corpus") == _files(here / "other")


def test_an_older_conversion_is_replaced(here: Path) -> None:
    """A second run would mix two conversions, or ask for a folder to be deleted by hand."""
    run(["convert", "factbench", "factbench-dev.jsonl", "-o", "corpus"])
    run(["convert", "fever", "fever-dev.jsonl", "-o", "fresh"])

    code = run(["convert", "fever", "fever-dev.jsonl", "-o", "corpus"])

    assert 0 == code
    assert _files(here / "fresh") == _files(here / "corpus")
    assert {"corpus", "fresh"} == {path.name for path in here.iterdir() if path.is_dir()}


def test_the_same_files_give_the_same_bytes(here: Path) -> None:
    """A conversion would show changes where there are none."""
    run(["convert", "climate-fever", "climate-fever-dev.jsonl", "-o", "one"])
    run(["convert", "climate-fever", "climate-fever-dev.jsonl", "-o", "two"])

    assert _files(here / "one") == _files(here / "two")


def test_a_conversion_that_died_is_put_back(here: Path) -> None:
    """The old conversion would be gone after the power failed."""
    run(["convert", "fever", "fever-dev.jsonl", "-o", "corpus"])
    before = _files(here / "corpus")
    shutil.move(here / "corpus", previous(here / "corpus"))

    code = run(["convert", "fever", "fever-dev.jsonl", "-o", "corpus"])

    assert 0 == code
    assert before == _files(here / "corpus")
    assert not previous(here / "corpus").exists()


def test_a_folder_that_is_no_conversion_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the tongue would replace somebody's corpus."""
    shutil.copytree(LIGHTHOUSE, here / "lighthouse")
    (here / "file").write_text("words", "utf-8")
    before = _files(here)

    for out in ("lighthouse", "file", "."):
        assert 2 == run(["convert", "fever", "fever-dev.jsonl", "-o", out])

    said = capsys.readouterr().err.splitlines()
    assert "factcheck: 'lighthouse' is there and no conversion; name a new folder" == said[0]
    assert before == _files(here)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", "fever", "fever-dev.jsonl"], "Missing option '-o'"),
        (["convert", "fever", "-o", "corpus"], "Missing argument 'INPUT...'"),
        (["convert", "fever", "none.jsonl", "-o", "corpus"], "no file at 'none.jsonl'"),
        (["convert", "auto", "none.jsonl", "-o", "corpus"], "no file at 'none.jsonl'"),
        (["convert", "fever", ".", "-o", "corpus"], "no file at '.'"),
        (
            ["convert", "feverish", "fever-dev.jsonl", "-o", "corpus"],
            "no format 'feverish': there are averitec, check-covid",
        ),
        (["convert", "auto", "empty.jsonl", "-o", "corpus"], "'empty.jsonl' looks like no known format; name one of"),
        (
            ["convert", "fever", "fever-dev.jsonl", "-o", "c", "--split", "my split"],
            "'split' must be letters, digits and _",
        ),
        (
            ["convert", "fever", "fever-dev.jsonl", "-o", "c", "--texts", "fever-dev.jsonl"],
            "'fever-dev.jsonl' is no folder",
        ),
        (["convert", "fever", "fever-dev.jsonl", "-o", "c", "--texts", "c/texts"], "lies in the folder of the corpus"),
        (
            ["convert", "fever", "old/claims/claims.jsonl", "-o", "old"],
            "lies in the folder of the corpus, which is made anew",
        ),
        (["export", "feverish", "old", "-o", "out"], "no format 'feverish'"),
        (["export", "fever", "none", "-o", "out"], "no corpus at 'none'"),
        (["export", "fever", "old", "-o", "there"], "'there/dev.jsonl' is there already; name a new folder"),
        (["export", "fever", "old", "-o", "empty.jsonl"], "'empty.jsonl' is no folder"),
        (["export", "fever", "broken", "-o", "out"], "claims.jsonl' is not sound; factcheck check says why"),
        (["labels", "fever", "feverish"], "no format 'feverish'"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(
    arguments: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip would cost a file, or end in a traceback."""
    (here / "empty.jsonl").touch()
    for folder in ("old", "broken"):
        run(["convert", "fever", "fever-dev.jsonl", "-o", folder])
    (here / "broken" / "claims" / "claims.jsonl").write_text('{"id": 1}\n', "utf-8")
    run(["export", "fever", "old", "-o", "there"])
    before = _files(here)
    capsys.readouterr()

    code = run(arguments)

    assert 2 == code
    assert said in capsys.readouterr().err
    assert before == _files(here)


@pytest.mark.parametrize("name", sorted(CONVERTERS.keys() - WRITERS.keys()))
def test_a_corpus_from_elsewhere_is_exported_and_the_loss_is_named(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a format cannot hold would go missing without a word."""
    code = run(["export", name, str(LIGHTHOUSE), "-o", "out"])

    out = capsys.readouterr().out
    assert 0 == code
    assert re.search(r"^ +\d+ lost  references$", out, re.MULTILINE)
    assert re.search(r"^ +\d+ lost  adjudications$", out, re.MULTILINE)
    assert re.search(r"^ +\d+ lost  claims(\.kind)?$", out, re.MULTILINE)


def test_an_export_in_json_says_the_same(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program could not read what was lost."""
    run(["convert", "fever", "fever-dev.jsonl", "-o", "corpus"])
    capsys.readouterr()

    code = run(["export", "fever", "corpus", "-o", "out", "--format", "json"])

    said = json.loads(capsys.readouterr().out)
    assert 0 == code
    assert {"format": "fever", "files": [str(Path("out/dev.jsonl"))], "rows": 3, "lost": {}} == said


def test_labels_are_listed_with_their_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader could not look up what a foreign label became."""
    code = run(["labels"])

    out = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert sum(len(converter.LABELS) for converter in CONVERTERS.values()) == len(out)
    assert "fever           NOT ENOUGH INFO                       not_enough_evidence" in out


def test_the_labels_of_two_datasets_meet_in_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader could not see which labels of two datasets are the same."""
    code = run(["labels", "fever", "averitec"])

    rows = [re.split(" {2,}", line) for line in capsys.readouterr().out.splitlines()]
    assert 0 == code
    assert [
        ["supported", "SUPPORTS", "Supported"],
        ["refuted", "REFUTES", "Refuted"],
        ["not_enough_evidence", "NOT ENOUGH INFO", "Not Enough Evidence"],
        ["conflicting", "(none)", "Conflicting Evidence/Cherrypicking"],
    ] == rows


def test_labels_in_json_are_the_tables_of_the_converters(capsys: pytest.CaptureFixture[str]) -> None:
    """A program would have to read columns."""
    run(["labels", "scifact", "--format", "json"])

    blank = {"format": "scifact", "certainty": None, "note": None}
    assert [
        {**blank, "foreign": "SUPPORT", "label": "supported"},
        {**blank, "foreign": "CONTRADICT", "label": "refuted"},
    ] == json.loads(capsys.readouterr().out)


def test_export_finds_texts_by_digest_whatever_the_files_are_called(tmp_path: Path) -> None:
    """Somebody's own copies, under their own names, would not be found, and the abstracts be lost."""
    rows = [
        {"cord_id": "p1", "title": "On sheep", "abstract": ["Sheep graze.", "They were counted."]},
        {
            "id": "a_0",
            "claim": "Sheep graze.",
            "cord_id": "p1",
            "label": "SUPPORT",
            "evidence_set": [{"sent_index": 0, "type": "PRIMARY"}],
            "is_auth": False,
        },
    ]
    (tmp_path / "train.json").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    corpus, texts, out = tmp_path / "corpus", tmp_path / "texts", tmp_path / "out"
    run(["convert", "check-covid", str(tmp_path / "train.json"), "-o", str(corpus), "--texts", str(texts)])
    for number, file in enumerate(sorted(texts.iterdir())):
        file.rename(texts / f"my copy {number}.text")

    code = run(["export", "check-covid", str(corpus), "-o", str(out), "--documents", str(texts)])

    assert 0 == code
    assert rows[:1] == [json.loads(line) for line in (out / "corpus.jsonl").read_text("utf-8").splitlines()]
