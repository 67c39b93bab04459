"""One release serves the versions of ``datasets`` that people have, and the tools that read its citation."""

import json
import os
import subprocess
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from factcheck import build
from factcheck.tables.configs import CONFIGS
from tests.environments import HERE, names, python_of

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.prove


@pytest.fixture(scope="module", params=["data", "examples/lighthouse"])
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build each corpus of the project once."""
    return build(ROOT / request.param, tmp_path_factory.mktemp("built") / "a release é").path


@pytest.mark.parametrize("name", names("datasets-"))
def test_every_version_of_datasets_loads_the_same_rows_and_labels(release: Path, name: str) -> None:
    """Who has an older or a newer library would get an error, other rows, or labels without names."""
    done = subprocess.run(
        [python_of(name), HERE / "loading.py", release, *CONFIGS],
        env={"PATH": os.environ["PATH"], "HOME": str(release.parent), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    found = json.loads(done.stdout)

    assert name == f"datasets-{found['version']}"
    for config, loaded in found["configs"].items():
        expected = {
            file.name.rsplit("-", 3)[0]: pq.read_table(file).to_pylist()
            for file in sorted((release / config).glob("*.parquet"))
        }
        assert expected == loaded["rows"]
        assert expected == loaded["streamed"]
        assert {column.name: list(column.classes) for column in CONFIGS[config].columns if column.classes} == (
            loaded["labels"]
        )


@pytest.mark.parametrize("name", names("cffconvert"))
def test_citations_hold_to_the_schema_of_their_format(release: Path, name: str) -> None:
    """Zenodo or GitHub would refuse the citation of a release, or of the project."""
    for file in (release / "CITATION.cff", ROOT / "CITATION.cff"):
        done = subprocess.run(
            [python_of(name).parent / "cffconvert", "--validate", "-i", file],
            capture_output=True,
            text=True,
            check=False,
        )

        assert 0 == done.returncode, done.stdout + done.stderr
