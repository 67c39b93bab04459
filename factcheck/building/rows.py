"""The rows of a release: every config and split of a corpus, without the words that are withheld."""

import hashlib
from collections.abc import Mapping

import attrs
import pyarrow as pa

from factcheck.gold import GoldVerdict, gold_verdicts
from factcheck.records.corpus import Corpus
from factcheck.rights import without_withheld
from factcheck.tables.arrow import canonical_json
from factcheck.tables.configs import CONFIGS, Row


@attrs.frozen(kw_only=True)
class Rows:
    """The rows of a release.

    Args:
        corpus: the corpus without the words that are withheld.
        golds: the gold verdict of each claim.
        configs: by config and split, the rows in order; configs without rows are left out.
    """

    corpus: Corpus
    golds: Mapping[str, GoldVerdict | None]
    configs: Mapping[str, Mapping[str, list[Row]]]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many rows each config has in each split."""
        return {name: {split: len(rows) for split, rows in splits.items()} for name, splits in self.configs.items()}

    @property
    def sizes(self) -> dict[str, dict[str, int]]:
        """How many bytes the rows of each split take in memory."""
        return {
            name: {split: self.table(name, split).nbytes for split in splits} for name, splits in self.configs.items()
        }

    def table(self, config: str, split: str) -> pa.Table:
        """Return the rows of a split as an Arrow table with the config's own schema."""
        return pa.Table.from_pylist(self.configs[config][split], schema=CONFIGS[config].schema)

    @property
    def content_digest(self) -> str:
        """The SHA-256 of all rows as canonical JSON: the same wherever and by whatever version they are written."""
        digest = hashlib.sha256()
        for name in sorted(self.configs):
            for split in sorted(self.configs[name]):
                digest.update(f"{name}/{split}\n".encode())
                for row in self.configs[name][split]:
                    digest.update(canonical_json(row).encode() + b"\n")
        return digest.hexdigest()


def release_rows(corpus: Corpus) -> Rows:
    """Return the rows of a corpus' release."""
    public = without_withheld(corpus)
    golds = gold_verdicts(public)
    made = {name: config.splits(public, golds) for name, config in CONFIGS.items()}
    return Rows(corpus=public, golds=golds, configs={name: splits for name, splits in made.items() if splits})
