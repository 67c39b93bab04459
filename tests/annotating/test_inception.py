"""WebAnno TSV 3, as INCEpTION imports and exports it: offsets in UTF-16 code units, words in tokens."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import load
from factcheck.annotating.inception import read, write
from factcheck.annotating.marks import Mark, Placed, Sheet
from factcheck.annotating.offsets import places
from factcheck.cli.main import run
from factcheck.testing import prose
from tests.annotating.words import marked

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
BY_HAND = r"""#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=webanno.custom.Claim|certainty|kind|rationale|restated|verdict


#Text=🐑🐑 ate [all] a_b
1-1	0-4	🐑🐑	_	_	_	_	_	_
1-2	5-8	ate	V	low[1]|*[2]	*[1]|*[2]	since 1\|2\_3[1]|*[2]	They ate.[1]|Ate it all.[2]	supported[1]|*[2]
1-3	9-14	\[all\]	_	*[2]	*[2]	*[2]	Ate it all.[2]	*[2]
1-4	15-18	a\_b	_	_	_	_	_	_
1-4.1	15-16	a	_	*	other	*	A.	refuted
"""


@pytest.fixture
def skerra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a copy of the example."""
    shutil.copytree(LIGHTHOUSE, tmp_path / "skerra")
    monkeypatch.chdir(tmp_path)


@given(marked(), st.lists(prose(), min_size=4, max_size=4))
def test_claims_that_go_out_come_back_to_their_place_and_words(case: tuple[str, list[Mark]], words: list[str]) -> None:
    """Claims would move, or lose a sign that the format reserves."""
    text, marks = case
    claims = tuple(
        Placed(claim=str(at), text=said, kind="other", start=one.start, end=one.end)
        for at, (one, said) in enumerate(zip(marks, words, strict=False))
        if text[one.start : one.end].strip()
    )
    (data,) = write([Sheet(document="a B", digest="", text=text, claims=claims)]).values()

    (annotation,) = read(data, "a%20%42.tsv")

    found = places(text, annotation.marks)
    came = {
        (mark.said.text, mark.said.kind, span and text[span.start : span.end].strip())
        for mark, span in zip(annotation.marks, found.spans, strict=True)
    }
    assert "a B" == annotation.document
    assert came <= {(one.text, "other", _inked(text, one)) for one in claims}
    assert len(annotation.marks) == len([one for one in claims if _inked(text, one)])


def _inked(text: str, one: Placed) -> str:
    return text[one.start : one.end].strip()


def test_a_file_of_the_tool_is_read_as_its_guide_says() -> None:
    """Stacked spans, spans of one token or of a part of it, escaped signs and other layers would be lost or mixed up."""
    (annotation,) = read(BY_HAND.encode(), "annotation/skerra.txt/ada.tsv")

    found = places("🐑🐑 ate [all] a_b", annotation.marks)
    assert ("skerra", ("ada",)) == (annotation.document, annotation.accounts)
    assert "UTF-16 code units" == found.unit
    assert [
        ("They ate.", "supported", "low", "since 1|2_3", (3, 6)),
        ("Ate it all.", None, None, None, (3, 12)),
        ("A.", "refuted", None, None, (13, 14)),
    ] == [
        (mark.said.text, mark.said.label, mark.said.certainty, mark.said.rationale, span and (span.start, span.end))
        for mark, span in zip(annotation.marks, found.spans, strict=True)
    ]


def test_what_went_out_and_comes_back_is_known(skerra: None, capsys: pytest.CaptureFixture[str]) -> None:
    """Every claim would stand in the corpus twice."""
    before = load("skerra")
    assert 0 == run(["annotate", "export", "inception", "skerra", "-o", "sent"])
    capsys.readouterr()

    code = run(["annotate", "import", "inception", "sent/skerra-leaflet.tsv", "skerra", "--annotator", "=ada"])

    assert (0, before) == (code, load("skerra"))
    assert "0 claims and 0 verdicts written, 9 known, 0 refused" in capsys.readouterr().out


def test_tokens_that_stand_elsewhere_are_refused(skerra: None, capsys: pytest.CaptureFixture[str]) -> None:
    """A document that was changed after the annotation would get claims beside their words."""
    run(["annotate", "export", "inception", "skerra", "-o", "sent"])
    file = Path("sent/skerra-leaflet.tsv")
    file.write_text(file.read_text("utf-8").replace("\tmetres\t", "\tfeet\t"), "utf-8")
    capsys.readouterr()

    code = run(["annotate", "import", "inception", str(file), "skerra", "--annotator", "=ada"])

    assert 1 == code
    assert "8 known, 1 refused" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "is not UTF-8"),
        (b"1-1\t0-1\ta", "is no WebAnno TSV 3"),
        (b"#FORMAT=WebAnno TSV 3.2\n#T_SP=a.B|c\n", "has no layer 'webanno.custom.Claim'"),
    ],
)
def test_another_file_is_a_wrong_call(data: bytes, said: str, skerra: None, capsys: pytest.CaptureFixture[str]) -> None:
    """A user would see a traceback, or nothing taken without a word."""
    Path("a.tsv").write_bytes(data)

    assert 2 == run(["annotate", "import", "inception", "a.tsv", "skerra", "--annotator", "=ada"])
    assert said in capsys.readouterr().err
