"""The way of rows into a corpus and back, and the forms in which both are compared."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from factcheck.converting import Conversion, Export, convert, export


@attrs.frozen(kw_only=True)
class Trip:
    """What went in and what came out."""

    conversion: Conversion
    done: Export
    written: list[Any]


def canonical(value: Any) -> str:
    """Return a form in which 1, 1.0 and true differ, and the order of keys does not count."""
    return json.dumps(value, sort_keys=True)


def counted(values: Iterable[Any]) -> Counter[str]:
    """Return how often each value occurs."""
    return Counter(map(canonical, values))


def lines(rows: Iterable[Any]) -> bytes:
    """Return rows as JSON Lines."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def read_json(path: Path) -> list[Any]:
    """Return the rows of a JSON Lines file, of an array, or of an object over many lines, by Python's own parser."""
    data = path.read_bytes()
    if path.suffix == ".jsonld":
        return [json.loads(data)]
    if data.startswith(b"{\n"):
        return [{key: value} for key, value in json.loads(data).items()]
    if data.lstrip().startswith(b"["):
        return list(json.loads(data))
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def there_and_back(name: str, data: bytes, *, file: str = "rows.jsonl") -> Trip:
    """Convert the bytes of a file, and export what came of them."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / file).write_bytes(data)
        return around(name, [folder / file], folder)


def around(name: str, files: list[Path], folder: Path) -> Trip:
    """Convert files into a corpus under a folder, and export it there with all its texts."""
    conversion = convert(name, files, folder / "corpus", texts=folder / "texts")
    done = export(name, folder / "corpus", folder / "out", documents=[folder / "texts"])
    return Trip(conversion=conversion, done=done, written=[row for path in done.files for row in read_json(path)])


def without(plain: Any, ways: Iterable[str]) -> Any:
    """Return a record without what stands at these ways into it, as ``Export.lost`` names them."""
    for way in ways:
        plain = _without(plain, way.split("."))
    return plain


def _without(plain: Any, way: list[str]) -> Any:
    if isinstance(plain, list):
        return [_without(item, way) for item in plain]
    if not isinstance(plain, Mapping):
        return plain
    first, *rest = way
    kept = {key: value for key, value in plain.items() if key != first}
    return {**kept, first: _without(plain[first], rest)} if rest and first in plain else kept
