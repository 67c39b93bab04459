"""Files that are cut, bent or something else altogether: every row is converted or rejected by name, and nothing breaks."""

import codecs
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.converters import CONVERTERS
from factcheck.converting import Conversion, convert, detect
from factcheck.errors import UsageError
from factcheck.reading import read_corpus
from factcheck.testing import json_values
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import lines, read_json
from tests.files.json_values import places

FORMATS = sorted(CONVERTERS)
MEGABYTE = 1024 * 1024
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"4d" * 32 + b"\nsize 12345\n"
PAGE = b"<!DOCTYPE html>\n<html>\n<head><title>404 Not Found</title></head>\n<body>Not Found</body>\n</html>\n"


def _converted(name: str, data: bytes) -> tuple[Conversion, dict[str, int]]:
    """Convert the bytes of a file; return what was said, and how many records there are of each kind."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "rows.jsonl").write_bytes(data)
        conversion = convert(name, [folder / "rows.jsonl"], folder / "corpus", texts=folder / "texts")
        reading = read_corpus(folder / "corpus")
    assert not [fact.flaw for fact in reading.facts if fact.flaw]
    return conversion, {kind: len(records) for kind, records in reading.records.items()}


def _accounts_for_all(data: bytes, conversion: Conversion, counts: dict[str, int]) -> None:
    assert conversion.rows == conversion.converted + len(conversion.rejects)
    assert (conversion.claims, conversion.verdicts, conversion.documents) == (
        counts["claims"],
        counts["verdicts"],
        counts["documents"],
    )
    for reject in conversion.rejects:
        assert reject.reason
        assert 1 <= reject.line <= data.count(b"\n") + 1


def _whole(name: str, *, is_array: bool) -> bytes:
    return json.dumps(FIXTURES[name], indent=1).encode() if is_array else lines(FIXTURES[name])


@given(name=st.sampled_from(FORMATS), is_array=st.booleans(), data=st.data())
def test_a_file_cut_anywhere_is_accounted_for(name: str, is_array: bool, data: st.DataObject) -> None:
    """Breaks: a download that broke off is converted as if it were whole."""
    whole = _whole(name, is_array=is_array)
    cut = whole[: data.draw(st.integers(1, len(whole) - 2))]

    conversion, counts = _converted(name, cut)

    _accounts_for_all(cut, conversion, counts)
    complete = cut.count(b"\n") + (cut.count(b"\n") < whole.count(b"\n") and whole[len(cut) : len(cut) + 1] == b"\n")
    if is_array:
        assert 1 == len(conversion.rejects)
    else:
        assert complete == conversion.converted
        assert (0 if cut.endswith(b"\n") or complete > cut.count(b"\n") else 1) == len(conversion.rejects)


@given(name=st.sampled_from(FORMATS), is_array=st.booleans(), data=st.data())
def test_a_file_with_other_bytes_is_accounted_for(name: str, is_array: bool, data: st.DataObject) -> None:
    """Breaks: one bad byte ends a conversion with a traceback."""
    bent = bytearray(_whole(name, is_array=is_array))
    for place in data.draw(st.lists(st.integers(0, len(bent) - 1), min_size=1, max_size=4)):
        bent[place] = data.draw(st.sampled_from((0, 10, 34, 44, 92, 0x80, 0xFF)) | st.integers(0, 255))

    conversion, counts = _converted(name, bytes(bent))

    _accounts_for_all(bytes(bent), conversion, counts)


@given(name=st.sampled_from(FORMATS), data=st.data())
def test_a_value_of_another_type_is_rejected_in_its_row_alone(name: str, data: st.DataObject) -> None:
    """Breaks: a row that nobody thought of takes others with it."""
    rows: list[Any] = json.loads(json.dumps(FIXTURES[name]))
    number = data.draw(st.integers(0, len(rows) - 1))
    path = data.draw(st.sampled_from([path for path, _ in places(rows[number]) if path]))
    holder = rows[number]
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = data.draw(json_values() | st.sampled_from((2**62, -1, 1.5, 1e300, "x" * 10_000)))

    conversion, counts = _converted(name, lines(rows))

    _accounts_for_all(lines(rows), conversion, counts)
    assert {reject.line for reject in conversion.rejects} <= {number + 1}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("data", "rejects"),
    [
        (PAGE, 5),
        (b"", 0),
        (b"\n", 0),
        (b"[", 1),
        (b"[]", 0),
        (b"[{}]", 1),
        (b"null\n1\n", 2),
        (b'"a"', 1),
    ],
    ids=["error-page", "empty", "blank", "array-not-closed", "no-rows", "no-row", "scalars", "text"],
)
def test_what_is_no_dataset_gives_no_records(name: str, data: bytes, rejects: int) -> None:
    """Breaks: an error page is converted without a word."""
    conversion, counts = _converted(name, data)

    assert (rejects, 0) == (len(conversion.rejects), conversion.converted)
    assert {"dataset": 1} == {kind: number for kind, number in counts.items() if number}


@pytest.mark.parametrize("name", ["auto", *FORMATS])
def test_a_pointer_of_git_lfs_is_called_what_it_is(name: str, tmp_path: Path) -> None:
    """Breaks: a clone without its large files is converted into an empty corpus."""
    (tmp_path / "a.jsonl").write_bytes(POINTER)

    with pytest.raises(UsageError, match="is a pointer of Git LFS, not the file itself; git lfs pull fetches it"):
        convert(name, [tmp_path / "a.jsonl"], tmp_path / "corpus")

    assert not (tmp_path / "corpus").exists()


@pytest.mark.parametrize("data", [PAGE, b"", b"[]", b"[{}]"])
def test_what_is_no_dataset_is_not_guessed(data: bytes, tmp_path: Path) -> None:
    """Breaks: auto takes an error page for a dataset."""
    (tmp_path / "a.jsonl").write_bytes(data)

    with pytest.raises(UsageError, match="looks like no known format; name one of averitec, check-covid"):
        detect(tmp_path / "a.jsonl")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("is_array", [True, False], ids=["array", "lines"])
def test_a_byte_order_mark_and_windows_line_breaks_do_no_harm(name: str, is_array: bool) -> None:
    """Breaks: the first row of a file that went through a spreadsheet is lost."""
    data = codecs.BOM_UTF8 + _whole(name, is_array=is_array).replace(b"\n", b"\r\n")

    conversion, _ = _converted(name, data)

    assert (len(FIXTURES[name]), ()) == (conversion.converted, conversion.rejects)


def _relabelled(value: Any) -> Any:
    if isinstance(value, dict):
        keys = ("label", "claim_label", "claim_labels", "claims_factuality_label", "alternateName")
        return {
            key: [member[0], ["maybe"] * len(member[1]), member[2]]
            if key.endswith(".html.csv")
            else (["maybe"] * len(member) if isinstance(member, list) else "maybe")
            if key in keys
            else _relabelled(member)
            for key, member in value.items()
        }
    return [_relabelled(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", FORMATS)
def test_an_unknown_label_is_rejected_at_its_line(name: str) -> None:
    """Breaks: a label that means something new passes for one that we know."""
    first = FIXTURES[name][0]
    words = ", ".join(CONVERTERS[name].LABELS)

    conversion, _ = _converted(name, lines([*FIXTURES[name], _relabelled(first)]))

    (reject,) = conversion.rejects
    assert len(FIXTURES[name]) + 1 == reject.line
    assert f"label must be one of {words} (got 'maybe')" == reject.reason


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("fever", {"id": True}, "'id' must be a number or text (got True)"),
        ("fever", {"claim": ""}, "'claim' must be text (got '')"),
        ("fever", {"converted-nul": []}, "key 'converted-nul' is one that a conversion writes"),
        ("fever", {"a\0b": 1}, "a NUL character in a key"),
        ("scifact", {"id": "1"}, "'id' must be a number (got '1')"),
        ("scifact", {"evidence": {"7": []}}, "'evidence' of '7' must list rationales (got [])"),
        ("scifact", {"evidence": []}, "'evidence' must be a mapping from abstracts to rationales (got list)"),
        ("check-covid", {"evidence_set": None}, "'evidence_set' must list sentences with their type (got None)"),
        ("climate-fever", {"evidences": None}, "'evidences' must be a list (got None)"),
        ("factcheck-gpt", {"sentences": []}, "'sentences' must be a mapping of sentences"),
        ("factbench", {"claims": ["a"]}, "'claims' and 'claim_labels' must run parallel"),
        ("factbench", {"claims": [1, "a", "a", "a"]}, "every claim must be text"),
    ],
)
def test_a_reject_says_what_was_expected(name: str, change: dict[str, Any], said: str) -> None:
    """Breaks: a user learns that a row was left out, and not why."""
    conversion, counts = _converted(name, lines([{**FIXTURES[name][0], **change}]))

    assert [said] == [reject.reason for reject in conversion.rejects]
    assert 0 == counts["claims"]


def test_a_second_abstract_of_one_name_is_rejected() -> None:
    """Breaks: a document stands twice, and evidence points into either."""
    abstract = FIXTURES["scifact"][-1]

    conversion, counts = _converted("scifact", lines([abstract, abstract]))

    assert ["document '31715818' stands twice"] == [reject.reason for reject in conversion.rejects]
    assert 1 == counts["documents"]


def test_ids_that_stand_twice_get_numbers_that_no_other_has(tmp_path: Path) -> None:
    """Breaks: two claims have one id, and their verdicts are mixed up."""
    rows = [{**FIXTURES["climate-fever"][0], "claim_id": name} for name in ("a", "a#2", "a", "a", "a#2")]
    (tmp_path / "rows.jsonl").write_bytes(lines(rows))

    conversion = convert("climate-fever", [tmp_path / "rows.jsonl"], tmp_path / "corpus")

    claims = read_json(tmp_path / "corpus" / "claims" / "claims.jsonl")
    verdicts = read_json(tmp_path / "corpus" / "verdicts" / "published.jsonl")
    assert ["a", "a#2", "a#3", "a#4", "a#2#2"] == [claim["id"] for claim in claims]
    assert [claim["id"] for claim in claims] == [verdict["claim"] for verdict in verdicts]
    assert 3 == conversion.renamed


PEAK = """
import resource, sys
from pathlib import Path
from factcheck.converting import convert
folder = Path(sys.argv[1])
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
convert("averitec", [folder / "small"], folder / "warm")
before = peak()
conversion = convert("averitec", [folder / "big"], folder / "corpus")
print(conversion.rows, len(conversion.rejects), peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss has another unit elsewhere")
@pytest.mark.parametrize("is_array", [True, False], ids=["array", "lines"])
def test_a_big_file_is_converted_in_little_memory(is_array: bool, tmp_path: Path) -> None:
    """Breaks: a dataset of some gigabytes cannot be converted on a laptop."""
    row = json.dumps({**FIXTURES["averitec"][0], "justification": "It was counted. " * 1000}).encode()
    count = 64 * MEGABYTE // len(row)
    head, between, tail = (b"[", b",\n", b"]") if is_array else (b"", b"\n", b"\n")
    (tmp_path / "small").write_bytes(head + row + tail)
    with (tmp_path / "big").open("wb") as file:
        file.write(head + row)
        file.writelines(between + row for _ in range(count - 1))
        file.write(tail)

    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(tmp_path)], capture_output=True, text=True, check=True, timeout=120
    )

    rows, rejects, peak = map(int, done.stdout.split())
    assert (count, 0) == (rows, rejects)
    assert peak < 60
