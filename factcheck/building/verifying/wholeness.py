"""Whether a release is whole: its files, its rows, its licence."""

import re
from typing import Any

from factcheck.building.header import CARD
from factcheck.building.loading import MANIFEST
from factcheck.building.release import CHECKSUMS
from factcheck.building.verifying.opening import Opened, Told, fault_at
from factcheck.files.parsed import Mark
from factcheck.records.corpus import Corpus
from factcheck.text import bytes_digest

_SUM = re.compile(r"([0-9a-f]{64})  (\S.*)")


def checksums(opened: Opened) -> Told:
    """Compare every file with its checksum."""
    rule = "checksum-differs"
    links = sorted(path for path in opened.folder.rglob("*") if path.is_symlink())
    for link in links:
        yield (
            rule,
            fault_at("a link: a release is made of files", opened.place(link.relative_to(opened.folder).as_posix())),
        )
    files = {
        path.relative_to(opened.folder).as_posix(): path
        for path in sorted(opened.folder.rglob("*"))
        if path.is_file() and path not in links
    }
    sums = files.pop(CHECKSUMS, None)
    if sums is None:
        yield rule, fault_at(f"no {CHECKSUMS}: whether the release is whole cannot be told", opened.place(CHECKSUMS))
        return
    named: set[str] = set()
    for number, line in enumerate(sums.read_text("utf-8", "replace").splitlines(), 1):
        place = opened.place(CHECKSUMS, Mark(number, 1))
        found = _SUM.fullmatch(line)
        if found is None or found[2] in named:
            yield (
                rule,
                fault_at(f"a line must be a SHA-256, two spaces and a file, each file once (got {line[:80]!r})", place),
            )
            continue
        named.add(found[2])
        if found[2] not in files:
            yield rule, fault_at(f"file {found[2]!r} is not there", place)
        elif bytes_digest(files[found[2]].read_bytes()) != found[1]:
            yield rule, fault_at(f"file {found[2]!r} is not the one that was built: its digest differs", place)
    for name in files.keys() - named:
        yield (
            rule,
            fault_at(f"no build wrote {name!r}: {CHECKSUMS} does not name it", opened.place(name), "take it out"),
        )


def licence(opened: Opened) -> Told:
    """Look for the terms of use."""
    cure_ = "set 'licence' in dataset.yaml and build the release anew"
    if "licence" not in opened.plain["dataset"]:
        message = "the dataset has no licence"
        yield "missing-licence", fault_at(message, opened.said(("dataset",)), cure_)
    header = opened.header.value
    if not (isinstance(header, dict) and header.get("license")):
        message = "the header of the card must have 'license'"
        yield "missing-licence", fault_at(message, opened.place(CARD, Mark(1, 1)), cure_)


def counts(opened: Opened, corpus: Corpus | None) -> Told:
    """Compare numbers of rows and records with those that release and card name."""
    there = opened.counts()
    said = _whole_numbers(opened.plain.get("configs"))
    shown = _whole_numbers(_splits_of_header(opened.header.value))
    for config, split in sorted({(one, other) for rows in (there, said, shown) for one in rows for other in rows[one]}):
        count = there.get(config, {}).get(split, 0)
        for what, numbers, place in (
            (MANIFEST, said, opened.said(("configs", config, split))),
            ("the card", shown, opened.place(CARD, opened.header.mark(("dataset_info",)), "dataset_info")),
        ):
            wanted = numbers.get(config, {}).get(split, 0)
            if wanted != count:
                yield (
                    "rows-lost",
                    fault_at(f"{what} says {wanted} rows in {config}/{split}, and {count} are there", place),
                )
    for kind, wanted in _whole_numbers({"": opened.plain.get("records")}).get("", {}).items():
        count = len(getattr(corpus, kind, ()))
        if corpus is not None and wanted != count:
            message = f"{MANIFEST} says {wanted} {kind}, and the rows give {count}"
            yield "rows-lost", fault_at(message, opened.said(("records", kind)))


def _whole_numbers(given: Any) -> dict[str, dict[str, int]]:
    """Return the numbers of a mapping of mappings; what is something else is left out."""
    mappings = given.items() if isinstance(given, dict) else ()
    return {
        str(name): {str(key): number for key, number in inner.items() if type(number) is int}
        for name, inner in mappings
        if isinstance(inner, dict)
    }


def _splits_of_header(header: Any) -> dict[str, Any]:
    infos = header.get("dataset_info") if isinstance(header, dict) else None
    found: dict[str, Any] = {}
    for info in infos if isinstance(infos, list) else ():
        splits = info.get("splits") if isinstance(info, dict) else None
        if isinstance(splits, list) and all(isinstance(split, dict) for split in splits):
            found[str(info.get("config_name"))] = {split.get("name"): split.get("num_examples") for split in splits}
    return found
