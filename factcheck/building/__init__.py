"""Building: from a checked corpus to a release, whole at any instant; and back."""

from factcheck.building.features import to_datasets
from factcheck.building.loading import load_release
from factcheck.building.release import Release, build

__all__ = ["Release", "build", "load_release", "to_datasets"]
