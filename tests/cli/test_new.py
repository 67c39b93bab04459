"""``factcheck new`` as a user types it: what it writes, where, what it asks and what it refuses."""

import io
import json
import os
import pty
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import check, load
from factcheck.cli.main import run
from factcheck.files.yaml_parser import parse_yaml
from factcheck.writing import write_corpus

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
CLAIMS = "claims/skerra-leaflet.yaml"

CENSUS_CLAIM = [
    *("--id", "skerra-residents-212", "--text", "Skerra has just over two hundred inhabitants."),
    *("--kind", "epidemiology", "--topic", "island-life", "--split", "test"),
    *("--document", "skerra-leaflet", "--words", "Life here follows the sea"),
    *("--evidence-reference", "skerra-2021-census", "--finding", "Counted 212 residents in the year 2021."),
]
LEAFLET = "https://example.org/leaflet"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example, named as a user in its parent folder names it."""
    shutil.copytree(LIGHTHOUSE, tmp_path / "skerra")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    document = Path("skerra/documents/skerra-leaflet.yaml")
    text = document.read_text("utf-8").replace(
        "287, kind: sentence, status: opinion", "287, kind: sentence, status: checkable"
    )
    document.write_text(text.replace("publisher:", f"url: {LEAFLET}\npublisher:", 1), "utf-8")
    return Path("skerra")


def _errors(corpus: Path) -> set[tuple[str, str]]:
    return {(problem.rule, problem.message) for problem in check(corpus).errors}


def _new(kind: str, *arguments: str) -> int:
    return run(["new", kind, "skerra", *arguments])


def _files(corpus: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(corpus.rglob("*")) if path.is_file()}


def test_a_claim_is_anchored_written_into_its_file_and_named_by_its_line(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A contributor would count characters by hand, and look for what was written."""
    before = (corpus / CLAIMS).read_text("utf-8")
    errors = _errors(corpus)

    code = _new("claim", *CENSUS_CLAIM)

    said = capsys.readouterr()
    line = before.count("\n") + 2
    assert (0, f"wrote skerra/{CLAIMS}:{line}\ncheck it: factcheck check skerra\n", "") == (code, said.out, said.err)
    after = (corpus / CLAIMS).read_text("utf-8")
    assert after.startswith(f"{before}\n- id: skerra-residents-212\n  text: Skerra has")
    claim = load(corpus).claims[-1]
    assert claim.appearances[0].anchor is not None
    assert (260, 285, "Life here follows the sea") == (
        claim.appearances[0].anchor.start,
        claim.appearances[0].anchor.end,
        claim.appearances[0].anchor.quote,
    )
    assert {("claim-without-verdict", "claim 'skerra-residents-212' has no verdict")} == _errors(corpus) - errors


