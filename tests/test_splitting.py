"""Groups are never torn, what is assigned is never moved, and the shares come out as asked."""

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Appearance, Claim, Corpus, Dataset, Evidence, UsageError, check
from factcheck.records.fields import evolve
from factcheck.rules import RULES
from factcheck.splitting import BY, DEFAULT_BY, THRESHOLD, Group, assigned, split_groups

_SHARES = {"train": Fraction("0.8"), "validation": Fraction("0.1"), "test": Fraction("0.1")}
_FEW = st.sampled_from("abc")


@st.composite
def _claims(draw: st.DrawFn, splits: tuple[str | None, ...] = (None,)) -> list[Claim]:
    ids = draw(st.lists(st.text("xyz", min_size=1, max_size=5), unique=True, max_size=12))
    return [
        Claim(
            id=name,
            text=draw(st.sampled_from([f"Claim {name}.", "One claim.", "one  CLAIM."])),
            split=draw(st.sampled_from(splits)),
            family=draw(st.none() | _FEW),
            attributed_to=draw(st.none() | _FEW),
            appearances=tuple(Appearance(document=page) for page in draw(st.lists(_FEW, max_size=1))),
            evidence=draw(_evidence()),
        )
        for name in ids
    ]


def _evidence() -> st.SearchStrategy[tuple[Evidence, ...]]:
    made = st.builds(Evidence, document=_FEW) | st.builds(Evidence, reference=_FEW)
    return st.lists(made, max_size=1).map(tuple)


def _written(claims: list[Claim], groups: tuple[Group, ...]) -> list[Claim]:
    new = assigned(groups)
    return [evolve(claim, split=new.get(claim.id, claim.split)) for claim in claims]


_WAYS = st.lists(st.sampled_from(sorted(BY)), unique=True, min_size=1)


@given(_claims(), _WAYS, st.randoms(use_true_random=False))
def test_neither_the_order_of_claims_nor_a_second_run_changes_a_split(
    claims: list[Claim], by: list[str], shuffler: random.Random
) -> None:
    """Two people would get two datasets from one corpus."""
    groups = split_groups(claims, _SHARES, salt="s", by=by)
    shuffled = list(claims)
    shuffler.shuffle(shuffled)

    assert groups == split_groups(shuffled, _SHARES, salt="s", by=list(reversed(by)))
    assert assigned(groups) == assigned(split_groups(claims, _SHARES, salt="s", by=by))


@given(_claims(), _WAYS)
def test_claims_that_share_something_get_one_split(claims: list[Claim], by: list[str]) -> None:
    """A test row's document, evidence or twin would stand in train."""
    written = _written(claims, split_groups(claims, _SHARES, salt="s", by=by))
    named = {claim.id: claim for claim in written}
    for way in by:
        where: dict[str, set[str | None]] = {}
        for shared, name in BY[way](named, THRESHOLD):
            where.setdefault(shared, set()).add(named[name].split)

        assert all(len(splits) == 1 for splits in where.values())


@given(_claims(splits=(None, "train", "test")), _WAYS)
def test_every_claim_stands_in_one_group_and_none_is_moved(claims: list[Claim], by: list[str]) -> None:
    """A claim would be lost, or a published split would change under its users."""
    groups = split_groups(claims, _SHARES, salt="s", by=by)
    before = {claim.id: claim.split for claim in claims}

    assert sorted(before) == sorted(name for group in groups for name in group.claims)
    for group in groups:
        kept = {before[name] for name in group.claims} - {None}
        assert group.is_torn == (len(kept) > 1) == (group.split is None)
        assert {name for name in group.claims if before[name] is None} == set(group.without)
    assert all(before[name] is None for name in assigned(groups))
    assert all(before[claim.id] in (None, claim.split) for claim in _written(claims, groups))


@given(_claims(), st.data())
def test_claims_added_later_move_none_that_is_there(claims: list[Claim], data: st.DataObject) -> None:
    """Each new claim would reshuffle the dataset, and scores of two versions could not be compared."""
    old = data.draw(st.lists(st.sampled_from(claims), unique_by=lambda claim: claim.id) if claims else st.just([]))
    before = _written(old, split_groups(old, _SHARES, salt="s"))
    there = {claim.id: claim for claim in before}
    later = [there.get(claim.id, claim) for claim in claims]

    after = {claim.id: claim.split for claim in _written(later, split_groups(later, _SHARES, salt="s"))}
    assert {claim.id: claim.split for claim in before} == {claim.id: after[claim.id] for claim in before}


