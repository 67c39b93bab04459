"""A release that is not what it says is told, whatever was done to it; each rule of scope release has its cases here."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import UsageError, build, verify
from factcheck.cli.main import run
from factcheck.problems import Report
from factcheck.rules import RULES
from factcheck.rules.rule import OnRelease
from factcheck.text import bytes_digest
from tests.cli.corpora import LIGHTHOUSE, copied, replaced

Damage = Callable[[Path], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(LIGHTHOUSE, tmp_path_factory.mktemp("built") / "release").path


@pytest.fixture
def release(built: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(built, tmp_path / "release"))


def summed(release: Path) -> None:
    """Write the checksums anew, as a careful forger would."""
    files = sorted(path for path in release.rglob("*") if path.is_file() and path.name != "CHECKSUMS.sha256")
    lines = [f"{bytes_digest(file.read_bytes())}  {file.relative_to(release).as_posix()}\n" for file in files]
    (release / "CHECKSUMS.sha256").write_text("".join(lines), "utf-8")


def told(report: Report) -> set[str]:
    return {problem.rule for problem in report.problems}


def manifest(release: Path, change: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads((release / "release.json").read_text("utf-8"))
    change(plain)
    (release / "release.json").write_text(json.dumps(plain, indent=2), "utf-8")


def table(release: Path, name: str, change: Callable[[pa.Table], pa.Table]) -> None:
    pq.write_table(change(pq.read_table(release / name)), release / name, store_schema=False)


def cell(column: str, value: Any) -> Callable[[pa.Table], pa.Table]:
    """Return a change of the first row's cell in one column."""

    def change(rows: pa.Table) -> pa.Table:
        values = [value, *rows[column].to_pylist()[1:]]
        at = rows.schema.get_field_index(column)
        return rows.set_column(at, rows.schema.field(at), pa.array(values, rows.schema.field(at).type))

    return change


def test_a_release_as_it_was_built_has_no_problem(built: Path) -> None:
    """Every release would be refused."""
    report = verify(built)

    assert () == report.problems
    assert 8 == report.counts["claims"]
    assert {name for name, rule in RULES.items() if isinstance(rule.CHECK, OnRelease)} == set(report.rules)


@settings(max_examples=max(10, settings().max_examples // 4))  # each looks through a whole release
@given(st.data())
def test_a_byte_that_is_another_is_told_wherever_it_stands(built: Path, data: st.DataObject) -> None:
    """A damaged download would pass for a whole one, or end in a traceback."""
    files = sorted(path for path in built.rglob("*") if path.is_file())
    file = data.draw(st.sampled_from(files))
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(1, 255))
    try:
        file.write_bytes(whole[:at] + bytes([whole[at] ^ other]) + whole[at + 1 :])
        report = verify(built)
    finally:
        file.write_bytes(whole)

    assert "checksum-differs" in told(report)


CLAIMS, NLI = "claims/test-00000-of-00001.parquet", "nli/test-00000-of-00001.parquet"
OTHER = 2


@pytest.mark.parametrize(
    ("damage", "rules"),
    [
        (lambda release: table(release, CLAIMS, cell("text", "Skerra has a volcano.")), {"content-differs", "card-out-of-step"}),
        (lambda release: table(release, CLAIMS, cell("label", OTHER)), {"content-differs"}),
        (lambda release: table(release, NLI, cell("premise", "So it is.")), {"content-differs"}),
        (lambda release: table(release, CLAIMS, lambda rows: rows.slice(1)), {"rows-lost", "content-differs"}),
        (lambda release: (release / NLI).unlink(), {"rows-lost", "content-differs"}),
        (lambda release: table(release, NLI, lambda rows: rows.drop_columns(["stance"])), {"features-changed"}),
        (lambda release: table(release, NLI, lambda rows: rows.append_column("x", rows["stance"])), {"features-changed"}),
        (lambda release: (release / "schemas" / "claim.schema.json").write_text("{}"), {"features-changed"}),
        (lambda release: replaced(release / "README.md", "## Labels", "## Lables"), {"card-out-of-step"}),
        (lambda release: replaced(release / "croissant.json", "cr:Label", "cr:Lable"), {"card-out-of-step"}),
        (lambda release: replaced(release / "croissant.json", "{", "["), {"card-out-of-step"}),
        (lambda release: replaced(release / "README.md", "num_examples: 4", "num_examples: 5"), {"rows-lost"}),
        (lambda release: replaced(release / "README.md", "license: cc0-1.0\n", ""), {"missing-licence"}),
        (lambda release: manifest(release, lambda plain: plain["dataset"].pop("licence")), {"missing-licence"}),
        (lambda release: manifest(release, lambda plain: plain["configs"]["claims"].pop("test")), {"rows-lost"}),
        (lambda release: manifest(release, lambda plain: plain["records"].update(claims=9)), {"rows-lost"}),
        (lambda release: manifest(release, lambda plain: plain.update(content_digest="0" * 64)), {"content-differs"}),
        (lambda release: manifest(release, lambda plain: plain.pop("annotators")), {"unreadable-release"}),
        (lambda release: manifest(release, lambda plain: plain.pop("card")), {"unreadable-release"}),
        (lambda release: manifest(release, lambda plain: plain["dataset"].update(version=1)), {"unreadable-release"}),
        (lambda release: (release / "release.json").write_text("{"), {"unreadable-release"}),
        (lambda release: (release / "release.json").write_text("[]"), {"unreadable-release"}),
        (lambda release: (release / CLAIMS).write_bytes(b"PAR1"), {"unreadable-release"}),
        (lambda release: (release / "nli").rename(release / "nlu"), {"unreadable-release"}),
    ],
)  # fmt: skip
def test_a_change_with_checksums_to_match_is_told(release: Path, damage: Damage, rules: set[str]) -> None:
    """Data edited by hand would be published as if it had been built."""
    if damage is not None:
        damage(release)
    summed(release)

    report = verify(release)

    assert rules <= told(report)
    assert "checksum-differs" not in told(report)
    for problem in report.problems:
        assert problem.cure
        assert problem.place.file.startswith(release.as_posix())


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda release: (release / NLI).unlink(), f"file '{NLI}' is not there"),
        (lambda release: (release / "notes.txt").write_text("mine"), "no build wrote 'notes.txt'"),
        (lambda release: (release / "passwd").symlink_to("/etc/passwd"), "a link: a release is made of files"),
        (lambda release: (release / "CHECKSUMS.sha256").unlink(), "no CHECKSUMS.sha256"),
        (lambda release: (release / "CHECKSUMS.sha256").write_bytes(b"\xff../../x\n"), "a line must be a SHA-256"),
        (
            lambda release: (release / "CHECKSUMS.sha256").write_text(f"{'0' * 64}  ../../../etc/passwd\n"),
            "file '../../../etc/passwd' is not there",
        ),
    ],
)
def test_files_that_went_came_or_lead_elsewhere_are_told(release: Path, damage: Damage, message: str) -> None:
    """A release could lack a file, bring one along, or make the reader open a file of their own."""
    damage(release)

    messages = [problem.message for problem in verify(release).problems if problem.rule == "checksum-differs"]

    assert any(one.startswith(message) for one in messages)


