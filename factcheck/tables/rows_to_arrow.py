"""Arrow tables of rows."""

from collections.abc import Iterable
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.json


def table_of(schema: pa.Schema, rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    """Return a table of rows, by way of JSON: pyarrow's own conversion of lists imports pandas, which takes long."""
    names = schema.names
    data = b"\n".join(orjson.dumps(dict(zip(names, row, strict=True))) for row in rows)
    if not data:
        return pa.Table.from_batches([], schema=schema)
    return pyarrow.json.read_json(
        pa.BufferReader(data),
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )
