"""A corpus or release compared with another, either side either."""

from pathlib import Path

import attrs

from factcheck.building.header import declared_features, read_header
from factcheck.building.loading import load_either, read_manifest
from factcheck.cards import feature
from factcheck.checking import Examined
from factcheck.diffing import Difference, difference
from factcheck.diffing.difference import Columns
from factcheck.diffing.versions import next_version
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import InvalidCorpus, Place, Problem
from factcheck.reading import DATASET, corpus_folder
from factcheck.records.corpus import Corpus
from factcheck.tables.configs import CONFIGS


@attrs.frozen(kw_only=True)
class Side:
    """The records of a corpus or release, and the columns that its configs have."""

    corpus: Corpus
    columns: Columns


def diff(old: Path | str, new: Path | str) -> Difference:
    """Return what differs between two corpora or releases; words that may not be passed on are not looked at.

    Args:
        old: the folder of the older one.
        new: the folder of the newer one.

    Raises:
        UsageError: there is neither a corpus nor a release at one of them.
        InvalidCorpus: a corpus has files or records that are not sound.
    """
    return compared(side(Path(old)), side(Path(new)))


def compared(old: Side, new: Side) -> Difference:
    """Return what differs between two sides."""
    return difference(old.corpus, new.corpus, columns=(old.columns, new.columns))


def side(path: Path) -> Side:
    """Return a corpus or release to compare; errors as for ``diff``."""
    corpus = load_either(path)
    if read_manifest(path) is None:
        return corpus_side(corpus)
    return Side(corpus=corpus, columns=declared_features(read_header(path).value))


def corpus_side(corpus: Corpus) -> Side:
    """Return the records of a corpus to compare."""
    columns = {
        "dataset_info": [
            {"config_name": name, "features": [feature(one) for one in config.columns]}
            for name, config in CONFIGS.items()
        ]
    }
    return Side(corpus=corpus, columns=declared_features(columns))


def refuse_shortfall(corpus: Path, examined: Examined, old: Path) -> None:
    """Raise InvalidCorpus where the version of a corpus says less than what changed since an older one."""
    found = compared(side(old), corpus_side(examined.corpus()))
    if found.shortfall is None:
        return
    file = corpus_folder(corpus) / DATASET
    mark = parse_yaml(file.read_text("utf-8")).mark(("version",))
    place = Place(file=file.as_posix(), line=mark.line, column=mark.column, path="version")
    problem = Problem(
        rule="version-says-less", level="error", message=found.shortfall, places=(place,), cure=cure(found)
    )
    raise InvalidCorpus(attrs.evolve(examined.report, problems=(*examined.report.problems, problem)))


def cure(found: Difference) -> str:
    """Return what to do about a version that says less than what changed."""
    return f"make it {next_version(found.versions[0], found.step)} or later; factcheck diff tells what changed"
