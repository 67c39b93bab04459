"""The sheet that an annotator fills in without having seen what others think: claims and evidence, no verdicts, no stances."""

import os
import textwrap
from collections.abc import Iterator
from pathlib import Path

from factcheck.files.naming import file_name
from factcheck.files.yaml_writer import write_yaml
from factcheck.filing import Plain, Shelves, evidence_keys
from factcheck.labels import CERTAINTIES, CERTAINTY_KINDS, LABELS, STANCES
from factcheck.reporting.printable import printable

GUIDELINES = "docs/annotation-guidelines.md"
_WIDTH = 100
_LEVELS_UP = 4


def blind_sheet(shelves: Shelves, annotator: str, claim: str | None = None) -> str:
    """Return the claims that an annotator has still to judge, as YAML to fill in; one claim, if it is named."""
    judged = {record.get("claim") for record in shelves.plain("verdicts") if record.get("annotator") == annotator}
    if claim is not None:
        chosen = [shelves.record("claims", claim)]
    else:
        chosen = [record for record in shelves.records("claims") if record.value.get("id") not in judged]
    lines = list(_head(shelves, annotator, len(chosen)))
    file = ""
    for record in chosen:
        if record.origin.file != file:
            file = record.origin.file
            lines += ["", f"# goes into verdicts/{file_name(annotator)}/{Path(file).stem}.yaml"]
        lines += ["", *_entry(shelves, annotator, record.value)]
    return "\n".join(lines)


def _head(shelves: Shelves, annotator: str, count: int) -> Iterator[str]:
    yield from _comment(f"{count} of {len(list(shelves.plain('claims')))} claims for {annotator} to judge", "")
    guidelines = _guidelines(shelves.folder)
    if guidelines:
        yield from _comment(f"guidelines: {guidelines}", "")
    yield from _comment(f"label: {', '.join(LABELS)}", "")
    yield from _comment(f"certainty: {', '.join(CERTAINTIES)}", "")
    yield from _comment(f"stances: {', '.join(STANCES)}", "")
    yield from _comment(
        "rests_on: sets of evidence that suffice, such as [[a], [b, c]]; none for not_enough_evidence", ""
    )


def _guidelines(folder: Path) -> str | None:
    """Return the path of the guidelines: in the corpus' folder, or a few folders above it."""
    for above in range(_LEVELS_UP):
        candidate = Path(folder, *[".."] * above, GUIDELINES)
        if candidate.is_file():
            return os.path.normpath(candidate)
    return None


def _entry(shelves: Shelves, annotator: str, claim: Plain) -> Iterator[str]:
    yield f"- {_pair('claim', claim.get('id', ''))}"
    yield from _comment(str(claim.get("text", "")), "  ")
    if "note" in claim:
        yield from _comment(f"note: {claim['note']}", "  ")
    yield f"  {_pair('annotator', annotator)}"
    yield "  label:"
    if claim.get("kind") in CERTAINTY_KINDS:
        yield "  certainty:"
    yield "  rationale:"
    keys = evidence_keys(claim)
    if keys:
        yield "  stances:"
    for key, part in zip(keys, claim.get("evidence") or (), strict=True):
        yield from _comment(_source(shelves, part), "    ")
        for words in (part.get("question"), part.get("finding")):
            yield from _comment(words or "", "    ")
        yield textwrap.indent(write_yaml({key: "x"}).removesuffix("x\n").rstrip(), "    ")
    yield "  rests_on: []"


def _source(shelves: Shelves, part: Plain) -> str:
    """Return what evidence is from, in words: title, year, design, size, place in it."""
    kind = "references" if "reference" in part else "documents"
    name = part.get("reference") or part.get("document")
    source: Plain = next((one for one in shelves.plain(kind) if name and one.get("id") == name), {})
    parts = (source.get("issued") or {}).get("date-parts") or [[]]
    said = [
        source.get("title") or part.get("url") or name or "a text",
        str(parts[0][0]) if parts[0] else source.get("published"),
        source.get("design"),
        source.get("design_note"),
        f"n = {source['n']}" if "n" in source else None,
        part.get("locator"),
    ]
    return "; ".join(str(word) for word in said if word)


def _pair(key: str, value: str) -> str:
    return write_yaml({key: value}).removesuffix("\n")


def _comment(text: str, margin: str) -> Iterator[str]:
    for line in textwrap.wrap(printable(" ".join(text.split())), _WIDTH - len(margin), break_long_words=False):
        yield f"{margin}# {line}"
