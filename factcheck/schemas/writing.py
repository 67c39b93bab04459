"""``python -m factcheck.schemas.writing FOLDER`` writes every schema into ``FOLDER/<version>/``."""

import sys
from pathlib import Path

import orjson

from factcheck.files.whole import write_whole
from factcheck.schemas.generating import SCHEMA_VERSION, names, schema


def schema_bytes(name: str) -> bytes:
    """Return a schema as it is written to a file."""
    return orjson.dumps(schema(name), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def write_schemas(folder: Path) -> None:
    """Write every schema of this version."""
    for name in names():
        write_whole(folder / SCHEMA_VERSION / f"{name}.schema.json", schema_bytes(name))


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
