"""An address that leads nowhere.

## What it asks
Addresses begin with http:// or https://, name a host, and hold no white space.

## Why
79 answers in AVeriTeC's development set have 'Metadata' for their address, and three lack the scheme.

## Passes
```yaml
references:
  - {id: census, type: report, URL: "https://example.org/census"}
```

## Fails (2)
```yaml
references:
  - {id: census, type: report, URL: Metadata, seen: ["www.example.org/census"]}
```
> 'Metadata' is no address
> 'www.example.org/census' is no address

## How to repair
Copy the address from the browser. What is no address goes into a note.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from factcheck.labels import Level
from factcheck.problems import Path
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_WHITE_SPACE = re.compile(r"\s")


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, address in _addresses(record):
        if address is not None and not _leads_somewhere(address):
            yield Found(path=path, message=f"{address!r} is no address", cure="write it as https://host/...")


def _addresses(record: Plain) -> Iterator[tuple[Path, str | None]]:
    for key in ("url", "URL", "homepage"):
        yield (key,), record.get(key)
    for item, address in enumerate(record.get("seen") or ()):
        yield ("seen", item), address
    for key in ("rights", "text_rights"):
        yield (key, "seen"), (record.get(key) or {}).get("seen")
    for key in ("appearances", "evidence"):
        for item, part in parts(record, key):
            yield (key, item, "url"), part.get("url")
            yield (key, item, "rights", "seen"), (part.get("rights") or {}).get("seen")


def _leads_somewhere(address: str) -> bool:
    if _WHITE_SPACE.search(address):
        return False
    try:
        split = urlsplit(address)
        host = split.hostname
    except ValueError:  # a bracket that is no IPv6 address, a port that is no number
        return False
    return split.scheme in ("http", "https") and bool(host)


CHECK = OnRecord(kinds=("dataset", "documents", "references", "claims"), check=check)
