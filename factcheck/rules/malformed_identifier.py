"""A DOI, PubMed number or PubMed Central number that is none.

## What it asks
A `DOI` is bare, in lower case, and reads 10.NNNN/...; a `PMID` is digits; a `PMCID` is PMC and digits.

## Why
Identifiers are what references are joined by. The same DOI as an address and in two letter cases is three papers to a
program.

## Passes
```yaml
references:
  - {id: mixture, type: article-journal, DOI: 10.1000/182, PMID: "31772157", PMCID: PMC6879579}
```

## Fails (3)
```yaml
references:
  - {id: mixture, type: article-journal, DOI: "https://doi.org/10.1000/182", PMCID: "6879579"}
  - {id: census, type: report, DOI: 10.1000/ABC}
```
> DOI 'https://doi.org/10.1000/182' is not written 10.NNNN/... in lower case
> PMCID '6879579' is not written PMC and digits
> DOI '10.1000/ABC' is not written 10.NNNN/... in lower case

## How to repair
Write the identifier alone: no address before it, no `doi:`, no white space. `factcheck fix` takes off what stands
before and after it.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_SHAPES = {
    "DOI": (re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+"), "10.NNNN/... in lower case"),
    "PMID": (re.compile(r"[1-9][0-9]{0,8}"), "as digits"),
    "PMCID": (re.compile(r"PMC[1-9][0-9]*"), "PMC and digits"),
}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for key, (_, said) in _SHAPES.items():
        value = record.get(key)
        if value is not None and not is_well_formed(key, value):
            message = f"{key} {value!r} is not written {said}"
            yield Found(path=(key,), message=message, cure="write the identifier alone, without an address")


def is_well_formed(key: str, value: str) -> bool:
    """Tell whether an identifier is written as those of its kind are: ``DOI``, ``PMID`` or ``PMCID``."""
    return _SHAPES[key][0].fullmatch(value) is not None and (key != "DOI" or value == value.lower())


CHECK = OnRecord(kinds=("references",), check=check)
