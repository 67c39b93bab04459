"""Documents out to an annotation tool, with the claims found so far and nobody's verdicts."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from factcheck.annotating.marks import Placed, Sheet
from factcheck.annotating.tools import tool_named
from factcheck.documents import find_texts, text_folders
from factcheck.errors import UsageError
from factcheck.files.whole import write_whole
from factcheck.filing import Plain, Shelves
from factcheck.text import bytes_digest

NOTICE = "not for redistribution: these words belong to the publishers of the document"


@attrs.frozen(kw_only=True)
class Sent:
    """What went out.

    Args:
        tool: the name of the tool.
        files: the files written.
        documents: how many documents went out.
        claims: how many places of claims are marked in them.
        withheld: documents whose words may not be passed on and were left out.
        missing: documents whose text is not at hand.
        unmarked: claims whose anchor does not fit the text, or has no offsets; their place is not marked.
    """

    tool: str
    files: tuple[Path, ...] = ()
    documents: int = 0
    claims: int = 0
    withheld: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


def send(
    name: str,
    path: Path,
    out: Path,
    *,
    chosen: Iterable[str] = (),
    documents: Iterable[Path] = (),
    private: bool = False,
) -> Sent:
    """Write what an annotation tool imports.

    Args:
        name: the tool.
        path: the corpus.
        out: the folder of the files.
        chosen: the ids of the documents that go out; all of them, if none is named.
        documents: folders of texts that may not be passed on.
        private: let those texts go out too, marked as not for redistribution.

    Raises:
        UsageError: no such tool, corpus or document, or a file is there already.
    """
    tool, shelves = tool_named(name), Shelves.of(path)
    claims, records = shelves.sound("claims"), shelves.sound("documents")
    if named := tuple(shelves.record("documents", one).value for one in dict.fromkeys(chosen)):
        records = named
    texts = _texts(shelves, records, documents)
    here = [one for one in records if one["id"] in texts]
    open_ = [one for one in here if private or _is_free(one)]
    sheets = [_sheet(one, texts[one["id"]], claims) for one in open_]
    files = {out / file: data for file, data in tool.write(sheets).items()}
    if out.exists() and not out.is_dir():
        raise UsageError(f"{str(out)!r} is no folder")
    for file in files:
        if file.exists():
            raise UsageError(f"{str(file)!r} is there already; name a new folder")
    for file, data in files.items():
        write_whole(file, data)
    marked = {placed.claim for sheet in sheets for placed in sheet.claims}
    made = {claim["id"] for claim in claims for one in open_ if any(_appearances(claim, one["id"]))}
    return Sent(
        tool=name,
        files=tuple(files),
        documents=len(sheets),
        claims=sum(len(sheet.claims) for sheet in sheets),
        withheld=tuple(one["id"] for one in here if one not in open_),
        missing=tuple(one["id"] for one in records if one not in here),
        unmarked=tuple(sorted(made - marked)),
    )


def _texts(shelves: Shelves, records: Iterable[Plain], folders: Iterable[Path]) -> dict[str, str]:
    wanted = {one["id"]: one["sha256"] for one in records if "sha256" in one and "text" not in one}
    by_digest = {**find_texts(text_folders(folders), wanted, {}).texts, **shelves.reading.texts}
    found = {name: by_digest[digest] for name, digest in wanted.items() if digest in by_digest}
    return found | {one["id"]: one["text"] for one in records if "text" in one}


def _is_free(document: Plain) -> bool:
    return document.get("rights", {}).get("redistribute") is True


def _sheet(document: Plain, text: str, claims: Iterable[Plain]) -> Sheet:
    placed = (one for claim in claims for one in _placed(claim, document["id"], len(text)))
    return Sheet(
        document=document["id"],
        digest=bytes_digest(text.encode()),
        text=text,
        claims=tuple(sorted(placed, key=lambda one: (one.start, one.end, one.claim))),
        notice="" if _is_free(document) else NOTICE,
    )


def _placed(claim: Plain, document: str, length: int) -> Iterator[Placed]:
    for part in _appearances(claim, document):
        anchor = part.get("anchor") or {}
        start, end = anchor.get("start"), anchor.get("end")
        if start is not None and end is not None and start < end <= length:
            yield Placed(claim=claim["id"], text=claim["text"], kind=claim.get("kind"), start=start, end=end)


def _appearances(claim: Plain, document: str) -> Iterator[dict[str, Any]]:
    yield from (part for part in claim.get("appearances") or () if part.get("document") == document)
