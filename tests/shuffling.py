"""Corpora filed in another way: other files, other order of records and keys, YAML or JSON Lines; the same records."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from factcheck.records.corpus import KINDS
from factcheck.writing import json_line

Plain = Mapping[str, Any]


@st.composite
def with_shuffled_keys(draw: st.DrawFn, value: Any) -> Any:
    """Return plain data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = draw(st.permutations(list(value)))
        return {key: draw(with_shuffled_keys(value[key])) for key in keys}
    return [draw(with_shuffled_keys(item)) for item in value] if isinstance(value, list) else value


@st.composite
def filings(draw: st.DrawFn, records: Mapping[str, Sequence[Plain]]) -> dict[str, bytes]:
    """Return the files of a corpus, by their paths, filed anew."""
    files: dict[str, bytes] = {}
    for kind in KINDS:
        shuffled = draw(st.permutations(records[kind]))
        cut = draw(st.integers(0, len(shuffled)))
        for part in (shuffled[:cut], shuffled[cut:]):
            name = f"{kind}/{draw(st.sampled_from('abc'))}{len(files)}.jsonl"
            files[name] = b"".join(json_line(draw(with_shuffled_keys(record))) for record in part)
    return files


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
