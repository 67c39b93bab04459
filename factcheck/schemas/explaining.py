"""What a value that does not fit its schema should have been, in words: from the reference validator's errors."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import attrs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from factcheck.naming import nearest
from factcheck.problems import Path
from factcheck.records.corpus import SINGULAR
from factcheck.records.fields import abouts
from factcheck.records.kinds_of_text import Date, Digest
from factcheck.records.shapes import Text
from factcheck.schemas.generating import RECORDS, schema

Error = Any
"""A ``ValidationError``; its stubs call every attribute possibly unset."""

_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_ARTICLE = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
}


@attrs.frozen(kw_only=True)
class Misfit:
    """One way in which a value does not fit its schema.

    Args:
        path: the way to the place in the value.
        on_key: whether the key there is meant, not its value.
        message: what was expected and what came.
        cure: what to do.
    """

    path: Path
    message: str
    on_key: bool = False
    cure: str | None = None


def _pattern(validator: Any, pattern: str, instance: Any, _: Any) -> Iterator[ValidationError]:
    """Read ``$`` as ECMAScript does: the very end, not before a last line break."""
    if validator.is_type(instance, "string") and not re.search(pattern.removesuffix("$") + r"\Z", instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]  # its stub has no types


@cache
def reference_validator(name: str) -> Any:
    """Return the reference validator for the schema of that name."""
    return _Validator(schema(name))


def explain(name: str, value: Any) -> tuple[Misfit, ...]:
    """Return every way in which ``value`` does not fit the schema of that name, in the order of its places."""
    misfits = [misfit for error in reference_validator(name).iter_errors(value) for misfit in _misfits(name, error)]
    unique = {(misfit.path, misfit.message): misfit for misfit in misfits}
    return tuple(sorted(unique.values(), key=lambda misfit: ([str(step) for step in misfit.path], misfit.message)))


def _misfits(name: str, error: Error) -> Iterator[Misfit]:
    path: Path = tuple(error.absolute_path)
    speak = _SPEAKERS.get(str(error.validator), _speak_plainly)
    yield from speak(name, error, path)


def _subject(path: Path, name: str) -> str:
    if not path:
        return name
    names = [step for step in path if isinstance(step, str)]
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {names[-1]!r}" if names else f"item {path[-1] + 1}"
    return repr(path[-1])


def _got(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "(got a mapping)" if isinstance(value, dict) else "(got a list)"
    if value is None or isinstance(value, bool):
        return f"(got {'null' if value is None else str(value).lower()})"
    shown = repr(value)
    return f"(got {shown if len(shown) <= 60 else shown[:57] + '...'})"


def _must_be(name: str, error: Error, path: Path, said: str, cure: str | None = None) -> Misfit:
    if error.instance is None:
        cure = "leave the key out where there is nothing to say"
    return Misfit(path=path, message=f"{_subject(path, name)} must be {said} {_got(error.instance)}", cure=cure)


def _nearest(word: Any, known: Sequence[str]) -> str | None:
    near = nearest(str(word), known)
    return f"did you mean {near!r}?" if near else None


def _unknown_keys(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    known = list(error.schema.get("properties", {}))
    owner = _owner(name, error)
    for key in sorted(set(error.instance) - set(known)):
        cure = _nearest(key, [word for word in known if word not in error.instance])
        cure = cure or "known keys: " + ", ".join(known) + "; anything else goes under 'extra'"
        yield Misfit(path=(*path, key), on_key=True, message=f"unknown key {key!r} in {owner}", cure=cure)


def _owner(name: str, error: Error) -> str:
    """Return the record that an error is in, in words: ``an annotator``, ``a rule setting``."""
    words = _CAPITAL.sub(" ", error.schema.get("title", name)).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _missing_key(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    missing = [key for key in error.validator_value if key not in error.instance]
    owner = _owner(name, error)
    for key in missing:
        said = error.schema.get("properties", {}).get(key, {}).get("description")
        cure = f"add {key!r}: {said}" if said else f"add {key!r}"
        hint = _looks_like(name, error.instance) if not path else None
        yield Misfit(path=path, message=f"{owner} must have {key!r}", cure=hint or cure)


def _looks_like(name: str, instance: Any) -> str | None:
    """Return a hint where a record fits another kind, only that one, and has keys that its own kind does not know."""
    own = RECORDS.get(name)
    if own is None or set(instance) <= {about.key for about in abouts(own).values()}:
        return None
    fitting = [kind for kind, other in SINGULAR.items() if reference_validator(other).is_valid(instance)]
    return f"this looks like one of the {fitting[0]}: move it to {fitting[0]}/" if len(fitting) == 1 else None


def _wrong_word(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    words = [str(word) for word in error.validator_value]
    said = "one of " + ", ".join(words)
    if error.absolute_schema_path and "propertyNames" in error.absolute_schema_path:
        key = error.instance
        message = f"key {key!r} of {_subject(path, name)} must be {said}"
        yield Misfit(path=(*path, key), on_key=True, message=message, cure=_nearest(key, words))
        return
    yield _must_be(name, error, path, said, _nearest(error.instance, words))


def _wrong_type(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    types = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    said = " or ".join("true or false" if word == "boolean" else _ARTICLE[word] for word in types)
    cure = None
    if "string" in types and isinstance(error.instance, (int, float)):
        cure = f'quote it: "{str(error.instance).lower() if isinstance(error.instance, bool) else error.instance}"'
    elif "integer" in types and isinstance(error.instance, str) and error.instance.removeprefix("-").isdecimal():
        is_padded = error.instance.lstrip("-").startswith("0") and error.instance.strip("-0")
        cure = f"write it {int(error.instance)}, without zeros before" if is_padded else "take the quotes away"
    elif "integer" in types and isinstance(error.instance, float):
        cure = "whole numbers only: code points, words and people are not divided"
    elif types == ["array"] and not isinstance(error.instance, dict):
        cure = "write it as a list: [ ... ], or one item a line after '- '"
    yield _must_be(name, error, path, said, cure)


def _wrong_pattern(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    said = error.schema.get("$comment", f"text that matches {error.validator_value}")
    if "propertyNames" in error.absolute_schema_path:
        message = f"key {error.instance!r} of {_subject(path, name)} must be {said}"
        yield Misfit(path=(*path, error.instance), on_key=True, message=message)
        return
    yield _must_be(name, error, path, said, _way_of_writing(said, str(error.instance)))


def _way_of_writing(said: str, written: str) -> str | None:
    """Return how a date or digest is written that was written otherwise."""
    if said == _said(Digest):
        is_capital = re.fullmatch("[0-9A-Fa-f]{64}", written)
        return f"in lower case: {written.lower()}" if is_capital else "sha256sum prints it"
    if said == _said(Date):
        day = re.fullmatch("([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?", written)
        if day and 1 <= int(day[2]) <= 12 and 1 <= int(day[3] or 1) <= 31:
            return "write it " + "-".join(part.zfill(2) for part in day.groups() if part)
        return "the year first, then month and day in two digits each, as in 2026-11-02"
    return None


def _said(kind: Any) -> str:
    """Return what the schema says that a kind of text must be."""
    shape: Text = kind.__metadata__[0]
    return shape.said


def _too_short(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    yield Misfit(
        path=path,
        message=f"{_subject(path, name)} is empty",
        cure="leave the key out where there is nothing to say",
    )


def _empty_list(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    yield Misfit(path=path, message=f"{_subject(path, name)} is an empty set", cure="name the evidence, or take it out")


def _too_small(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    said = f"a whole number from {error.validator_value} on"
    is_offset = path and path[-1] in ("start", "end")
    cure = "code points from the start of the text: factcheck anchor prints them" if is_offset else "mind the sign"
    yield _must_be(name, error, path, said, cure)


def _too_big(name: str, error: ValidationError, path: Path) -> Iterator[Misfit]:
    yield _must_be(name, error, path, f"a whole number up to {error.validator_value}")


def _condition(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    said = error.schema.get("description")
    if error.validator == "not" and not isinstance(error.instance, dict):
        return  # its type is complained of already
    if error.validator == "anyOf" and isinstance(error.instance, list):
        branches: dict[int, list[Error]] = {}
        for inner in error.context or ():
            branches.setdefault(int(inner.schema_path[0]), []).append(inner)
        meant = _branch_meant(branches)
        for inner in meant:
            yield from _misfits(name, inner)
        return
    if error.validator == "anyOf" and not isinstance(error.instance, dict):
        yield _must_be(name, error, path, str(said))
        return
    got = ", ".join(repr(key) for key in error.instance) if isinstance(error.instance, dict) else ""
    yield Misfit(path=path, message=f"{said} (got {got or 'nothing'})")


def _branch_meant(branches: dict[int, list[Error]]) -> list[Error]:
    """Return the errors of the branch that came nearest: its faults lie deepest, are fewest, and refuse no list as a whole."""

    def distance(errors: list[Error]) -> tuple[int, int, int]:
        depth = max(len(error.absolute_path) for error in errors)
        lists_refused = sum(error.validator == "type" and isinstance(error.instance, list) for error in errors)
        return -depth, len(errors), lists_refused

    return min(branches.values(), key=distance)


def _speak_plainly(name: str, error: Error, path: Path) -> Iterator[Misfit]:
    yield Misfit(path=path, message=error.message)


_SPEAKERS = {
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "enum": _wrong_word,
    "type": _wrong_type,
    "pattern": _wrong_pattern,
    "minLength": _too_short,
    "minItems": _empty_list,
    "minimum": _too_small,
    "maximum": _too_big,
    "anyOf": _condition,
    "not": _condition,
    "dependentRequired": _condition,
}
