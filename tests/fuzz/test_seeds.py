"""The targets of the fuzzer hold for its seeds, and for what it once found."""

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*/*"))


@pytest.mark.parametrize("seed", [pytest.param(seed, id=f"{seed.parent.name}/{seed.name}") for seed in SEEDS])
def test_a_seed_keeps_what_its_target_asks(seed: Path) -> None:
    """What the fuzzer found once would come back."""
    TARGETS[seed.parent.name](seed.read_bytes())


def test_every_target_has_seeds() -> None:
    """A fuzzer that begins with nothing finds nothing for hours."""
    assert set(TARGETS) == {seed.parent.name for seed in SEEDS}
