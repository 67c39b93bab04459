"""Datasets whose files are tables: fixtures of our own in the shape of the published files, faults included."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck import check
from factcheck.converters import CONVERTERS, TABLES
from factcheck.converters.converter import Unreadable
from factcheck.converters.healthfc import GRADES, WORDS, certainty_of
from factcheck.converting import convert, detect
from factcheck.files.delimited import count_naively
from factcheck.reading import read_corpus
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import around, counted

SUFFIX = {name: ".csv" if name in ("healthfc", "healthver") else ".tsv" for name in TABLES}
LIAR_PLUS = [
    {name: f"{name}{number}" for name in TABLES["liar-plus"].unnamed[16]}
    | {"label": "half-true", "justification": said}
    for number, said in enumerate(('"She said ""yes"".', "The log\nsays so.", 'It "may" be."', ""))
]
"""Rows as LIAR-PLUS has them in its TSV: a quote that closes nowhere, a line break, a quote at the end, nothing."""


def _table(name: str, rows: list[dict[str, Any]]) -> bytes:
    """Write rows as the dataset's files have them: HealthFC with a mark and Windows line breaks, LIAR without a header."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    file = io.StringIO()
    writer = csv.writer(
        file, delimiter="," if SUFFIX[name] == ".csv" else "\t", lineterminator="\r\n" if name == "healthfc" else "\n"
    )
    writer.writerows([] if name.startswith("liar") else [names])
    writer.writerows([row.get(key, "") for key in names] for row in rows)
    return ("\ufeff" if name == "healthfc" else "").encode() + file.getvalue().encode()


def _rows(name: str) -> list[dict[str, Any]]:
    if name == "liar-plus":
        return [LIAR_PLUS[1], LIAR_PLUS[3]]
    width = len(FIXTURES[name][0])
    return [row for row in FIXTURES[name] if len(row) == width]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_known_and_comes_back_row_for_row(name: str, tmp_path: Path) -> None:
    """Breaks: a dataset as it is published is not read, or loses something on the way."""
    path = tmp_path / f"dev{SUFFIX[name]}"
    path.write_bytes(_table(name, _rows(name)))

    trip = around(name, [path], tmp_path)

    assert name == detect(path)
    assert () == trip.conversion.rejects
    assert counted(_rows(name)) == counted(trip.written)
    assert () == check(tmp_path / "corpus").errors


def _converted(name: str, data: bytes, folder: Path, *, file: str = "") -> tuple[list[Any], list[Any], list[str]]:
    path = folder / (file or f"dev{SUFFIX[name]}")
    path.write_bytes(data)
    conversion = convert(name, [path], folder / "corpus")
    records = read_corpus(folder / "corpus").records
    claims, verdicts = ([record.value for record in records[kind]] for kind in ("claims", "verdicts"))
    return claims, verdicts, [f"{reject.line}: {reject.reason}" for reject in conversion.rejects]


def test_pubhealth_rows_that_do_not_fit_are_named(tmp_path: Path) -> None:
    """Breaks: rows with too few fields and without a label go missing, as they do in a well-known loader."""
    head = "claim_id\tclaim\tdate_published\texplanation\tfact_checkers\tmain_text\tsources\tlabel\tsubjects\n"
    rows = (
        '1\tLamps "cure"\tApril 1, 2020\tno\tAda\t"Quoted at the start\tx\tfalse\ts\n'
        "2\tSheep\tApril 1, 2020\n"
        "3\tLamps\t\tno\tAda\tText\tx\tsnopes\ts\n"
        "4\tLamps\t\tno\tAda\tText\tx\ttrue\ts\tmore\n"
        "5\tLamps\tthe first of April\tno\tAda\tText\tx\tmixture\ts\n"
    )

    claims, verdicts, rejects = _converted("pubhealth", (head + rows).encode(), tmp_path)

    assert ["1", "5"] == [claim["id"] for claim in claims]
    assert ["2020-04-01", None] == [verdict.get("date") for verdict in verdicts]
    assert ["refuted", "conflicting"] == [verdict["label"] for verdict in verdicts]
    assert [
        "3: expected 9 fields, got 3: look for a line break or a separator inside a field",
        "4: label must be one of true, false, unproven, mixture (got 'snopes')",
        "5: expected 9 fields, got 10, the first of those over at column 31: "
        "look for a line break or a separator inside a field",
    ] == rejects


