"""The card of a release, its pictures, and how to cite it."""

from factcheck.cards.baselines import Baseline, baselines_of
from factcheck.cards.card import card
from factcheck.cards.citing import citation_file
from factcheck.cards.croissant import croissant
from factcheck.cards.header import feature
from factcheck.cards.picturing import pictures

__all__ = ["Baseline", "baselines_of", "card", "citation_file", "croissant", "feature", "pictures"]
