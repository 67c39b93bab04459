"""A topic that the dataset does not define.

## What it asks
Every topic of a claim is declared, with its definition, under `topics` in `dataset.yaml`.

## Why
A misspelt topic starts a group of its own: whoever selects by topic loses the claim without a word.

## Passes
```yaml
dataset:
  topics: {island-life: How people live on Skerra.}
claims:
  - {id: sheep, text: Skerra has sheep., topics: [island-life]}
```

## Fails (1)
```yaml
dataset:
  topics: {island-life: How people live on Skerra.}
claims:
  - {id: sheep, text: Skerra has sheep., topics: [island-live]}
```
> no topic 'island-live' in dataset.yaml

## How to repair
Mind the spelling: the nearest topic is offered. Or define the topic in `dataset.yaml`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            path=("topics", "{item}"),
            message="no topic {topic!r} in dataset.yaml",
            cure="define it under 'topics' in dataset.yaml",
            nearest=("topic", "topics", "id"),
            absent=("dataset",),
            sought="topic",
            sql="""
                select claim_topics.*
                from claim_topics
                left join topics on claim_topics.topic = topics.id
                where claim_topics.topic is not null and topics.id is null
            """,
        ),
    )
)