def test_withheld_words_in_a_release_are_told(release: Path) -> None:
    """Words that nobody may pass on would be published."""
    name = "documents/documents-00000-of-00001.parquet"
    rows = pq.read_table(release / name).to_pylist()
    for row in rows:
        row["rights"] = None
        row["text"] = "Skerra."
    pq.write_table(pa.Table.from_pylist(rows, pq.read_schema(release / name)), release / name, store_schema=False)

    assert "withheld-text-in-release" in told(verify(release))


def test_a_figure_edited_in_the_card_is_told_with_its_line(release: Path) -> None:
    """Who mends a figure by hand would have to find it again."""
    card = (release / "README.md").read_text("utf-8")
    line = next(number for number, words in enumerate(card.split("\n"), 1) if words.startswith("| claims |"))
    replaced(release / "README.md", "| claims |", "| Claims |")

    (problem,) = [one for one in verify(release).problems if one.rule == "card-out-of-step"]

    assert (line, "README.md") == (problem.place.line, Path(problem.place.file).name)


def test_baselines_of_other_data_are_told(tmp_path: Path) -> None:
    """A model would be held against figures that nobody can get again."""
    corpus, release = copied(tmp_path / "corpus"), tmp_path / "release"
    run(["baselines", str(corpus), "-o", str(corpus / "baselines.json")])

    assert () == verify(build(corpus, release).path).problems

    replaced(corpus / "claims" / "skerra-leaflet.yaml", "family: ", "family: other-")
    (problem,) = verify(build(corpus, release).path).problems
    assert "stale-baselines" == problem.rule
    assert "other data" in problem.message
    assert "release.json" == Path(problem.place.file).name


def test_baselines_that_name_no_data_are_not_asked_for_theirs(tmp_path: Path) -> None:
    """Figures of a system of one's own could not stand in the card."""
    corpus = copied(tmp_path / "corpus")
    figure = {"name": "mine", "config": "nli", "metric": "accuracy", "value": 0.5, "low": 0.4, "high": 0.6, "n": 9}
    (corpus / "baselines.json").write_text(json.dumps({"figures": [figure]}), "utf-8")

    assert () == verify(build(corpus, tmp_path / "release").path).problems


def test_a_release_of_another_version_of_the_program_is_held_to_what_it_says_itself(release: Path) -> None:
    """Every release would fail as soon as the wording of the card changes."""
    manifest(release, lambda plain: plain["writers"].update(factcheck="0.0.1"))
    replaced(release / "README.md", "## Labels", "## Verdicts")
    summed(release)

    assert () == verify(release).problems

    table(release, CLAIMS, cell("label", OTHER))
    summed(release)

    assert {"content-differs"} == told(verify(release))


def test_a_version_that_says_less_is_told_against_the_older_release(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edited dataset would be released under the number of the old one."""
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    claims.write_text(claims.read_text("utf-8").replace("split: train", "split: dev"), "utf-8")
    newer = build(corpus, tmp_path / "newer").path

    assert 1 == run(["verify", str(newer), "--since", str(built)])
    out = capsys.readouterr().out
    assert "release.json" in out
    assert "version 0.1.0 is the one it had, and what changed is MAJOR" in out
    assert 0 == run(["verify", str(newer)])


def test_what_is_no_release_is_a_wrong_call(tmp_path: Path) -> None:
    """A typing error in the path would end in a traceback, or pass."""
    with pytest.raises(UsageError, match="no release at"):
        verify(tmp_path)
