"""The card: what a reader of the dataset sees first, and what ``datasets`` reads to load it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import jinja2

from factcheck.cards.baselines import Baseline
from factcheck.cards.citing import bibtex, citation_line
from factcheck.cards.counting import WAYS, Counted, Golds, claims_by, commonest, evidence_by_design
from factcheck.cards.header import Counts, header, licence_address
from factcheck.cards.markdown import inert, table
from factcheck.cards.picturing import Picture
from factcheck.labels import ANNOTATOR_KINDS, LABELS, STANCES
from factcheck.metrics.agreement import Agreement, Vote, agreement, agreement_by_pair, figure
from factcheck.metrics.resampling import Resampling
from factcheck.metrics.votes import votes_of
from factcheck.records.corpus import Corpus
from factcheck.rights import may_be_passed_on
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS, evidence_sets, nli_row

_MOST_ROWS = 40
_DRAWN = Resampling()
_TEMPLATES = jinja2.Environment(  # Markdown: what comes from data is made inert by `inert` and `table`
    loader=jinja2.PackageLoader("factcheck.cards"),
    autoescape=False,  # noqa: S701
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def card(
    corpus: Corpus,
    golds: Golds,
    counts: Counts,
    sizes: Counts,
    *,
    words: str = "",
    pictures: Iterable[Picture] = (),
    baselines: Iterable[Baseline] = (),
) -> str:
    """Return the card of a release.

    Args:
        corpus: the corpus without the words that are withheld.
        golds: the gold verdict of each claim.
        counts: how many rows each config has in each split.
        sizes: how many bytes they take in memory.
        words: what a person wrote for the card.
        pictures: the pictures that stand beside it.
        baselines: what simple systems score.
    """
    dataset = corpus.dataset
    first = next(iter(counts))
    return _TEMPLATES.get_template("card.md").render(
        header=header(corpus, counts, sizes),
        title=inert(dataset.title or dataset.name),
        description=inert(dataset.description or ""),
        words=words.strip(),
        first_config=first,
        first_split=next(iter(counts[first])),
        contents=_contents(counts),
        labels=_labels(golds),
        decided=_decided(golds),
        shown={picture.name: f"![{inert(picture.title)}]({picture.path})" for picture in pictures},
        breakdowns=dict(_breakdowns(corpus, golds)),
        designs=_table("design", "evidence", evidence_by_design(corpus, golds), tuple(STANCES)),
        judges=_judges(corpus),
        agreement=_agreement(corpus),
        baselines=_baselines(baselines),
        evidence_sets=_evidence_sets(corpus, golds),
        fields={name: table(("column", "meaning"), _meanings(CONFIGS[name].columns)) for name in counts},
        citation=inert(citation_line(dataset)),
        bibtex=bibtex(dataset),
        version=dataset.version,
        released=dataset.released,
        licence=_licence(dataset.licence),
        rights=_rights(corpus),
    )


def _contents(counts: Counts) -> str:
    rows = [(name, CONFIGS[name].description, split, count) for name in counts for split, count in counts[name].items()]
    return table(("config", "one row", "split", "rows"), rows)


def _labels(golds: Golds) -> str:
    found = Counter[str | None](gold.label if gold else None for gold in golds.values())
    rows: list[tuple[object, ...]] = [(word, found[word], meaning) for word, meaning in LABELS.items()]
    if found[None]:
        rows.append(("(none)", found[None], "no gold verdict"))
    return table(("label", "claims", "meaning"), rows)


def _decided(golds: Golds) -> str:
    decided = Counter(gold.decided for gold in golds.values() if gold)
    return f"Of {len(golds)} gold verdicts {decided['unanimous']} are unanimous, {decided['adjudicated']} adjudicated."


def _breakdowns(corpus: Corpus, golds: Golds) -> Iterator[tuple[str, str]]:
    """Yield the claims along what an evaluation breaks its figures down by, a label a column."""
    titles = {document.id: document.title or document.id for document in corpus.documents}
    for way in WAYS:
        if part := _table(
            way, "claims", claims_by(way, corpus, golds), tuple(LABELS), titles if way == "document" else {}
        ):
            yield way, part


def _table(
    name: str, what: str, counted: Counted, columns: tuple[str, ...], titles: Mapping[str, str] | None = None
) -> str:
    if not counted:
        return ""
    shown = commonest(counted, _MOST_ROWS)
    rows = [
        ((titles or {}).get(word, word), counts.total(), *(counts[column] for column in columns))
        for word, counts in shown.items()
    ]
    more = f"\n\nThe {len(shown)} commonest of {len(counted)} are shown." if len(shown) < len(counted) else ""
    return table((name, what, *columns), rows) + more


def _judges(corpus: Corpus) -> str:
    judged = Counter(verdict.annotator for verdict in corpus.verdicts)
    settled = Counter(adjudication.annotator for adjudication in corpus.adjudications)
    rows = [
        (one.name or one.id, ANNOTATOR_KINDS[one.kind], judged[one.id], settled[one.id], one.note or "")
        for one in sorted(corpus.annotators, key=lambda one: one.id)
    ]
    return table(("annotator", "kind", "verdicts", "adjudications", "note"), rows)


def _agreement(corpus: Corpus) -> str:
    annotators = sorted({verdict.annotator for verdict in corpus.verdicts})
    if not annotators:
        return ""
    if len(annotators) == 1:
        return f"Only one annotator judged: {inert(annotators[0])}. There is no agreement to measure, and no second opinion."
    found = [
        (part, who, one)
        for part, cast in votes_of(corpus).items()
        for who, one in (("all", agreement(cast, how=_DRAWN)), *(_paired(cast) if len(annotators) > 2 else ()))
    ]
    rows = [
        (
            part,
            who,
            one.units,
            one.votes,
            figure(one.raw),
            _between(one, "raw"),
            figure(one.alpha),
            _between(one, "alpha"),
        )
        for part, who, one in found
    ]
    said = (
        "How far annotators agree before any adjudication, on what two or more of them judged: the share of pairs of votes that "
        "agree, and Krippendorff's alpha (nominal), which is 1 for perfect agreement and 0 for chance. Intervals are of 95 %, by "
        "bootstrap; the votes on one claim are drawn together."
    )
    head = ("judged", "annotators", "units", "votes", "raw agreement", "interval", "alpha", "interval")
    return f"{said}\n\n{table(head, rows)}"


def _between(one: Agreement, name: str) -> str:
    """Return an interval to three places; the dust of sums, which another machine may sweep elsewhere, is taken off first."""
    found = one.intervals.get(name)
    return f"{round(found.low, 9):.3f} to {round(found.high, 9):.3f}" if found else ""


def _paired(votes: Iterable[Vote]) -> list[tuple[str, Agreement]]:
    return [(" and ".join(pair), one) for pair, one in agreement_by_pair(votes).items()]


def _baselines(baselines: Iterable[Baseline]) -> str:
    rows = [
        (one.name, one.config, one.metric, f"{one.value:.3f}", f"{one.low:.3f} to {one.high:.3f}", one.n)
        for one in baselines
    ]
    return table(("system", "config", "metric", "value", "interval", "rows"), rows) if rows else ""


def _evidence_sets(corpus: Corpus, golds: Golds) -> str:
    sets = [(claim, one) for claim in corpus.claims for one in evidence_sets(claim, golds.get(claim.id))]
    undecided = sum(one.stance is None for _, one in sets)
    mixed = sum(one.stance == "mixed" for _, one in sets)
    kept = sum(nli_row(claim, one) is not None for claim, one in sets)
    wordless = len(sets) - kept - undecided - mixed
    return (
        f"Config `nli` holds {kept} of {len(sets)} evidence sets. Left out: {mixed} that speak for and "
        f"against, {undecided} whose stance is undecided, {wordless} without words that may be passed on."
    )


def _meanings(columns: Iterable[Column], within: str = "") -> Iterator[tuple[str, str]]:
    """Yield each column and its meaning, the members of nested ones after them."""
    for column in columns:
        name = f"{within}{column.name}"
        yield name, column.description
        yield from _meanings(column.members, f"{name}.")


def _licence(licence: str) -> str:
    address = licence_address(licence)
    return f"[{inert(licence)}]({address})" if address else inert(licence)


def _rights(corpus: Corpus) -> str:
    free = sum(may_be_passed_on(document.rights) for document in corpus.documents)
    total = len(corpus.documents)
    said = f"Of {total} documents {free} may be passed on with their words; the words of the others are withheld."
    return said if total else ""
