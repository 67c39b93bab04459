"""Whether a release is what its own records give."""

from pathlib import Path

import orjson
import pyarrow as pa

from factcheck.baselines.tasks import digest, tasks
from factcheck.building.header import declared_features
from factcheck.building.release import CROISSANT, description_of, texts_of
from factcheck.building.rows import Rows, release_rows
from factcheck.building.verifying.opening import Opened, Told, fault_at
from factcheck.cards.baselines import computed_of
from factcheck.errors import UsageError
from factcheck.files.parsed import Mark
from factcheck.problems import Fault
from factcheck.records.corpus import Corpus
from factcheck.schemas.generating import SCHEMA_VERSION, names
from factcheck.schemas.writing import schema_bytes
from factcheck.tables.arrow import canonical_json
from factcheck.tables.configs import CONFIGS, Row

_MOST_ROWS = 5


def features(opened: Opened) -> Told:
    """Compare columns and schemas with what card and records declare."""
    rule, declared = "features-changed", declared_features(opened.header.value)
    for config, tables in opened.tables.items():
        for file, table in tables.items():
            place = opened.place(file.relative_to(opened.folder).as_posix())
            if opened.is_ours and table.schema != CONFIGS[config].schema:
                yield rule, fault_at(f"the columns are not those of {config!r}: {_odd(table.schema, config)}", place)
            named = set(table.schema.names)
            if named != declared.get(config, {}).keys():
                odd = ", ".join(sorted(named ^ declared.get(config, {}).keys()))
                yield rule, fault_at(f"card and file do not have the same columns in {config!r}: {odd}", place)
    if opened.is_ours and opened.plain.get("schema_version") == SCHEMA_VERSION:
        for name in names():
            file = opened.folder / "schemas" / f"{name}.schema.json"
            if not file.is_file() or file.read_bytes() != schema_bytes(name):
                place = opened.place(file.relative_to(opened.folder).as_posix())
                yield rule, fault_at(f"this is not the schema {name!r} of version {SCHEMA_VERSION}", place)


def _odd(schema: pa.Schema, config: str) -> str:
    wanted = CONFIGS[config].schema
    odd = [field.name for field in wanted if field.name not in schema.names or schema.field(field.name) != field]
    return ", ".join([*odd, *(name for name in schema.names if name not in wanted.names)]) or "their order"


def content(opened: Opened, corpus: Corpus) -> Told:
    """Compare rows, card and pictures with those that the records give."""
    given = release_rows(corpus)
    there = {
        config: {split: opened.rows(config, split) for split in sorted(splits)}
        for config, splits in opened.counts().items()
    }
    theirs = Rows(corpus=corpus, golds={}, configs=there).content_digest
    if opened.plain.get("content_digest") != theirs:
        message = f"the rows do not have the content digest that is named: theirs is {theirs}"
        yield "content-differs", fault_at(message, opened.said(("content_digest",)))
    if not opened.is_ours:
        return
    for config in CONFIGS:
        for split in sorted({*there.get(config, {}), *given.configs.get(config, {})}):
            yield from _rows(
                opened,
                config,
                split,
                given.configs.get(config, {}).get(split, []),
                there.get(config, {}).get(split, []),
            )
    yield from _texts(opened, corpus, given)


def _rows(opened: Opened, config: str, split: str, given: list[Row], there: list[Row]) -> Told:
    place = opened.place(f"{config}/{split}-*.parquet")
    if len(given) != len(there):
        message = f"the records give {len(given)} rows in {config}/{split}, and {len(there)} are there"
        yield "content-differs", fault_at(message, place)
        return
    odd = [
        (number, one, other)
        for number, (one, other) in enumerate(zip(given, there, strict=True))
        if canonical_json(one) != canonical_json(other)
    ]
    for number, one, other in odd[:_MOST_ROWS]:
        columns = ", ".join(sorted(name for name in {*one, *other} if one.get(name) != other.get(name)))
        message = f"row {number} of {config}/{split} is not what the records give: {columns}"
        yield "content-differs", fault_at(message, place)
    if len(odd) > _MOST_ROWS:
        yield (
            "content-differs",
            fault_at(f"{len(odd) - _MOST_ROWS} more rows of {config}/{split} are not either", place),
        )


def _texts(opened: Opened, corpus: Corpus, given: Rows) -> Told:
    kept = opened.plain.get("card")
    words, baselines = (kept.get(key) if isinstance(kept, dict) else None for key in ("words", "baselines"))
    if not isinstance(words, str) or not isinstance(baselines, str):
        yield "unreadable-release", fault_at("'card' must have 'words' and 'baselines'", opened.said(("card",)))
        return
    try:
        texts = texts_of(given, words=words, baselines=baselines)
    except UsageError as error:
        yield "unreadable-release", fault_at(str(error), opened.said(("card", "baselines")))
        return
    yield from _baselines(opened, corpus, baselines)
    # by the digests that it names: a file that differs is told once, by its checksum
    described = {CROISSANT: description_of(given, _digests_named(opened.folder / CROISSANT))}
    for name, text in (texts | described).items():
        file = opened.folder / name
        there = file.read_text("utf-8", "replace") if file.is_file() else ""
        if there != text:
            yield "card-out-of-step", _other_words(opened, name, text, there)


def _baselines(opened: Opened, corpus: Corpus, text: str) -> Told:
    """Compare what the baselines were computed of, where they say so, with the records."""
    named = computed_of(text)
    if named is not None and named != digest(tasks(corpus)):
        message = "the baselines were computed of other data: labels, words, findings or families have changed since"
        cure = "run factcheck baselines on the corpus with -o baselines.json, and build the release anew"
        yield "stale-baselines", fault_at(message, opened.said(("card", "baselines")), cure)


def _digests_named(file: Path) -> dict[str, str]:
    try:
        parts = orjson.loads(file.read_bytes())["distribution"]
        return {str(part["@id"]): str(part["sha256"]) for part in parts if "sha256" in part}
    except (OSError, ValueError, KeyError, TypeError):  # then nothing of it is as it should be, and that is told
        return {}


def _other_words(opened: Opened, name: str, given: str, there: str) -> Fault:
    wanted, got = (given.split("\n"), there.split("\n"))
    pairs = zip(wanted, got, strict=False)
    line = next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(wanted), len(got)) - 1)
    message = f"{name} is not what its data give: {wanted[line][:80]!r} belongs here (got {got[line][:80]!r})"
    cure_ = "change it in the corpus and build the release anew; words of your own stand in card.md"
    return fault_at(message, opened.place(name, Mark(line + 1, 1)), cure_)
