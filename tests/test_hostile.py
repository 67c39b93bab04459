"""Corpora and folders that mean harm are refused or harmless, in bounded time and memory."""

import importlib
import pkgutil
import re
import resource
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import orjson
import pytest
import regex
from hypothesis import given

import factcheck
from factcheck import ReleaseError, build, check, verify
from factcheck.cli.main import run
from factcheck.files.naming import file_name
from factcheck.testing import ids
from tests.cli.corpora import LIGHTHOUSE, copied, replaced
from tests.rules.corpora import write

RESERVED = ("con", "prn", "aux", "nul", "com1", "lpt9", "CON", "nul.yaml")
LEAVING = ("../../x", "/etc/passwd", "..", ".", "a/../../b", "C:\\x", "\\\\host\\share", "a\x00b", "~root", *RESERVED)
SECONDS = 5.0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize("name", LEAVING)
def test_an_id_never_leads_out_of_the_folder_nor_to_a_device(name: str) -> None:
    """A record could overwrite a file elsewhere, or hang on a device of Windows."""
    written = file_name(name)

    assert re.fullmatch(r"[a-z0-9%A-F_-]+", written)
    assert written not in {one.lower() for one in RESERVED}


@given(ids())
def test_any_id_is_one_part_of_a_path(name: str) -> None:
    """As above, for ids that nobody thought of."""
    assert (file_name(name),) == Path(file_name(name)).parts


def test_records_with_ids_that_lead_out_are_built_inside_the_folder(tmp_path: Path) -> None:
    """A release would write where its records point."""
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    names = [name for name in LEAVING if "\x00" not in name]
    claims = [{"id": name, "text": f"Claim {number}."} for number, name in enumerate(names)]
    write(corpus, {"dataset": {"profile": "imported", "gold": {"policy": "optional"}}, "claims": claims})

    build(corpus, out)

    assert () == verify(out).problems
    assert {"corpus", "out"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("split", ["../../x", "a/b", "..", "x\x00"])
def test_a_split_that_is_no_name_is_refused(corpus: Path, split: str) -> None:
    """Splits are parts of file names in a release."""
    line = orjson.dumps({"id": "late", "text": "It is late.", "split": split}) + b"\n"
    (corpus / "claims" / "more.jsonl").write_bytes(line)

    assert {"schema-violation", "unreadable"} & set(check(corpus).by_rule)


@pytest.mark.parametrize("name", ["claims/more.yaml", "claims/more.jsonl", "texts/more.txt"])
def test_a_link_that_leads_out_of_the_corpus_is_not_read(corpus: Path, tmp_path: Path, name: str) -> None:
    """Somebody's pull request could print the secrets of the machine that checks it."""
    secret = tmp_path / "secret"
    secret.write_text("password: hunter2\n", "utf-8")
    (corpus / name).symlink_to(secret)

    problems = [problem for problem in check(corpus).problems if problem.rule == "unreadable"]

    assert ["a link that leads out of the corpus"] == [problem.message for problem in problems]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "content", [BOMB, "[" * 100_000, "{a: " * 100_000, "? " * 50_000, "- " * 50_000, "a: 1\n" * 100_000, "&a " * 50_000],
    ids=["bomb", "lists", "mappings", "keys", "items", "repeated", "anchors"],
)  # fmt: skip
def test_yaml_that_grows_or_nests_is_refused_in_time(corpus: Path, content: str) -> None:
    """A small file would take the machine's memory, or hours."""
    (corpus / "claims" / "bomb.yaml").write_text(content, "utf-8")
    started = time.monotonic()

    assert {"unreadable", "duplicate-key", "schema-violation"} & set(check(corpus).by_rule)
    assert time.monotonic() - started < 4 * SECONDS


@pytest.mark.parametrize("name", ["claims/big.yaml", "claims/big.jsonl", "texts/big.txt", "dataset.yaml"])
def test_a_scalar_of_a_hundred_megabytes_is_refused_unread(corpus: Path, name: str) -> None:
    """One value would fill the memory of the machine that checks it."""
    with (corpus / name).open("wb") as file:
        file.truncate(100 * 1024**2)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert "unreadable" in check(corpus).by_rule
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024  # kilobytes


BAIT: tuple[str, ...] = ("a" * 4_000, "a " * 2_000, "1." * 2_000, "-" * 4_000, "<" * 4_000, "&" * 4_000, "(" * 4_000)
BAIT += ("\n" * 4_000, " " * 4_000, "." * 4_000, "10." + "/" * 4_000, "http://" + "a." * 2_000, "é" * 4_000)


def _patterns() -> dict[str, Any]:
    """Return every regular expression that a module holds, by its words."""
    found: dict[str, Any] = {}
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if module.name.startswith("factcheck.__main__"):
            continue
        try:
            values = vars(importlib.import_module(module.name)).values()
        except ModuleNotFoundError:  # a leaf that stands on an extra which is not installed
            continue
        for value in values:
            if isinstance(value, (re.Pattern, regex.Pattern)) and isinstance(value.pattern, str):
                found[value.pattern] = value
    return found


