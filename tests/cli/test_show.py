import json
import re
from pathlib import Path

import pytest

from factcheck.building import build
from factcheck.checking import load
from factcheck.cli.main import run
from tests.cli.corpora import LEAFLET, LIGHTHOUSE, copied, replaced, with_withheld_leaflet
from tests.cli.terminal import in_terminal

SEASICK = "skerra-ferry-seasickness"


def test_a_claim_is_shown_with_all_that_hangs_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Who wants to know why a claim has its label would have to open five files."""
    code = run(["show", SEASICK, str(LIGHTHOUSE)])

    lines = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert f"{SEASICK}  claim" == lines[0]
    for line in (
        "  kind: epidemiology; topics: island-life; split: test",
        "    287 to 340, digest a920ca9d8ee1afa95df15c30ac5507eacf657eb6dd0e7932cfa4fdf149fd3bc8",
        "  skerra-2021-census; table 4; survey; n = 212",
        "    ada: supports; ben: context; gold: supports",
        "  ada: supported, moderate certainty; 2026-11-20; rests on skerra-2021-census",
        "  ben: not_enough_evidence, very_low certainty; 2026-11-21",
        "    saw ada: supported, moderate certainty; ben: not_enough_evidence, very_low certainty",
        "  supported, low certainty; adjudicated; rests on skerra-2021-census",
    ):
        assert line in lines


def test_a_pipe_gets_no_words_of_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words of a publisher would end in a file that somebody passes on."""
    corpus, kept = with_withheld_leaflet(tmp_path)

    for name in [claim.id for claim in load(corpus).claims] + ["skerra-leaflet"]:
        for form in ("text", "json"):
            run(["show", name, str(corpus), "--documents", str(kept), "--format", form])

    out = capsys.readouterr().out
    assert [] == [words for words in re.findall(r"[^.!?\n]{25,}", LEAFLET) if words.strip() in out]


def test_a_terminal_shows_the_span_in_its_sentence(tmp_path: Path) -> None:
    """A reviewer would have to count code points to see what a claim was taken from."""
    corpus, kept = with_withheld_leaflet(tmp_path)

    printed = in_terminal("show", SEASICK, str(corpus), "--documents", str(kept))

    assert "    ⟦Nearly half of all islanders get seasick on the ferry⟧." in [
        line.rstrip() for line in printed.splitlines()
    ]
    assert "line 5, column 28" in printed


def test_a_link_jumps_to_the_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the text nobody could look up what a claim was taken from."""
    corpus, _ = with_withheld_leaflet(tmp_path)

    run(["show", "skerra-light-since-1871", str(corpus)])

    assert "    https://example.org/leaflet#:~:text=the%20lighthouse%2C\n" in capsys.readouterr().out


def test_a_document_is_shown_with_its_passages_and_claims(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody would see how much of a document is covered."""
    code = run(["show", "skerra-leaflet", str(LIGHTHOUSE)])

    out = capsys.readouterr().out
    assert 0 == code
    assert (
        "passages  18: 9 checkable; 2 furniture; 2 opinion; 2 advice; 1 advertisement; 1 question; 1 prediction\n"
        in out
    )
    assert "  skerra-tower-41-metres; 116 to 147; Skerra's lighthouse is 41 metres high.\n" in out
    assert "  rights: may be passed on; CC0-1.0; The factcheck authors\n" in out


def test_a_terminal_shows_the_words_of_passages() -> None:
    """A map of passages would be numbers alone."""
    printed = in_terminal("show", "skerra-leaflet", str(LIGHTHOUSE))

    assert "    71 sentence  opinion       No building in the northern sea is lovelier!" in printed


