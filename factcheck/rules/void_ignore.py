"""A remark that should excuse a problem and excuses nothing.

## What it asks
A remark `# factcheck: ignore[rule-name, other] reason`, behind a value in a YAML file or alone in the line above it, names
rules that there are and that find something in that line, and gives a reason.

Rules without which nothing can be read, or a release would not be sound, and rules of scope *release* are excused nowhere:
`dangling-id`, `duplicate-id`, `duplicate-key`, `schema-violation`, `unknown-evidence`, `unknown-rule`, `unreadable`,
`unsettled-disagreement`, and this one. A remark for a rule of scope *text* is never called unused, since what such a rule finds
depends on the texts at hand.
JSON Lines have no remarks.

## Why
A remark that once had a use hides the next mistake in its line; a misspelt one hides nothing, and its author believes it does.

## How to repair
Take the remark away, or the name out of its brackets; correct the name; say why behind the brackets. What concerns a whole
corpus is set in `dataset.yaml` under `rules`, with a reason.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}
CHECK = noted("void-ignore")
