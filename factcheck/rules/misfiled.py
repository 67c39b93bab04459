"""A record filed where nobody would look for it, or in a folder that is none of ours.

## What it asks
The first folder names the kind of record. A verdict stands under the folder of its annotator (`verdicts/ada/...`), an
adjudication likewise; a file that holds one record and is named for it bears its id.

## Why
A folder with a misspelt name would drop all its records without a word. And who sees `verdicts/ada/` should find
Ada's verdicts there: filing by annotator keeps annotators blind to each other and free of merge conflicts.

## How to repair
Move the file, or the record, to where its own words say it belongs.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.files.naming import file_name
from factcheck.labels import Level
from factcheck.naming import nearest
from factcheck.problems import Fault, Place, Target
from factcheck.records.corpus import KINDS
from factcheck.rules.rule import FiledRecord, Files, OnFiles, Settings

RECORD_ENDINGS = (".yaml", ".yml", ".jsonl")

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def check(files: Files, settings: Settings) -> Iterator[Fault]:
    for fact in files.facts:
        if (
            not fact.kind
            and fact.digest is None
            and fact.filed.endswith(RECORD_ENDINGS)
            and not fact.filed.startswith("texts/")
        ):
            message = f"{fact.filed!r} stands in no folder that holds records"
            near = nearest(fact.filed.split("/")[0].split(".")[0], KINDS)
            cure = f"did you mean {near!r}?" if near else f"move it under one of {', '.join(KINDS)}"
            yield Fault(message=message, at=(Place(file=fact.file),), cure=cure)
    for filed in files.records:
        expected = _expected(filed)
        if expected is not None:
            message, key = expected
            yield Fault(
                message=message,
                at=(Target(kind=filed.kind, record=filed.record, path=(key,)),),
                cure="move the one to where the other says it belongs",
            )


def _expected(filed: FiledRecord) -> tuple[str, str] | None:
    """Return what is wrong with where a record is filed, and the key that says so."""
    folders = filed.fact.filed.split("/")
    if filed.kind in ("verdicts", "adjudications"):
        annotator = filed.value.get("annotator")
        if len(folders) > 2 and annotator and folders[1] not in (annotator, file_name(annotator)):
            return f"a record of annotator {annotator!r} stands in the folder of {folders[1]!r}", "annotator"
    elif filed.kind in ("documents", "references", "annotators") and filed.fact.records == 1:
        name = folders[-1].rsplit(".", 1)[0]
        is_named = len(folders) > 1 and not folders[-1].endswith(".jsonl")
        own = filed.value.get("id")
        if is_named and own is not None and name not in (own, file_name(own)):
            return f"record {own!r} stands alone in a file named {folders[-1]!r}", "id"
    return None


CHECK = OnFiles(check=check)
