"""A progress bar for work that takes over a second, in a terminal only."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.checking import Progressing

if TYPE_CHECKING:
    from factcheck.cli.bar import Bar

PATIENCE = 1.0
"""How many seconds of work are shown as nothing."""


@contextmanager
def progress_bar() -> Iterator[Progressing]:
    """Yield a function that is told what is being done, how much of it is done and how much there is."""
    shown = sys.stderr.isatty()
    started = time.monotonic()
    bar: Bar | None = None

    def progress(what: str, done: int, total: int) -> None:
        nonlocal bar
        if not shown or time.monotonic() - started < PATIENCE:
            return
        bar = bar or import_module("factcheck.cli.bar").Bar()
        bar.show(what, done, total)

    try:
        yield progress
    finally:
        if bar is not None:
            bar.stop()
