"""Label Studio: its labelling configuration, tasks with the claims found so far, and its JSON export.

A task is a document, a region a claim in it: the region's restatement, kind, verdict, certainty and rationale are results of
their own that share its id. The editor writes offsets in code points; the server stores whatever it is sent.
"""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from factcheck.annotating.marks import Annotation, Mark, Placed, Said, Sheet
from factcheck.errors import UsageError
from factcheck.labels import CERTAINTIES, CLAIM_KINDS, LABELS

CONFIGURATION = "label-studio.xml"
TASKS = "tasks.json"

_TEXT = "text"
_MARKED = "claim"
_WRITTEN = {"restated": "text", "rationale": "rationale"}
_CHOSEN = {"kind": "kind", "verdict": "label", "certainty": "certainty"}


# -- out --------------------------------------------------------------------------------------------------------------


def configuration() -> str:
    """Return the labelling configuration of a project: what is marked in a text, and what is said of it."""
    return "\n".join(
        (
            "<View>",
            '  <Labels name="claim" toName="text"><Label value="claim"/></Labels>',
            '  <Text name="text" value="$text"/>',
            *_writing(
                "restated", "The claim, restated in your own words so that it is understood alone", required=True
            ),
            *_choosing("kind", "What sort of statement it is", CLAIM_KINDS),
            *_choosing("verdict", "Your verdict", LABELS),
            *_choosing("certainty", "How sure the body of evidence makes us (GRADE)", CERTAINTIES),
            *_writing("rationale", "Why", required=False),
            "</View>",
            "",
        )
    )


def _writing(name: str, head: str, *, required: bool) -> Iterator[str]:
    asked = ' required="true"' if required else ""
    yield f'  <Header value="{html.escape(head)}"/>'
    yield f'  <TextArea name="{name}" toName="text" perRegion="true" editable="true" maxSubmissions="1" rows="2"{asked}/>'


def _choosing(name: str, head: str, words: Mapping[str, str]) -> Iterator[str]:
    yield f'  <Header value="{html.escape(head)}"/>'
    yield f'  <Choices name="{name}" toName="text" perRegion="true" choice="single" showInline="true">'
    for word, meaning in words.items():
        yield f'    <Choice value="{word}" hint="{html.escape(meaning)}"/>'
    yield "  </Choices>"


def write(sheets: Sequence[Sheet]) -> Mapping[str, bytes]:
    """Return the labelling configuration and the tasks."""
    tasks = orjson.dumps([_task(sheet) for sheet in sheets], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return {CONFIGURATION: configuration().encode(), TASKS: tasks}


def _task(sheet: Sheet) -> dict[str, Any]:
    data = {"text": sheet.text, "document": sheet.document, "sha256": sheet.digest}
    if sheet.notice:
        data["notice"] = sheet.notice
    found = [result for placed in sheet.claims for result in region(sheet.text, placed)]
    return {"data": data, **({"predictions": [{"model_version": "corpus", "result": found}]} if found else {})}


def region(text: str, placed: Placed, **said: str) -> Iterator[dict[str, Any]]:
    """Yield the results of one region: the marked words, and what is said of them, by the name of its control."""
    name = f"{placed.claim}@{placed.start}"  # a claim may stand at several places
    place = {"start": placed.start, "end": placed.end, "text": text[placed.start : placed.end]}
    head = {"id": name, "to_name": _TEXT}
    yield {**head, "from_name": _MARKED, "type": "labels", "value": {**place, "labels": [_MARKED]}}
    given = {"restated": placed.text, **({"kind": placed.kind} if placed.kind else {}), **said}
    for control, words in given.items():
        if control in _WRITTEN:
            yield {**head, "from_name": control, "type": "textarea", "value": {**place, "text": [words]}}
        else:
            yield {**head, "from_name": control, "type": "choices", "value": {**place, "choices": [words]}}


# -- in ---------------------------------------------------------------------------------------------------------------


def read(data: bytes, name: str) -> Iterator[Annotation]:
    """Yield the annotations of an export (JSON); those that annotators cancelled say nothing.

    Raises:
        UsageError: the file is no such export.
    """
    try:
        tasks = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise UsageError(f"{name!r} is not JSON: {error}") from error
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and "annotations" in task for task in tasks):
        raise UsageError(f"{name!r} is no list of tasks with annotations; export the project as JSON")
    for number, task in enumerate(tasks, 1):
        for place, annotation in enumerate(_listed(task["annotations"]), 1):
            if not (isinstance(annotation, dict) and annotation.get("was_cancelled")):
                yield _annotation(task, annotation, f"task {task.get('id', number)}", place)


