"""Slow proofs against the real thing; `make prove` runs them."""