def test_pubhealth_test_file_has_a_column_more(tmp_path: Path) -> None:
    """Breaks: every field of the test file stands under its neighbour's name."""
    rows = [{"": str(number), **row} for number, row in enumerate(_rows("pubhealth"))]

    claims, _, rejects = _converted("pubhealth", _table("pubhealth", rows), tmp_path, file="test.tsv")

    assert [] == rejects
    assert [("0", "test"), ("1", "test"), ("2", "test"), ("3", "test")] == [
        (claim["extra"][""], claim["split"]) for claim in claims
    ]


def test_covid_fact_files_differ_in_their_headers(tmp_path: Path) -> None:
    """Breaks: two of the four files of a dataset cannot be read for their headers."""
    for header, label in (
        ("index\tsentence1\tSentence2\tlabel\n", "entailment"),
        ("index\tsentence1\tsentence2\tentailment\n", "entailment"),
        ("", "entailment"),
        ("index\tsentence1\tsentence2\r\n", None),
    ):
        row = "0\tIt fell.\tLamps help" + (f"\t{label}\n" if label else "\r\n")

        claims, verdicts, rejects = _converted("covid-fact-rte", (header + row).encode(), tmp_path)

        assert ([], ["Lamps help"]) == (rejects, [claim["text"] for claim in claims])
        assert (["supported"] if label else []) == [verdict["label"] for verdict in verdicts]


def test_liar_plus_rows_that_trusting_readers_lose_are_read(tmp_path: Path) -> None:
    """Breaks: the rows between two stray quotes are gone, as they are for who reads the file with Python's reader."""
    lines = ["\t".join(row.values()) for row in (LIAR_PLUS[0], LIAR_PLUS[3], LIAR_PLUS[2])]
    path = tmp_path / "test2.tsv"

    claims, verdicts, rejects = _converted("liar-plus", ("\n".join(lines) + "\n").encode(), tmp_path, file="test2.tsv")

    assert ([], 3) == (rejects, len(claims))
    assert ['"She said ""yes"".', None, 'It "may" be."'] == [verdict.get("rationale") for verdict in verdicts]
    assert 1 == count_naively(path, TABLES["liar-plus"])


@pytest.mark.parametrize(
    ("said", "certainty"),
    [
        ("ja", None),
        ("Nein", None),
        ("wahrscheinlich Ja", "moderate"),
        ("möglicherweise nicht", "low"),
        ("wissenschafliche Beweise fehlen", None),
        ("Unzureichende wissenschaftliche Beweislage", None),
        ("Niedrige wissenschaftliche Beweislage | für die Wirksamkeit", "low"),
        ("Mittlere wissenschaftliche Beweislage | gegen die Wirksamkeit", "moderate"),
        ("Hohe wissenschaftliche Beweislage | für die Wirksamkeit", "high"),
        ("", None),
        (None, None),
    ],
)
def test_a_german_verdict_says_how_sure_it_is(said: str | None, certainty: str | None) -> None:
    """Breaks: the certainty that a verdict packs is lost, or one is made up for a plain yes."""
    assert certainty == certainty_of(said)


@pytest.mark.parametrize("said", ["vielleicht", "Hohe Beweislage | ja", "ja!", 1, ["ja"]])
def test_a_german_verdict_that_nobody_knows_is_not_guessed(said: Any) -> None:
    """Breaks: a new wording passes for one that we know."""
    with pytest.raises(Unreadable, match="'de_verdict' must be one of wahrscheinlich, "):
        certainty_of(said)


