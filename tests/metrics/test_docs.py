import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import run
from tests.metrics.cases import perfect
from tests.metrics.reference import metrics

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "how-to" / "replace-official-scorers.md").read_text("utf-8")
COMMANDS = re.findall(r"^factcheck (score .*)$", PAGE, re.MULTILINE)
QUESTIONS = [{"question": "Who lit it?", "answers": [{"answer": "Ada"}]}]
GOLD: dict[str, list[dict[str, Any]]] = {
    "fever": [{"id": 1, "label": "SUPPORTS", "evidence": [[[1, 2, "Skerra", 0]]]}],
    "scifact": [{"id": 1, "evidence": {"11": [{"sentences": [0], "label": "SUPPORT"}]}}],
    "averitec": [{"claim_id": 1, "label": "Refuted", "questions": QUESTIONS, "justification": "It was Ada."}],
}


def test_the_reference_says_what_the_metrics_say_of_themselves() -> None:
    """A figure would be looked up that is defined otherwise (make refresh writes the page)."""
    assert metrics() == (DOCS / "reference" / "metrics.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_page_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever follows the page would stop at its first line."""
    monkeypatch.chdir(tmp_path)
    for name, rows in GOLD.items():
        for file, written in ((f"{name}_dev", rows), (f"{name}_predictions", perfect(name, rows))):
            Path(f"{file}.json").write_text(json.dumps(written), "utf-8")
            Path(f"{file}.jsonl").write_text("\n".join(json.dumps(row) for row in written), "utf-8")

    assert 0 == run(shlex.split(command))
    assert "1.0" in capsys.readouterr().out


def test_the_python_of_the_page_runs() -> None:
    """Likewise for those who write a program."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

    assert blocks
    for block in blocks:
        exec(block, {})  # noqa: S102  # our own page
