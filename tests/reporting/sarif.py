"""The part of SARIF 2.1.0 that our reports use, as strict JSON Schema, written after the specification (OASIS, section 3).

It is narrower than the standard's own schema: a property that is not ours is refused, and what is optional there is required here
where we always write it.
"""

from typing import Any

Schema = dict[str, Any]


def _object(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


_TEXT: Schema = {"type": "string"}
_MESSAGE = _object({"text": _TEXT})
_INDEX: Schema = {"type": "integer", "minimum": 0}
_POSITION: Schema = {"type": "integer", "minimum": 1}
_LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
_ARTIFACT = _object({"uri": {"type": "string", "format": "uri-reference"}}, {"uriBaseId": _TEXT})
_REGION = _object({"startLine": _POSITION}, {"startColumn": _POSITION})
_LOCATION = _object(
    {"physicalLocation": _object({"artifactLocation": _ARTIFACT}, {"region": _REGION})},
    {"id": _INDEX, "message": _MESSAGE, "logicalLocations": _list(_object({"fullyQualifiedName": _TEXT}), 1)},
)
_RULE = _object(
    {
        "id": _TEXT,
        "shortDescription": _MESSAGE,
        "help": _object({"text": _TEXT, "markdown": _TEXT}),
        "defaultConfiguration": _object({"enabled": {"type": "boolean"}, "level": _LEVEL}),
        "properties": _object({"tags": {**_list(_TEXT), "uniqueItems": True}}),
    }
)
_SUPPRESSION = _object(
    {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": _TEXT,
    }
)
_RESULT = _object(
    {
        "ruleId": _TEXT,
        "ruleIndex": _INDEX,
        "level": _LEVEL,
        "message": _MESSAGE,
        "locations": _list(_LOCATION),
        "partialFingerprints": {"type": "object", "additionalProperties": _TEXT},
        "suppressions": {**_list(_SUPPRESSION), "uniqueItems": True},
    },
    {"relatedLocations": {**_list(_LOCATION), "uniqueItems": True}},
)
_DRIVER = _object({"name": _TEXT, "semanticVersion": _TEXT, "rules": {**_list(_RULE), "uniqueItems": True}})
_RUN = _object(
    {
        "tool": _object({"driver": _DRIVER}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": _list(_RESULT),
    }
)
SARIF = _object({"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": _list(_RUN, 1)})
"""The schema of a whole report."""
