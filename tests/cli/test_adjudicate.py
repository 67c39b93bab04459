import json
from pathlib import Path

import pytest

from factcheck import check, load
from factcheck.cli.main import run
from tests.cli.corpora import LIGHTHOUSE, copied, replaced, with_withheld_leaflet
from tests.cli.terminal import typed

SEASICK = "skerra-ferry-seasickness"


def _open(folder: Path) -> Path:
    """Return a copy of the example in which nothing is adjudicated, and two claims are in dispute."""
    corpus = copied(folder)
    (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()
    return corpus


def test_a_decision_is_asked_for_written_and_gone_from_the_queue(tmp_path: Path) -> None:
    """An adjudicator would have to write YAML by hand, and to remember what is done."""
    corpus = _open(tmp_path)

    printed = typed(
        "conflicting\nlow\nThe census asked for once a year.\nmixed\n\n",
        "adjudicate",
        str(corpus),
        "--annotator",
        "cleo",
        "--date",
        "2026-11-22",
    )

    for shown in ("1 of 1  other labels", "  ada: supported, moderate", "  ben: not_enough_evidence", "n = 212"):
        assert shown in printed
    assert printed.endswith("1 settled, 0 left\n")
    (written,) = load(corpus).adjudications
    assert ("conflicting", "low", "The census asked for once a year.", "2026-11-22") == (
        written.label,
        written.certainty,
        written.rationale,
        written.date,
    )
    assert {"skerra-2021-census": "mixed", "skerra-harbour-log": "context"} == written.stances
    assert {"ada": ("supported", "moderate"), "ben": ("not_enough_evidence", "very_low")} == {
        name: (seen.label, seen.certainty) for name, seen in written.considered.items()
    }
    assert "nothing is left to adjudicate\n" == typed("", "adjudicate", str(corpus), "--annotator", "cleo")


def test_the_sets_of_who_gave_the_label_are_proposed(tmp_path: Path) -> None:
    """An adjudicator would copy ids that stand on the screen."""
    corpus = _open(tmp_path)

    typed("supported\nlow\nwhy\nsupports\n\n", "adjudicate", str(corpus), "--annotator", "cleo")

    assert (("skerra-2021-census",),) == load(corpus).adjudications[0].rests_on
    assert () == check(corpus).errors


def test_a_slip_is_asked_about_again(tmp_path: Path) -> None:
    """A misspelt word would throw an adjudicator out, and lose what was answered."""
    corpus = _open(tmp_path)
    keys = "suported\nsupported\nlow\nwhy\nsupports\nskerra-census\nskerra-2021-census; skerra-harbour-log\n"

    printed = typed(keys, "adjudicate", str(corpus), "--annotator", "cleo")

    assert f"claim '{SEASICK}' has no evidence 'skerra-census'" in printed
    assert (("skerra-2021-census",), ("skerra-harbour-log",)) == load(corpus).adjudications[0].rests_on


def test_what_is_skipped_stays_in_the_queue(tmp_path: Path) -> None:
    """Who is not sure would have to decide to get on."""
    corpus = _open(tmp_path)

    printed = typed("skip\n", "adjudicate", str(corpus), "--annotator", "cleo")

    assert printed.endswith("0 settled, 1 left\n")
    assert () == load(corpus).adjudications


def test_a_sample_is_checked_like_the_queue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that all agree on could not be put right, or would come up again and again."""
    corpus = _open(tmp_path)
    run(["adjudicate", str(corpus), "--sample", "3", "--format", "json"])
    drawn = json.loads(capsys.readouterr().out)

    typed("\n\nRead again.\n\nquit\n", "adjudicate", str(corpus), "--sample", "3", "--annotator", "cleo")

    settled = [one.claim for one in load(corpus).adjudications]
    assert [drawn[0]["claim"]] == settled
    run(["adjudicate", str(corpus), "--sample", "3", "--format", "json"])
    assert drawn[1:] == json.loads(capsys.readouterr().out)


def test_the_queue_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A team could not share the work out, nor a program see what is left."""
    corpus = _open(tmp_path)
    codes = [run(["adjudicate", str(corpus), *form]) for form in (["--list"], ["--format", "json"])]

    table, told = capsys.readouterr().out.split("[", 1)
    assert [0, 0] == codes
    assert table.splitlines() == [
        "claim                     why           they differ on            weight",
        f"{SEASICK}  other labels  label, stance, certainty       1",
    ]
    parts = ["label", "stance", "certainty"]
    assert [{"claim": SEASICK, "reason": "other labels", "parts": parts, "weight": 1}] == json.loads(f"[{told}")


def test_a_settled_corpus_has_nothing_to_list(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty table would look like a fault."""
    assert (0, "nothing is left to adjudicate\n") == (
        run(["adjudicate", str(LIGHTHOUSE), "--list"]),
        capsys.readouterr().out,
    )


def test_without_a_terminal_nothing_is_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script would hang, waiting for an answer."""
    code = run(["adjudicate", str(_open(tmp_path))])

    said = "factcheck: decisions are asked for in a terminal; --list prints the queue\n"
    assert (2, said) == (code, capsys.readouterr().err)


def test_an_unknown_adjudicator_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    """The first decision would be lost for a misspelt name."""
    printed = typed("", "adjudicate", str(_open(tmp_path)), "--annotator", "cloe")

    assert "factcheck: no annotator 'cloe'; did you mean 'cleo'?\n" == printed


def test_the_words_of_a_withheld_text_are_shown_in_the_terminal(tmp_path: Path) -> None:
    """An adjudicator would judge a claim without seeing what it was taken from."""
    corpus, kept = with_withheld_leaflet(tmp_path)
    (corpus / "adjudications" / "cleo" / "skerra-leaflet.yaml").unlink()

    printed = typed("quit\n", "adjudicate", str(corpus), "--annotator", "cleo", "--documents", str(kept))

    assert "⟦Nearly half of all islanders get seasick on the ferry⟧" in printed


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """A rationale could clear the screen of whoever adjudicates."""
    corpus = _open(tmp_path)
    ada = corpus / "verdicts" / "ada" / "skerra-leaflet.yaml"
    replaced(ada, "rationale: >-\n    The census asked everybody,", 'rationale: "\\e[2JThe census asked everybody,')
    replaced(ada, "only shows that it happens.", 'only shows that it happens."')

    printed = typed("quit\n", "adjudicate", str(corpus), "--annotator", "cleo")

    assert ("\\x1b[2JThe census" in printed, "\x1b[2J" in printed) == (True, False)
