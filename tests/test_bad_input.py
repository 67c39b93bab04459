"""Whatever lies in a folder, a check tells what is wrong, where, and what to do; it never ends in a traceback."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck import InvalidCorpus, Problem, UsageError, check, load
from factcheck.files.yaml_parser import parse_yaml
from factcheck.reading import DATASET
from factcheck.records.corpus import KINDS
from tests.files.json_values import YAML_WORDS, json_values, plain

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
SOUND = """\
name: x
version: 0.1.0
released: 2026-11-22
schema_version: "0.1"
licence: CC0-1.0
language: en
profile: authored
"""
# a check takes a tenth of a second, so it is asked less often than the parsers are
QUICK = settings(max_examples=max(10, settings().max_examples // 4))
GARBAGE = bytes(range(256)) * 4
KEYS = sorted(
    {"id", "text", "kind", "start", "end", "digest", "extra", "rests_on", "stances", "considered", "label", "claim"}
    | {"annotator", "evidence", "appearances", "anchor", "document", "reference", "url", "rights", "redistribute"}
    | {"issued", "date-parts", "passages", "sha256", "length", "topics", "rules", "gold", "level", "settings", "votes"}
)


@pytest.fixture
def lighthouse(tmp_path: Path) -> Path:
    """A copy of the example to break."""
    return shutil.copytree(LIGHTHOUSE, tmp_path / "lighthouse")


def _put(corpus: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        file = corpus / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return corpus


def _told(corpus: Path) -> list[Problem]:
    """Check and load a corpus; return the problems, each of which must lead somewhere."""
    report = check(corpus)
    try:
        load(corpus)
        refused = False
    except InvalidCorpus as error:
        refused = bool(error.report.errors)
    basic = {"unreadable", "duplicate-key", "schema-violation"}

    assert refused == any(problem.rule in basic for problem in report.errors)
    for problem in report.problems:
        _leads_somewhere(problem)
    return list(report.problems)


def _leads_somewhere(problem: Problem) -> None:
    assert problem.message
    for place in problem.places:
        file = Path(place.file)
        assert os.path.lexists(file)
        if place.line and file.is_file():
            lines = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert 1 <= place.line <= len(lines)
            assert place.column >= 1


@pytest.mark.parametrize("ask", [check, load])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no such folder"),
        (lambda path: path.mkdir(), "a corpus starts with a dataset.yaml, and there is none"),
        (lambda path: path.write_text("x"), "a corpus is a folder with a dataset.yaml"),
        (lambda path: path.symlink_to(path), "there is no such folder"),
        (lambda path: (path / DATASET).mkdir(parents=True), "a corpus starts with a dataset.yaml, and there is none"),
        (lambda path: (path / "data").symlink_to(path / "data") if path.mkdir() is None else None, "starts with"),
    ],
    ids=["missing", "empty", "file", "loop", "folder-named-dataset", "loop-named-data"],
)
def test_what_is_no_corpus_is_a_wrong_call(
    tmp_path: Path, ask: Callable[[Path], object], make: Callable[[Path], None], said: str
) -> None:
    """Breaks: a typing error in the path ends in a traceback."""
    make(tmp_path / "corpus")
    with pytest.raises(UsageError, match=f"no corpus at .*{said}"):
        ask(tmp_path / "corpus")


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (DATASET, "", "dataset.yaml must hold one record (got none)"),
        (DATASET, "# nothing\n", "dataset.yaml must hold one record (got none)"),
        (DATASET, "[]", "dataset.yaml must hold one record (got none)"),
        (DATASET, "just words", "dataset must be a mapping (got 'just words')"),
        (DATASET, "a: [", "not YAML: "),
        (DATASET, GARBAGE, "not UTF-8: byte 0x80 cannot stand here"),
        ("claims/a.yaml", GARBAGE, "not UTF-8: byte 0x80 cannot stand here"),
        ("claims/a.jsonl", GARBAGE, "not UTF-8: byte 0x80 cannot stand here"),
        ("claims/a.yaml", "a\0b", "a NUL character"),
        ("claims/a.jsonl", '{"id": "a\0b"}', "a NUL character"),
        ("claims/a.yaml", "[" * 200_000, "nested too deeply"),
        ("claims/a.yaml", "- " * 200_000, "nested too deeply"),
        ("claims/a.yaml", "? " * 200_000, "nested too deeply"),
        ("claims/a.jsonl", "[" * 200_000, "not JSON: nested too deeply"),
        ("claims/a.jsonl", '{"a":' * 200_000, "not JSON: nested too deeply"),
        ("claims/a.yaml", "null", "claim must be a mapping (got null)"),
        ("claims/a.jsonl", "null\n3\n", "claim must be a mapping (got null)"),
        ("claims/a.yaml", "- id: a\n  id: b\n  text: x\n", "key 'id' stands twice; first in line 1"),
        ("claimz/a.yaml", "- id: a", "'claimz/a.yaml' stands in no folder that holds records"),
        ("a.yaml", "- id: a", "'a.yaml' stands in no folder that holds records"),
        ("texts/a.txt", GARBAGE, "not UTF-8: byte 0x80 cannot stand here"),
        ("claims/a.yaml", "id: a\ntext: x\ntexd: y\n", "unknown key 'texd' in a claim"),
        ("claims/a.yaml", "- id: a\n  text: 3\n", "'text' must be text (got 3)"),
        (
            "documents/a.yaml",
            "id: a\nlength: 1e300\n",
            "'length' must be a whole number up to 9007199254740991 (got 1e+300)",
        ),
        ("documents/a.jsonl", '{"id": "a", "length": 1e999}', "number 1e999 is not finite"),
        ("claims/a.json", "[]", "files that end in '.json' are not read"),
        ("claims/a.YAML", "[]", "files that end in '.YAML' are not read"),
        ("claims/a.ndjson", "{}", "files that end in '.ndjson' are not read"),
    ],
)
def test_a_broken_file_is_a_problem_with_a_place(lighthouse: Path, file: str, content: bytes | str, said: str) -> None:
    """Breaks: one broken file ends the check, or passes."""
    problems = _told(_put(lighthouse, {file: content}))
    mine = [problem for problem in problems if problem.message.startswith(said)]

    assert [(lighthouse / file).as_posix()] == [problem.place.file for problem in mine[:1]]
    assert mine[0].cure or "must be" in said
    assert "error" == mine[0].level


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("claims/a.yaml", lambda path: path.symlink_to(path), "this is a link that leads nowhere"),
        ("claims/a.jsonl", lambda path: path.symlink_to("nowhere"), "this is a link that leads nowhere"),
        ("claims/a.yaml", lambda path: path.mkdir(), "this is a folder"),
        ("claims/a.jsonl", lambda path: path.mkdir(), "this is a folder"),
        ("claims/a.yaml", os.mkfifo, "this is no regular file"),
        ("texts/a.yaml", lambda path: path.mkdir(), "this is a folder"),
        ("texts/a.yaml", lambda path: path.symlink_to("nowhere"), "this is a link that leads nowhere"),
    ],
)
def test_what_only_looks_like_a_file_of_records_is_a_problem(
    lighthouse: Path, name: str, make: Callable[[Path], None], said: str
) -> None:
    """Breaks: records behind a broken link are missed without a word, or a pipe is waited for without end."""
    make(lighthouse / name)
    (problem,) = _told(lighthouse)

    assert ((lighthouse / name).as_posix(), 0) == (problem.place.file, problem.place.line)
    assert problem.message.endswith(said)
    assert problem.cure


def test_links_in_a_circle_are_walked_once(lighthouse: Path) -> None:
    """Breaks: a link to the corpus inside itself costs for ever, or doubles every record."""
    (lighthouse / "claims" / "again").symlink_to(lighthouse)

    assert [] == _told(lighthouse)


def test_a_file_that_may_not_be_read_is_a_problem(lighthouse: Path) -> None:
    """Breaks: a file that another user owns ends in a traceback."""
    file = lighthouse / "claims" / "skerra-leaflet.yaml"
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read any file")
    said = [problem.message for problem in _told(lighthouse) if problem.rule == "unreadable"]

    assert ["cannot be read: permission denied"] == said


@pytest.mark.parametrize("make", [lambda card: None, lambda card: card.mkdir(), lambda card: card.write_bytes(GARBAGE)])
def test_a_card_is_nothing_that_a_check_needs(lighthouse: Path, make: Callable[[Path], None]) -> None:
    """Breaks: a corpus without a card, or with a bad one, cannot be checked."""
    (lighthouse / "card.md").unlink()
    make(lighthouse / "card.md")

    assert [] == _told(lighthouse)


def test_one_id_twice_is_shown_at_both_places(lighthouse: Path) -> None:
    """Breaks: the author searches for the other of two records with one name."""
    _put(lighthouse, {"annotators/more.yaml": "- id: zoe\n  kind: person\n- kind: model\n  id: ada\n"})
    (problem,) = [problem for problem in _told(lighthouse) if problem.rule == "duplicate-id"]

    assert [("more.yaml", 4, 7, None), ("ada.yaml", 2, 5, "first here")] == [
        (Path(place.file).name, place.line, place.column, place.note) for place in reversed(problem.places)
    ][::-1]


@pytest.mark.parametrize("inside", [True, False])
def test_a_text_that_changed_is_told(lighthouse: Path, tmp_path: Path, inside: bool) -> None:
    """Breaks: anchors are not checked, because the page at hand is another version, and nobody hears of it."""
    (lighthouse / "texts" / "leaflet.txt").unlink()
    folder = lighthouse / "texts" if inside else tmp_path / "elsewhere"
    _put(folder, {"skerra-leaflet.txt": "Other words."})
    problems = check(lighthouse, documents=[] if inside else [folder]).problems
    (problem,) = [problem for problem in problems if problem.place.path == "sha256"]

    assert {"changed-text"} == {problem.rule for problem in problems}
    said = "the text at hand for 'skerra-leaflet' is not the one described: its digest differs; its anchors: 9 lost"
    assert said == problem.message
    assert 9 == sum(other.place.path.endswith("anchor") for other in problems)
    assert [("skerra-leaflet.yaml", "sha256"), ("skerra-leaflet.txt", "")] == [
        (Path(place.file).name, place.path) for place in problem.places
    ]


def test_ten_mistakes_in_one_file_are_ten_problems(lighthouse: Path) -> None:
    """Breaks: the author mends one mistake, runs again, and meets the next."""
    content = """\
