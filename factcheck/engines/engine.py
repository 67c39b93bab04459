"""What an engine is: it holds the tables of one corpus and runs SQL over them."""

from types import TracebackType
from typing import Any, Protocol


class Engine(Protocol):
    """Runs queries over one corpus' tables; a context manager."""

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of a query, in no certain order."""

    def __enter__(self) -> "Engine":
        """Begin."""

    def __exit__(
        self, type_: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the tables."""
