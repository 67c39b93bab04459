import json
from pathlib import Path

import pytest

from factcheck.building import build
from factcheck.cli.main import run
from tests.cli.corpora import LIGHTHOUSE, copied

TABLE = """\
judged     measure                        units  votes  figure     low   high
label      raw agreement                      5     10   0.800   0.400  1.000
label      Cohen's kappa                      5     10   0.722   0.250  1.000
label      Fleiss's kappa                     5     10   0.714   0.032  1.000
label      Krippendorff's alpha               5     10   0.743   0.129  1.000
label      Gwet's AC1                         5     10   0.739   0.231  1.000
stance     raw agreement                      8     16   0.875   0.667  1.000
stance     Cohen's kappa                      8     16   0.800   0.481  1.000
stance     Fleiss's kappa                     8     16   0.797   0.432  1.000
stance     Krippendorff's alpha               8     16   0.810   0.463  1.000
stance     Gwet's AC1                         8     16   0.843   0.579  1.000
certainty  raw agreement                      2      4   0.500   0.000  1.000
certainty  Cohen's kappa                      2      4   0.333   0.000  0.333
certainty  Fleiss's kappa                     2      4   0.200  -1.000  0.200
certainty  Krippendorff's alpha               2      4   0.400  -0.500  0.400
certainty  Krippendorff's alpha, ordinal      2      4   0.833  -0.500  0.833
certainty  Gwet's AC1                         2      4   0.368  -0.200  1.000

judged     of                   units  votes    raw  alpha     low   high    ac1
label      supported                5     10  0.800  0.571  -0.286  1.000  0.655
label      refuted                  5     10  1.000  1.000   1.000  1.000  1.000
label      not_enough_evidence      5     10  0.800  0.000  -0.286  0.000  0.756
label      conflicting              5     10  1.000  1.000   1.000  1.000  1.000
stance     supports                 8     16  0.875  0.727  -0.071  1.000  0.781
stance     refutes                  8     16  1.000  1.000   1.000  1.000  1.000
stance     context                  8     16  0.875  0.615   0.286  0.627  0.820
certainty  high                     2      4  1.000  1.000                 1.000
certainty  moderate                 2      4  0.500  0.000  -0.500  0.000  0.200
certainty  very_low                 2      4  0.500  0.000  -0.500  0.000  0.200
"""


def test_agreement_is_told_of_a_corpus_and_of_its_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader of the dataset could not see how sure its labels are."""
    build(LIGHTHOUSE, tmp_path / "release")
    codes = [run(["agreement", str(path)]) for path in (LIGHTHOUSE, tmp_path / "release")]

    out = capsys.readouterr().out
    assert [0, 0] == codes
    assert 2 * f"{TABLE}\nwherever annotators differ it is adjudicated\n" == out


def test_what_is_not_adjudicated_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An adjudicator would have to find by hand what is left to settle."""
    corpus = copied(tmp_path)
    (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()

    code = run(["agreement", str(corpus)])

    expected = """
annotators differ on 1 claim, and no adjudication settles it:
  skerra-ferry-seasickness
    label: ada supported; ben not_enough_evidence
    stance: skerra-2021-census (ada supports, ben context)
    certainty: ada moderate; ben very_low
"""
    assert (0, TABLE + expected) == (code, capsys.readouterr().out)


def test_one_annotator_agrees_with_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus that one person judged would be told to be in perfect agreement."""
    corpus = copied(tmp_path)
    (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()
    (corpus / "verdicts" / "ben" / "skerra-leaflet.yaml").unlink()

    code = run(["agreement", str(corpus)])

    assert (0, "ada alone has judged: there is no agreement to measure\n") == (code, capsys.readouterr().out)


def test_json_has_the_figures_unrounded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program could not compute with the figures."""
    corpus = copied(tmp_path)
    (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()

    code = run(["agreement", str(corpus), "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    overall = {"units": 5, "raters": 2, "votes": 10, "raw": 0.8, "alpha": 26 / 35}
    assert 0 == code
    assert overall == pytest.approx({name: told["label"]["overall"][name] for name in overall})
    assert {"low": 0.4, "high": 1.0} == told["label"]["overall"]["intervals"]["raw"]
    assert [{"annotators": ["ada", "ben"], **told["label"]["overall"]}] == told["label"]["pairs"]
    assert ["supported", "refuted", "not_enough_evidence", "conflicting"] == [
        one["value"] for one in told["label"]["values"]
    ]
    assert [{"claim": "skerra-ferry-seasickness", "parts": ["label", "stance", "certainty"]}] == told["unsettled"]


def test_without_resamples_there_are_no_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    """Who wants the figures alone would wait for a thousand resamples."""
    code = run(["agreement", str(LIGHTHOUSE), "--resamples", "0"])

    assert (0, True) == (
        code,
        "label      raw agreement                      5     10   0.800\n" in capsys.readouterr().out,
    )


def test_three_annotators_are_told_two_by_two_in_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody would see which of three annotators stands alone."""
    corpus = copied(tmp_path)
    (corpus / "annotators" / "dora.yaml").write_text("id: dora\nkind: person\n", "utf-8")
    (corpus / "verdicts" / "dora").mkdir()
    ben = (corpus / "verdicts" / "ben" / "skerra-leaflet.yaml").read_text("utf-8")
    (corpus / "verdicts" / "dora" / "skerra-leaflet.yaml").write_text(ben.replace(": ben", ": dora"), "utf-8")

    code = run(["agreement", str(corpus), "--format", "markdown"])

    lines = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert "| judged | measure | units | votes | figure | low | high |" == lines[0]
    assert "| label | ben and dora | 5 | 10 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |" in lines
    assert any(line.startswith("| label | ada and ben | 5 | 10 | 0.800 | 0.743 |") for line in lines)


@pytest.mark.parametrize("alone", [False, True])
def test_the_card_tells_agreement_too(alone: bool, tmp_path: Path) -> None:
    """A card would leave out how far its annotators agree, or that there was only one."""
    corpus = copied(tmp_path)
    if alone:
        (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()
        (corpus / "verdicts" / "ben" / "skerra-leaflet.yaml").unlink()
    build(corpus, tmp_path / "release")

    card = (tmp_path / "release" / "README.md").read_text("utf-8")

    section = card.split("## Agreement\n\n")[1].split("\n\n## ")[0]
    single = "Only one annotator judged: ada. There is no agreement to measure, and no second opinion."
    assert (section == single) == alone
    assert ("| label | all | 5 | 10 | 0.800 " in section) != alone
