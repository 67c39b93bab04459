"""How long it takes to start: the import beside that of attrs and cattrs, the help, the check of ``data/``.

Run it as ``python benchmarks/startup.py`` from the root of the repository. Each figure is the median of fresh processes; the time
that Python itself takes to start is in all of them.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPEATS = 15
PYTHON = [sys.executable, "-c"]
COMMANDS: dict[str, list[str]] = {
    "python -c pass": [*PYTHON, "pass"],
    "import attrs, cattrs": [*PYTHON, "import attrs, cattrs"],
    "import factcheck": [*PYTHON, "import factcheck"],
    "import factcheck; factcheck.Claim": [*PYTHON, "import factcheck; factcheck.Claim"],
    "factcheck --help": [sys.executable, "-m", "factcheck", "--help"],
    "factcheck check data": [sys.executable, "-m", "factcheck", "check", "data"],
}


def seconds(command: list[str]) -> float:
    """Return the median time of a command in fresh processes."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print a table of medians and of their ratio to the import of attrs and cattrs."""
    found = {name: seconds(command) for name, command in COMMANDS.items()}
    peer = found["import attrs, cattrs"]
    print(f"{'command':<36} {'median':>9} {'ratio':>7}")
    for name, time_taken in found.items():
        print(f"{name:<36} {time_taken * 1000:>6.0f} ms {time_taken / peer:>7.2f}")


if __name__ == "__main__":
    main()
