"""The progress bar itself, which takes long to import."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Bar:
    """A bar on standard error."""

    def __init__(self) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed} of {task.total}"),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task: TaskID = self._progress.add_task("", total=None)
        self._progress.start()

    def show(self, what: str, done: int, total: int) -> None:
        """Show what is being done, how much of it is done and how much there is."""
        self._progress.update(self._task, description=what, completed=done, total=total)

    def stop(self) -> None:
        """Take the bar away."""
        self._progress.stop()