- id: a
  text: 1
  kinds: other
  kind: odd
  topics: island-life
  split: a b
  family: ""
  appearances: [{}, null]
  evidence: [{reference: skerra-2021-census, url: x, finding: y}]
  attributed_to: {}
  note: [x]
"""
    problems = [p for p in _told(_put(lighthouse, {"claims/ten.yaml": content})) if p.rule == "schema-violation"]

    assert [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] == [problem.place.line for problem in problems]


def _nested_value(kind: str) -> st.SearchStrategy[Any]:
    keys = st.sampled_from(KEYS)
    names = st.sampled_from(
        ["ada", "skerra-leaflet", "skerra-almanac", "a", "supported", "supports", "person", "authored"]
    )
    scalars = names | st.sampled_from([None, True, -1, 0, 3.0, 2**53, 2**63 - 1, 1e300, 0.5, "", "2026-13-40", "\x7f"])
    values = st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )
    return st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, values)) | values


@QUICK
@given(data=st.data(), kind=st.sampled_from(sorted(KINDS)))
def test_wrong_types_anywhere_are_problems(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, kind: str
) -> None:
    """Breaks: a list where text was meant ends the check in a traceback."""
    corpus = tmp_path_factory.mktemp("corpus")
    records = data.draw(st.lists(_nested_value(kind), min_size=1, max_size=3))
    _put(corpus, {DATASET: SOUND, f"{kind}/a.jsonl": "\n".join(map(plain, records))})

    _told(corpus)


def _places_in(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, member in members for place in _places_in(member, (*path, key)))]


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _replaced(value[path[0]], path[1:], new)
    return copy


@QUICK
@given(
    data=st.data(), new=json_values(YAML_WORDS) | st.sampled_from([1e300, 3.0, "", {}, [], None, {"id": None}, [None]])
)
def test_any_value_of_a_sound_corpus_may_be_anything(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, new: Any
) -> None:
    """Breaks: one slip of the pen in a long corpus ends its check."""
    corpus = shutil.copytree(LIGHTHOUSE, tmp_path_factory.mktemp("corpus"), dirs_exist_ok=True)
    file = data.draw(st.sampled_from(sorted(corpus.rglob("*.yaml"))))
    value = _plain(file)
    for _ in range(data.draw(st.integers(1, 3))):
        value = _replaced(value, data.draw(st.sampled_from(_places_in(value))), new)
    file.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

    _told(corpus)


def _plain(file: Path) -> Any:
    return parse_yaml(file.read_text("utf-8")).value


NAMES = st.sampled_from(
    [DATASET, "card.md", "claims.yaml", "claims.jsonl", "texts/a.txt", "texts/skerra-leaflet.txt", "claims/x/y.yaml"]
    + [
        "verdicts/ada/a.yaml",
        "verdicts/ada/a.jsonl",
        "nowhere/a.yaml",
        "dataset.yml",
        "dataset.jsonl",
        "claims/\udcff.yaml",
    ]
    + [f"{kind}/a.{ending}" for kind in KINDS for ending in ("yaml", "yml", "jsonl")]
)
CONTENT = (
    st.binary()
    | st.text().map(str.encode)
    | st.lists(
        st.sampled_from(
            [
                b"- ",
                b"id: a\n",
                b"  ",
                b"\n",
                b"\r",
                b"\r\n",
                b"text: x\n",
                b'{"id": "a"}',
                b'"',
                b"{",
                b"}",
                b"[",
                b":",
                b"&a",
                b"*a",
                b"\xff",
                b"\x00",
                b"\xef\xbb\xbf",
                b"\xe2\x80\xa8",
                b"\xc2\x85",
                b"? ",
                b"---\n",
                b"#",
                b"!!int 3",
            ]
        )
    ).map(b"".join)
)


@QUICK
@given(files=st.dictionaries(NAMES, CONTENT, max_size=4))
@example(files={DATASET: b""})
@example(files={"claims/a.yaml": b"\xef\xbb\xbf\xef\xbb\xbf\r\n- "})
@example(files={"claims/a.yaml": b"a\rb\r\xff"})
def test_any_bytes_under_any_name_are_problems_with_a_place(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    """Breaks: what somebody dropped into the folder ends the check in a traceback, or a problem leads nowhere."""
    corpus = tmp_path_factory.mktemp("corpus")

    _told(_put(corpus, {DATASET: SOUND, **files}))
