"""The gold verdict: the adjudicator's, else what all annotators share."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.gold import agreed_stances, differing_parts, gold_verdict, gold_verdicts
from factcheck.labels import CERTAINTIES
from factcheck.records.corpus import Corpus
from factcheck.records.fields import evolve
from factcheck.records.verdict import Adjudication, Verdict
from factcheck.testing import adjudications, corpora, ids, verdicts


@st.composite
def _votes(draw: st.DrawFn) -> list[Verdict]:
    """Return verdicts of different annotators on one claim and a few pieces of evidence."""
    annotators = draw(st.lists(ids(), min_size=1, max_size=4, unique=True))
    stances = st.dictionaries(
        st.sampled_from(("a", "b", "c")), st.sampled_from(("supports", "refutes", "mixed", "context"))
    )
    return [draw(verdicts(claim=st.just("one"), annotator=st.just(name), stances=stances)) for name in annotators]


@st.composite
def _unanimous(draw: st.DrawFn) -> list[Verdict]:
    votes = draw(_votes())
    return [evolve(vote, label=votes[0].label) for vote in votes]


_SETTLEMENTS = adjudications(claim=st.just("one"))


@given(_votes() | _unanimous(), st.none() | _SETTLEMENTS, st.data())
def test_the_order_of_verdicts_does_not_matter(
    votes: list[Verdict], adjudication: Adjudication | None, data: st.DataObject
) -> None:
    """Otherwise gold labels change when an author moves a file."""
    shuffled = data.draw(st.permutations(votes))

    assert gold_verdict(votes, adjudication) == gold_verdict(shuffled, adjudication)
    assert differing_parts(votes) == differing_parts(shuffled)


@given(_unanimous())
def test_the_certainty_is_the_lowest_of_those_given(votes: list[Verdict]) -> None:
    """Otherwise the gold verdict is surer than one of the people it stands on."""
    order = list(CERTAINTIES)
    given_ones = [order.index(vote.certainty) for vote in votes if vote.certainty is not None]
    gold = gold_verdict(votes, None)

    assert gold is not None
    assert (order[max(given_ones)] if given_ones else None) == gold.certainty


@given(_votes())
def test_without_adjudication_there_is_gold_where_the_label_is_shared_and_nowhere_else(votes: list[Verdict]) -> None:
    """Otherwise a majority is sold as agreement."""
    gold = gold_verdict(votes, None)

    assert (len({vote.label for vote in votes}) == 1) == (gold is not None)
    assert ("label" in differing_parts(votes)) == (gold is None)


@given(_unanimous())
def test_a_shared_verdict_says_what_each_annotator_said(votes: list[Verdict]) -> None:
    """Otherwise gold holds a stance or a set of evidence that nobody gave."""
    gold = gold_verdict(votes, None)

    assert gold is not None
    assert "unanimous" == gold.decided
    assert {vote.label for vote in votes} == {gold.label}
    assert {members for vote in votes for members in vote.rests_on} == set(gold.rests_on)
    assert len(gold.rests_on) == len(set(gold.rests_on))
    assert {key for vote in votes for key in vote.stances} == set(gold.stances)


@given(_votes())
def test_a_stance_is_agreed_where_all_who_gave_one_gave_the_same(votes: list[Verdict]) -> None:
    """Otherwise evidence that annotators quarrel over looks settled."""
    for evidence, agreed in agreed_stances(votes).items():
        said = {vote.stances[evidence] for vote in votes if evidence in vote.stances}

        assert (said == {agreed}) == (agreed is not None)


@given(_votes(), _SETTLEMENTS)
def test_an_adjudication_wins(votes: list[Verdict], adjudication: Adjudication) -> None:
    """Otherwise a claim that was settled is counted as open, or settled otherwise."""
    gold = gold_verdict(votes, adjudication)

    assert gold is not None
    assert "adjudicated" == gold.decided
    assert (adjudication.label, adjudication.certainty, adjudication.rests_on, adjudication.rationale) == (
        gold.label,
        gold.certainty,
        gold.rests_on,
        gold.rationale,
    )
    assert dict(adjudication.stances) == gold.stances


@given(corpora())
def test_every_claim_of_a_settled_corpus_has_gold(corpus: Corpus) -> None:
    """Otherwise claims without a label reach a release whose policy says that there are none."""
    gold = gold_verdicts(corpus)

    assert [claim.id for claim in corpus.claims] == list(gold)
    assert None not in gold.values()


def test_no_verdict_no_gold() -> None:
    """Otherwise a blind test set gets labels from nowhere."""
    assert None is gold_verdict([], None)


def test_the_only_annotator_gives_the_rationale_and_two_give_none() -> None:
    """Otherwise one annotator's words are put into another's mouth."""
    ada = Verdict(claim="one", annotator="ada", label="refuted", rationale="The log says 1825.")
    ben = Verdict(claim="one", annotator="ben", label="refuted", rationale="The almanac is a copy.")
    alone, together = gold_verdict([ada], None), gold_verdict([ada, ben], None)

    assert alone is not None
    assert together is not None
    assert "The log says 1825." == alone.rationale
    assert None is together.rationale
