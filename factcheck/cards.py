"""The card: what a reader of the dataset sees first, and what ``datasets`` reads to load it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import yaml

from factcheck.gold import GoldVerdict
from factcheck.labels import ANNOTATOR_KINDS, LABELS
from factcheck.metrics.agreement import Agreement, Vote, agreement, agreement_by_pair, figure
from factcheck.metrics.votes import votes_of
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS, evidence_sets, nli_row

Counts = Mapping[str, Mapping[str, int]]

_LICENCES = {
    "CC-BY-4.0": "cc-by-4.0",
    "CC0-1.0": "cc0-1.0",
    "CC-BY-SA-3.0": "cc-by-sa-3.0",
    "CC-BY-SA-4.0": "cc-by-sa-4.0",
    "CC-BY-NC-4.0": "cc-by-nc-4.0",
    "MIT": "mit",
    "Apache-2.0": "apache-2.0",
}
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def card(corpus: Corpus, golds: Mapping[str, GoldVerdict | None], counts: Counts, sizes: Counts, words: str) -> str:
    """Return the card of a release.

    Args:
        corpus: the corpus without the words that are withheld.
        golds: the gold verdict of each claim.
        counts: how many rows each config has in each split.
        sizes: how many bytes they take in memory.
        words: what a person wrote for the card.
    """
    dataset = corpus.dataset
    parts = [
        f"---\n{yaml.safe_dump(_header(corpus, counts, sizes), sort_keys=False, allow_unicode=True, width=1000)}---",
        f"# {dataset.title or dataset.name}",
        dataset.description or "",
        words.strip(),
        _loading(counts),
        _contents(counts),
        _labels(corpus, golds),
        _figures(corpus, golds),
        _judges(corpus),
        _agreement(corpus),
        _nli_note(corpus, golds),
        _fields(counts),
        f"## Terms\n\nVersion {dataset.version}, released {dataset.released}. Licence of the annotations: {dataset.licence}.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _header(corpus: Corpus, counts: Counts, sizes: Counts) -> dict[str, Any]:
    dataset = corpus.dataset
    first = next(iter(counts))
    spdx = _LICENCES.get(dataset.licence)
    total = sum(counts.get("claims", {}).values())
    return {
        "license": spdx or "other",
        **({} if spdx else {"license_name": dataset.licence}),
        "language": [dataset.language],
        "pretty_name": dataset.title or dataset.name,
        "task_categories": ["text-classification"],
        "task_ids": ["fact-checking", "natural-language-inference"],
        "size_categories": [next((word for limit, word in _SIZES if total < limit), "n>1M")],
        "configs": [_config(name, splits, default=name == first) for name, splits in counts.items()],
        "dataset_info": [_info(name, splits, sizes[name]) for name, splits in counts.items()],
    }


def _config(name: str, splits: Mapping[str, int], *, default: bool) -> dict[str, Any]:
    files = [{"split": split, "path": f"{name}/{split}-*.parquet"} for split in splits]
    return {"config_name": name, **({"default": True} if default else {}), "data_files": files}


def _info(name: str, splits: Mapping[str, int], sizes: Mapping[str, int]) -> dict[str, Any]:
    return {
        "config_name": name,
        "features": [feature(column) for column in CONFIGS[name].columns],
        "splits": [
            {"name": split, "num_bytes": sizes[split], "num_examples": count} for split, count in splits.items()
        ],
    }


def feature(column: Column) -> dict[str, Any]:
    """Return a column in the YAML that ``datasets`` 3.6 and later all read alike."""
    if column.classes:
        names = {str(number): name for number, name in enumerate(column.classes)}
        return {"name": column.name, "dtype": {"class_label": {"names": names}}}
    if column.members:
        word = "list" if pa.types.is_list(column.type) else "struct"
        return {"name": column.name, word: [feature(member) for member in column.members]}
    if pa.types.is_list(column.type):
        return {"name": column.name, "list": _listed(column.type.value_type)}
    return {"name": column.name, "dtype": str(column.type)}


def _listed(kind: pa.DataType) -> Any:
    return {"list": _listed(kind.value_type)} if pa.types.is_list(kind) else str(kind)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; words from data cannot break out of their cell."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: object) -> str:
    text = " ".join(str(value).split())
    for character in "\\|<>[]`":
        text = text.replace(
            character, f"\\{character}" if character not in "<>" else {"<": "&lt;", ">": "&gt;"}[character]
        )
    return text


def _loading(counts: Counts) -> str:
    name = next(iter(counts))
    split = next(iter(counts[name]))
    return f"""## Loading

