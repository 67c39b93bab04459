"""The card says what the data says, and no word from data breaks it."""

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Corpus, UsageError, build, load
from factcheck.building.rows import release_rows
from factcheck.cards import baselines_of, card, pictures
from factcheck.cards.markdown import inert, table
from factcheck.records.fields import evolve

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
BASELINES = """{"seed": 1, "figures": [{"name": "majority", "config": "claims", "metric": "macro F1",
 "value": 0.1849, "low": 0.15, "high": 0.2, "n": 220}]}"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Load the example once."""
    return load(LIGHTHOUSE)


def _card(corpus: Corpus, **more: Any) -> str:
    rows = release_rows(corpus)
    return card(rows.corpus, rows.golds, rows.counts, rows.sizes, pictures=pictures(rows.corpus, rows.golds), **more)


def _header(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text.removeprefix("---\n").split("\n---\n")[0])
    return found


def test_the_header_says_what_the_hub_asks_for(corpus: Corpus) -> None:
    """The Hub would show no licence, no language, no size; or warn of words that it does not know."""
    header = _header(_card(corpus))

    assert "cc0-1.0" == header["license"]
    assert ["en"] == header["language"]
    assert ["monolingual"] == header["multilinguality"]
    assert ["other"] == header["annotations_creators"]
    assert ["original"] == header["source_datasets"]
    assert ["n<1K"] == header["size_categories"]
    assert ["claims"] == [config["config_name"] for config in header["configs"] if config.get("default")]
    assert [config["config_name"] for config in header["configs"]] == [
        info["config_name"] for info in header["dataset_info"]
    ]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", {"license": "mit"}),
        (
            "ODbL-1.0",
            {
                "license": "other",
                "license_name": "ODbL-1.0",
                "license_link": "https://spdx.org/licenses/ODbL-1.0.html",
            },
        ),
        ("ask the makers", {"license": "other", "license_name": "ask the makers"}),
    ],
)
def test_a_licence_without_a_word_on_the_hub_goes_by_its_name(
    corpus: Corpus, licence: str, expected: dict[str, str]
) -> None:
    """The Hub would refuse the card, or readers would not find the terms."""
    header = _header(_card(attrs.evolve(corpus, dataset=evolve(corpus.dataset, licence=licence))))

    assert expected == {key: value for key, value in header.items() if key.startswith("license")}


def test_the_card_shows_every_section_in_order(corpus: Corpus) -> None:
    """A reader would look in vain for how to load, what to expect, or whom to cite."""
    text = _card(corpus, words="What a person wrote.", baselines=baselines_of(BASELINES))

    assert [
        "Loading", "Contents", "Labels", "Claims by certainty", "Claims by kind", "Claims by topic", "Claims by document",
        "Evidence by design", "Who judged", "Agreement", "Baselines", "Evidence sets", "Fields", "Citation", "Terms",
    ] == re.findall("^## (.*)$", text, re.MULTILINE)  # fmt: skip
    assert "\n\nWhat a person wrote.\n\n" in text
    assert "| majority | claims | macro F1 | 0.185 | 0.150 to 0.200 | 220 |\n" in text
    assert not re.search("\n\n\n", text)


def test_the_agreement_has_intervals_that_filing_does_not_change(corpus: Corpus) -> None:
    """Agreement on eight claims would look as sure as on a thousand; or a release would differ from its own records."""
    third = (evolve(verdict, annotator="third") for verdict in corpus.verdicts if verdict.annotator == "ada")
    three = attrs.evolve(corpus, verdicts=(*corpus.verdicts, *third))
    text = _card(three)

    assert text == _card(attrs.evolve(three, verdicts=three.verdicts[::-1]))
    rows = [row.split(" | ") for row in re.findall(r"^\| (?:label|stance|certainty) \| all .*$", text, re.MULTILINE)]
    assert ["| label", "| stance", "| certainty"] == [row[0] for row in rows]
    for row in rows:
        low, high = (float(end) for end in row[5].split(" to "))
        assert low <= float(row[4]) <= high


def test_the_code_of_the_card_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first thing that a reader tries would fail."""
    release = build(LIGHTHOUSE, tmp_path / "release").path
    code = re.findall("```python\n(.*?)```", (release / "README.md").read_text("utf-8"), re.DOTALL)[0]

    exec(code.replace("path/to/this/folder", str(release)), {})  # noqa: S102  # it is what a reader does

    assert "['supported', 'refuted', 'not_enough_evidence', 'conflicting']" in capsys.readouterr().out


def test_every_picture_of_the_card_is_there(tmp_path: Path) -> None:
    """The card would show broken images."""
    release = build(LIGHTHOUSE, tmp_path / "release").path
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (release / "README.md").read_text("utf-8"))

    assert sorted(shown) == sorted(path.relative_to(release).as_posix() for path in (release / "pictures").iterdir())


@given(st.text() | st.just("</td><script>|`[x](javascript:1)\n# h"))
def test_no_word_breaks_out_of_its_cell(words: str) -> None:
    """A title could add rows to a table, a link, or a script to the page."""
    lines = table(("one", "two"), [(words, 1), ("b", 2)]).split("\n")
    cells = re.sub(r"\\.", "", lines[2])

    assert 4 == len(lines)
    assert 3 == cells.count("|")
    assert not set("<>[]`") & set(cells)
    assert inert(words) == inert(f" {words}\n")


def test_hostile_words_stay_words_in_the_whole_card(corpus: Corpus) -> None:
    """A dataset's record could put a script, or another header, into the card."""
    hostile = "x\n---\nlicense: mit\n# <script>alert(1)</script> {{ 7 * 7 }} ```"
    dataset = evolve(corpus.dataset, title=hostile, description=hostile, citation=hostile, homepage=hostile)
    text = _card(attrs.evolve(corpus, dataset=dataset))

    assert "cc0-1.0" == _header(text)["license"]
    body = text.split("\n---\n", 1)[1].replace(re.findall("```bibtex\n.*?\n```", text, re.DOTALL)[0], "")
    assert "<script>" not in body
    assert "49" not in re.findall("^# .*$", body, re.MULTILINE)[0]
    assert 1 == len(re.findall("^# ", body, re.MULTILINE))


@pytest.mark.parametrize("text", ["[", "[]", '{"figures": 1}', '{"figures": [{"name": "a"}]}', '{"figures": [3]}'])
def test_figures_that_are_none_are_refused(text: str) -> None:
    """A slip in a file of figures would be a crash, or a card with holes."""
    with pytest.raises(UsageError, match=r"baselines\.json"):
        baselines_of(text)


def test_a_card_of_thousands_of_topics_stays_readable(corpus: Corpus) -> None:
    """The card of a large import would be a list of its documents."""
    claims = [evolve(corpus.claims[0], id=f"claim-{n}", topics=(f"topic-{n:04d}",)) for n in range(100)]
    text = _card(attrs.evolve(corpus, claims=tuple(claims)))

    assert "The 40 commonest of 100 are shown." in text
    assert "topic-0039 |" in text
    assert "topic-0040 |" not in text
