"""The page on a dataset: counts, faults by id, nothing of anybody's words."""

import contextlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.auditing import audit_corpus, audit_files, html, markdown
from factcheck.auditing.themes import THEMES
from factcheck.cli.main import run
from factcheck.errors import UsageError
from factcheck.files.signs import signs_of
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES
from tests import audits
from tests.cli.corpora import LIGHTHOUSE
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import lines, read_json
from tests.needs import samples

ROWS = [
    {"id": 1, "claim": "The lamp of Skerra shines at night.", "label": "SUPPORTS", "evidence": [[[1, 2, "Lamp", 0]]]},
    {"id": 1, "claim": "The lamp of Skerra shines at night.", "label": "REFUTES", "evidence": [[[1, 2, "Lamp", 1]]]},
    {"id": 2, "claim": "It was lit.", "label": "maybe", "evidence": []},
    {"id": 3, "claim": "", "label": "maybe", "evidence": []},
]


def _fever(folder: Path) -> Path:
    path = folder / "fever-dev.jsonl"
    path.write_bytes(lines(ROWS))
    return path


def test_every_rule_of_a_corpus_has_one_heading() -> None:
    """Breaks: what a new rule finds is left out of every audit."""
    named = [rule for rules in THEMES.values() for rule in rules]

    assert len(named) == len(set(named))
    assert {name for name, rule in RULES.items() if SCOPES[type(rule.CHECK)] != "release"} == set(named)


def test_an_audit_tells_rejects_conflicts_and_counts(tmp_path: Path) -> None:
    """Breaks: an author is not told what to mend."""
    audit = audit_files("auto", [_fever(tmp_path)])

    assert {"conflicting-labels", "duplicate-claim"} <= {fault.rule for fault in audit.faults}
    assert [("label must be one of SUPPORTS, REFUTES, NOT ENOUGH INFO", 1), ("'claim' must be text", 1)] == [
        (one.reason, one.count) for one in audit.reasons
    ]
    assert {"dev": {"supported": 1, "refuted": 1}} == audit.labels
    assert audit.conversion is not None
    assert (4, 2, 1) == (audit.conversion.rows, audit.conversion.converted, audit.conversion.renamed)
    assert "when a claim was made" in audit.unsaid


def test_a_count_that_differs_from_the_published_one_is_shown(tmp_path: Path) -> None:
    """Breaks: half a download passes for the dataset."""
    path = tmp_path / "paper_dev.jsonl"
    path.write_bytes(lines(FIXTURES["fever"]))

    assert (("paper_dev.jsonl", "rows", 9999, 3),) == audit_files("fever", [path]).expected


def test_rows_that_trusting_readers_lose_are_told(tmp_path: Path) -> None:
    """Breaks: everybody counts another number of rows, and nobody learns why."""
    path = tmp_path / "test.tsv"
    path.write_bytes(b'0\t"It fell.\tLamps help\n1\tIt rose.\tSheep help\n2\tIt stood."\tNobody helps\n')

    audit = audit_files("covid-fact-rte", [path])

    said = "test.tsv has 3 rows; a reader that trusts every quote, as Python's does, finds 1."
    assert (("test.tsv", 3, 1),) == audit.trusting
    assert said in markdown(audit)
    assert said in html(audit).replace("&#39;", "'")


def test_a_clean_corpus_has_nothing_to_mend() -> None:
    """Breaks: an audit cries wolf."""
    audit = audit_corpus(LIGHTHOUSE)

    assert () == audit.faults
    assert "Nothing was found wrong." in markdown(audit)
    assert "What to mend" not in html(audit)


def test_both_pages_say_the_same_of_each_fault(tmp_path: Path) -> None:
    """Breaks: who reads one page misses what the other says."""
    audit = audit_files("fever", [_fever(tmp_path)])
    for page in (markdown(audit), html(audit)):
        for fault in audit.faults:
            assert fault.rule in page
            assert fault.examples[0] in page


