"""Arrow tables of rows."""

import orjson
import pyarrow as pa
import pyarrow.json

from factcheck.tables.table import Table

_TYPES = {"text": pa.string(), "whole": pa.int64(), "flag": pa.bool_()}


def arrow_of(table: Table) -> pa.Table:
    """Return a table in Arrow, by way of JSON: pyarrow's own conversion of lists imports pandas, which takes long."""
    schema = pa.schema([(name, _TYPES[type_]) for name, type_ in table.columns.items()])
    data = b"\n".join(orjson.dumps(dict(zip(schema.names, row, strict=True))) for row in table.rows)
    if not data:
        return pa.Table.from_batches([], schema=schema)
    return pyarrow.json.read_json(
        pa.BufferReader(data),
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )
