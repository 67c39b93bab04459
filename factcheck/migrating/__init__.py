"""Migrations: a corpus written for an older version of the schemas, moved forward in its own files."""

from factcheck.migrating.migration import Migration
from factcheck.migrating.moving import Migrated, migrate

MIGRATIONS: dict[str, Migration] = {}
"""Each migration by the schema version that it leads from. There has been one version so far, so there is none."""

__all__ = ["MIGRATIONS", "Migrated", "Migration", "migrate"]
