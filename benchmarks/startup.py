"""How long it takes to start: the import beside that of attrs and cattrs, the help, checks of ``data/`` and of one file.

Run it as ``python benchmarks/startup.py`` from the root of the repository. Each figure is the median of fresh processes; the time
that Python itself takes to start is in all of them.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPEATS = 15
PYTHON = [sys.executable, "-c"]
CHANGED = "factcheck check data/claims/ONE.yaml"
COMMANDS: dict[str, list[str]] = {
    "python -c pass": [*PYTHON, "pass"],
    "import attrs, cattrs": [*PYTHON, "import attrs, cattrs"],
    "import factcheck": [*PYTHON, "import factcheck"],
    "import factcheck; factcheck.Claim": [*PYTHON, "import factcheck; factcheck.Claim"],
    "factcheck --help": [sys.executable, "-m", "factcheck", "--help"],
    "factcheck check data --no-cache": [sys.executable, "-m", "factcheck", "check", "data", "--no-cache"],
    "factcheck check data": [sys.executable, "-m", "factcheck", "check", "data"],
    CHANGED: [sys.executable, "-m", "factcheck", "check"],
}


def seconds(name: str, command: list[str], corpus: Path) -> float:
    """Return the median time of a command in fresh processes; before each check of one file, that file changes."""
    times = []
    one = sorted(corpus.glob("claims/*.yaml"))[0]
    for number in range(REPEATS):
        if name == CHANGED:
            one.write_text(f"{one.read_text('utf-8')}# change {number}\n", "utf-8")
            command = [*COMMANDS[CHANGED], str(one)]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print a table of medians and of their ratio to the import of attrs and cattrs."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(shutil.copytree(ROOT / "data", Path(folder) / "data"))
        os.environ["FACTCHECK_CACHE"] = folder
        subprocess.run([*COMMANDS[CHANGED], str(corpus)], cwd=ROOT, check=True, capture_output=True)
        found = {name: seconds(name, command, corpus) for name, command in COMMANDS.items()}
    peer = found["import attrs, cattrs"]
    print(f"{'command':<36} {'median':>9} {'ratio':>7}")
    for name, time_taken in found.items():
        print(f"{name:<36} {time_taken * 1000:>6.0f} ms {time_taken / peer:>7.2f}")


if __name__ == "__main__":
    main()
