from pathlib import Path

import pytest
import yaml

from factcheck.checking import load
from factcheck.cli.main import run
from tests.cli.corpora import LIGHTHOUSE, with_withheld_leaflet
from tests.cli.terminal import in_terminal


def test_the_proposal_is_yaml_to_paste(capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor would type the offsets of every sentence."""
    code = run(["passages", "skerra-leaflet", str(LIGHTHOUSE)])

    proposed = yaml.safe_load(capsys.readouterr().out)["passages"]
    leaflet = next(document for document in load(LIGHTHOUSE).documents if document.id == "skerra-leaflet")
    assert 0 == code
    assert [(one.start, one.end, one.kind) for one in leaflet.passages] == [
        (one["start"], one["end"], one["kind"]) for one in proposed
    ]


def test_words_stand_beside_the_offsets_in_a_terminal_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor would not see which passage is which; or a file would hold the words of a publisher."""
    corpus, kept = with_withheld_leaflet(tmp_path)
    arguments = ["passages", "skerra-leaflet", str(corpus), "--documents", str(kept)]
    run(arguments)

    printed = in_terminal(*arguments)

    assert "  - {start: 116, end: 149, kind: sentence}  # The tower stands 41 metres tall.\n" in printed
    assert "  - {start: 206, end: 260, kind: sentence}  # Every Sunday at noon the keepers…\n" in printed
    assert "#" not in capsys.readouterr().out


def test_a_document_without_its_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty list would be pasted for a text that was not found."""
    corpus, _ = with_withheld_leaflet(tmp_path)

    codes = [run(["passages", name, str(corpus)]) for name in ("skerra-leaflet", "skerra-leaf")]

    said = capsys.readouterr().err
    assert [2, 2] == codes
    assert "the text of 'skerra-leaflet' is not at hand" in said
    assert "no document 'skerra-leaf'; did you mean 'skerra-leaflet'?" in said
