"""A corpus as it stands, for whoever adds to it: what is there, what is not, and which file a new record goes into."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

import attrs

from factcheck.documents import find_texts, text_folders
from factcheck.editing import LIST_KINDS, add_record, add_records
from factcheck.errors import UsageError
from factcheck.files.naming import file_name
from factcheck.naming import did_you_mean
from factcheck.problems import Place
from factcheck.reading import Fact, Reading, Record, corpus_folder, read_corpus
from factcheck.records.claim import evidence_key
from factcheck.records.corpus import SINGULAR
from factcheck.schemas.explaining import explain
from factcheck.schemas.gate import gate

Plain = Mapping[str, Any]

_SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S*?)[a-z]+\.schema\.json\s*\Z")
_BY_ANNOTATOR = ("verdicts", "adjudications")


@attrs.frozen(kw_only=True)
class Shelves:
    """A corpus that is about to be added to: its folder, and what was read there."""

    folder: FilePath
    reading: Reading

    @classmethod
    def of(cls, path: FilePath) -> "Shelves":
        """Read the corpus at ``path``.

        Raises:
            UsageError: there is none.
        """
        folder = corpus_folder(path)
        return cls(folder=folder, reading=read_corpus(folder))

    @property
    def dataset(self) -> Plain:
        """The dataset's own record, as far as it is one."""
        return next(self.plain("dataset"), {})

    def plain(self, kind: str) -> Iterator[Plain]:
        """Yield the records of a kind that are mappings."""
        yield from (record.value for record in self.records(kind))

    def records(self, kind: str) -> Iterator[Record]:
        """Yield the records of a kind that are mappings, each with where it was read."""
        yield from (record for record in self.reading.records[kind] if isinstance(record.value, dict))

    def sound(self, kind: str) -> tuple[Plain, ...]:
        """Return the records of a kind.

        Raises:
            UsageError: one of them does not fit its schema, or a file of the corpus cannot be read.
        """
        flawed = [fact.file for fact in self.reading.facts if fact.flaw]
        unfit = [one.origin.file for one in self.reading.records[kind] if not gate(SINGULAR[kind])(one.value)]
        if flawed or unfit:
            raise UsageError(f"{(flawed + unfit)[0]!r} is not sound; factcheck check says why")
        return tuple(one.value for one in self.reading.records[kind])

    def record(self, kind: str, name: str) -> Record:
        """Return the record of a kind with this id.

        Raises:
            UsageError: there is none; the nearest id is offered.
        """
        known = {record.value.get("id"): record for record in self.records(kind)}
        if name not in known:
            raise UsageError(f"no {SINGULAR[kind]} {name!r}{nearest(name, known)}")
        return known[name]

    def refuse_taken(self, kind: str, name: str) -> None:
        """Raise a ``UsageError`` where a record of this kind has this id already."""
        for record in self.records(kind):
            if record.value.get("id") == name:
                raise UsageError(f"{SINGULAR[kind]} {name!r} is there already: {record.origin.place(('id',))}")

    def text_of(self, document: Plain, folders: Iterable[FilePath] = ()) -> str | None:
        """Return the text of a document, if it is at hand: inline, in the corpus, or in folders of texts."""
        digest = document.get("sha256")
        if "text" in document or digest is None:
            return document.get("text")
        if digest in self.reading.texts:
            return self.reading.texts[digest]
        return find_texts(text_folders(folders), {document["id"]: digest}, {}).texts.get(digest)

    def add(self, kind: str, plain: Plain, file: FilePath | None = None) -> Place:
        """Write a record into its file and return where it stands.

        Raises:
            UsageError: the record does not fit its schema, or its file cannot be added to.
        """
        refuse_misfit(kind, plain)
        target = file or self.file_for(kind, plain)
        line = add_record(target, kind, plain, schema_path=self._schema_path(kind, target))
        return Place(file=target.as_posix(), line=line)

    def add_all(self, kind: str, plains: Sequence[Plain], file: FilePath) -> None:
        """Write records, each of which fits its schema, into one file.

        Raises:
            UsageError: the file cannot be added to.
        """
        add_records(file, kind, plains, schema_path=self._schema_path(kind, file))

    # -- which file -------------------------------------------------------------------------------------------------

    def file_for(self, kind: str, plain: Plain) -> FilePath:
        """Return the file that a new record goes into, which need not be there yet."""
        stem = self._stem(kind, plain)
        folder = f"{kind}/{file_name(plain['annotator'])}" if kind in _BY_ANNOTATOR else kind
        return self._bulk_file(kind, folder, stem) or self._yaml_file(folder, stem)

    def file_named(self, kind: str, name: str) -> FilePath:
        """Return the file of a kind that somebody names: as they see it, from the corpus' folder, or by its bare name.

        Raises:
            UsageError: it is no ``.yaml`` or ``.jsonl`` file in the folder of that kind.
        """
        home = (self.folder / kind).resolve()
        candidates = [FilePath(name), self.folder / name]
        if len(candidates[0].parts) == 1:
            candidates.append(self.folder / kind / name)
        for candidate in candidates:
            if candidate.suffix in (".yaml", ".yml", ".jsonl") and home in candidate.resolve().parents:
                return self.folder / candidate.resolve().relative_to(self.folder.resolve())
        raise UsageError(f"--file must name a .yaml or .jsonl file in {kind}/ (got {name!r})")

    def _stem(self, kind: str, plain: Plain) -> str:
        if kind in _BY_ANNOTATOR:
            return FilePath(self.record("claims", plain["claim"]).origin.file).stem
        if kind != "claims":
            return file_name(plain["id"])
        document = next((part["document"] for part in plain.get("appearances", ()) if "document" in part), None)
        if document is not None:
            return file_name(document)
        there = [fact for fact in self.reading.facts if fact.kind == "claims"]
        return FilePath(there[0].filed).stem if len(there) == 1 else "claims"

    def _yaml_file(self, folder: str, stem: str) -> FilePath:
        short = self.folder / folder / f"{stem}.yml"
        return short if short.exists() else self.folder / folder / f"{stem}.yaml"

    def _bulk_file(self, kind: str, folder: str, stem: str) -> FilePath | None:
        """Return the ``.jsonl`` file to add to, where the corpus keeps this kind, or everything, in such files."""
        mine = [fact for fact in self.reading.facts if fact.kind == kind]
        others = [fact for fact in self.reading.facts if fact.kind not in ("", "dataset")]
        if not all(fact.filed.endswith(".jsonl") for fact in mine or others) or not others:
            return None
        fitting = [fact for fact in mine if kind not in _BY_ANNOTATOR or _is_open_to(fact, folder)]
        named = [fact for fact in fitting if FilePath(fact.filed).stem == stem]
        chosen = (named or fitting)[-1:]
        return self.folder / chosen[0].filed if chosen else self.folder / folder / f"{kind}.jsonl"

    def _schema_path(self, kind: str, file: FilePath) -> str | None:
        """Return the way to the schema that a new file names in its first line, if the other files of the corpus do."""
        name = kind if kind in LIST_KINDS else SINGULAR[kind]
        for fact in self.reading.facts:
            if fact.kind and not fact.filed.endswith(".jsonl"):
                found = _SCHEMA_LINE.match(_first_line(FilePath(fact.file)))
                if found:
                    return f"{_moved(found[1], FilePath(fact.file).parent, file.parent)}{name}.schema.json"
        return None


