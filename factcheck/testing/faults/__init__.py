"""Seeded faults: valid corpora in which exactly one rule was broken, for tests of whatever reads a report."""

from factcheck.testing.faults.fault import SeededFault, seeded_fault
from factcheck.testing.faults.seeders import SEEDERS

__all__ = ["SEEDERS", "SeededFault", "seeded_fault"]
