"""Faults of structure: names, ids, shapes, dates, and files that are not what they should be."""

from collections.abc import Iterator

from factcheck.testing.faults.newcomers import STATEMENTS, arrival, claim, evidence, verdict
from factcheck.testing.faults.seeding import ABSENT, Draft, Edit, Seed, at
from factcheck.writing import json_line

_NOWHERE = "seeded-nowhere"


def claim_without_appearance(draft: Draft) -> Iterator[Seed]:
    """Add a claim that nobody makes."""
    edits = arrival(draft, [claim(appearances=None)], [verdict()])
    yield Seed(at=at("claims", draft.count("claims"), "id"), edits=edits)


def dangling_id(draft: Draft) -> Iterator[Seed]:
    """Name a document, reference or annotator that is not there."""
    record, judged = draft.count("claims"), draft.count("verdicts")
    edits = arrival(draft, [claim(appearances=[{"document": _NOWHERE}])], [verdict()])
    yield Seed(at=at("claims", record, "appearances", 0, "document"), edits=edits)
    cited = claim(evidence=[evidence(reference=_NOWHERE)])
    edits = arrival(draft, [cited], [verdict(stances={"seeded-evidence-0": "context"})])
    yield Seed(at=at("claims", record, "evidence", 0, "reference"), edits=edits)
    edits = arrival(draft, [claim()], [verdict(annotator=_NOWHERE)], ())
    yield Seed(at=at("verdicts", judged, "annotator"), edits=edits)


def duplicate_id(draft: Draft) -> Iterator[Seed]:
    """Add a record that is there already."""
    for kind, _, record in draft.each("annotators", "documents"):
        yield Seed(at=at(kind, draft.count(kind), "id"), edits=draft.new(kind, record))


def id_not_slug(draft: Draft) -> Iterator[Seed]:
    """Give a new claim, or its annotator, an id that is not easily typed."""
    name = "Seeded Name"
    edits = arrival(draft, [claim(id=name)], [verdict() | {"claim": name}])
    yield Seed(at=at("claims", draft.count("claims"), "id"), edits=edits)
    edits = arrival(draft, [claim()], [verdict(annotator=name)], (name,))
    yield Seed(at=at("annotators", draft.count("annotators"), "id"), edits=edits)


def impossible_date(draft: Draft) -> Iterator[Seed]:
    """Read a page on the 30th of February."""
    for kind, record, document in draft.each("documents"):
        date = document.get("accessed", "2019")[:4] + "-02-30"
        yield Seed(at=at(kind, record, "accessed"), edits=[Edit(kind, record, ("accessed",), date)])


def schema_violation(draft: Draft) -> Iterator[Seed]:
    """Give a record a key that no such record has."""
    for kind, record, _ in draft.each("dataset", *(kind for kind in draft.records if kind != "dataset")):
        yield Seed(at=at(kind, record, "seeded"), edits=[Edit(kind, record, ("seeded",), 1)])


def undescribed_dataset(draft: Draft) -> Iterator[Seed]:
    """Take away what the dataset is, or who made it."""
    for key in ("description", "authors"):
        if key in draft.dataset:
            yield Seed(at=at("dataset", 0), edits=[Edit("dataset", 0, (key,), ABSENT)])


def unknown_rule(draft: Draft) -> Iterator[Seed]:
    """Set a rule that does not exist."""
    path = ("rules", "seeded-rule")
    yield Seed(at=at("dataset", 0, *path), edits=[Edit("dataset", 0, path, {"reason": "seeded by a test"})])


def unknown_topic(draft: Draft) -> Iterator[Seed]:
    """Give a claim a topic that the dataset does not define."""
    for kind, record, other in draft.each("claims"):
        topics = [*other.get("topics", ()), "seeded-topic"]
        place = at(kind, record, "topics", len(topics) - 1)
        yield Seed(at=place, edits=[Edit(kind, record, ("topics",), topics)])


# -- files ---------------------------------------------------------------------------------------------------------------


def duplicate_key(draft: Draft) -> Iterator[Seed]:
    """Write the first key of a record a second time."""
    for kind, record, plain in draft.each():
        lines = [json_line(other) for other in draft.records[kind]]
        key = next(iter(plain))
        lines[record] = json_line(plain).rstrip()[:-1] + b"," + json_line({key: plain[key]})[1:]
        file = f"{kind}/{kind}.jsonl"
        yield Seed(at=at(kind, record), files={file: b"".join(lines)})


def carriage_return(draft: Draft) -> Iterator[Seed]:
    """Add an annotator in a file whose lines end as on Windows."""
    yield _file("annotators/seeded-person.yaml", b"id: seeded-person\r\nkind: person\r\n")


def duplicate_file(draft: Draft) -> Iterator[Seed]:
    """Add a file of annotators, and a copy of it."""
    people = b"- id: seeded-one\n  kind: person\n- id: seeded-two\n  kind: person\n"
    copies = {f"annotators/seeded-{name}.yaml": people for name in ("file", "file-copy")}
    # in the order of their names the copy comes first
    yield Seed(at="annotators/seeded-file.yaml", files=copies)


def misfiled(draft: Draft) -> Iterator[Seed]:
    """File records in a folder that is none of ours, or an annotator under the name of another."""
    yield _file("seeded-folder/seeded.yaml", b"id: seeded\n")
    yield _file("annotators/seeded-other.yaml", b"id: seeded-person\nkind: person\n")


def orphan_text(draft: Draft) -> Iterator[Seed]:
    """Add a text that no document has."""
    yield _file("texts/seeded.txt", STATEMENTS[0].encode())


def unreadable(draft: Draft) -> Iterator[Seed]:
    """Add a file that is no text, or no YAML, or no JSON."""
    yield _file("claims/seeded.yaml", b"\xff")
    yield _file("claims/seeded.yaml", b"id: [seeded\n")
    yield _file("claims/seeded.jsonl", b'{"id": \n')


def void_ignore(draft: Draft) -> Iterator[Seed]:
    """Add an annotator with a remark that excuses nothing."""
    remark = b"# factcheck: ignore[html-leftover] seeded by a test\n"
    yield _file("annotators/seeded-person.yaml", b"id: seeded-person\nkind: person  " + remark)


def _file(name: str, content: bytes) -> Seed:
    return Seed(at=name, files={name: content})
