"""What people install is the wheel, so the wheel is what is tried: in a clean environment, away from the source."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_installs_and_its_command_runs(tmp_path: Path) -> None:
    """The wheel would lack a file that the working tree has."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    _install(python, wheel)
    corpus = shutil.copytree(ROOT / "examples" / "lighthouse", tmp_path / "corpus")

    done = subprocess.run(
        [environment / "bin" / "factcheck", "build", corpus, "-o", tmp_path / "out"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert (tmp_path / "out" / "claims" / "test-00000-of-00001.parquet").is_file()
    assert (
        "py.typed"
        in subprocess.run([python, "-m", "zipfile", "-l", wheel], capture_output=True, text=True, check=True).stdout
    )


def _install(python: Path, wheel: Path) -> None:
    """Install the wheel; what it depends on comes from the lock, and from nothing else."""
    lock = ROOT / "requirements.lock"
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    subprocess.run([*uv, "--require-hashes", "-r", str(lock)], check=True, capture_output=True)
    subprocess.run([*uv, "--no-deps", str(wheel)], check=True, capture_output=True)
