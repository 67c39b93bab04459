"""Pairs for Natural Language Inference."""

import json
from pathlib import Path

from hypothesis import given

from factcheck import Corpus, load
from factcheck.gold import gold_verdicts
from factcheck.rights import without_withheld
from factcheck.tables.configs import CONFIGS
from factcheck.testing import corpora
from factcheck.writers import nli

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"


@given(corpora())
def test_the_pairs_are_those_of_a_release(corpus: Corpus) -> None:
    """A model would be trained on other pairs than the release has."""
    splits = CONFIGS["nli"].splits(corpus, gold_verdicts(corpus))

    done = nli.written(corpus)

    lines = {name: [json.loads(line) for line in data.splitlines()] for name, data in done.files.items()}
    assert {f"{split}.jsonl": [row["label_name"] for row in rows] for split, rows in splits.items()} == {
        name: [row["label"] for row in rows] for name, rows in lines.items()
    }
    assert all(row["premise"] and row["hypothesis"] for rows in lines.values() for row in rows)
    assert done.rows == sum(map(len, lines.values()))


def test_what_makes_no_pair_is_counted() -> None:
    """Evidence would vanish without a word."""
    corpus = without_withheld(load(LIGHTHOUSE))

    done = nli.written(corpus)

    evidence = sum(len(claim.evidence) for claim in corpus.claims)
    assert 0 < done.rows <= evidence
    assert ["evidence sets without one side or without words"] == list(done.left_out)
