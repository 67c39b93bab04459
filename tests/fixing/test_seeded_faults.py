"""Whatever rule a corpus breaks: ``fix`` removes what it says it removes, adds no problem, and is done after one run."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from factcheck import check
from factcheck.fixing import fix, write
from factcheck.repairs import REPAIRS
from factcheck.testing.faults import SEEDERS, seeded_fault

# a seeder draws a whole corpus, and shrinking one takes minutes
FEW = settings(max_examples=max(2, settings().max_examples // 30), phases=[Phase.explicit, Phase.reuse, Phase.generate])


@pytest.mark.parametrize("rule", SEEDERS)
@FEW
@given(data=st.data())
def test_what_is_fixable_goes_and_nothing_comes(rule: str, data: st.DataObject) -> None:
    """A repair would leave its problem, bring another, or never come to an end."""
    seeded = data.draw(seeded_fault(rule))
    with TemporaryDirectory() as name:
        folder = seeded.write(Path(name))
        texts = [folder.parent / "withheld"]
        before = check(folder, documents=texts).problems

        found = fix(folder, documents=texts)
        list(write(found))

        after = check(folder, documents=texts).problems
        assert {problem for problem in before if problem.fixable} == set(found.mended)
        assert not any(problem.fixable for problem in after)
        assert not Counter(problem.rule for problem in after) - Counter(problem.rule for problem in before)
        assert len(before) - len(found.mended) >= len(after)
        assert () == fix(folder, documents=texts).rewrites


@pytest.mark.parametrize("rule", ["fragment-not-at-start", "fragment-not-unique", "ragged-anchor"])
@FEW
@given(data=st.data())
def test_a_repair_repairs(rule: str, data: st.DataObject) -> None:
    """A rule would promise a repair that never comes."""
    seeded = data.draw(seeded_fault(rule))
    with TemporaryDirectory() as name:
        folder = seeded.write(Path(name))

        found = fix(folder, documents=[folder.parent / "withheld"])

        assert rule in REPAIRS
        assert rule in {problem.rule for problem in found.mended}
