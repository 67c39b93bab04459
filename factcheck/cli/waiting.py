"""A progress bar for work that takes over a second, in a terminal only."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from factcheck.checking import Progressing

PATIENCE = 1.0
"""How many seconds of work are shown as nothing."""


@contextmanager
def progress_bar() -> Iterator[Progressing]:
    """Yield a function that is told what is being done, how much of it is done and how much there is."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed} of {task.total}"),
        TimeElapsedColumn(),
    )
    bar = Progress(*columns, console=console, transient=True)
    shown = sys.stderr.isatty()
    started = time.monotonic()
    task = bar.add_task("", total=None)

    def progress(what: str, done: int, total: int) -> None:
        if not shown or time.monotonic() - started < PATIENCE:
            return
        bar.update(task, description=what, completed=done, total=total)
        bar.start()

    try:
        yield progress
    finally:
        if bar.live.is_started:  # to stop what was not started prints an empty line
            bar.stop()