@pytest.mark.parametrize("salt", ["", "skerra", "another"])
def test_the_shares_of_many_groups_come_out_as_asked(salt: str) -> None:
    """A tenth for testing would turn out to be a twentieth."""
    count = 2000
    claims = [Claim(id=f"claim-{n}", text=f"Claim {n}.") for n in range(count)]
    splits = [group.split for group in split_groups(claims, _SHARES, salt=salt)]

    for split, share in _SHARES.items():
        deviation = (count * float(share) * (1 - float(share))) ** 0.5
        assert abs(splits.count(split) - count * float(share)) < 4 * deviation


def test_another_salt_draws_another_split() -> None:
    """Nobody could draw anew, or keep a secret test set apart from the published one."""
    claims = [Claim(id=f"claim-{n}", text=f"Claim {n}.") for n in range(100)]

    assert assigned(split_groups(claims, _SHARES, salt="a")) != assigned(split_groups(claims, _SHARES, salt="b"))


def test_a_known_claim_falls_where_it_always_fell() -> None:
    """A new version of the library would move every claim that is split with it."""
    claims = [Claim(id=name, text=name) for name in ("keeper", "lamp", "sheep", "tower")]
    groups = split_groups(claims, {"train": Fraction(1, 2), "test": Fraction(1, 2)}, salt="lighthouse")

    assert {"keeper": "test", "lamp": "test", "sheep": "train", "tower": "train"} == assigned(groups)


def test_a_group_takes_the_split_that_a_member_has() -> None:
    """A late variant of a claim in test would be drawn into train."""
    claims = [
        Claim(id="b", text="B.", family="light", split="test"),
        Claim(id="a", text="A.", family="light"),
        Claim(id="c", text="a."),
    ]

    expected = (Group(claims=("a", "b", "c"), split="test", kept=("test",), without=("a", "c")),)
    assert expected == split_groups(claims, {"train": Fraction(1)}, salt="")


def test_claims_that_say_almost_the_same_go_together() -> None:
    """A test claim would have been read in training, but for one word."""
    said = "the keeper of the lamp on Skerra counted three hundred and eighteen sheep on the hill in the spring of 2021"
    claims = [
        Claim(id="a", text=f"In all, {said}."),
        Claim(id="b", text=f"It is said that {said}."),
        Claim(id="c", text="The lamp was lit in 1871."),
    ]

    assert [("a", "b"), ("c",)] == [group.claims for group in split_groups(claims, _SHARES, salt="")]
    assert [("a",), ("b",), ("c",)] == [
        group.claims for group in split_groups(claims, _SHARES, salt="", threshold=0.99)
    ]
    assert not any(
        problem.rule == "near-duplicate-in-two-splits"
        for problem in check(_corpus(_written(claims, split_groups(claims, _SHARES, salt="")))).problems
    )


def _corpus(claims: list[Claim]) -> Corpus:
    dataset = Dataset(
        name="d",
        version="0.1.0",
        released="2026",
        schema_version="0.1",
        licence="MIT",
        language="en",
        profile="authored",
    )
    return Corpus(dataset=dataset, claims=tuple(claims))


def test_the_threshold_is_that_of_the_rule() -> None:
    """A corpus would be split by one measure and checked by another."""
    assert RULES["near-duplicate-claim"].SETTINGS["threshold"] == THRESHOLD


def test_members_in_two_splits_are_told_and_left_alone() -> None:
    """A leak that is there would spread, or be hidden."""
    claims = [
        Claim(id="a", text="A.", family="light", split="train"),
        Claim(id="b", text="B.", family="light", split="test"),
        Claim(id="c", text="C.", family="light"),
    ]
    groups = split_groups(claims, _SHARES, salt="")

    assert (Group(claims=("a", "b", "c"), split=None, kept=("test", "train"), without=("c",)),) == groups
    assert {} == assigned(groups)


@pytest.mark.parametrize(
    ("ratios", "by", "message"),
    [
        ({}, DEFAULT_BY, "the ratios must be 0 or more and make 1 together (got none)"),
        ({"a": Fraction("0.5")}, DEFAULT_BY, "the ratios must be 0 or more and make 1 together (got a=0.5)"),
        ({"a": Fraction(2), "b": Fraction(-1)}, DEFAULT_BY, "make 1 together (got a=2, b=-1)"),
        (_SHARES, ("author",), "'by' must be of document, family, near-duplicate, reference, text (got 'author')"),
    ],
)
def test_a_wrong_call_says_what_was_expected(ratios: Any, by: Any, message: str) -> None:
    """Claims would silently go to the last split."""
    with pytest.raises(UsageError) as refused:
        split_groups([Claim(id="a", text="A.")], ratios, salt="", by=by)

    assert message in str(refused.value)


def test_two_claims_of_one_id_are_refused() -> None:
    """One of the two would be overwritten by the other's split."""
    with pytest.raises(UsageError, match="two claims have the id 'a': give one of them another"):
        split_groups([Claim(id="a", text="A."), Claim(id="a", text="B.")], _SHARES, salt="")