def _annotation(task: dict[str, Any], annotation: Any, where: str, place: int) -> Annotation:
    if not isinstance(annotation, dict):
        return Annotation(name=f"{where}, annotation {place}", fault="an annotation must be a mapping")
    name = f"{where}, annotation {annotation.get('id', place)}"
    data = task.get("data")
    text, document = (data.get("text"), data.get("document")) if isinstance(data, dict) else (None, None)
    if not isinstance(text, str) or not isinstance(document, str):
        return Annotation(name=name, fault="the task's data must have 'text' and 'document', as our tasks do")
    when = annotation.get("updated_at") or annotation.get("created_at")
    return Annotation(
        name=name,
        document=document,
        text=text,
        accounts=_accounts(annotation.get("completed_by")),
        date=when[:10] if isinstance(when, str) else None,
        marks=tuple(_marks(_listed(annotation.get("result")))),
    )


def _accounts(completed_by: Any) -> tuple[str, ...]:
    """Return the names of an account: a number, or a record with its address and number."""
    if isinstance(completed_by, dict):
        return tuple(str(completed_by[key]) for key in ("email", "id") if completed_by.get(key))
    return (str(completed_by),) if completed_by is not None else ()


def _marks(results: Iterable[Any]) -> Iterator[Mark]:
    by_region: dict[str, list[dict[str, Any]]] = {}
    for number, result in enumerate(results, 1):
        if isinstance(result, dict) and isinstance(result.get("id"), str) and isinstance(result.get("value"), dict):
            by_region.setdefault(result["id"], []).append(result)
        else:
            kind = result.get("type") if isinstance(result, dict) else result
            yield Mark(
                name=f"result {number}", fault=f"is no region of a text, and has no place in a corpus (got {kind!r})"
            )
    for name, parts in by_region.items():
        yield _mark(name, parts)


def _mark(name: str, parts: list[dict[str, Any]]) -> Mark:
    shown = f"region {name!r}"
    spans = [part["value"] for part in parts if part.get("from_name") == _MARKED]
    if len(spans) != 1:
        return Mark(name=shown, fault=f"must be marked once by the control {_MARKED!r} (got {len(spans)} times)")
    start, end, words = (spans[0].get(key) for key in ("start", "end", "text"))
    if type(start) is not int or type(end) is not int or not isinstance(words, str):
        return Mark(name=shown, fault="must carry 'start' and 'end' as whole numbers, and its words as 'text'")
    if spans[0].get("labels") != [_MARKED]:
        return Mark(name=shown, fault=f"label must be {_MARKED!r} (got {spans[0].get('labels')!r})")
    said: dict[str, str] = {}
    for part in parts:
        control, value = part.get("from_name"), part["value"]
        if control in _WRITTEN:
            said[_WRITTEN[control]] = "\n".join(word for word in _listed(value.get("text")) if isinstance(word, str))
        elif control in _CHOSEN:
            chosen = _listed(value.get("choices"))
            if len(chosen) != 1 or not isinstance(chosen[0], str):
                return Mark(name=shown, fault=f"{control!r} must be one word (got {value.get('choices')!r})")
            said[_CHOSEN[control]] = chosen[0]
        elif control != _MARKED:
            return Mark(name=shown, fault=f"is from a control that our configuration does not have: {control!r}")
    return Mark(name=shown, start=start, end=end, words=words, said=Said(**said))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
