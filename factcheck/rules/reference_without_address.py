"""A reference that cannot be looked up.

## What it asks
Every reference has a DOI, a PMID or a URL.

## Why
Who cannot find the source cannot check the finding.

## Passes
```yaml
references:
  - {id: census, type: report, URL: "https://example.org/census"}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report}
```
> reference 'census' has no DOI, PMID or URL

## How to repair
Add one. Printed works have an address too: that of a library's catalogue entry.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    if not any(key in record for key in ("DOI", "PMID", "URL")):
        message = f"reference {record.get('id')!r} has no DOI, PMID or URL"
        yield Found(path=("id",), message=message, cure="add one of them")


CHECK = OnRecord(kinds=("references",), check=check, of_whole=True)
