"""Lines that end as another system's do.

## What it asks
Lines of files that hold records end in a line feed alone, without the carriage return that Windows puts before it.
Texts are as they are: their digest holds them to the byte.

## Why
COVID-Fact ends the lines of its test set in one way and those of its training set in the other, so that whoever cuts
lines by hand gets another last column in one of them. And where editors disagree on line ends, every line of a file
seems changed.

## How to repair
Save the file with line feeds; `git config core.autocrlf input` keeps them so.
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
            place = Place(file=fact.file, line=fact.returns_at, column=1)
            yield Fault(message=message, at=(place,), cure="save the file with line feeds alone")


CHECK = OnFiles(check=check)
