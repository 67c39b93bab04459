"""What some tests need and a machine may lack: they skip with the reason, or fail where FACTCHECK_REQUIRE lists it."""

import os
import shutil
from pathlib import Path

import pytest

from tests.environments import is_set_up, python_of


def documents() -> Path:
    """Return the folder of the documents' texts."""
    return _folder("documents", "FACTCHECK_DOCUMENTS", "the texts of the documents")


def samples() -> Path:
    """Return the folder of public datasets."""
    return _folder("samples", "FACTCHECK_SAMPLES", "samples of public datasets")


def chromium() -> str:
    """Return the path of Chromium, for pages that are looked at in a real browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or str(_missing("chromium", "Chromium is not installed"))


def label_studio() -> Path:
    """Return the Python of Label Studio's environment, a gigabyte that is set up only where it is asked for."""
    if "label-studio" in os.environ.get("FACTCHECK_REQUIRE", "").split() or is_set_up("label-studio"):
        return python_of("label-studio")
    return _missing("label-studio", "Label Studio is not set up: FACTCHECK_REQUIRE=label-studio does so")


def _folder(name: str, variable: str, what: str) -> Path:
    folder = Path(os.environ.get(variable, ""))
    if os.environ.get(variable) and folder.is_dir():
        return folder
    return _missing(name, f"{what} are not at hand: set {variable} to their folder")


def _missing(name: str, reason: str) -> Path:
    if name in os.environ.get("FACTCHECK_REQUIRE", "").split():
        pytest.fail(f"FACTCHECK_REQUIRE lists {name!r}: {reason}")
    pytest.skip(reason)
