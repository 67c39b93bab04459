"""Evidence from a site that publishes verdicts on claims.

## What it asks
No evidence is from the site of a fact-checking organisation, by its own address or by that of its document or reference, in an
archive's copy too. The setting `hosts` names further sites, separated by commas.

## Why
Who finds the page of a fact-checker has found the verdict and not the evidence: a system learns to look for 'false' in
big letters. Such evidence has leaked into several published sets (Glockner, Hou and Gurevych 2022, arXiv 2210.13865;
the audit of CREDULE, arXiv 2404.18971).

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{url: "https://example.org/census"}]}
```

## Fails (2)
```yaml
documents:
  - {id: verdict, url: "https://web.archive.org/web/2020/https://fullfact.org/skerra/"}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{url: "https://www.snopes.com/skerra/"}, {document: verdict}]}
```
> evidence 'https://www.snopes.com/skerra/' is from a fact-checking site, 'snopes.com'
> evidence 'verdict' is from a fact-checking site, 'fullfact.org'

## How to repair
Follow its links to what it read, and give that. What only it has found out, as by asking somebody, may stand: set the
rule's level with that reason.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"hosts": ""}

HOSTS = (
    *("aap.com.au/factcheck", "afp.com/fact-check", "africacheck.org", "altnews.in", "apnews.com/ap-fact-check"),
    *("boomlive.in", "checkyourfact.com", "chequeado.com", "climatefeedback.org", "correctiv.org/faktencheck"),
    *(
        "dubawa.org",
        "factcheck.afp.com",
        "factcheck.org",
        "factcrescendo.com",
        "factly.in",
        "faktisk.no",
        "fullfact.org",
    ),
    *(
        "healthfeedback.org",
        "hoax-slayer.com",
        "leadstories.com",
        "logicallyfacts.com",
        "lupa.uol.com.br",
        "maldita.es",
    ),
    *("mimikama.org", "newschecker.in", "newtral.es", "nieuwscheckers.nl", "pagellapolitica.it", "pesacheck.org"),
    *(
        "politifact.com",
        "rappler.com/newsbreak/fact-check",
        "reuters.com/fact-check",
        "reuters.com/article/uk-factcheck",
    ),
    *(
        "sciencefeedback.co",
        "snopes.com",
        "teyit.org",
        "thip.media",
        "truthorfiction.com",
        "usatoday.com/news/factcheck",
    ),
    *("verafiles.org", "vishvasnews.com"),
)
"""Sites of fact-checking organisations, and the parts of newspapers' sites that are."""


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    sites = _sites(settings["hosts"])
    documents, references = _addresses(tables["documents"]), _addresses(tables["references"])
    for row in tables["evidence"].picked("record", "item", "id", "url", "document", "reference"):
        address = row["url"] or documents.get(row["document"]) or references.get(row["reference"])
        found = sites.search(address) if address else None
        if found:
            key = next(key for key in ("url", "document", "reference") if row[key])
            yield Fault(
                message=f"evidence {row['id']!r} is from a fact-checking site, {found[1]!r}",
                at=(Target(kind="claims", record=row["record"], path=("evidence", row["item"], key)),),
                cure="give what it read, not what it judged",
            )


def _addresses(table: Table) -> dict[str, str]:
    pairs = zip(table.column("id"), table.column("url"), strict=True)
    return {name: address for name, address in pairs if name and address}


@cache
def _sites(further: str) -> re.Pattern[str]:
    named = (*HOSTS, *(host.strip() for host in further.split(",") if host.strip()))
    return re.compile(rf"//(?:[\w-]+\.)*?({'|'.join(map(re.escape, named))})(?![\w.])", re.IGNORECASE)


CHECK = OnTables(check=check)
