"""The header of a release's card, read back: YAML between two lines of hyphens."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.files.parsed import Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.tables.arrow import canonical_json

CARD = "README.md"
_HEADER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)


def read_header(release: Path) -> Parsed:
    """Return the header of a card with the places of its values, in lines of the card; empty where there is none."""
    file = release / CARD
    found = _HEADER.match(file.read_text("utf-8", "replace")) if file.is_file() else None
    # the comment stands for the line of hyphens, so that lines are counted as in the card
    return parse_yaml(f"#\n{found[1]}") if found else Parsed()


def declared_features(header: Any) -> dict[str, dict[str, str]]:
    """Return the feature of each column of each config that a header declares, as canonical JSON."""
    infos = header.get("dataset_info") if isinstance(header, Mapping) else None
    mappings = [one for one in infos if isinstance(one, Mapping)] if isinstance(infos, list) else []
    return {str(info.get("config_name")): _by_column(info.get("features")) for info in mappings}


def _by_column(given: Any) -> dict[str, str]:
    columns = [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
    return {str(column.get("name")): canonical_json({**column, "name": ""}) for column in columns}
