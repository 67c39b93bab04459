import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.metrics.resampling import Array, Interval, Resampling, clustered, interval, intervals, resampled_sums

SHARES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), min_size=1, max_size=40)


def _share(sums: Array) -> dict[str, Array]:
    return {"share": sums[..., 0] / sums[..., 1]}


def _values(hits: list[tuple[int, int]]) -> Array:
    return np.array([(hit, 1.0) for hit, _ in hits])


@given(SHARES)
def test_every_resample_draws_as_many_items_as_there_are(hits: list[tuple[int, int]]) -> None:
    """An interval would be of a larger test set than there is."""
    sums = resampled_sums(_values(hits), Resampling(resamples=20))

    assert [float(len(hits))] * 20 == sums[:, 1].tolist()
    assert (sums[:, 0] <= sums[:, 1]).all()


@given(SHARES)
def test_neither_order_nor_names_have_a_say(hits: list[tuple[int, int]]) -> None:
    """Sorting the predictions would change an interval."""
    how = Resampling(resamples=30)
    names = [cluster for _, cluster in hits]
    backwards = intervals(_values(hits[::-1]), _share, how, [f"c{name}" for name in names[::-1]])

    assert intervals(_values(hits), _share, how, names) == backwards


@given(SHARES)
def test_clusters_add_up_to_all(hits: list[tuple[int, int]]) -> None:
    """An item would be lost in its cluster."""
    sums = clustered(_values(hits), [cluster for _, cluster in hits])

    assert _values(hits).sum(axis=0).tolist() == sums.sum(axis=0).tolist()
    assert len({cluster for _, cluster in hits}) == len(sums)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 30)), min_size=1, max_size=12), st.randoms())
def test_a_cluster_of_thirds_is_the_same_to_the_last_digit(parts: list[tuple[int, int]], dice: random.Random) -> None:
    """Rows that differ by dust are drawn apart: filing votes otherwise would change an interval, and with it a card."""
    shuffled = dice.sample(parts, len(parts))
    one, other = (
        clustered(np.array([[1 / size, 2 / size] for _, size in given]), [name for name, _ in given])
        for given in (parts, shuffled)
    )

    assert sorted(one.tolist()) == sorted(other.tolist())


@pytest.mark.parametrize(("clusters", "size"), [(200, 1), (200, 4)])
def test_intervals_cover_what_they_promise(clusters: int, size: int) -> None:
    """A 95 % interval would hold the truth far more seldom, or a model would look better than another by chance alone."""
    dice = np.random.default_rng(7)
    truth = 0.7
    covered = 0
    for seed in range(400):
        # all items of a cluster are right or wrong together more often than not
        chances = np.clip(dice.beta(2.1, 0.9, size=clusters), 0, 1) if size > 1 else np.full(clusters, truth)
        hits = (dice.random((clusters, size)) < chances[:, None]).ravel()
        values = np.stack([hits.astype(float), np.ones(clusters * size)], axis=1)
        names = np.repeat(np.arange(clusters), size).tolist()
        found = intervals(values, _share, Resampling(resamples=400, seed=seed), names)["share"]
        covered += found.low <= truth <= found.high

    assert 0.95 == pytest.approx(covered / 400, abs=0.03)


def test_one_seed_gives_one_interval() -> None:
    """A figure in a paper could not be computed again."""
    values = np.array([(hit, 1.0) for hit in [0, 1, 1, 1, 0, 1] * 20])
    one, same, other = (intervals(values, _share, Resampling(seed=seed))["share"] for seed in (1, 1, 2))

    assert one == same
    assert one != other


def test_what_is_seldom_defined_has_no_interval() -> None:
    """An interval would be that of the few resamples in which there is a figure at all."""
    assert None is interval(np.array([np.nan, np.nan, 0.5]))
    assert Interval(0.5, 0.5) == interval(np.array([np.nan, 0.5, 0.5]))
    assert None is interval(np.array([]))
    assert {} == intervals(np.zeros((0, 2)), lambda sums: {"share": sums[..., 0] + np.nan}, Resampling())