def test_no_regular_expression_takes_long_over_bait() -> None:
    """A text could be written that makes a check run for years."""
    slow: dict[str, float] = {}
    for words, pattern in _patterns().items():
        for bait in (*BAIT, *(f"{bait}!" for bait in BAIT)):
            started = time.process_time()
            pattern.search(bait)
            pattern.fullmatch(bait)
            slow[words] = max(slow.get(words, 0.0), time.process_time() - started)

    assert len(slow) > 20
    assert {} == {words: seconds for words, seconds in slow.items() if seconds > 0.5}


def test_nothing_is_fetched_whatever_a_corpus_or_release_refers_to(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus could tell its author who checks it, or make the machine ask inside its own network."""
    reference = {
        "$ref": "http://127.0.0.1:1/schema.json",
        "$schema": "http://127.0.0.1:1/x",
        "$id": "http://127.0.0.1:1",
    }
    line = {"id": "late", "text": "It is late.", "extra": reference}
    (corpus / "claims" / "more.jsonl").write_bytes(orjson.dumps(line) + b"\n")
    replaced(corpus / "dataset.yaml", "gold: {policy: required", "gold: {policy: optional")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    off = "  claim-without-appearance: {level: off, reason: a test}\n  claim-without-verdict: {level: off, reason: a test}\n"
    (corpus / "dataset.yaml").write_text((corpus / "dataset.yaml").read_text("utf-8") + off, "utf-8")
    check(corpus)
    release = build(LIGHTHOUSE, tmp_path / "out").path
    (release / "schemas" / "claim.schema.json").write_bytes(orjson.dumps(reference))

    assert {"checksum-differs", "features-changed"} == set(verify(release).by_rule)


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_html_and_script_in_any_text_are_inert_in_card_and_pictures(tmp_path: Path) -> None:
    """A dataset's page on the Hub would run what a record says."""
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    dataset = {
        "title": SCRIPT,
        "description": SCRIPT,
        "licence": SCRIPT,
        "citation": SCRIPT,
        "authors": [{"literal": SCRIPT}],
        "topics": {SCRIPT: SCRIPT},
        "profile": "imported",
        "rules": {"html-leftover": {"level": "off", "reason": SCRIPT}},
    }
    source = {"id": SCRIPT, "title": SCRIPT, "type": "book", "url": f"https://example.org/{SCRIPT}"}
    claim = {"id": SCRIPT, "text": SCRIPT, "topics": [SCRIPT], "evidence": [{"reference": SCRIPT, "finding": SCRIPT}]}
    verdict = {"claim": SCRIPT, "annotator": SCRIPT, "label": "supported", "rationale": SCRIPT}
    annotator = {"id": SCRIPT, "kind": "person", "name": SCRIPT, "note": SCRIPT}
    records = {"claims": [claim], "verdicts": [verdict], "annotators": [annotator], "references": [source]}
    write(corpus, {"dataset": dataset, **records, "documents": [{"id": SCRIPT, "title": SCRIPT}]})
    off = [problem.rule for problem in check(corpus).errors]
    rules = {name: {"level": "off", "reason": "a test"} for name in off}
    write(corpus, {"dataset": {**dataset, "rules": {**dataset["rules"], **rules}}})  # type: ignore[dict-item]

    build(corpus, out)

    shown = [out / "README.md", *out.rglob("*.svg")]
    assert len(shown) > 1
    for file in shown:
        words = _outside_code(file.read_text("utf-8").lower())
        assert "<script" not in words, file
        assert "<img" not in words, file


def _outside_code(text: str) -> str:
    """Return Markdown without its YAML header and its code, in which nothing is run."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return re.sub(r"(`+).+?\1", "", text, flags=re.DOTALL)


def test_a_disk_that_is_full_is_said_and_costs_nothing(tmp_path: Path) -> None:
    """A full disk would leave half a release under the name of the whole."""
    out = build(LIGHTHOUSE, tmp_path / "out").path
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    limited = (
        "import resource, signal, sys; from factcheck.cli.main import run;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
        "sys.exit(run(sys.argv[1:]))"
    )
    program = [sys.executable, "-c", limited, "build", str(LIGHTHOUSE), "-o", str(out)]

    done = subprocess.run(program, capture_output=True, text=True, check=False)

    assert 1 == done.returncode, done.stderr
    assert "file too large; what stood there still does" in done.stderr
    assert before == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [out] == list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path would end in a traceback."""
    (tmp_path / "file").write_text("mine", "utf-8")

    with pytest.raises(ReleaseError, match="could not be written"):
        build(LIGHTHOUSE, tmp_path / "file" / "out")

    assert "mine" == (tmp_path / "file").read_text("utf-8")
    assert 1 == run(["build", str(LIGHTHOUSE), "-o", str(tmp_path / "file" / "out")])
    assert "Traceback" not in capsys.readouterr().err
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
