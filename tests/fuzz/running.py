"""Runs one target under atheris: ``python -m tests.fuzz.running yaml -max_total_time=600 ...`` (options of libFuzzer)."""

import sys

import atheris

with atheris.instrument_imports(include=["factcheck"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz until the time is over or something fails."""
    target, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