```python
from datasets import load_dataset

claims = load_dataset("path/to/this/folder", "{name}", split="{split}")
print(claims[0]["text"], claims.features["label"].int2str(claims[0]["label"]))
```"""


def _contents(counts: Counts) -> str:
    rows = [(name, CONFIGS[name].description, split, count) for name in counts for split, count in counts[name].items()]
    return "## Contents\n\n" + table(("config", "one row", "split", "rows"), rows)


def _labels(corpus: Corpus, golds: Mapping[str, GoldVerdict | None]) -> str:
    found = Counter[str | None](gold.label if gold else None for gold in golds.values())
    decided = Counter(gold.decided for gold in golds.values() if gold)
    rows: list[tuple[object, ...]] = [(word, found[word], meaning) for word, meaning in LABELS.items()]
    if found[None]:
        rows.append(("(none)", found[None], "no gold verdict"))
    said = f"Of {len(corpus.claims)} gold verdicts {decided['unanimous']} are unanimous, {decided['adjudicated']} adjudicated."
    return "## Labels\n\n" + table(("label", "claims", "meaning"), rows) + f"\n\n{said}"


def _figures(corpus: Corpus, golds: Mapping[str, GoldVerdict | None]) -> str:
    """Count the claims along what an evaluation breaks its figures down by, a label a column."""
    titles = {document.id: document.title or document.id for document in corpus.documents}
    parts = [
        ("certainty", lambda claim, gold: [gold.certainty] if gold and gold.certainty else []),
        ("kind", lambda claim, gold: [claim.kind] if claim.kind else []),
        ("topic", lambda claim, gold: claim.topics),
        ("document", lambda claim, gold: {titles.get(part.document, part.document) for part in claim.appearances}),
    ]
    return "\n\n".join(part for name, words_of in parts if (part := _breakdown(name, words_of, corpus, golds)))


def _breakdown(
    name: str,
    words_of: Callable[[Claim, GoldVerdict | None], Iterable[str | None]],
    corpus: Corpus,
    golds: Mapping[str, GoldVerdict | None],
) -> str:
    found: dict[str, Counter[str | None]] = {}
    for claim in corpus.claims:
        gold = golds.get(claim.id)
        for word in words_of(claim, gold):
            if word is not None:
                found.setdefault(word, Counter())[gold.label if gold else None] += 1
    if not found:
        return ""
    rows = [(word, counts.total(), *(counts[label] for label in LABELS)) for word, counts in sorted(found.items())]
    return f"## Claims by {name}\n\n" + table((name, "claims", *LABELS), rows)


def _judges(corpus: Corpus) -> str:
    judged = Counter(verdict.annotator for verdict in corpus.verdicts)
    settled = Counter(adjudication.annotator for adjudication in corpus.adjudications)
    rows = [
        (one.name or one.id, ANNOTATOR_KINDS[one.kind], judged[one.id], settled[one.id], one.note or "")
        for one in sorted(corpus.annotators, key=lambda one: one.id)
    ]
    return "## Who judged\n\n" + table(("annotator", "kind", "verdicts", "adjudications", "note"), rows)


def _agreement(corpus: Corpus) -> str:
    annotators = sorted({verdict.annotator for verdict in corpus.verdicts})
    if not annotators:
        return ""
    if len(annotators) == 1:
        said = f"Only one annotator judged: {_cell(annotators[0])}. There is no agreement to measure, and no second opinion."
        return f"## Agreement\n\n{said}"
    found = [
        (part, who, one)
        for part, cast in votes_of(corpus).items()
        for who, one in (("all", agreement(cast)), *(_paired(cast) if len(annotators) > 2 else ()))
    ]
    rows = [(part, who, one.units, one.votes, figure(one.raw), figure(one.alpha)) for part, who, one in found]
    said = (
        "How far annotators agree before any adjudication, on what two or more of them judged: the share of pairs of votes that "
        "agree, and Krippendorff's alpha (nominal), which is 1 for perfect agreement and 0 for chance."
    )
    head = ("judged", "annotators", "units", "votes", "raw agreement", "alpha")
    return f"## Agreement\n\n{said}\n\n{table(head, rows)}"


def _paired(votes: Iterable[Vote]) -> list[tuple[str, Agreement]]:
    return [(" and ".join(pair), one) for pair, one in agreement_by_pair(votes).items()]


def _nli_note(corpus: Corpus, golds: Mapping[str, GoldVerdict | None]) -> str:
    sets = [(claim, one) for claim in corpus.claims for one in evidence_sets(claim, golds.get(claim.id))]
    undecided = sum(one.stance is None for _, one in sets)
    mixed = sum(one.stance == "mixed" for _, one in sets)
    kept = sum(nli_row(claim, one) is not None for claim, one in sets)
    wordless = len(sets) - kept - undecided - mixed
    return (
        f"## Evidence sets\n\nConfig `nli` holds {kept} of {len(sets)} evidence sets. Left out: {mixed} that speak for and "
        f"against, {undecided} whose stance is undecided, {wordless} without words that may be passed on."
    )


def _fields(counts: Counts) -> str:
    parts = [f"### {name}\n\n" + table(("column", "meaning"), _meanings(CONFIGS[name].columns)) for name in counts]
    return "## Fields\n\n" + "\n\n".join(parts)


def _meanings(columns: Iterable[Column], within: str = "") -> Iterator[tuple[str, str]]:
    """Yield each column and its meaning, the members of nested ones after them."""
    for column in columns:
        name = f"{within}{column.name}"
        yield name, column.description
        yield from _meanings(column.members, f"{name}.")
