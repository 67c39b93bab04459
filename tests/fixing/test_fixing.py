"""``fix`` mends what it says, changes nothing else, and has nothing to do after one run."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check
from factcheck.fixing import fix, write
from factcheck.reading import read_corpus
from factcheck.records.corpus import Corpus
from factcheck.testing import corpora
from factcheck.writing import write_corpus
from tests.cli.corpora import copied, replaced

ROOT = Path(__file__).parents[2]


@contextmanager
def _written(corpus: Corpus, form: Any) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(corpus, Path(folder) / "corpus", form=form)
        yield Path(folder) / "corpus"


def _values(folder: Path) -> dict[str, list[bytes]]:
    records = read_corpus(folder).records
    return {
        kind: [orjson.dumps(record.value, option=orjson.OPT_SORT_KEYS) for record in of_kind]
        for kind, of_kind in records.items()
    }


def _disordered(file: Path, chance: random.Random) -> None:
    """Write a file as careless hands and tools leave it."""
    text = file.read_text("utf-8")
    lines = text.split("\n")
    if file.suffix == ".jsonl":
        lines = [_shuffled_line(line, chance) + chance.choice(["", " ", "\t"]) if line else line for line in lines]
    else:
        first = [line for line in lines if line and not line.startswith((" ", "-", "#"))]
        if chance.random() < 0.5 and len(first) > 1 and ": |" not in text:
            lines = _shuffled_blocks(lines, chance)
        lines = [line + "  " if line.endswith(("-", ",")) and ">" not in line else line for line in lines]
        lines.insert(0, "# head \t")
    text = "\n".join(lines)
    data = (text.rstrip("\n") if chance.random() < 0.3 else text + "\n\n").encode()
    data = data.replace(b"\n", b"\r\n") if chance.random() < 0.3 else data
    file.write_bytes((b"\xef\xbb\xbf" if chance.random() < 0.3 else b"") + data)


def _shuffled_line(line: str, chance: random.Random) -> str:
    pairs = list(orjson.loads(line).items())
    chance.shuffle(pairs)
    return orjson.dumps(dict(pairs)).decode()


def _shuffled_blocks(lines: list[str], chance: random.Random) -> list[str]:
    """Put the keys of a file of one record in another order, each with the lines below it."""
    blocks: list[list[str]] = []
    for line in (one for one in lines if one):
        if line.startswith((" ", "-")) and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    chance.shuffle(blocks)
    return [line for block in blocks for line in block]


@settings(max_examples=15)
@given(corpora(), st.sampled_from(["yaml", "jsonl"]), st.randoms(use_true_random=False))
def test_form_alone_leaves_the_records_equal_and_the_files_as_they_were(
    corpus: Corpus, form: str, chance: random.Random
) -> None:
    """A formatter would change what a corpus says."""
    with _written(corpus, form) as folder:
        values = _values(folder)
        tidy = {file: file.read_bytes() for file in folder.rglob("*.*") if file.suffix in (".yaml", ".jsonl")}
        for file in tidy:
            _disordered(file, chance)

        found = fix(folder, only="form")

        assert {file.as_posix() for file in tidy} == set(write(found))
        assert values == _values(folder)
        assert () == fix(folder).rewrites
        assert {file: data.replace(b"# head\n", b"") for file, data in tidy.items()} == {
            file: file.read_bytes().replace(b"# head\n", b"") for file in tidy
        }


@settings(max_examples=15)
@given(corpora(), st.sampled_from(["yaml", "jsonl"]))
def test_a_corpus_in_its_form_is_left_alone(corpus: Corpus, form: str) -> None:
    """Every commit would carry changes that nobody made."""
    with _written(corpus, form) as folder:
        assert () == fix(folder).rewrites


@pytest.mark.parametrize("folder", ["data", "examples/lighthouse"])
def test_the_corpora_of_this_repository_are_in_their_form(folder: str) -> None:
    """A contributor's first run of fix would change files that are none of theirs."""
    assert [] == [rewrite.file for rewrite in fix(ROOT / folder).rewrites]


MISTAKES = [
    ("references/skerra-2021-census.yaml", "type: report", "type: report\nDOI: https://doi.org/10.1000/ABC"),
    ("references/skerra-2021-census.yaml", "type: report", "type: report\nPMID: 31772157"),
    ("dataset.yaml", "released: 2026-11-22", "released: November 22, 2026"),
    ("claims/skerra-leaflet.yaml", "  text: >-", "  note: cafe\u0301 \n  text: >-"),
    ("documents/skerra-leaflet.yaml", "id: skerra-leaflet\n", "id: skerra-leaflet   \n"),
]


@pytest.mark.parametrize("count", range(1, len(MISTAKES) + 1))
def test_what_fix_says_it_mends_goes_and_nothing_comes(count: int, tmp_path: Path) -> None:
    """A repair would leave the problem, or bring one of its own."""
    corpus = copied(tmp_path)
    for file, old, new in MISTAKES[:count]:
        replaced(corpus / file, old, new)
    before = check(corpus).problems

    found = fix(corpus)
    list(write(found))

    assert {problem for problem in before if problem.fixable} == set(found.mended)
    assert min(count, 4) == len(found.mended)
    assert () == check(corpus).problems
    assert () == fix(corpus).rewrites


def test_a_file_that_cannot_be_read_is_left_alone_and_named(tmp_path: Path) -> None:
    """A program would rewrite what it does not understand, or pass over it without a word."""
    corpus = copied(tmp_path)
    (corpus / "annotators" / "ada.yaml").write_bytes(b"id: ada \nid: ada\nkind: person\n")
    (corpus / "annotators" / "ben.yaml").write_bytes(b"id: ben \nkind: person")
    (corpus / "annotators" / "dora.jsonl").write_bytes(b'{"id": "dora" \n')

    found = fix(corpus)

    assert [
        (f"{corpus.as_posix()}/annotators/ada.yaml", "line 2, column 1: key 'id' stands twice; first in line 1"),
        (f"{corpus.as_posix()}/annotators/dora.jsonl", "line 1, column 14: not JSON: expected ',' or '}', got the end"),
    ] == [(left.file, left.reason) for left in found.left]
    assert [f"{corpus.as_posix()}/annotators/ben.yaml"] == [rewrite.file for rewrite in found.rewrites]


def test_white_space_that_means_something_stays(tmp_path: Path) -> None:
    """The lines of a text would lose spaces that belong to it."""
    corpus = copied(tmp_path)
    file = corpus / "annotators" / "ada.yaml"
    file.write_bytes(b'id: ada\nkind:\tperson \t\nnote: |+ \n  two  \n\n  "lines"\t\n\n')

    list(write(fix(corpus)))

    assert b'id: ada\nkind: person\nnote: |+\n  two  \n\n  "lines"\t\n\n' == file.read_bytes()
