"""A text that may be passed on and is not in the corpus.

## What it asks
A document whose rights say `redistribute: true` and that gives a `sha256` has its text in the corpus: a file under `texts/`,
found by that digest, or inline.

## Why
A corpus that may carry its texts is whole only with them. And a digest with one wrong digit leads to no text, so that no anchor
into the document is ever looked at.

## How to repair
Put the text under `texts/`, or mend the digest: `sha256sum` prints it.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import Files, OnFiles, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(files: Files, settings: Settings) -> Iterator[Fault]:
    texts = {fact.digest for fact in files.facts if fact.digest}
    changed = {at.record for fault in files.noted.get("changed-text", ()) for at in fault.at if isinstance(at, Target)}
    for filed in files.records:
        document = filed.value
        digest = document.get("sha256")
        is_open = (document.get("rights") or {}).get("redistribute") is True
        if filed.kind != "documents" or filed.record in changed or "text" in document:
            continue  # another rule tells of a text that has changed
        if is_open and digest and digest not in texts:
            yield Fault(
                message=f"no text in the corpus has the digest of document {document.get('id')!r}, which may be passed on",
                at=(Target(kind="documents", record=filed.record, path=("sha256",)),),
                cure="put the text under texts/, or mend the digest: sha256sum prints it",
            )


CHECK = OnFiles(check=check)