def test_a_verdict_settles_the_new_claim(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim added by hand could not be judged by hand."""
    errors = _errors(corpus)
    _new("claim", *CENSUS_CLAIM)
    capsys.readouterr()

    code = _new(
        "verdict",
        *("--claim", "skerra-residents-212", "--annotator", "ben", "--label", "supported", "--certainty", "high"),
        *("--rationale", "The census counted everybody, and 212 is just over two hundred.", "--date", "2026-11-22"),
        *("--stance", "skerra-2021-census=supports", "--rests-on", "skerra-2021-census"),
    )

    assert (0, "wrote skerra/verdicts/ben/skerra-leaflet.yaml:50") == (code, capsys.readouterr().out.splitlines()[0])
    assert set() == _errors(corpus) - errors
    verdict = next(one for one in load(corpus).verdicts if one.claim == "skerra-residents-212")
    assert (("skerra-2021-census",),) == verdict.rests_on
    assert {"skerra-2021-census": "supports"} == dict(verdict.stances)


def test_a_second_opinion_and_its_adjudication_leave_no_error(corpus: Path) -> None:
    """A disagreement could be written and not settled, or settled without naming what was weighed."""
    errors = _errors(corpus)
    _new(
        "verdict",
        *("--claim", "skerra-ferry-bell", "--annotator", "ben", "--label", "not_enough_evidence"),
        *("--rationale", "One summer tells little of others."),
        *("--stance", "log-rule-begins=context", "--stance", "log-rule-ends=context"),
    )
    assert {"unsettled-disagreement"} == {rule for rule, _ in _errors(corpus) - errors}

    code = _new(
        "adjudication",
        *("--claim", "skerra-ferry-bell", "--annotator", "cleo", "--label", "supported", "--certainty", "low"),
        *("--rationale", "The log covers the summer that is asked about."),
        *("--stance", "log-rule-begins=supports", "--stance", "log-rule-ends=supports"),
        *("--rests-on", "log-rule-begins,log-rule-ends"),
    )

    assert 0 == code
    assert set() == _errors(corpus) - errors
    adjudication = next(one for one in load(corpus).adjudications if one.claim == "skerra-ferry-bell")
    seen = {name: (one.label, one.certainty) for name, one in adjudication.considered.items()}
    assert {"ada": ("supported", "moderate"), "ben": ("not_enough_evidence", None)} == seen
    assert (("log-rule-begins", "log-rule-ends"),) == adjudication.rests_on


def test_a_reference_names_its_schema_as_the_others_do(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new file would get no completion in an editor."""
    errors = _errors(corpus)

    code = _new(
        "reference",
        *("--id", "rask-2020-ferries", "--type", "article-journal", "--title", "Ferries of small islands"),
        *(
            "--author",
            "Rask, Tove",
            "--author",
            "Skerra Ferry Board",
            "--year",
            "2020-05",
            "--journal",
            "Island Studies",
        ),
        *("--doi", "https://doi.org/10.1000/SKERRA.1", "--design", "survey", "--n", "40"),
        *("--seen", "https://example.org/ferries"),
    )

    assert (0, "wrote skerra/references/rask-2020-ferries.yaml:2") == (code, capsys.readouterr().out.splitlines()[0])
    expected = (
        "# yaml-language-server: $schema=../../../schemas/0.1/reference.schema.json\n"
        "id: rask-2020-ferries\n"
        "type: article-journal\n"
        "title: Ferries of small islands\n"
        "author: [{family: Rask, given: Tove}, {literal: Skerra Ferry Board}]\n"
    )
    text = (corpus / "references" / "rask-2020-ferries.yaml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../../schemas/0.1/reference.schema.json\nid: rask-2020-ferries\n"
    )
    reference = next(one for one in load(corpus).references if one.id == "rask-2020-ferries")
    assert "10.1000/skerra.1" == reference.doi
    assert [("Rask", "Tove", None), (None, None, "Skerra Ferry Board")] == [
        (name.family, name.given, name.literal) for name in reference.author
    ]
    assert parse_yaml(expected).value.items() <= parse_yaml(text).value.items()
    assert set() == _errors(corpus) - errors


def test_csl_json_is_taken_from_standard_input(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Zotero or doi.org know of a paper would be typed in again."""
    errors = _errors(corpus)
    item = {
        "id": "http://zotero.org/users/1/items/ABC",
        "type": "article-journal",
        "title": "Ferries of small islands",
        "author": [{"family": "Beek", "given": "A.", "dropping-particle": "van"}, {"given": "Cher"}],
        "issued": {"date-parts": [["2020", 5]]},
        "container-title": "Island Studies",
        "volume": 10,
        "DOI": "10.1000/SKERRA.2",
        "publisher": "",
        "container-title-short": "Isl. Stud.",
    }
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps([item]).encode())))

    code = _new("reference", "--csl", "-", "--id", "beek-2020", "--design", "survey", "--seen", "https://doi.org/x")

    assert 0 == code
    found = parse_yaml((corpus / "references" / "beek-2020.yaml").read_text("utf-8")).value
    assert {
        "id": "beek-2020",
        "type": "article-journal",
        "title": "Ferries of small islands",
        "author": [{"family": "Beek", "given": "A."}, {"literal": "Cher"}],
        "issued": {"date-parts": [[2020, 5]]},
        "container-title": "Island Studies",
        "volume": "10",
        "DOI": "10.1000/skerra.2",
        "design": "survey",
        "seen": ["https://doi.org/x"],
        "extra": {"author": item["author"], "container-title-short": "Isl. Stud."},
    } == found
    assert set() == _errors(corpus) - errors


def test_a_document_is_described_and_its_text_is_not_copied(corpus: Path) -> None:
    """Somebody else's page would be committed with its manifest."""
    errors = _errors(corpus)
    Path("page.txt").write_bytes("Quillon\r\npage 🐑".encode())

    code = _new(
        "document",
        "--id",
        "old-page",
        "--title",
        "An old page",
        "--url",
        "https://example.org/old",
        "--text",
        "page.txt",
    )

    assert 0 == code
    text = (corpus / "documents" / "old-page.yaml").read_text("utf-8")
    assert 15 == parse_yaml(text).value["length"]
    assert "Quillon" not in text
    assert not any(b"Quillon" in data for data in _files(corpus).values())
    assert set() == _errors(corpus) - errors


def test_an_annotator_starts_an_own_folder_of_verdicts(corpus: Path) -> None:
    """A new annotator's verdicts would land among another's."""
    errors = _errors(corpus)
    _new("annotator", "--id", "dora", "--kind", "person", "--name", "Dora (fictional)")
    _new(
        "verdict",
        *("--claim", "skerra-tower-41-metres", "--annotator", "dora", "--label", "refuted"),
        *("--rationale", "Ten metres too many.", "--stance", "skerra-almanac=refutes", "--rests-on", "skerra-almanac"),
    )

    text = (corpus / "verdicts" / "dora" / "skerra-leaflet.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../../schemas/0.1/verdicts.schema.json\n- claim: ")
    assert set() == _errors(corpus) - errors


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (f"{LEAFLET}#:~:text=Life%20here%20follows,sea", (260, 285, "Life here")),
        (f"{LEAFLET}/#:~:text=left.-,Life%20here,-follows&text=other", (260, 269, "Life")),
        (f"{LEAFLET}#:~:text=the%20lighthouse%2C", (660, 675, "the lighthouse,")),
        (f"{LEAFLET}#:~:text=not%20there", (None, None, "not there")),
    ],
)
def test_a_link_to_a_highlight_becomes_an_anchor(
    link: str, expected: tuple[int | None, int | None, str], corpus: Path
) -> None:
    """Who has only a browser could not say where a claim is made."""
    code = _new("claim", "--id", "by-link", "--text", "A statement found by its link.", "--link", link)

    claim = load(corpus).claims[-1]
    anchor = claim.appearances[0].anchor
    assert 0 == code
    assert "skerra-leaflet" == claim.appearances[0].document
    assert anchor is not None
    assert expected[:2] == (anchor.start, anchor.end)
    assert (anchor.fragment or "").startswith(expected[2].split()[0])


