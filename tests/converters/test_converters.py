"""What every converter has in common."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args, get_protocol_members

import pytest

from factcheck import converters
from factcheck.converters import CONVERTERS
from factcheck.converters.converter import Converter, Meaning
from factcheck.labels import LABELS, Certainty, Label
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import counted, lines, there_and_back

FORMATS = sorted(CONVERTERS)