def test_wordings_of_german_verdicts_are_listed_in_lower_case() -> None:
    """Breaks: a wording is listed and never found."""
    assert [word.lower() for word in (*GRADES, *WORDS)] == [*GRADES, *WORDS]


def test_healthfc_days_and_families_are_read(tmp_path: Path) -> None:
    """Breaks: a German date is lost, or claims of one article come into two splits."""
    claims, verdicts, rejects = _converted("healthfc", _table("healthfc", _rows("healthfc")), tmp_path)

    assert [] == rejects
    assert ["2022-12-05", "2021-03-12", None] == [verdict.get("date") for verdict in verdicts]
    assert [None, None, "Mai 2014"] == [claim["extra"].get("date") for claim in claims]
    assert {"https://example.org/lampen/"} == {claim["family"] for claim in claims}
    assert ["moderate", None, "low"] == [verdict.get("certainty") for verdict in verdicts]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_cut_anywhere_is_accounted_for(name: str, tmp_path: Path) -> None:
    """Breaks: a download that broke off is converted as if it were whole."""
    whole = _table(name, _rows(name))
    path = tmp_path / f"dev{SUFFIX[name]}"
    for end in range(1, len(whole), 37):
        path.write_bytes(whole[:end])

        conversion = convert(name, [path], tmp_path / "corpus")

        assert conversion.rows == conversion.converted + len(conversion.rejects)
        assert all(reject.reason and 1 <= reject.line <= whole.count(b"\n") + 1 for reject in conversion.rejects)


def test_a_table_is_converted_from_the_command_line(tmp_path: Path) -> None:
    """Breaks: a user types what the documentation shows and gets an error."""
    (tmp_path / "healthver_dev.csv").write_bytes(_table("healthver", _rows("healthver")) + b"9,a,b,Perhaps,1,c\n")
    command = [sys.executable, "-m", "factcheck", "convert", "auto", "healthver_dev.csv", "-o", "corpus"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)

    assert (1, "") == (done.returncode, done.stderr)
    assert [
        "healthver_dev.csv:5: label must be one of Supports, Refutes, Neutral (got 'Perhaps')",
        "healthver: 4 rows in, 3 converted, 1 rejected",
        "corpus: 3 claims, 3 verdicts, 0 documents",
    ] == done.stdout.splitlines()


PEAK = """
import resource, sys
from pathlib import Path
from factcheck.converting import convert
folder, name, suffix = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
convert(name, [folder / f"small{suffix}"], folder / "warm")
before = peak()
conversion = convert(name, [folder / f"big{suffix}"], folder / "corpus")
print(conversion.rows, len(conversion.rejects), peak() - before)
"""


@pytest.mark.prove
@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss has another unit elsewhere")
@pytest.mark.parametrize("name", TABLES)
def test_a_table_a_hundred_times_as_long_is_converted_in_little_memory(name: str, tmp_path: Path) -> None:
    """Breaks: a table of some gigabytes cannot be converted on a laptop."""
    whole, rows = _table(name, _rows(name) * 100), len(_rows(name)) * 100
    header = b"" if name.startswith("liar") else whole[: whole.index(b"\n") + 1]
    (tmp_path / f"small{SUFFIX[name]}").write_bytes(whole)
    with (tmp_path / f"big{SUFFIX[name]}").open("wb") as file:
        file.write(header)
        file.writelines(whole[len(header) :] for _ in range(100))

    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(tmp_path), name, SUFFIX[name]], capture_output=True, text=True, check=True
    )

    found, rejects, peak = map(int, done.stdout.split())
    assert (rows * 100, 0) == (found, rejects)
    assert peak < 60


def test_every_expected_count_is_of_a_file_of_its_form() -> None:
    """Breaks: counts are kept for a file that nobody publishes."""
    for name, suffix in SUFFIX.items():
        assert json.dumps(CONVERTERS[name].COUNTS) == "{}" or any(
            file.endswith(suffix) for file in CONVERTERS[name].COUNTS
        )
