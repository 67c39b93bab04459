"""A text that no document has.

## What it asks
Every file under `texts/` has the digest of a document.

## Why
Words that belong to no record have no rights and no reader; most often they are the new version of a text whose record still
describes the old one.

## How to repair
Set the `sha256` and `length` of its document, or take the text out.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Place
from factcheck.rules.rule import Files, OnFiles, Settings

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(files: Files, settings: Settings) -> Iterator[Fault]:
    known = {filed.value.get("sha256") for filed in files.records if filed.kind == "documents"}
    changed = {at.file for fault in files.noted.get("changed-text", ()) for at in fault.at if isinstance(at, Place)}
    for fact in files.facts:
        if fact.digest and fact.digest not in known and fact.file not in changed:
            message = f"text {fact.filed!r} is of no document: none has its digest {fact.digest[:12]}..."
            cure = "set 'sha256' and 'length' of its document, or take the text out"
            may_follow = files.gaps.may_hold(("documents",), fact.digest)
            yield Fault(message=message, at=(Place(file=fact.file),), cure=cure, may_follow=may_follow)


CHECK = OnFiles(check=check)
