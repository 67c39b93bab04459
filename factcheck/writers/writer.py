"""What a writer is: a module that writes the records of a corpus in a format of the field that is no dataset's own."""

from collections.abc import Mapping
from typing import Protocol

import attrs

from factcheck.records.corpus import Corpus


@attrs.frozen(kw_only=True)
class Written:
    """What a writer wrote.

    Args:
        files: the bytes of each file, by its name.
        rows: how many records of the format that is, in all files.
        left_out: by what it is, how much has no place in the format.
    """

    files: Mapping[str, bytes]
    rows: int
    left_out: Mapping[str, int] = attrs.field(factory=dict)


class Writer(Protocol):
    """A module of this package; its docstring is the manual: what the file is, and what it cannot hold."""

    __doc__: str | None

    @property
    def TITLE(self) -> str:  # noqa: N802  # a constant of the module
        """What it writes, in a few words."""

    @property
    def HOMEPAGE(self) -> str:  # noqa: N802
        """The address of the format's specification."""

    def written(self, corpus: Corpus) -> Written:
        """Return the files of a corpus from which the words that may not be passed on are taken out already.

        Raises:
            UsageError: the corpus lacks what the format requires.
        """
