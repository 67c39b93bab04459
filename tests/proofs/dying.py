"""A command that is killed at a certain instant: just before its nth step on the files of a folder, or a moment after."""

import os
import signal
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import Any

from factcheck.cli.main import run
from factcheck.files import swapping
from factcheck.migrating import migrate
from tests.migrating import example

_STEPS = frozenset(
    {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "shutil.rmtree"}
)
_PRELOADED = ["factcheck.building", "factcheck.converting", "factcheck.fixing", "tests.proofs.dying"]


def killed(arguments: list[str], folder: Path, at: int, delay: float = 0.0, *, can_exchange: bool = True) -> int | None:
    """Run a command in a process of its own and kill it; return how the process ended.

    Args:
        arguments: of the command line.
        folder: whose files count.
        at: before which step; 0 counts them and writes the number to ``<folder>.steps``.
        delay: how many seconds after it.
        can_exchange: whether the system can exchange two names at once.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    process = context.Process(target=_run, args=(arguments, str(folder), at, delay, can_exchange))
    process.start()
    process.join(120)
    return process.exitcode


def _run(arguments: list[str], folder: str, at: int, delay: float, can_exchange: bool) -> None:
    steps = 0

    def hook(event: str, given: tuple[Any, ...]) -> None:
        nonlocal steps
        if event in _STEPS and any(isinstance(one, (str, bytes, Path)) and folder in os.fsdecode(one) for one in given):
            steps += 1
            if steps == at:
                _die(delay)

    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if not can_exchange:
        swapping._exchange = lambda one, other: False
    sys.addaudithook(hook)
    if arguments[0] == "migrate":  # there is one version of the schemas so far: the migration of the tests stands in
        migrate(arguments[1], {"0.1": example}, newest=example.TO)
    code = 0 if arguments[0] == "migrate" else run(arguments)
    if at == 0:
        Path(f"{folder}.steps").write_text(str(steps), "utf-8")
    os._exit(code)


def _die(delay: float) -> None:
    if not delay:
        os.kill(os.getpid(), signal.SIGKILL)

    def later() -> None:
        time.sleep(delay)
        os.kill(os.getpid(), signal.SIGKILL)

    Thread(target=later, daemon=True).start()
