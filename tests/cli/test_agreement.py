import json
from pathlib import Path

import pytest

from factcheck.building import build
from factcheck.cli.main import run
from tests.cli.corpora import LIGHTHOUSE, copied

TABLE = """\
judged     annotators   units  votes    raw  alpha
label      all              5     10  0.800  0.743
label      ada and ben      5     10  0.800  0.743
stance     all              8     16  0.875  0.810
stance     ada and ben      8     16  0.875  0.810
certainty  all              2      4  0.500  0.400
certainty  ada and ben      2      4  0.500  0.400
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
    assert overall == pytest.approx(told["label"]["overall"])
    assert [{"annotators": ["ada", "ben"], **told["label"]["overall"]}] == told["label"]["pairs"]
    assert [{"claim": "skerra-ferry-seasickness", "parts": ["label", "stance", "certainty"]}] == told["unsettled"]


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
    assert ("| label | all | 5 | 10 | 0.800 | 0.743 |" in section) != alone
