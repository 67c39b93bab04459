"""Building: from a checked corpus to a release, whole at any instant; and back."""

from factcheck.building.build import Release, build
from factcheck.building.features import to_datasets
from factcheck.building.loading import load_release

__all__ = ["Release", "build", "load_release", "to_datasets"]
