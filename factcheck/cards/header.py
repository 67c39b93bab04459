"""The YAML at the head of a card: what the Hub shows, and what ``datasets`` reads to load the release."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import yaml

from factcheck.labels import AnnotatorKind
from factcheck.records.corpus import Corpus
from factcheck.records.dataset import Dataset
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS

Counts = Mapping[str, Mapping[str, int]]

HUB_LICENCES = {
    "Apache-2.0": "apache-2.0",
    "CC-BY-4.0": "cc-by-4.0",
    "CC-BY-NC-4.0": "cc-by-nc-4.0",
    "CC-BY-SA-3.0": "cc-by-sa-3.0",
    "CC-BY-SA-4.0": "cc-by-sa-4.0",
    "CC0-1.0": "cc0-1.0",
    "MIT": "mit",
}
"""The licences that the Hub has a word for, by their SPDX id."""

_MADE_BY: dict[AnnotatorKind, str] = {
    "group": "other",
    "model": "machine-generated",
    "person": "other",
    "published": "found",
}
"""The Hub's words for who annotates; it has none for people who may be experts or not."""

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def header(corpus: Corpus, counts: Counts, sizes: Counts) -> str:
    """Return the YAML, its lines of dashes included."""
    written = yaml.safe_dump(_header(corpus, counts, sizes), sort_keys=False, allow_unicode=True, width=1000)
    return f"---\n{written}---"


def licence_address(licence: str) -> str | None:
    """Return where the text of a licence stands; None where it is not named by an SPDX id."""
    is_id = not licence.split()[1:] and licence.replace("-", "").replace(".", "").replace("+", "").isalnum()
    return f"https://spdx.org/licenses/{licence}.html" if is_id and licence.isascii() else None


def languages(corpus: Corpus) -> list[str]:
    """Return the languages of the claims, the dataset's own first."""
    own = corpus.dataset.language
    return [own, *sorted({claim.language for claim in corpus.claims if claim.language} - {own})]


def _header(corpus: Corpus, counts: Counts, sizes: Counts) -> dict[str, Any]:
    dataset = corpus.dataset
    first = next(iter(counts))
    spoken = languages(corpus)
    return {
        **_licence(dataset),
        "language": spoken,
        "multilinguality": ["monolingual" if len(spoken) == 1 else "multilingual"],
        "pretty_name": " ".join((dataset.title or dataset.name).split()),
        "annotations_creators": sorted({_MADE_BY[annotator.kind] for annotator in corpus.annotators}),
        "source_datasets": ["original" if dataset.profile == "authored" else "extended|other"],
        "task_categories": ["text-classification"],
        "task_ids": ["fact-checking", "natural-language-inference"],
        "tags": ["claim-verification", "evidence", "fact-checking"],
        "size_categories": [_size(sum(counts.get("claims", {}).values()))],
        "configs": [_config(name, splits, default=name == first) for name, splits in counts.items()],
        "dataset_info": [_info(name, splits, sizes[name]) for name, splits in counts.items()],
    }


def _licence(dataset: Dataset) -> dict[str, str]:
    if word := HUB_LICENCES.get(dataset.licence):
        return {"license": word}
    address = licence_address(dataset.licence)
    return {
        "license": "other",
        "license_name": " ".join(dataset.licence.split()),
        **({"license_link": address} if address else {}),
    }


def _size(claims: int) -> str:
    return next((word for limit, word in _SIZES if claims < limit), "n>1M")


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
