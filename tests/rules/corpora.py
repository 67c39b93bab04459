"""Small corpora for the tests of rules: written to a folder, then checked with few rules."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from factcheck.checking import check
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import Report

DATASET = {
    "name": "example",
    "version": "0.1.0",
    "released": "2026-11-22",
    "schema_version": "0.1",
    "licence": "CC0-1.0",
    "language": "en",
    "profile": "authored",
}


def parsed(text: str) -> Any:
    """Read YAML as a corpus is read, so that an example means in a test what it means in a file."""
    read = parse_yaml(text)
    assert not read.flaws, read.flaws
    return read.value


def write(folder: Path, corpus: Mapping[str, Any]) -> None:
    """Write a corpus: the dataset over a minimal one, every other kind as a file of lines."""
    (folder / "dataset.yaml").write_bytes(orjson.dumps({**DATASET, **corpus.get("dataset", {})}))
    for kind, records in corpus.items():
        if kind != "dataset":
            (folder / f"{kind}.jsonl").write_bytes(b"\n".join(orjson.dumps(record) for record in records))


def report_on(folder: Path, corpus: Mapping[str, Any], rules: Iterable[str]) -> Report:
    """Write a corpus and check it with these rules alone."""
    write(folder, corpus)
    return check(folder, rules=rules)


def messages(report: Report, rule: str) -> list[str]:
    """Return what a report says by one rule."""
    return [problem.message for problem in report.problems if problem.rule == rule]
