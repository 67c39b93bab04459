"""What differs between two corpora or releases, record by record, and what version that asks for."""

from factcheck.diffing.difference import Difference, difference
from factcheck.diffing.versions import Step, shortfall

__all__ = ["Difference", "Step", "difference", "shortfall"]
