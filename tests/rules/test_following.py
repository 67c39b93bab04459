"""One fault gives one message: what only follows from it is counted, and not told."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.checking import check
from factcheck.problems import Report
from factcheck.text import bytes_digest
from tests.rules.corpora import write

WORDS = "Skerra has sheep."
DATASET = {"description": "Claims about an island.", "authors": [{"literal": "The authors"}]}
CORPUS: dict[str, list[dict[str, Any]]] = {
    "documents": [
        {"id": "leaflet", "sha256": bytes_digest(WORDS.encode()), "length": 17, "rights": {"redistribute": True}}
    ],
    "references": [{"id": "census", "type": "report", "URL": "https://example.org", "seen": ["https://example.org"]}],
    "annotators": [{"id": "ada", "kind": "person"}],
    "claims": [
        {
            "id": "sheep",
            "text": WORDS,
            "appearances": [{"document": "leaflet"}],
            "evidence": [{"reference": "census", "finding": "Counts 318."}],
        }
    ],
    "verdicts": [
        {
            "claim": "sheep",
            "annotator": "ada",
            "label": "supported",
            "rationale": "It counts them.",
            "stances": {"census": "supports"},
            "rests_on": [["census"]],
        }
    ],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write(tmp_path, {**CORPUS, "dataset": DATASET})
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "leaflet.txt").write_text(WORDS, "utf-8")
    return tmp_path


def said(report: Report) -> list[tuple[str, str]]:
    return [(problem.rule, problem.place.path) for problem in report.problems]


def test_the_corpus_of_these_tests_is_clean(corpus: Path) -> None:
    """The tests below would count what is wrong anyway."""
    assert [] == said(check(corpus))


@pytest.mark.parametrize("kind", ["documents", "references", "annotators", "claims", "verdicts"])
@pytest.mark.parametrize("data", [b"\xff\n", b'{"id": \n'])
def test_a_file_that_cannot_be_read_is_one_problem(corpus: Path, kind: str, data: bytes) -> None:
    """Whoever breaks one bracket would be told of every name that leads into the file."""
    (corpus / f"{kind}.jsonl").write_bytes(data)

    report = check(corpus)

    assert [("unreadable", "")] == said(report)
    assert report.held_back > 0


@pytest.mark.parametrize("kind", ["documents", "references", "annotators", "claims", "verdicts"])
def test_a_misspelt_folder_is_one_problem_that_names_the_right_one(corpus: Path, kind: str) -> None:
    """Every record of the folder would be missed one by one."""
    (corpus / f"{kind}.jsonl").rename(corpus / f"{kind[:-1]}.jsonl")

    (problem,) = check(corpus).problems

    assert ("misfiled", f"did you mean {kind!r}?") == (problem.rule, problem.cure)


def broken() -> list[Any]:
    """Return values of each record that do not fit its schema."""
    cases: tuple[tuple[str, tuple[Any, ...], Any], ...] = (
        ("claims", ("id",), 21),
        ("claims", ("evidence", 0, "reference"), ["census"]),
        ("claims", ("evidence", 0, "finding"), 318),
        ("claims", ("evidence",), "census"),
        ("claims", ("appearances",), "leaflet"),
        ("claims", ("appearances", 0, "document"), ["leaflet"]),
        ("verdicts", ("claim",), ["sheep"]),
        ("verdicts", ("rationale",), 1),
        ("verdicts", ("rests_on",), "census"),
        ("verdicts", ("stances", "census"), "suports"),
        ("references", ("seen",), "https://example.org"),
        ("references", ("id",), 7),
        ("documents", ("sha256",), bytes_digest(WORDS.encode()).upper()),
    )
    return [pytest.param(*case, id=f"{case[0]}.{case[1]}") for case in cases]


@pytest.mark.parametrize(("kind", "path", "value"), broken())
def test_a_value_that_does_not_fit_is_one_problem(corpus: Path, kind: str, path: tuple[Any, ...], value: Any) -> None:
    """The message that tells what to do would drown among those that follow from it."""
    write(corpus, {"dataset": DATASET, kind: [_with(CORPUS[kind][0], path, value)]})

    assert {"schema-violation"} == {rule for rule, _ in said(check(corpus))}


def _with(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    if isinstance(record, list):
        return [_with(member, path[1:], value) if at == path[0] else member for at, member in enumerate(record)]
    return {**record, path[0]: _with(record[path[0]], path[1:], value)}


def test_what_no_broken_record_can_hold_is_told_beside_it(corpus: Path) -> None:
    """One bad value would hide every name that leads nowhere."""
    odd = {"id": "goats", "text": "Skerra has goats.", "topics": "goats", "appearances": [{"document": "leaflet"}]}
    verdict = {**CORPUS["verdicts"][0], "claim": "geese"}
    write(corpus, {"dataset": DATASET, "claims": [*CORPUS["claims"], odd], "verdicts": [*CORPUS["verdicts"], verdict]})

    assert [("claim-without-verdict", "id"), ("schema-violation", "topics"), ("dangling-id", "claim")] == said(
        check(corpus)
    )


def test_a_text_that_was_changed_is_one_problem(corpus: Path) -> None:
    """An edited text would be called missing, orphaned and changed."""
    (corpus / "texts" / "leaflet.txt").write_text("Skerra has two sheep.", "utf-8")

    assert [("changed-text", "sha256")] == said(check(corpus))


def test_a_file_that_was_copied_is_one_problem(corpus: Path) -> None:
    """Every record of the copy would be told as taken, and again as saying what another says."""
    (corpus / "claims").mkdir()
    (corpus / "claims" / "copy.jsonl").write_bytes((corpus / "claims.jsonl").read_bytes())

    (problem,) = check(corpus).problems

    assert ("duplicate-file", "copy.jsonl") == (problem.rule, Path(problem.place.file).name)
    assert "the same as 'claims.jsonl', byte for byte" == problem.message


def test_a_record_that_was_copied_is_one_problem(corpus: Path) -> None:
    """A claim that was pasted twice would be a taken id, a repeated text and a reused finding."""
    write(corpus, {"dataset": DATASET, "claims": [*CORPUS["claims"], {**CORPUS["claims"][0], "note": "pasted"}]})

    assert [("duplicate-id", "id")] == said(check(corpus))
