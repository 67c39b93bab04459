"""Croissant: a release described for programs, as ML Commons' format has it.

Specification: Croissant 1.1 (MLCommons, 2026), https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html. Where the
reference implementation reads something in one form only, that form is written (tried with mlcroissant 1.1.1).
"""

from factcheck.cards.croissant.describing import croissant

__all__ = ["croissant"]
