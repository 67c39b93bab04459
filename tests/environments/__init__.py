"""Environments that a release must serve, each locked with hashes: ``NAME.in`` says what, ``NAME.txt`` which files.

They are set up by uv under ``.environments/``, once, and again when the lock has changed.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
_MADE = HERE.parents[1] / ".environments"


def names(prefix: str) -> list[str]:
    """Return the names of the environments that begin with ``prefix``."""
    return sorted(lock.stem for lock in HERE.glob(f"{prefix}*.txt"))


def is_set_up(name: str) -> bool:
    """Tell whether an environment is there as locked."""
    stamp = _MADE / name / ".locked"
    return stamp.is_file() and stamp.read_text("utf-8") == _digest(name)


def python_of(name: str) -> Path:
    """Return the Python of an environment, which is set up if it is not there as locked."""
    lock = HERE / f"{name}.txt"
    folder = _MADE / name
    python = folder / "bin" / "python"
    if not is_set_up(name):
        uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
        _run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder))
        _run(uv, "pip", "install", "--quiet", "--python", str(python), "--require-hashes", "-r", str(lock))
        (folder / ".locked").write_text(_digest(name), "utf-8")
    return python


def _digest(name: str) -> str:
    return hashlib.sha256((HERE / f"{name}.txt").read_bytes()).hexdigest()


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
