"""A corpus mended: what the check says a program may mend, and each file in its form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Literal

import attrs

from factcheck.checking import BASIC, Progressing, examine, silent
from factcheck.files.whole import write_whole
from factcheck.fixing.mending import Unmended, mended
from factcheck.problems import Edit, Path, Problem, Report
from factcheck.repairs import ANCHORS, REPAIRS
from factcheck.rules.rule import FileFact

Only = Literal["form", "anchors"]
"""What is mended: what needs no text, or what does."""


@attrs.frozen(kw_only=True)
class Rewrite:
    """A file that is to be written anew: its name, its bytes, and what they become."""

    file: str
    before: bytes = attrs.field(repr=False)
    after: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Left:
    """A file that is left as it is, and why."""

    file: str
    reason: str


@attrs.frozen(kw_only=True)
class Fix:
    """What mends a corpus, before anything is written.

    Args:
        rewrites: the files that change, documents first, so that a run cut short can be taken up again.
        mended: the problems that go.
        left: the files that cannot be read or edited.
        report: what the check found, of the rules that have repairs.
    """

    rewrites: tuple[Rewrite, ...]
    mended: tuple[Problem, ...]
    left: tuple[Left, ...]
    report: Report

    @property
    def for_a_person(self) -> tuple[Problem, ...]:
        """The errors in anchors that no program may mend."""
        return tuple(problem for problem in self.report.errors if problem.rule in ANCHORS and not problem.fixable)


def fix(
    path: FilePath | str,
    *,
    documents: Iterable[FilePath | str] = (),
    texts: Mapping[str, FilePath | str] | None = None,
    only: Only | None = None,
    progress: Progressing = silent,
) -> Fix:
    """Find what a program may mend in a corpus; nothing is written, which is for ``write`` to do.

    Args:
        path: the folder of the corpus.
        documents: folders of texts that may not be passed on, as for ``check``.
        texts: the file of a document's text, by the document's id, as for ``check``.
        only: ``form`` mends what needs no text, ``anchors`` what does; both, if nothing is said.
        progress: told how far the check is.

    Raises:
        UsageError: there is no corpus, or no such folder or file of texts.
    """
    rules = [name for name in REPAIRS if only is None or (name in ANCHORS) == (only == "anchors")]
    examined = examine(path, documents=documents, texts=texts, rules=dict.fromkeys((*BASIC, *rules)), progress=progress)
    mendable = [problem for problem in examined.report.problems if problem.fixable and problem.rule in rules]
    edits = _by_file(mendable)
    rewrites: list[Rewrite] = []
    left: list[Left] = []
    for fact in sorted(examined.files, key=_documents_first):
        file = FilePath(fact.file)
        try:
            before = file.read_bytes()
            after = mended(file, before, fact.kind, edits.get(fact.file, ()), with_form=only != "anchors")
        except Unmended as error:
            left.append(Left(file=fact.file, reason=str(error)))
        except OSError as error:
            left.append(Left(file=fact.file, reason=(error.strerror or str(error)).lower()))
        else:
            if after != before:
                rewrites.append(Rewrite(file=fact.file, before=before, after=after))
    names = {one.file for one in left}
    return Fix(
        rewrites=tuple(rewrites),
        mended=tuple(problem for problem in mendable if not any(edit.file in names for edit in problem.repair)),
        left=tuple(left),
        report=examined.report,
    )


def _documents_first(fact: FileFact) -> tuple[bool, str]:
    """Order files so that a digest is written before the offsets that it vouches for."""
    return fact.kind != "documents", fact.filed


def _by_file(problems: Sequence[Problem]) -> dict[str, list[Edit]]:
    """Return the edits of each file; where two problems want the same, it is done once."""
    edits: dict[str, dict[tuple[int, Path], Edit]] = {}
    for problem in problems:
        for edit in problem.repair:
            edits.setdefault(edit.file, {}).setdefault((edit.line, edit.path), edit)
    return {file: list(of_file.values()) for file, of_file in edits.items()}


def write(found: Fix) -> Iterator[str]:
    """Write each file that changes, whole, and yield its name."""
    for rewrite in found.rewrites:
        write_whole(FilePath(rewrite.file), rewrite.after)
        yield rewrite.file