def _is_open_to(fact: Fact, folder: str) -> bool:
    """Tell whether a file may hold an annotator's records: it stands in no annotator's folder, or in theirs."""
    return fact.filed.count("/") == 1 or fact.filed.startswith(f"{folder}/")


def _first_line(file: FilePath) -> str:
    with file.open(encoding="utf-8", errors="replace") as opened:
        return opened.readline(1000)


def _moved(prefix: str, there: FilePath, here: FilePath) -> str:
    """Return the folder of schemas as seen from another folder; addresses and absolute paths stay."""
    if "://" in prefix or prefix.startswith("/"):
        return prefix
    return FilePath(os.path.relpath(there / prefix, here)).as_posix() + "/"


def nearest(name: str, known: Iterable[Any]) -> str:
    """Return a hint at the nearest known name, or where there is none near, at some of those there are."""
    names = [word for word in known if isinstance(word, str)]
    return did_you_mean(name, names) or (
        f"; there are {', '.join(sorted(names)[:8])}{', ...' if len(names) > 8 else ''}"
        if names
        else "; there are none"
    )


def refuse_misfit(kind: str, plain: Plain) -> None:
    """Raise a ``UsageError`` that says each way in which a record does not fit its schema."""
    misfits = explain(SINGULAR[kind], plain)
    if misfits:
        said = (f"{misfit.message}{f' ({misfit.cure})' if misfit.cure else ''}" for misfit in misfits)
        raise UsageError("; ".join(said))


def evidence_keys(claim: Plain) -> tuple[str, ...]:
    """Return the names by which verdicts speak of a claim's evidence."""
    return tuple(evidence_key(part) or "" for part in claim.get("evidence") or ())
