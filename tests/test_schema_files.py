"""The schemas on disk are those of the records."""

from pathlib import Path

from factcheck.schemas.generating import SCHEMA_VERSION, names
from factcheck.schemas.writing import schema_bytes

FOLDER = Path(__file__).parents[1] / "schemas" / SCHEMA_VERSION


def test_the_schemas_on_disk_are_those_of_the_records() -> None:
    """Editors would complete and check against an older shape; ``make schemas`` writes them anew."""
    written = {path.name: path.read_bytes() for path in FOLDER.iterdir()}

    assert {f"{name}.schema.json": schema_bytes(name) for name in names()} == written
