"""Lines that end as another system's do.

## What it asks
Lines of the corpus' files end in a line feed alone, without the carriage return that Windows puts before it.

## Why
A carriage return counts as a code point: after it every offset into a text is one off for whoever reads the file with
its line ends translated, as most programs do. COVID-Fact ends the lines of its test set in one way and those of its
training set in the other.

## How to repair
`git config core.autocrlf input`, and save the file anew with line feeds. The anchors into a text that is changed so are
placed anew by its new digest.
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
    for fact in files.facts:
        if fact.returns_at:
            message = "lines end in a carriage return"
            place = Place(file=fact.file, line=fact.returns_at)
            yield Fault(message=message, at=(place,), cure="save the file with line feeds alone")


CHECK = OnFiles(check=check)