def test_no_words_of_a_claim_stand_in_a_page(tmp_path: Path) -> None:
    """Breaks: a page cannot be passed on where the dataset cannot."""
    audit = audit_files("fever", [_fever(tmp_path)])

    for page in (markdown(audit), html(audit)):
        assert "lamp of Skerra" not in page


@given(name=st.sampled_from(("<script>alert(1)</script>", "a|b`c", "![x](http://e.org)", "{{ 7 * 7 }}", "<b>")))
def test_a_hostile_id_is_inert(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Breaks: who opens the page of a stranger's dataset runs the stranger's script."""
    path = tmp_path_factory.mktemp("hostile") / "fever-dev.jsonl"
    rows = [{**row, "id": f"{name}{place}"} for place, row in enumerate(ROWS[:2])]
    path.write_bytes(lines(rows))

    audit = audit_files("fever", [path])

    for page in (markdown(audit), html(audit)):
        assert "<script" not in page
        assert "<b>" not in page
        assert "497" not in page
    assert "![x](" not in markdown(audit)
    assert "default-src 'none'" in html(audit)
    assert not re.search(r"(?:src|href)=", html(audit))


@given(
    parts=st.lists(st.sampled_from((b"\xef\xbb\xbf", b"a", b"\n", b"\r\n", b"\r", b"\xff", "é".encode())), max_size=8),
    block=st.integers(1, 5),
)
def test_signs_do_not_depend_on_where_a_block_ends(parts: list[bytes], block: int) -> None:
    """Breaks: a line break on the edge of a block is counted as two, or as none."""
    data = b"".join(parts)
    with pytest.MonkeyPatch.context() as patch, _written(data) as path:
        patch.setattr("factcheck.files.signs._BLOCK", block)
        signs = signs_of(path)

    assert data.count(b"\r\n") == signs.carriage_returns
    assert data.count(b"\n") == signs.carriage_returns + signs.line_feeds
    assert data.startswith(b"\xef\xbb\xbf") == signs.has_mark
    assert (len(data), _is_utf8(data)) == (signs.size, signs.is_utf8)


@contextlib.contextmanager
def _written(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        yield path


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def test_the_command_writes_both_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Breaks: the documented command does not do what it says."""
    code = run(["audit", "fever", str(_fever(tmp_path)), "-o", str(tmp_path / "out")])

    assert 1 == code
    assert {"audit.md", "audit.html"} == {path.name for path in (tmp_path / "out").iterdir()}
    assert "audit.md" in capsys.readouterr().out
    assert 0 == run(["audit", str(LIGHTHOUSE)])
    assert capsys.readouterr().out.startswith("# Audit: ")


@pytest.mark.parametrize("arguments", [["nothing"], ["fever", "none.jsonl"], ["unknown", __file__]])
def test_a_wrong_call_is_told(arguments: list[str]) -> None:
    """Breaks: a misspelt format ends in a traceback."""
    assert 2 == run(["audit", *arguments])


def test_wrong_inputs_raise_our_error(tmp_path: Path) -> None:
    """Breaks: a caller of the library cannot tell a wrong call from a bug."""
    with pytest.raises(UsageError, match="no file at"):
        audit_files("fever", [tmp_path / "none.jsonl"])


@pytest.mark.parametrize("name", audits.SETS)
def test_the_published_audits_are_those_of_the_files(name: str) -> None:
    """Breaks: the documentation shows figures that nobody gets."""
    made = audits.page(name)

    assert (audits.PAGES / f"{name}.md").read_text("utf-8") == made


@pytest.mark.parametrize("name", audits.SETS)
def test_the_published_audits_hold_no_words_of_claims(name: str) -> None:
    """Breaks: third parties' sentences are passed on with the project."""
    page = (audits.PAGES / f"{name}.md").read_text("utf-8")
    runs = {tuple(page.split()[at : at + 8]) for at in range(len(page.split()) - 7)}
    for file in audits.SETS[name][1]:
        for text in _texts(read_json(samples() / file)):
            words = text.split()
            assert not runs & {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for member in value.values() for text in _texts(member)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []
