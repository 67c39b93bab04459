"""``<split>.jsonl``: pairs for Natural Language Inference, a line a pair; claims in no split are in ``claims.jsonl``.

The premise is a complete evidence set (its texts, else its findings, joined), the hypothesis is the claim, and the label is
``entailment``, ``neutral`` or ``contradiction``, from the stance of the set; ``claim_id`` and ``evidence_ids`` say what they
come from, ``premise_kind`` whose words the premise is.
The rows are those of the config ``nli`` of a release, without its integers.
Sets that take both sides, that have no stance, or whose words are withheld or were never written are left out and counted;
certainty, rationale, votes and sources have no place here.
"""

from factcheck.gold import gold_verdicts
from factcheck.records.corpus import Corpus
from factcheck.tables.configs import CONFIGS, Row, evidence_sets
from factcheck.writers.writer import Written
from factcheck.writing import json_line

TITLE = "pairs of premise and hypothesis as JSON Lines"
HOMEPAGE = "https://nlp.stanford.edu/projects/snli/"


def written(corpus: Corpus) -> Written:
    """Return the pairs as a file a split."""
    golds = gold_verdicts(corpus)
    splits = CONFIGS["nli"].splits(corpus, golds)
    rows = sum(map(len, splits.values()))
    sets = sum(1 for claim in corpus.claims for _ in evidence_sets(claim, golds[claim.id]))
    return Written(
        files={f"{split}.jsonl": b"".join(json_line(_plain(row)) for row in found) for split, found in splits.items()},
        rows=rows,
        left_out={"evidence sets without one side or without words": sets - rows},
    )


def _plain(row: Row) -> Row:
    return {
        "premise": row["premise"],
        "hypothesis": row["hypothesis"],
        "label": row["label_name"],
        "claim_id": row["claim_id"],
        "evidence_ids": row["evidence_ids"],
        "premise_kind": row["premise_kind"],
    }
