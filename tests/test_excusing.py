"""Problems excused where they stand, and remarks that excuse nothing."""

import json
import shutil
from pathlib import Path

import pytest

from factcheck import build, check
from factcheck.checking.excusing import FIRM
from factcheck.problems import Report
from factcheck.rules import RULES

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
LONELY = (
    "id: lonely{}\ntype: book\ntitle: A book nobody uses\nURL: https://example.org/b\nseen: [https://example.org/b]\n"
)
REASON = "kept for the next volume"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a copy of the example."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))


def _with(corpus: Path, remark: str, text: str = LONELY) -> Report:
    (corpus / "references" / "lonely.yaml").write_text(text.format(remark), "utf-8")
    return check(corpus)


def _told(report: Report) -> list[tuple[str, str]]:
    return [(problem.rule, problem.message) for problem in report.problems]


@pytest.mark.parametrize("names", ["orphan-reference", "misfiled, orphan-reference"])
def test_a_remark_with_a_reason_excuses_its_line(corpus: Path, names: str) -> None:
    """What is right as it is would stand in every report, and hide what is not."""
    report = _with(corpus, f"  # factcheck: ignore[{names}] {REASON}")

    assert ["orphan-reference"] == [problem.rule for problem in report.ignored]
    assert REASON == report.ignored[0].excuse
    assert "orphan-reference" not in report.by_rule
    assert ("misfiled" in names) == (("void-ignore", "rule 'misfiled' finds nothing in line 1") in _told(report))


def test_a_remark_may_stand_alone_above_the_line(corpus: Path) -> None:
    """A long line would have to become longer."""
    report = _with(corpus, "", f"# factcheck: ignore[orphan-reference] {REASON}\n{LONELY}")

    assert () == report.problems
    assert 1 == len(report.ignored)


@pytest.mark.parametrize(
    ("remark", "message", "cure"),
    [
        ("[orphan-reference]", "a remark that ignores a rule and gives no reason", "say behind the brackets why"),
        ("", "a remark that ignores no rule by name", "write # factcheck: ignore[rule-name] and a reason"),
        (f"[orphan-referenec] {REASON}", "no rule 'orphan-referenec'", "did you mean 'orphan-reference'?"),
        (f"[xyz] {REASON}", "no rule 'xyz'", "factcheck rules lists them"),
    ],
)
def test_a_remark_that_excuses_nothing_is_told_beside_what_it_meant(
    corpus: Path, remark: str, message: str, cure: str
) -> None:
    """Its author would believe that it has an effect."""
    report = _with(corpus, f"  # factcheck: ignore{remark}")
    (void,) = [problem for problem in report.problems if problem.rule == "void-ignore"]

    assert (message, cure, 1, 13) == (void.message, void.cure, void.place.line, void.place.column)
    assert "orphan-reference" in report.by_rule
    assert () == report.ignored


@pytest.mark.parametrize("rule", sorted(FIRM))
def test_what_a_release_stands_on_is_excused_nowhere(corpus: Path, rule: str) -> None:
    """A release could be built in which an id leads nowhere."""
    report = _with(corpus, f"  # factcheck: ignore[{rule}] {REASON}")

    assert ("void-ignore", f"rule {rule!r} cannot be ignored") in _told(report)
    assert rule in RULES
    assert f"`{rule}`" in (RULES["void-ignore"].__doc__ or "") or rule == "void-ignore"


def test_an_error_that_is_firm_stays_one(corpus: Path) -> None:
    """A remark would let a build use a record that does not fit its schema."""
    text = LONELY.replace("type: book", f"type: book\ndesign: cohrt  # factcheck: ignore[schema-violation] {REASON}")

    assert "schema-violation" in _with(corpus, "", text).by_rule


def test_only_rules_that_were_asked_can_be_called_unused(corpus: Path) -> None:
    """Whoever asks one rule would be told to take every remark away; whoever lacks the texts, those for anchors."""
    _with(corpus, f"  # factcheck: ignore[orphan-reference, anchor-digest-mismatch, changed-text] {REASON}")

    assert () == check(corpus, rules=["misfiled", "void-ignore"]).problems
    assert () == check(corpus).problems


def test_a_release_says_how_many_exceptions_its_corpus_has(corpus: Path, tmp_path: Path) -> None:
    """Who uses a release would not know what was waived."""
    _with(corpus, f"  # factcheck: ignore[orphan-reference, xyz] {REASON}")
    build(corpus, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "release.json").read_text("utf-8"))

    assert {"orphan-reference": 1} == manifest["exceptions"]
