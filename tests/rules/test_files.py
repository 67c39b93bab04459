"""Rules about facts of files: each case writes real files."""

from pathlib import Path

import pytest

from factcheck.checking import check
from factcheck.problems import Problem
from factcheck.text import bytes_digest
from tests.rules.corpora import write

WORDS = "Skerra has sheep."
DIGEST = bytes_digest(WORDS.encode())


def told(folder: Path, rule: str, **given: Path) -> list[Problem]:
    texts = {"leaflet": given["text"]} if "text" in given else {}
    documents = [given["documents"]] if "documents" in given else []
    return [problem for problem in check(folder, documents=documents, texts=texts).problems if problem.rule == rule]


def said(folder: Path, rule: str, **given: Path) -> list[tuple[str, str]]:
    """Return file and message of each problem of one rule."""
    problems = told(folder, rule, **given)
    return [(Path(problem.place.file).relative_to(folder).as_posix(), problem.message) for problem in problems]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write(folder, {})
    return folder


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id: ada\nkind: person\nname: Ad\xe4\n", "not UTF-8: byte 0xe4 cannot stand here"),
        (b"\xef\xbb\xbfid: ada\nkind: person\n", "a byte order mark at the start"),
        (b"id: ada\nkind: person\nname: A\0\n", "a NUL character"),
    ],
)
def test_bytes_that_are_no_text_are_told(corpus: Path, content: bytes, message: str) -> None:
    """A record would be lost, or read otherwise by another tool, without a word."""
    put(corpus, "annotators/ada.yaml", content)

    assert [("annotators/ada.yaml", message)] == said(corpus, "unreadable")


@pytest.mark.parametrize(
    "content",
    [
        "id: ada\nkind: person\nname: &a Ada\nnote: *a\n",
        "id: ada\nkind: !!str person\n",
        "id: ada\nkind: person\n---\nid: ben\nkind: person\n",
        "id: ada\nkind: [person\n",
        "id: ada\nkind: person\nextra: {n: 99999999999999999999}\n",
    ],
)
def test_yaml_beyond_mappings_lists_and_scalars_is_told_with_its_line(corpus: Path, content: str) -> None:
    """What one reader drops another keeps, so the record has no one meaning."""
    put(corpus, "annotators/ada.yaml", content)

    problems = told(corpus, "unreadable")

    assert {True} == {problem.place.line > 0 for problem in problems}


def test_a_key_that_stands_twice_is_told_at_the_second(corpus: Path) -> None:
    """The value that a person sees first is not the one that a program gets."""
    put(corpus, "annotators/ada.yaml", "id: ada\nkind: person\nkind: model\n")
    put(corpus, "claims.jsonl", b'{"id": "a", "text": "First.", "text": "Second."}\n')

    places = [(Path(problem.place.file).name, problem.place.line) for problem in told(corpus, "duplicate-key")]

    assert places == [("ada.yaml", 3), ("claims.jsonl", 1)]


def test_a_text_in_a_folder_that_is_no_longer_the_one_described_is_told(corpus: Path, tmp_path: Path) -> None:
    """Anchors would point at other words."""
    write(corpus, {"documents": [{"id": "leaflet", "sha256": DIGEST, "length": len(WORDS)}]})
    changed = put(tmp_path, "texts/leaflet.txt", "Skerra has no sheep.")

    (problem,) = told(corpus, "changed-text", documents=changed.parent)

    assert problem.message == "the text at hand for 'leaflet' is not the one described: its digest differs"
    assert [(place.path, place.note) for place in problem.places] == [("sha256", None), ("", "the text at hand")]


def test_a_text_that_is_given_and_is_another_is_told(corpus: Path, tmp_path: Path) -> None:
    """Whoever names the wrong file would think that it was checked."""
    write(corpus, {"documents": [{"id": "leaflet", "sha256": DIGEST, "length": len(WORDS)}]})

    assert told(corpus, "changed-text", text=put(tmp_path, "any.txt", WORDS)) == []
    assert len(told(corpus, "changed-text", text=put(tmp_path, "other.txt", "Skerra has no sheep."))) == 1


def test_a_text_under_any_name_is_found_by_its_digest(corpus: Path, tmp_path: Path) -> None:
    """An older copy under the document's own name would be called changed though the right one is there."""
    write(corpus, {"documents": [{"id": "leaflet", "sha256": DIGEST, "length": len(WORDS)}]})
    put(tmp_path, "texts/leaflet.txt", "Skerra has no sheep.")
    file = put(tmp_path, "texts/z.md", WORDS)

    assert told(corpus, "changed-text", documents=file.parent) == []


def test_a_folder_with_a_misspelt_name_is_told(corpus: Path) -> None:
    """All its records would be missing, and nobody would know."""
    put(corpus, "annotator/ada.yaml", "id: ada\nkind: person\n")

    assert said(corpus, "misfiled") == [
        ("annotator/ada.yaml", "'annotator/ada.yaml' stands in no folder that holds records")
    ]


def test_a_verdict_in_another_annotators_folder_is_told(corpus: Path) -> None:
    """Annotators would read each other's verdicts, and edit one file."""
    put(corpus, "verdicts/ada/leaflet.yaml", "- {claim: sheep, annotator: ben, label: supported}\n")

    expected = "a record of annotator 'ben' stands in the folder of 'ada'"

    assert [("verdicts/ada/leaflet.yaml", expected)] == said(corpus, "misfiled")


