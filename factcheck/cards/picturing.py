"""The pictures of a release: what its tables say, to be seen at a glance."""

from collections import Counter
from collections.abc import Mapping

import attrs

from factcheck.cards.counting import Counted, Golds, claims_by, commonest, evidence_by_design
from factcheck.labels import CLAIM_KINDS, LABELS, STANCES
from factcheck.metrics.agreement import Vote, agreement_by_pair
from factcheck.metrics.votes import votes_of
from factcheck.pictures import Bars, Cell, Matrix, Tone, bars_svg, matrix_svg
from factcheck.records.corpus import Corpus

LABEL_TONES: dict[str, Tone] = dict(zip(LABELS, ("blue", "orange", "grey", "purple"), strict=True))
STANCE_TONES: dict[str, Tone] = dict(zip(STANCES, ("blue", "orange", "purple", "grey"), strict=True))
_MOST_ROWS, _MOST_ANNOTATORS = 30, 12


@attrs.frozen(kw_only=True)
class Picture:
    """A picture of a release.

    Args:
        name: its file is ``pictures/<name>.svg``.
        title: what it shows; the words that stand in its place where it cannot be seen.
        svg: the picture.
    """

    name: str
    title: str
    svg: str

    @property
    def path(self) -> str:
        """Where it stands in a release."""
        return f"pictures/{self.name}.svg"


def pictures(corpus: Corpus, golds: Golds) -> tuple[Picture, ...]:
    """Return the pictures that a corpus has something to show in."""
    drawn = (_certainty(corpus, golds), _kinds_and_topics(corpus, golds), _evidence(corpus, golds), _agreement(corpus))
    return tuple(picture for picture in drawn if picture)


def _certainty(corpus: Corpus, golds: Golds) -> Picture | None:
    counted = claims_by("certainty", corpus, golds)
    if not counted:
        return None
    without = Counter[str | None](gold.label for gold in golds.values() if gold and not gold.certainty)
    counted |= {"no certainty": without} if without else {}
    title = "Claims by certainty and label"
    return _bars("labels-by-certainty", title, "claims", counted, LABEL_TONES)


def _evidence(corpus: Corpus, golds: Golds) -> Picture | None:
    counted = evidence_by_design(corpus, golds)
    title = "Evidence by study design and stance"
    return (
        _bars("evidence-by-design-and-stance", title, "pieces of evidence", counted, STANCE_TONES) if counted else None
    )


def _bars(name: str, title: str, what: str, counted: Counted, tones: Mapping[str, Tone]) -> Picture:
    rows = {_spoken(word): [counts[one] for one in tones] for word, counts in counted.items()}
    said = "; ".join(
        f"{word}: {', '.join(f'{count} {_spoken(one)}' for one, count in zip(tones, counts, strict=True) if count) or 'none'}"
        for word, counts in rows.items()
    )
    series = {_spoken(one): tone for one, tone in tones.items()}
    svg = bars_svg(Bars(title=title, description=f"Number of {what}. {said}.", series=series, rows=rows))
    return Picture(name=name, title=title, svg=svg)


def _kinds_and_topics(corpus: Corpus, golds: Golds) -> Picture | None:
    by_topic: dict[str, Counter[str]] = {}
    for claim in corpus.claims:
        for topic in dict.fromkeys(claim.topics):
            by_topic.setdefault(topic, Counter())[claim.kind or "no kind"] += 1
    if not by_topic:
        return None
    shown = commonest(claims_by("topic", corpus, golds), _MOST_ROWS)
    kinds = [kind for kind in (*CLAIM_KINDS, "no kind") if any(counts[kind] for counts in by_topic.values())]
    most = max(max(counts.values()) for counts in by_topic.values())
    rows = {topic: [_count(by_topic[topic][kind], most) for kind in kinds] for topic in shown}
    title = "Claims by topic and kind"
    said = (
        f"Number of claims by topic (a row) and kind (a column); those of two topics count twice. {_largest(by_topic)}."
    )
    if len(shown) < len(by_topic):
        said += f" The {len(shown)} commonest of {len(by_topic)} topics are shown."
    svg = matrix_svg(Matrix(title=title, description=said, columns=[_spoken(kind) for kind in kinds], rows=rows))
    return Picture(name="claims-by-topic-and-kind", title=title, svg=svg)


def _largest(by_topic: Mapping[str, Counter[str]]) -> str:
    cells = sorted((-count, topic, kind) for topic, counts in by_topic.items() for kind, count in counts.items())
    return "Most: " + ", ".join(f"{-count} of {topic} and {_spoken(kind)}" for count, topic, kind in cells[:3])


def _count(count: int, most: int) -> Cell:
    return Cell(text=str(count) if count else "", shade=count / most)


def _agreement(corpus: Corpus) -> Picture | None:
    votes = votes_of(corpus)["label"]
    pairs = agreement_by_pair(votes)
    if not pairs:
        return None
    annotators = sorted({name for pair in pairs for name in pair})
    matrix = _of_two(votes, annotators) if len(annotators) == 2 else _of_many(votes, annotators[:_MOST_ANNOTATORS])
    return Picture(name="agreement-of-annotators", title=matrix.title, svg=matrix_svg(matrix))


def _of_two(votes: tuple[Vote, ...], annotators: list[str]) -> Matrix:
    """Show what one annotator said where the other said something else."""
    one, other = ({vote.unit: vote.value for vote in votes if vote.annotator == name} for name in annotators)
    found = Counter((one[unit], other[unit]) for unit in one.keys() & other.keys())
    most = max(found.values())
    return Matrix(
        title=f"Labels by {annotators[0]} (rows) and {annotators[1]} (columns)",
        description=(
            f"Number of claims by the label that {annotators[0]} gave (a row) and that {annotators[1]} gave (a column): "
            f"{sum(count for (a, b), count in found.items() if a == b)} of {found.total()} the same."
        ),
        columns=[_spoken(label) for label in LABELS],
        rows={_spoken(row): [_count(found[row, column], most) for column in LABELS] for row in LABELS},
    )


def _of_many(votes: tuple[Vote, ...], annotators: list[str]) -> Matrix:
    """Show for each pair of annotators the share of labels that are the same."""
    found = agreement_by_pair(vote for vote in votes if vote.annotator in annotators)
    raw = {pair: one.raw for pair, one in found.items() if one.raw is not None}
    said = (f"{' and '.join(pair)} {share:.2f}" for pair, share in raw.items())
    return Matrix(
        title="Agreement of the annotators on labels",
        description=f"Share of claims judged by both to which both gave one label: {'; '.join(said)}.",
        columns=annotators,
        rows={row: [_share(raw.get((min(row, name), max(row, name)))) for name in annotators] for row in annotators},
    )


def _share(share: float | None) -> Cell:
    return Cell(text="" if share is None else f"{share:.2f}", shade=share or 0.0)


def _spoken(word: str) -> str:
    return word.replace("_", " ")