def test_a_link_into_an_unknown_page_is_kept_as_it_is(corpus: Path) -> None:
    """The only trace of where a claim is made would be lost."""
    link = "https://example.org/blog#:~:text=Half%20of%20them"
    _new("claim", "--id", "by-link", "--text", "A statement found by its link.", "--link", link)

    assert link == load(corpus).claims[-1].appearances[0].url


def test_a_claim_goes_into_the_file_that_is_named(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Claims about no document could be filed nowhere."""
    for name in ("hearsay.yaml", "claims/hearsay.yaml", "skerra/claims/hearsay.yaml"):
        code = _new("claim", "--id", f"c{len(name)}", "--text", f"Somebody said {name}.", "--file", name)
        assert (0, "wrote skerra/claims/hearsay.yaml") == (code, capsys.readouterr().out.split(":")[0])

    assert 3 == len(parse_yaml((corpus / "claims" / "hearsay.yaml").read_text("utf-8")).value)


def test_what_a_rule_will_ask_for_is_said(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script would write records that the next check refuses, without a word."""
    code = _new("verdict", "--claim", "skerra-ferry-bell", "--annotator", "ben", "--label", "supported")

    assert 0 == code
    assert [
        "without --rationale the check will complain: verdict-without-rationale",
        "without --stance log-rule-begins= the check will complain: evidence-without-stance",
        "without --stance log-rule-ends= the check will complain: evidence-without-stance",
        "without --rests-on the check will complain: label-without-evidence",
    ] == capsys.readouterr().err.splitlines()


VERDICT = ["--claim", "skerra-ferry-bell", "--annotator", "ben", "--label", "supported"]
CLAIM = ["--id", "new", "--text", "A new claim."]


@pytest.mark.parametrize(
    ("kind", "arguments", "said"),
    [
        ("claim", [], "missing --id, --text; in a terminal you are asked for what is missing"),
        ("verdict", [], "missing --claim, --annotator, --label; in a terminal"),
        ("annotator", ["--id", "dora"], "missing --kind; in a terminal"),
        ("reference", ["--csl", "-", "--title", "x"], "--csl must be CSL-JSON"),
        ("reference", ["--title", "x"], "missing --id, --type; in a terminal"),
        ("claim", ["--id", "skerra-ferry-bell", "--text", "x"], "claim 'skerra-ferry-bell' is there already: skerra/claims/"),
        ("document", ["--id", "skerra-leaflet"], "document 'skerra-leaflet' is there already: skerra/documents/"),
        ("annotator", ["--id", "ada", "--kind", "person"], "annotator 'ada' is there already"),
        ("claim", [*CLAIM, "--document", "skerra-leaflets"], "no document 'skerra-leaflets'; did you mean 'skerra-leaflet'?"),
        ("claim", [*CLAIM, "--topic", "lighthose"], "no topic 'lighthose'; did you mean 'lighthouse'?"),
        ("claim", [*CLAIM, "--evidence-reference", "census"], "no reference 'census'"),
        ("claim", [*CLAIM, "--attributed-to", "skerra-2022-census"], "did you mean 'skerra-2021-census'?"),
        ("claim", [*CLAIM, "--finding", "Two."], "each --finding belongs to an --evidence-reference (got 1 for 0)"),
        ("claim", [*CLAIM, "--document", "skerra-leaflet", "--words", "lighthouse"], "stand 2 times in 'skerra-leaflet' (37"),
        ("claim", [*CLAIM, "--document", "skerra-leaflet", "--words", "whale"], "these words stand nowhere in"),
        ("claim", [*CLAIM, "--document", "skerra-leaflet", "--start", "5"], "--start and --end come together"),
        ("claim", [*CLAIM, "--document", "skerra-leaflet", "--start", "5", "--end", "5000"], "a stretch of 840 code points"),
        ("claim", [*CLAIM, "--words", "the sea"], "point into a document: name it by --document"),
        ("claim", [*CLAIM, "--link", LEAFLET, "--document", "skerra-leaflet"], "--link says where by itself"),
        ("claim", [*CLAIM, "--file", "verdicts/ben/x.yaml"], "--file must name a .yaml or .jsonl file in claims/"),
        ("claim", ["--id", "new", "--text", "  "], "a claim must have 'text'"),
        ("claim", ["--id", "two\nlines", "--text", "x"], "'id' must be an id without control characters"),
        ("claim", [*CLAIM, "--kind", "hearsay"], "Invalid value for '--kind'"),
        ("claim", [*CLAIM, "--split", "my split"], "'split' must"),
        ("verdict", ["--claim", "skerra-ferry-bel", *VERDICT[2:]], "did you mean 'skerra-ferry-bell'?"),
        ("verdict", [*VERDICT[:2], "--annotator", "bem", *VERDICT[4:]], "no annotator 'bem'; did you mean 'ben'?"),
        ("verdict", [*VERDICT[:2], "--annotator", "ada", *VERDICT[4:]], "'ada' has judged claim 'skerra-ferry-bell' already"),
        ("verdict", [*VERDICT, "--stance", "log=supports"], "has no evidence 'log'"),
        ("verdict", [*VERDICT, "--stance", "log-rule-ends=yes"], "--stance takes EVIDENCE=STANCE"),
        ("verdict", [*VERDICT, "--rests-on", "log-rule-ends,log-rule-begin"], "did you mean 'log-rule-begins'?"),
        ("verdict", [*VERDICT, "--date", "yesterday"], "'date' must"),
        ("adjudication", ["--claim", "skerra-ferry-seasickness", *VERDICT[2:]], "is adjudicated already"),
        ("reference", ["--id", "x", "--year", "MMXX"], "--year must be YYYY, YYYY-MM or YYYY-MM-DD (got 'MMXX')"),
        ("reference", ["--id", "x", "--csl", "-"], "--csl must be CSL-JSON"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_and_writes_nothing(
    kind: str, arguments: list[str], said: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the pen would become a record that somebody has to find again."""
    before = _files(corpus)

    code = _new(kind, *arguments)

    assert (2, before) == (code, _files(corpus))
    assert said in capsys.readouterr().err


def test_words_need_the_text_of_their_document(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An anchor that nobody can verify would be written, or the words of a page that is withheld."""
    shutil.move(corpus / "texts", "elsewhere")
    arguments = [*CLAIM, "--document", "skerra-leaflet", "--words", "Life here follows the sea"]

    assert 2 == _new("claim", *arguments)
    assert "the text of 'skerra-leaflet' is not at hand: name its folder by --documents" in capsys.readouterr().err
    assert 0 == _new("claim", *arguments, "--documents", "elsewhere")


def test_words_of_a_withheld_page_are_not_written(corpus: Path) -> None:
    """An anchor would carry the words that it is there to point at."""
    document = corpus / "documents" / "skerra-leaflet.yaml"
    document.write_text(document.read_text("utf-8").replace("redistribute: true", "redistribute: false"), "utf-8")
    shutil.move(corpus / "texts", "elsewhere")
    _new("claim", *CENSUS_CLAIM, "--documents", "elsewhere")

    anchor = load(corpus).claims[-1].appearances[0].anchor
    assert anchor is not None
    assert (260, 285, "Life", None) == (anchor.start, anchor.end, anchor.fragment, anchor.quote)


def test_json_lines_get_a_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus in its bulk form would grow YAML files beside it."""
    bulk = Path("bulk")
    write_corpus(load(corpus), bulk, form="jsonl")
    before = _files(bulk)

    code = run(["new", "claim", "bulk", *CENSUS_CLAIM])
    run(["new", "annotator", "bulk", "--id", "dora", "--kind", "model"])

    assert 0 == code
    assert "wrote bulk/claims/claims.jsonl:9\n" in capsys.readouterr().out
    after = _files(bulk)
    assert list(before) == list(after)
    assert after["bulk/claims/claims.jsonl"].startswith(before["bulk/claims/claims.jsonl"])
    assert "dora" == json.loads(after["bulk/annotators/annotators.jsonl"].splitlines()[-1])["id"]


def test_words_are_written_in_their_composed_form(corpus: Path) -> None:
    """What some keyboards type would be an error that nobody can see."""
    _new("annotator", "--id", "dora", "--kind", "person", "--name", "Rene\u0301e ")

    assert "Ren\u00e9e" == next(one.name for one in load(corpus).annotators if one.id == "dora")


# -- blind ------------------------------------------------------------------------------------------------------------


def test_a_blind_sheet_shows_evidence_and_nobodys_judgement(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second annotator would be led by the first, and their agreement would mean nothing."""
    code = _new("verdict", "--blind", "--annotator", "ben")

    sheet = capsys.readouterr().out
    parsed = parse_yaml(sheet)
    assert (0, ()) == (code, parsed.flaws)
    assert ["skerra-tower-41-metres", "skerra-first-keeper-goat", "skerra-ferry-bell"] == [
        entry["claim"] for entry in parsed.value
    ]
    assert {"log-rule-begins": "", "log-rule-ends": ""} == parsed.value[-1]["stances"]
    assert "Gives a height of 31 metres" in sheet
    assert "# 3 of 8 claims for ben to judge\n" in sheet
    corpus_ = load(corpus)
    for rationale in [one.rationale for one in corpus_.verdicts] + [one.rationale for one in corpus_.adjudications]:
        assert rationale is not None
        assert " ".join(rationale.split()[:4]) not in " ".join(sheet.replace("#", "").split())
    assert "ada" not in sheet.split()


def test_a_blind_sheet_says_where_the_guidelines_are(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotator would judge by rules of their own."""
    Path("docs").mkdir()
    Path("docs/annotation-guidelines.md").write_text("# Guidelines\n", "utf-8")
    _new("verdict", "--blind", "--annotator", "ben", "--claim", "skerra-ferry-seasickness")

    sheet = capsys.readouterr().out
    assert "# guidelines: docs/annotation-guidelines.md\n" in sheet
    assert "    # Census of Skerra (fictional); 2021; survey; invented for this example" in sheet
    assert "n = 212; table 4" in " ".join(sheet.replace("#", "").split())
    assert ["skerra-ferry-seasickness"] == [entry["claim"] for entry in parse_yaml(sheet).value]


def test_a_filled_blind_sheet_is_a_file_of_verdicts(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an annotator filled in would have to be written once more."""
    errors = _errors(corpus)
    _new("annotator", "--id", "dora", "--kind", "person")
    capsys.readouterr()
    _new("verdict", "--blind", "--annotator", "dora", "--claim", "skerra-tower-41-metres")
    sheet = capsys.readouterr().out
    for key, filled in (
        ("label:", "refuted"),
        ("rationale:", "Ten metres too many."),
        ("skerra-almanac:", "refutes"),
        ("rests_on: []", "rests_on: [[skerra-almanac]]"),
    ):
        line = next(line for line in sheet.split("\n") if line.strip() == key)
        sheet = sheet.replace(line, line.replace("rests_on: []", "") + ("" if "rests" in key else " ") + filled, 1)
    file = corpus / "verdicts" / "dora" / "skerra-leaflet.yaml"
    file.parent.mkdir()
    file.write_text(sheet, "utf-8")

    assert set() == _errors(corpus) - errors


# -- in a terminal ----------------------------------------------------------------------------------------------------


def _talk(arguments: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the command in a terminal of its own, give each answer when its question is there, and return what it showed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True)
    os.close(theirs)
    waiting, shown, rest = iter(answers), "", ""
    question, answer = next(waiting)
    for piece in _pieces(ours):
        shown += piece
        rest += piece
        if question and question in rest and rest.endswith(": "):
            os.write(ours, f"{answer}\n".encode())
            rest = ""
            question, answer = next(waiting, ("", ""))
    os.close(ours)
    return process.wait(timeout=30), shown


def _pieces(terminal: int) -> Iterator[str]:
    while True:
        ready, _, _ = select.select([terminal], [], [], 30)
        try:
            piece = os.read(terminal, 4096) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return
        if not piece:
            return
        yield piece.decode()


def test_in_a_terminal_what_is_missing_is_asked_for(corpus: Path) -> None:
    """A contributor would have to learn the flags and the closed words by heart."""
    errors = _errors(corpus)
    code, shown = _talk(
        ["new", "verdict", "skerra", "--annotator", "ben"],
        [
            ("--claim", "skerra-tower-41-metres"),
            ("--label", "wrong"),
            ("--label", "refuted"),
            ("--rationale", "Ten metres too many."),
            ("--stance skerra-almanac=", "refutes"),
            ("--rests-on", "skerra-almanac"),
        ],
    )

    assert 0 == code, shown
    assert "Gives a height of 31 metres" in shown
    assert "refuted: the evidence, taken together, contradicts the claim; not: nothing was found for it" in shown
    assert "wrote skerra/verdicts/ben/skerra-leaflet.yaml:50" in shown
    assert set() == _errors(corpus) - errors


def test_in_a_terminal_what_only_a_rule_asks_for_may_be_left_out(corpus: Path) -> None:
    """Somebody who does not know the place of a claim could not get past the question."""
    code, shown = _talk(
        ["new", "claim", "skerra"],
        [
            ("--id", "from-hearsay"),
            ("--text", "Skerra has a ghost."),
            ("--kind", ""),
            ("--document", ""),
            ("--evidence-reference", ""),
        ],
    )

    assert 0 == code, shown
    assert "safety: harms, side effects, dependence, interactions" in shown
    assert "without --document the check will complain: claim-without-appearance" in shown
    assert {"id": "from-hearsay", "text": "Skerra has a ghost."} == parse_yaml(
        (corpus / CLAIMS).read_text("utf-8")
    ).value[-1]