def test_a_reference_is_shown_with_the_claims_that_rest_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    """When a paper is retracted, nobody would find what stands on it."""
    code = run(["show", "skerra-2021-census", str(LIGHTHOUSE)])

    lines = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert "  Census of Skerra (fictional) (2021). The factcheck authors. https://example.org/skerra-census" == lines[1]
    assert "  design: survey; n: 212" == lines[2]
    assert "  skerra-harbour-sixty-boats: conflicting; refutes; the verdict rests on it" in lines


def test_a_citation_names_authors_journal_and_doi(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A citation line could not be pasted into a reply."""
    corpus = copied(tmp_path)
    (corpus / "references" / "rask.yaml").write_text(
        "id: rask-2020\ntype: article-journal\ntitle: Does the horn carry?\n"
        "author: [{family: Rask, given: T.}, {literal: et al.}]\n"
        'issued: {date-parts: [[2020, 5]]}\ncontainer-title: Fog Studies\nvolume: "3"\nissue: "2"\npage: 1-9\nDOI: 10.1000/182\n',
        "utf-8",
    )

    run(["show", "rask-2020", str(corpus)])

    cited = "  Rask T., et al. (2020). Does the horn carry? Fog Studies 3(2), 1-9. https://doi.org/10.1000/182\n"
    assert cited in capsys.readouterr().out


def test_json_tells_programs_what_people_see(capsys: pytest.CaptureFixture[str]) -> None:
    """A program would have to parse the page made for people."""
    shown = []
    for name in (SEASICK, "skerra-leaflet", "skerra-2021-census"):
        run(["show", name, str(LIGHTHOUSE), "--format", "json"])
        shown.append(json.loads(capsys.readouterr().out))

    claim, document, reference = shown
    assert ["claim", "document", "reference"] == [one["kind"] for one in shown]
    assert ("supported", "low", "adjudicated") == tuple(claim["gold"][key] for key in ("label", "certainty", "decided"))
    assert 9 == document["statuses"]["checkable"] == len(document["claims"])
    assert ["supports", "refutes", "refutes"] == [use["stance"] for use in reference["claims"]]


def test_a_release_is_shown_like_its_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A user of the dataset could not look at a claim, only its authors could."""
    build(LIGHTHOUSE, tmp_path / "release")
    pages = []
    for path in (LIGHTHOUSE, tmp_path / "release"):
        run(["show", SEASICK, str(path)])
        pages.append(capsys.readouterr().out)

    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["skerra-ferry-bel"], "no claim, document or reference 'skerra-ferry-bel'; did you mean 'skerra-ferry-bell'?"),
        ([SEASICK, "--kind", "document"], f"no document '{SEASICK}'"),
    ],
)
def test_the_nearest_id_is_offered(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the finger would be answered with a shrug."""
    code = run(["show", arguments[0], str(LIGHTHOUSE), *arguments[1:]])

    assert (2, f"factcheck: {said}\n") == (code, capsys.readouterr().err)


def test_an_id_that_several_kinds_share_is_asked_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One of two records would be shown as if there were no other."""
    corpus = copied(tmp_path)
    replaced(corpus / "references" / "skerra-2021-census.yaml", "id: skerra-2021-census", "id: skerra-almanac")

    codes = [run(["show", "skerra-almanac", str(corpus), *kind]) for kind in ([], ["--kind", "reference"])]

    captured = capsys.readouterr()
    assert [2, 0] == codes
    assert "'skerra-almanac' is the id of a document and a reference; choose one by --kind" in captured.err
    assert captured.out.startswith("skerra-almanac  reference\n")


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record could clear the screen of whoever looks at it."""
    corpus = copied(tmp_path)
    replaced(corpus / "references" / "skerra-2021-census.yaml", "title: Census", 'title: "\\e[2JCensus')
    replaced(corpus / "references" / "skerra-2021-census.yaml", "(fictional)", '(fictional)"')

    code = run(["show", "skerra-2021-census", str(corpus)])

    out = capsys.readouterr().out
    assert (0, False) == (code, "\x1b" in out)
    assert "\\x1b[2JCensus of Skerra" in out
