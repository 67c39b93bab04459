"""A corpus as it lives on disk: records come, go, and are renamed and refiled, and whatever reads it keeps telling the same."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck import InvalidCorpus, Report, build, check, load
from factcheck.building.rows import release_rows
from factcheck.files.naming import file_name
from factcheck.fixing import fix, write
from factcheck.records.corpus import KINDS, Corpus
from factcheck.rules import RULES
from factcheck.rules.rule import OnFiles, OnRelease
from factcheck.shaping import corpus_of, plain_of, unstructure
from factcheck.testing import corpora
from factcheck.testing.faults.fault import draft_of
from factcheck.testing.faults.newcomers import claim, verdict
from factcheck.writing import json_line, yaml_text
from tests.kinds import FILED

FORMS = st.sampled_from(("yaml", "jsonl"))
_ALONE = ("documents", "references", "annotators")
_BY_ANNOTATOR = ("verdicts", "adjudications")
IN_MEMORY = [name for name, one in RULES.items() if not isinstance(one.CHECK, (OnFiles, OnRelease))]
Plain = dict[str, Any]


def filed(kind: str, record: Plain, form: str) -> str:
    """Return the file that a record goes into."""
    if form == "jsonl":
        return f"{kind}/{kind}.jsonl"
    if kind in _ALONE:
        return f"{kind}/{file_name(record['id'])}.yaml"
    return f"{kind}/{file_name(record['annotator'])}/all.yaml" if kind in _BY_ANNOTATOR else f"{kind}/all.yaml"


def renamed(value: Any, old: str, new: str) -> Any:
    """Return plain data with one name for another, wherever it stands alone."""
    if isinstance(value, dict):
        return {renamed(key, old, new): renamed(member, old, new) for key, member in value.items()}
    if isinstance(value, list):
        return [renamed(item, old, new) for item in value]
    return new if value == old else value


class CorpusLife(RuleBasedStateMachine):
    """The model is a list of records a file; the disk must always say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder, self.withheld = self.root / "corpus", self.root / "withheld"
        self.files: dict[str, list[Plain]] = {}
        self.newcomers = 0
        self.builds = 0

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    # -- the model and the disk -------------------------------------------------------------------------------------

    def put(self, name: str, records: list[Plain]) -> None:
        """Let a file hold these records; without any there is no file."""
        path = self.folder / name
        self.files[name] = records
        if not records:
            del self.files[name]
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        kind = name.partition("/")[0]
        is_single = kind in _ALONE and len(records) == 1
        text = yaml_text(kind, records[0] if is_single else records).encode()
        path.write_bytes(b"".join(map(json_line, records)) if name.endswith(".jsonl") else text)

    def add(self, kind: str, record: Plain, form: str) -> None:
        name = filed(kind, record, form)
        self.put(name, [*self.files.get(name, ()), record])

    def records(self, kind: str) -> list[Plain]:
        """Return the records of a kind in the order in which they are read."""
        names = sorted(name for name in self.files if name.startswith(f"{kind}/"))
        return [record for name in names for record in self.files[name]]

    def model(self) -> Corpus:
        return corpus_of({"dataset": self.dataset, **{kind: self.records(kind) for kind in KINDS}}, self.texts)

    def report(self) -> Report:
        return check(self.folder, documents=[self.withheld])

    # -- what happens -----------------------------------------------------------------------------------------------

    @initialize(corpus=corpora(max_claims=2), form=FORMS)
    def write(self, corpus: Corpus, form: str) -> None:
        plain = plain_of(corpus)
        self.dataset, self.texts = plain["dataset"], corpus.texts
        self.folder.mkdir()
        (self.folder / "dataset.yaml").write_bytes(yaml_text("dataset", self.dataset).encode())
        for kind in KINDS:
            for record in plain[kind]:
                self.add(kind, record, form)
        is_open = {document.id: document.rights and document.rights.redistribute for document in corpus.documents}
        for name, text in draft_of(corpus).texts.items():
            path = (self.folder / "texts" if is_open[name] else self.withheld) / f"{file_name(name)}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        self.withheld.mkdir(exist_ok=True)

    @rule(form=FORMS)
    def add_a_claim_that_is_judged(self, form: str) -> None:
        number, self.newcomers = self.newcomers, self.newcomers + 1
        name = f"newcomer-{number}"
        self.add("claims", claim(id=name, text=f"Boat {number} is called {name}."), form)
        self.add("annotators", {"id": f"judge-{number}", "kind": "person"}, form)
        self.add("verdicts", {**verdict(annotator=f"judge-{number}"), "claim": name}, form)

    @rule(kind=st.sampled_from(sorted(KINDS)), form=FORMS, data=st.data())
    def add_anything(self, kind: str, form: str, data: st.DataObject) -> None:
        self.add(kind, unstructure(data.draw(FILED[kind])), form)

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.files)))
        gone = data.draw(st.integers(0, len(self.files[name]) - 1))
        self.put(name, [record for item, record in enumerate(self.files[name]) if item != gone])

    @precondition(lambda self: self.newcomers)
    @rule(data=st.data())
    def remove_what_came(self, data: st.DataObject) -> None:
        """A claim that goes with all that belongs to it leaves nothing behind."""
        number = data.draw(st.integers(0, self.newcomers - 1))
        mine = {f"newcomer-{number}", f"judge-{number}"}
        for name, records in list(self.files.items()):
            self.put(name, [one for one in records if not mine & {one.get("id"), one.get("claim")}])

    @precondition(lambda self: self.newcomers)
    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        """A record is renamed, with every place that names it: the same is wrong as before."""
        number, self.newcomers = data.draw(st.integers(0, self.newcomers - 1)), self.newcomers + 1
        what = data.draw(st.sampled_from(("newcomer", "judge")))
        old, new = f"{what}-{number}", f"{what}-{self.newcomers - 1}"
        before = Counter(problem.rule for problem in self.report().problems)
        self.refile({name: renamed(records, old, new) for name, records in self.files.items()})

        assert before == Counter(problem.rule for problem in self.report().problems)

    @rule(form=FORMS, kind=st.sampled_from(sorted(KINDS)))
    def refile_in_another_form(self, form: str, kind: str) -> None:
        """Records of a kind move into files of another form."""
        moving = self.records(kind)
        for name in [name for name in self.files if name.startswith(f"{kind}/")]:
            self.put(name, [])
        for record in moving:
            self.add(kind, record, form)

    def refile(self, files: dict[str, list[Plain]]) -> None:
        """Write all records anew, each where it belongs."""
        for name in list(self.files):
            self.put(name, [])
        for name, records in files.items():
            for record in records:
                self.add(name.partition("/")[0], record, name.rpartition(".")[2])

    @precondition(lambda self: self.builds < 1 and self.records("claims"))
    @rule()
    def fix_a_copy(self) -> None:
        copy = self.root / "copy"
        shutil.copytree(self.folder, copy)
        before = check(copy, documents=[self.withheld]).problems

        list(write(fix(copy, documents=[self.withheld])))

        after = check(copy, documents=[self.withheld]).problems
        assert () == fix(copy, documents=[self.withheld]).rewrites
        assert [] == [problem for problem in after if problem.fixable]
        assert not Counter(problem.rule for problem in after) - Counter(problem.rule for problem in before)
        shutil.rmtree(copy)

    @rule()
    def build(self) -> None:
        """A release is built exactly where there is no error, and holds what the records hold."""
        self.builds += 1
        report, target = self.report(), self.root / "release"
        if report.errors:
            with pytest.raises(InvalidCorpus) as caught:
                build(self.folder, target, documents=[self.withheld])

            assert report == caught.value.report
            return
        release = build(self.folder, target, documents=[self.withheld])

        assert release_rows(self.model()).content_digest == release.content_digest

    # -- what holds at any time -------------------------------------------------------------------------------------

    @invariant()
    def the_disk_says_what_the_records_say(self) -> None:
        report = self.report()
        assert {kind: len(self.records(kind)) for kind in KINDS} == dict(report.counts)
        assert said(check(self.model(), rules=IN_MEMORY)) == said(report)
        for problem in report.problems:
            for place in problem.places:
                lines = Path(place.file).read_bytes().decode().split("\n")
                assert place.line <= len(lines), place

    @invariant()
    def what_is_loaded_is_what_was_written(self) -> None:
        loaded = load(self.folder)

        assert plain_of(self.model()) == plain_of(loaded)


def said(report: Report) -> list[tuple[str, str, str]]:
    return sorted(
        (problem.rule, problem.message, problem.place.path) for problem in report.problems if problem.rule in IN_MEMORY
    )


TestCorpusLife = CorpusLife.TestCase
TestCorpusLife.settings = settings(max_examples=max(3, settings().max_examples // 20), stateful_step_count=8)