def test_a_record_alone_in_a_file_of_another_name_is_told(corpus: Path) -> None:
    """Who looks for a document by its id would open the wrong file."""
    put(corpus, "documents/leaflet.yaml", "id: almanac\n")

    expected = "record 'almanac' stands alone in a file named 'leaflet.yaml'"

    assert [("documents/leaflet.yaml", expected)] == said(corpus, "misfiled")


def test_lists_and_lines_may_be_filed_under_any_name(corpus: Path) -> None:
    """The bulk form would have to be cut into a file for each record."""
    put(corpus, "documents/all.yaml", "- id: leaflet\n- id: almanac\n")
    put(corpus, "documents/part-0.jsonl", '{"id": "log"}\n')
    put(corpus, "verdicts/all.yaml", "- {claim: sheep, annotator: ben, label: supported}\n")
    put(corpus, "verdicts/ada/part-0.jsonl", '{"claim": "a", "annotator": "ada", "label": "supported"}\n')

    assert said(corpus, "misfiled") == []


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"overlong-text": {"reason": "r", "settings": {"least": 3}}}, "rule 'overlong-text' has no setting 'least'"),
        (
            {"overlong-text": {"reason": "r", "settings": {"most": "many"}}},
            "setting 'most' of rule 'overlong-text' must be a whole number (got 'many')",
        ),
        (
            {"conflicting-labels": {"reason": "r", "settings": {"key": "texts"}}},
            "setting 'key' of rule 'conflicting-labels' must be one of evidence, text (got 'texts')",
        ),
        (
            {"overlong-text": {"reason": "r", "settings": {"most": True}}},
            "setting 'most' of rule 'overlong-text' must be a whole number (got True)",
        ),
        ({"overlong": {"reason": "r", "level": "off"}}, "no rule 'overlong'"),
    ],
)
def test_a_rule_or_setting_that_there_is_not_is_told(corpus: Path, rules: dict[str, object], message: str) -> None:
    """A misspelt name would turn nothing on or off; a setting of the wrong sort would stop the check."""
    write(corpus, {"dataset": {"rules": rules}, "claims": [{"id": "sheep", "text": WORDS}]})

    assert [("dataset.yaml", message)] == said(corpus, "unknown-rule")


@pytest.mark.parametrize("rights", [{}, {"rights": {"redistribute": False}}])
def test_the_text_of_a_withheld_document_in_the_corpus_is_told(corpus: Path, rights: dict[str, object]) -> None:
    """The corpus would be taken down, with every copy of it."""
    write(corpus, {"documents": [{"id": "leaflet", "sha256": DIGEST, "length": len(WORDS), **rights}]})
    put(corpus, "texts/any.txt", WORDS)

    expected = "the words of document 'leaflet' stand in the corpus, and its rights do not allow to pass them on"

    assert [("texts/any.txt", expected)] == said(corpus, "withheld-text-in-corpus")


def test_a_text_that_may_be_passed_on_stands_in_the_corpus_and_is_found(corpus: Path) -> None:
    """Open texts would have to be fetched from elsewhere."""
    rights = {"redistribute": True}
    write(corpus, {"documents": [{"id": "leaflet", "sha256": DIGEST, "length": 16, "rights": rights}]})
    put(corpus, "texts/any.txt", WORDS)

    assert said(corpus, "withheld-text-in-corpus") == []
    assert said(corpus, "length-mismatch") == [("documents.jsonl", "the text has 17 code points, not 16")]


def test_a_text_that_may_be_passed_on_must_be_there(corpus: Path) -> None:
    """One wrong digit in a digest would hide every anchor into the document."""
    put(
        corpus, "documents/leaflet.yaml", f"id: leaflet\nsha256: {DIGEST}\nlength: 17\nrights: {{redistribute: true}}\n"
    )
    message = "no text in the corpus has the digest of document 'leaflet', which may be passed on"

    assert [("documents/leaflet.yaml", message)] == said(corpus, "missing-text")

    put(corpus, "texts/words.txt", WORDS)

    assert [] == said(corpus, "missing-text")


def test_a_text_of_no_document_is_told(corpus: Path) -> None:
    """The new version of a text would lie there unread."""
    put(corpus, "texts/words.txt", WORDS)

    assert [
        ("texts/words.txt", f"text 'texts/words.txt' is of no document: none has its digest {DIGEST[:12]}...")
    ] == said(corpus, "orphan-text")

    put(
        corpus, "documents/leaflet.yaml", f"id: leaflet\nsha256: {DIGEST}\nlength: 17\nrights: {{redistribute: true}}\n"
    )

    assert [] == said(corpus, "orphan-text")


def test_lines_that_end_in_a_carriage_return_are_told(corpus: Path) -> None:
    """Every line of a file would seem changed to whoever saves it on another system."""
    put(corpus, "texts/words.txt", "A text is held to the byte by its digest.\r\n")
    put(corpus, "claims.jsonl", b'{"id": "a", "text": "First."}\r\n')
    put(corpus, "annotators/ada.yaml", "id: ada\nkind: person\r\n")
    put(corpus, "annotators/ben.yaml", "id: ben\nkind: person\n")

    places = [(Path(problem.place.file).name, problem.place.line) for problem in told(corpus, "carriage-return")]

    assert [("ada.yaml", 2), ("claims.jsonl", 1)] == places
