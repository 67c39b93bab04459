"""JSON-LD read by a library, without the network: the context of the file is put in place by hand."""

from typing import Any

import orjson
from rdflib import Graph


def graph_of(plain: dict[str, Any], vocabulary: str, **terms: Any) -> Graph:
    """Return the triples of JSON-LD whose terms are those of one vocabulary."""
    context = {"@vocab": vocabulary, **terms}
    return Graph().parse(data=orjson.dumps({**plain, "@context": context}), format="json-ld")
