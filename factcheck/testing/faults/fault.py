"""``seeded_fault``: valid corpora in which one rule was broken, each with the place that the rule must name."""

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

import attrs
from hypothesis import strategies as st

from factcheck.files.naming import file_name
from factcheck.naming import did_you_mean
from factcheck.problems import Path, Place, Problem, Target, dotted
from factcheck.records.corpus import KINDS, Corpus
from factcheck.rules import RULES
from factcheck.shaping import corpus_of, plain_of
from factcheck.testing.corpora import corpora
from factcheck.testing.faults.scene import with_scene
from factcheck.testing.faults.seeders import SEEDERS
from factcheck.testing.faults.seeding import Draft, Edit, Seed, is_open
from factcheck.text import bytes_digest
from factcheck.writing import json_line, yaml_text


@attrs.frozen(kw_only=True)
class SeededFault:
    """A corpus that was valid until one rule was broken in it.

    Args:
        rule: the rule.
        kind: the kind of record that is at fault; empty where a file is.
        record: which of that kind, in reading order.
        path: the way into the record.
        file: the file at fault, by its path from the corpus' folder.
        follows: other rules that cannot but be broken with it.
        records: the plain records by kind, ``dataset`` among the kinds, as broken.
        texts: the texts at hand that do not stand in their records, by document id.
        files: files beside those of the records, or in the place of one, by path from the corpus' folder.
    """

    rule: str
    kind: str
    record: int
    path: Path
    file: str
    follows: frozenset[str] = frozenset()
    records: Mapping[str, Any] = attrs.field(repr=False)
    texts: Mapping[str, str] = attrs.field(repr=False)
    files: Mapping[str, bytes] = attrs.field(factory=dict)

    @property
    def id(self) -> str | None:
        """The id of the record at fault, where it has one."""
        found: str | None = self.records[self.kind][self.record].get("id") if self.kind else None
        return found

    @property
    def corpus(self) -> Corpus:
        """The broken corpus in memory, its texts at hand.

        Raises:
            ValueError: a broken record does not fit its class. A fault of files does not show in it.
        """
        texts = {bytes_digest(text.encode()): text for text in self.texts.values()}
        return corpus_of({**self.records, "dataset": self.records["dataset"][0]}, texts)

    def write(self, folder: FilePath) -> FilePath:
        """Write the broken corpus, a line a record, and return its folder.

        Args:
            folder: a new or empty folder; the corpus goes into its ``corpus``, texts that may not be passed on into its
                ``withheld``, which a check takes as ``documents``.
        """
        for name, content in self._contents():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        (folder / "withheld").mkdir(exist_ok=True)
        return folder / "corpus"

    def _contents(self) -> Iterable[tuple[str, bytes]]:
        yield "corpus/dataset.yaml", yaml_text("dataset", self.records["dataset"][0]).encode()
        for kind in KINDS:
            name = f"{kind}/{kind}.jsonl"
            if self.records[kind] and name not in self.files:
                yield f"corpus/{name}", b"".join(map(json_line, self.records[kind]))
        for document in self.records["documents"]:
            if document["id"] in self.texts:
                where = "corpus/texts" if is_open(document) else "withheld"
                yield f"{where}/{file_name(document['id'])}.txt", self.texts[document["id"]].encode()
        for name, content in self.files.items():
            yield f"corpus/{name}", content

    def is_told_by(self, problems: Iterable[Problem]) -> bool:
        """Tell whether the rule names the place among the problems of a check of the folder that was written."""
        return any(problem.rule == self.rule and self._is_at(problem.place) for problem in problems)

    def _is_at(self, place: Place) -> bool:
        if not place.file.endswith(f"corpus/{self.file}"):
            return False
        if not self.kind or self.file in self.files:
            return True
        return place.path == dotted(self.path) and (self.kind == "dataset" or place.line == self.record + 1)


def seeded_fault(rule: str, corpus: Corpus | None = None) -> st.SearchStrategy[SeededFault]:
    """Return valid corpora in which one rule was broken, once, and the place where.

    Where the corpus has nothing that the fault could be seeded into (no adjudication, say), a few valid records are added first.
    Where it has turned the rule off, the rule is turned on.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from factcheck import check
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=3)
    ... @given(seeded_fault("dangling-id"))
    ... def test_a_dangling_id_is_told(fault):
    ...     with TemporaryDirectory() as name:
    ...         folder = fault.write(Path(name))
    ...         assert fault.is_told_by(check(folder, documents=[folder.parent / "withheld"]).problems)
    >>> test_a_dangling_id_is_told()

    Args:
        rule: the name of a rule.
        corpus: a corpus without a problem, the texts of all its documents at hand; drawn, if nothing is said.

    Raises:
        ValueError: there is no such rule.
    """
    if rule not in SEEDERS:
        raise ValueError(f"'rule' must be a rule that can be seeded (got {rule!r}{did_you_mean(rule, SEEDERS)})")
    return (corpora() if corpus is None else st.just(corpus)).flatmap(lambda valid: _faults(rule, valid))


def _faults(rule: str, corpus: Corpus) -> st.SearchStrategy[SeededFault]:
    draft = _with_rule(rule, draft_of(corpus))
    seeds = list(SEEDERS[rule](draft))
    if not seeds:
        draft = with_scene(draft)
        seeds = list(SEEDERS[rule](draft))
    return st.sampled_from(range(len(seeds))).map(lambda number: _seeded(rule, draft, seeds[number]))


def draft_of(corpus: Corpus) -> Draft:
    """Return a corpus as seeders take it."""
    plain = plain_of(corpus)
    documents = [document for document in corpus.documents if document.text is None]
    texts = {one.id: corpus.texts[one.sha256] for one in documents if one.sha256 and one.sha256 in corpus.texts}
    return Draft(records={**plain, "dataset": [plain["dataset"]]}, texts=texts)


def _with_rule(rule: str, draft: Draft) -> Draft:
    """Return the draft with the rule turned on, if it would not be asked: at the level that it has in authored corpora."""
    imported = draft.dataset.get("profile") == "imported" and RULES[rule].IMPORTED == "off"
    chosen = draft.dataset.get("rules", {}).get(rule, {})
    if chosen.get("level", "off" if imported else RULES[rule].LEVEL) != "off":
        return draft
    level = RULES[rule].LEVEL if RULES[rule].LEVEL != "off" else "error"
    setting = {**chosen, "reason": "seeded by a test", "level": level}
    return draft.edited([Edit("dataset", 0, ("rules", rule), setting)])


def _seeded(rule: str, draft: Draft, seed: Seed) -> SeededFault:
    place = seed.at if isinstance(seed.at, Target) else Target(kind="", record=0)
    filed = "dataset.yaml" if place.kind == "dataset" else f"{place.kind}/{place.kind}.jsonl"
    texts = {**draft.texts, **seed.texts}
    return SeededFault(
        rule=rule,
        kind=place.kind,
        record=place.record,
        path=place.path,
        file=seed.at if isinstance(seed.at, str) else filed,
        follows=seed.follows,
        records=draft.edited(seed.edits).records,
        texts={name: text for name, text in texts.items() if text is not None},
        files=seed.files,
    )
