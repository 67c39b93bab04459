"""The rules: each a module with its manual, its check, and a case that passes and one that fails."""

from factcheck.rules import (
    anchor_digest_mismatch,
    anchor_out_of_bounds,
    changed_text,
    dangling_id,
    duplicate_id,
    duplicate_key,
    id_not_slug,
    label_imbalance,
    misfiled,
    schema_violation,
    text_not_nfc,
    unknown_rule,
    unreadable,
    withheld_text_in_corpus,
)
from factcheck.rules.rule import Rule

RULES: dict[str, Rule] = {
    "anchor-digest-mismatch": anchor_digest_mismatch,
    "anchor-out-of-bounds": anchor_out_of_bounds,
    "changed-text": changed_text,
    "dangling-id": dangling_id,
    "duplicate-id": duplicate_id,
    "duplicate-key": duplicate_key,
    "id-not-slug": id_not_slug,
    "label-imbalance": label_imbalance,
    "misfiled": misfiled,
    "schema-violation": schema_violation,
    "text-not-nfc": text_not_nfc,
    "unknown-rule": unknown_rule,
    "unreadable": unreadable,
    "withheld-text-in-corpus": withheld_text_in_corpus,
}
"""Every rule, by its name."""
