"""A key that stands twice in one mapping.

## What it asks
In a mapping each key stands once, in YAML and in JSON.

## Why
Most readers keep the last value and say nothing, so what a person sees in the file is not what a program gets.

## How to repair
Keep one of the two, or merge them.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("duplicate-key")
