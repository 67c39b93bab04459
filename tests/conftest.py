"""Hypothesis profiles: how long the properties are looked into, chosen by FACTCHECK_HYPOTHESIS; a cache of the tests' own."""

import os
import tempfile

from hypothesis import HealthCheck, settings

_PATIENT = (HealthCheck.too_slow,)

settings.register_profile("quick", max_examples=20, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=_PATIENT
)
settings.register_profile("long", max_examples=1000, deadline=None, suppress_health_check=_PATIENT)
settings.load_profile(os.environ.get("FACTCHECK_HYPOTHESIS", "ci"))

# what a test reads is neither known from the desk's own runs nor left for them
os.environ["FACTCHECK_CACHE"] = tempfile.mkdtemp(prefix="factcheck-cache-")
