"""The page on scoring in CI shows a test that does what it says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "score-in-ci.md"


def _write(folder: Path, name: str, *, wrong: int) -> None:
    """Write the predictions of a model that is wrong on the first items of a hundred."""
    rows = [
        {
            "id": number,
            "predicted_label": "REFUTES" if number < wrong else "SUPPORTS",
            "predicted_evidence": [["Skerra", 0]],
        }
        for number in range(100)
    ]
    (folder / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (20, ["2 passed"]),
        (35, ["1 passed", "1 failed"]),
        (60, ["2 failed"]),
    ],
)
def test_the_example_passes_good_models_and_fails_bad_ones(wrong: int, said: list[str], tmp_path: Path) -> None:
    """A team would put a test into its build that cannot fail, or cannot pass."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "test_model.py").write_text(code, "utf-8")
    gold = [{"id": number, "label": "SUPPORTS", "evidence": [[[1, 2, "Skerra", 0]]]} for number in range(100)]
    (tmp_path / "gold.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in gold), "utf-8")
    _write(tmp_path, "in_use.jsonl", wrong=25)
    _write(tmp_path, "candidate.jsonl", wrong=wrong)

    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert [] == [words for words in said if words not in done.stdout], done.stdout
