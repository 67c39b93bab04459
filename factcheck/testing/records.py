"""Strategies for single records: each fits its schema, and what it names need not be there.

Every strategy takes strategies for the fields that the caller wants otherwise: ``claims(id=slugs(), kind=just("safety"))``.
"""

from hypothesis import strategies as st

from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.dataset import Dataset, Gold, RuleSetting
from factcheck.records.document import Document, Passage
from factcheck.records.reference import DateParts, Name, Reference
from factcheck.records.rights import Rights
from factcheck.records.verdict import Adjudication, Annotator, Considered, Verdict
from factcheck.testing.shaped import Strategy, records


def adjudications(**fields: Strategy) -> st.SearchStrategy[Adjudication]:
    """Return adjudications."""
    return records(Adjudication, fields)


def anchors(**fields: Strategy) -> st.SearchStrategy[Anchor]:
    """Return anchors into no text in particular; their spans run forwards."""
    return records(Anchor, fields)


def annotators(**fields: Strategy) -> st.SearchStrategy[Annotator]:
    """Return annotators."""
    return records(Annotator, fields)


def appearances(**fields: Strategy) -> st.SearchStrategy[Appearance]:
    """Return appearances of a claim."""
    return records(Appearance, fields)


def claims(**fields: Strategy) -> st.SearchStrategy[Claim]:
    """Return claims with their appearances and evidence."""
    return records(Claim, fields)


def considered(**fields: Strategy) -> st.SearchStrategy[Considered]:
    """Return verdicts as an adjudicator saw them."""
    return records(Considered, fields)


def datasets(**fields: Strategy) -> st.SearchStrategy[Dataset]:
    """Return records of datasets as a whole."""
    return records(Dataset, fields)


def date_parts(**fields: Strategy) -> st.SearchStrategy[DateParts]:
    """Return dates as CSL writes them: year, month and day as far as known."""
    year, month, day = st.integers(1400, 2100), st.integers(1, 12), st.integers(1, 28)
    parts = st.tuples(year) | st.tuples(year, month) | st.tuples(year, month, day)
    return records(DateParts, {"date_parts": st.tuples(parts), **fields})


def documents(**fields: Strategy) -> st.SearchStrategy[Document]:
    """Return documents; their digest, length and passages are those of no text in particular."""
    return records(Document, fields)


def evidence(**fields: Strategy) -> st.SearchStrategy[Evidence]:
    """Return pieces of evidence."""
    return records(Evidence, fields)


def golds(**fields: Strategy) -> st.SearchStrategy[Gold]:
    """Return settings of how claims come to their gold verdicts."""
    return records(Gold, fields)


def names(**fields: Strategy) -> st.SearchStrategy[Name]:
    """Return names of persons and bodies."""
    return records(Name, fields)


def passages(**fields: Strategy) -> st.SearchStrategy[Passage]:
    """Return passages of no text in particular; they run forwards."""
    return records(Passage, fields)


def references(**fields: Strategy) -> st.SearchStrategy[Reference]:
    """Return references."""
    return records(Reference, fields)


def rights(**fields: Strategy) -> st.SearchStrategy[Rights]:
    """Return rights."""
    return records(Rights, fields)


def rule_settings(**fields: Strategy) -> st.SearchStrategy[RuleSetting]:
    """Return settings of rules."""
    return records(RuleSetting, fields)


def verdicts(**fields: Strategy) -> st.SearchStrategy[Verdict]:
    """Return verdicts."""
    return records(Verdict, fields)
