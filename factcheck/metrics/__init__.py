"""Metrics: pure functions on records, each with its definition and the paper that it is from."""
