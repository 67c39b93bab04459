"""A card, picture, citation or description that is not the one its data give.

## What it asks
Where this version of factcheck wrote the release, its card, pictures, `CITATION.cff` and `croissant.json` are, letter for
letter, those that are made from its records.

## Why
Figures that were typed or edited by hand stay behind when the data move on, and are believed.

## How to repair
What a person writes for the card stands in `card.md` of the corpus, all else is made from the data: change it there and build
the release anew.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
