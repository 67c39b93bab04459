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


def python_of(name: str) -> Path:
    """Return the Python of an environment, which is set up if it is not there as locked."""
    lock = HERE / f"{name}.txt"
    folder = _MADE / name
    stamp, digest = folder / ".locked", hashlib.sha256(lock.read_bytes()).hexdigest()
    python = folder / "bin" / "python"
    if not stamp.is_file() or stamp.read_text("utf-8") != digest:
        uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
        _run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder))
        _run(uv, "pip", "install", "--quiet", "--python", str(python), "--require-hashes", "-r", str(lock))
        stamp.write_text(digest, "utf-8")
    return python


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
