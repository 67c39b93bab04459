import json
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.baselines.systems import SYSTEMS, figures_of, overlap, predictions
from factcheck.baselines.tasks import Item, Task, digest, tasks
from factcheck.checking import load
from factcheck.cli.main import run
from factcheck.errors import UsageError
from factcheck.metrics.resampling import Resampling
from factcheck.records.corpus import Corpus
from factcheck.records.fields import evolve
from factcheck.testing import corpora

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
DATA = ROOT / "data"
HOW = Resampling(resamples=50)


def _task(*items: tuple[str, str, str, str]) -> Task:
    """Return a task of items, each a claim, its evidence, its label and its group."""
    made = (
        Item(name=f"{number:03}", claim=claim, evidence=evidence, label=label, group=group)
        for number, (claim, evidence, label, group) in enumerate(items)
    )
    return Task(config="claims", items=tuple(made))


@given(corpora())
@settings(max_examples=20)
def test_the_order_of_records_does_not_matter(corpus: Corpus) -> None:
    """Filing claims otherwise would call the baselines out of date."""
    backwards = attrs.evolve(corpus, claims=corpus.claims[::-1], verdicts=corpus.verdicts[::-1])

    assert digest(tasks(corpus)) == digest(tasks(backwards))


@given(corpora(min_claims=2))
@settings(max_examples=6, deadline=None)
def test_any_corpus_has_figures_within_bounds_or_is_refused(corpus: Corpus) -> None:
    """A small corpus, or one without words in common, would end in a traceback."""
    try:
        found = list(figures_of(tasks(corpus), HOW))
    except UsageError:  # nothing can be learnt of it
        return

    assert all(0 <= one.low <= one.high <= 1 and 0 <= one.value <= 1 for one in found)


def test_what_changes_the_figures_changes_the_digest() -> None:
    """Figures of another version of the data would stand in the card."""
    corpus = load(LIGHTHOUSE)
    first, *others = corpus.claims
    finding = evolve(first.evidence[0], finding="Says otherwise.")
    changed = (
        first,
        evolve(first, text="Skerra has no lighthouse."),
        evolve(first, evidence=(finding, *first.evidence[1:])),
        evolve(first, note="read with care"),  # which no system sees
    )
    digests = [digest(tasks(attrs.evolve(corpus, claims=(one, *others)))) for one in changed]

    assert 3 == len(set(digests))
    assert digests[0] == digests[3]


def test_the_majority_is_that_of_what_was_learnt() -> None:
    """The baseline that every figure is held against would be wrong."""
    task = _task(
        *[(f"Claim {number}.", "", "supported" if number % 4 else "refuted", str(number)) for number in range(40)]
    )

    assert {"supported"} == set(predictions(task, SYSTEMS["majority"]))


def test_nothing_is_learnt_of_the_group_that_is_asked_about() -> None:
    """Variants of one claim would give their label away, and every system would look clever."""
    # each group has words of its own, and one label: who has seen the group knows it, who has not cannot
    task = _task(
        *[
            (f"{'abcdefghij'[group]}{'klmnopqrst'[group]} tower", "", ("supported", "refuted")[group % 2], str(group))
            for group in range(10)
            for _ in range(4)
        ]
    )
    said = predictions(task, SYSTEMS["claim only (bag of words)"])

    by_group = Counter((item.group, label) for item, label in zip(task.items, said, strict=True))
    right = sum(item.label == label for item, label in zip(task.items, said, strict=True))
    assert {4} == set(by_group.values())
    assert right <= 28


def test_a_cue_in_the_claim_is_found_without_evidence() -> None:
    """A dataset whose claims say their own label would pass for a hard one."""
    task = _task(
        *[
            (
                f"Skerra {'has' if number % 2 else 'never had'} {number} boats.",
                "",
                ("refuted", "supported")[number % 2],
                str(number),
            )
            for number in range(40)
        ]
    )

    assert [item.label for item in task.items] == predictions(task, SYSTEMS["claim only (bag of words)"])


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_overlap_is_of_words_from_either_side(claim: str, evidence: str) -> None:
    """A share of words would be above one, or not a number."""
    found = overlap(Item(name="x", claim=claim, evidence=evidence, label="supported", group="x"))
    same = overlap(Item(name="x", claim=claim, evidence=claim, label="supported", group="x"))

    assert all(0 <= share <= 1 for share in found[:4])
    assert same[0] == same[1]
    assert 0.0 == same[3]


def test_the_command_writes_what_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The card would show other figures than the terminal."""
    file = tmp_path / "baselines.json"
    code = run(["baselines", str(LIGHTHOUSE), "--format", "json", "-o", str(file)])

    printed = capsys.readouterr().out
    assert (0, printed) == (code, file.read_text("utf-8"))
    assert {"seed", "of", "figures"} == json.loads(printed).keys()
    assert {"name", "config", "metric", "value", "low", "high", "n"} == json.loads(printed)["figures"][0].keys()


def test_the_baselines_of_the_reference_dataset_are_up_to_date() -> None:
    """The card would compare models with figures of other data."""
    kept = json.loads((DATA / "baselines.json").read_text("utf-8"))
    asked = tasks(load(DATA))
    again = [attrs.asdict(one) for one in figures_of(asked, Resampling(seed=kept["seed"]))]

    assert digest(asked) == kept["of"], "run make baselines"
    # other versions of scikit-learn and of linear algebra may differ in the last place
    assert len(again) == len(kept["figures"])
    for one, other in zip(kept["figures"], again, strict=True):
        assert other == {**one, **{name: pytest.approx(one[name], abs=0.011) for name in ("value", "low", "high")}}
