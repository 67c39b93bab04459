"""Strategies for rows of each foreign dataset, in its own shape and with the oddities that its files have.

Every row is one that its converter promises to hold.
"""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from factcheck.converters import claimreview as claimreview_converter
from factcheck.converters import healthfc as healthfc_converter
from factcheck.testing import ids, prose

Row = dict[str, Any]
Rows = list[Row]
_EXACT = 2**53 - 1

_WORDS = prose() | st.sampled_from(
    ("\0", "a\0b\0", "\N{SYMBOL FOR NULL}\0", "e\u0301", "\U0001f44b\U0001f3fd", "a:1:2")
)
_NUMBERS = st.integers(-_EXACT, _EXACT) | st.floats(-1e9, 1e9)
_LEAVES = st.none() | st.booleans() | _NUMBERS | _WORDS | st.just("")
_ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(prose() | st.just(""), inner, max_size=2),
    max_leaves=5,
)
_NOTHING = st.none() | st.just("")
_PLACES = st.integers(0, _EXACT)
_OTHER_KEYS = st.sampled_from(
    ("note", "types", "ids", "extra", "row", "without_evidence", "stance", "x y", "café", "", "a.b")
)
_EXTRAS = st.dictionaries(_OTHER_KEYS, _ANYTHING, max_size=2)


def _row(required: dict[str, Any], optional: dict[str, Any] | None = None) -> st.SearchStrategy[Row]:
    """Return rows of these keys, in any order, with further keys that nobody knows of."""
    known = st.fixed_dictionaries(required, optional=optional or {})
    whole = st.builds(lambda row, extra: {**extra, **row}, known, _EXTRAS)
    return whole.flatmap(lambda row: st.permutations(list(row.items())).map(dict))


def _fever_sets() -> st.SearchStrategy[list[Any]]:
    number = st.none() | _PLACES
    page = st.sampled_from(("Lamp_-LRB-film-RRB-", "Ærø", "e\u0301")) | ids()
    sentence = st.tuples(number, number, page, st.integers(0, 9)).map(list)
    unknown = st.tuples(number, number, st.none(), st.none()).map(list)
    whole = st.lists(st.lists(sentence, min_size=1, max_size=3), max_size=3)
    mixed = st.lists(st.lists(sentence | unknown, max_size=2), max_size=3)
    return whole | whole.map(lambda sets: sets + sets) | mixed


def fever() -> st.SearchStrategy[Rows]:
    """Return rows of FEVER: verifiable or not, blind, with labels in any case, with evidence of every form."""
    label = st.sampled_from(("SUPPORTS", "REFUTES", "NOT ENOUGH INFO", "Supports", "refutes", "not enough info"))
    evidence = _fever_sets() | st.none() | _ANYTHING
    identity = st.sampled_from((0, 7, "7", "007", -3, 2**63 - 1, -(2**63), "²")) | _PLACES | ids()
    verifiable = st.sampled_from(("VERIFIABLE", "NOT VERIFIABLE"))
    given = {"evidence": evidence, "verifiable": verifiable}
    judged = _row({"id": identity, "claim": _WORDS, "label": label}, given)
    blind = _row({"id": identity, "claim": _WORDS}, {**given, "label": st.none()})
    return st.lists(judged | blind, max_size=5)


def _abstracts(key: str, identity: st.SearchStrategy[Any]) -> st.SearchStrategy[Rows]:
    sentences = st.lists(_WORDS, min_size=1, max_size=4) | st.lists(_WORDS | st.just(""), max_size=2) | st.none()
    abstract = _row({key: identity, "abstract": sentences, "title": _WORDS | _NOTHING}, {"structured": st.booleans()})
    return st.lists(abstract, max_size=3, unique_by=lambda row: str(row[key]))


def scifact() -> st.SearchStrategy[Rows]:
    """Return rows of SciFact: claims with rationales, without, and blind; and abstracts."""
    number = st.integers(-5, 5) | st.integers(-(2**63), 2**63 - 1)
    document = st.integers(-5, 5).map(str) | ids()
    label = st.sampled_from(("SUPPORT", "CONTRADICT"))
    rationale = _row({"sentences": st.lists(st.integers(0, 9), max_size=3), "label": label})
    evidence = st.dictionaries(document, st.lists(rationale, min_size=1, max_size=2), max_size=3)
    claim = _row({"id": number, "claim": _WORDS}, {"evidence": evidence, "cited_doc_ids": st.lists(number, max_size=2)})
    return st.tuples(st.lists(claim, max_size=4), _abstracts("doc_id", number)).map(
        lambda parts: [*parts[0], *parts[1]]
    )


def check_covid() -> st.SearchStrategy[Rows]:
    """Return rows of Check-COVID: claims of one stem, NOTENOUGHINFO with sentences and without; and abstracts."""
    identity = st.sampled_from(("a_0", "a_1", "b_0", "b")) | ids()
    paper = st.sampled_from(("8vp57c1o", "w49ay5xn")) | ids()
    sentence = st.fixed_dictionaries({"sent_index": _PLACES, "type": st.sampled_from(("PRIMARY", "")) | _ANYTHING})
    label = st.sampled_from(("SUPPORT", "REFUTE", "NOTENOUGHINFO"))
    sentences = st.lists(sentence, max_size=3)
    known = {"id": identity, "claim": _WORDS, "cord_id": paper, "label": label, "evidence_set": sentences}
    claim = _row(known, {"is_auth": st.booleans()})
    return st.tuples(st.lists(claim, max_size=4), _abstracts("cord_id", paper)).map(
        lambda parts: [*parts[0], *parts[1]]
    )


def averitec() -> st.SearchStrategy[Rows]:
    """Return rows of AVeriTeC: what is absent said in three ways, dates of many shapes, questions of many lengths."""
    word = _WORDS | _NOTHING
    dates = st.sampled_from(
        ("25-8-2020", "1-1-2020", "01-01-2020", "31-2-2020", "40-1-2020", "2020-08-25", "1-13-0000")
    )
    details = dict.fromkeys(("answer_type", "source_url", "source_medium", "boolean_explanation"), word)
    answer = _row({"answer": word}, details)
    question = _row({"question": word, "answers": st.lists(answer, max_size=3)})
    usual = st.fixed_dictionaries({"question": _WORDS, "answers": st.lists(answer, min_size=1, max_size=3)})
    label = ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking", None)
    optional = {
        "questions": st.lists(usual, max_size=3) | st.lists(question | _ANYTHING, max_size=3) | _ANYTHING,
        "label": st.sampled_from(label),
        "claim_date": dates | word,
        **dict.fromkeys(("justification", "speaker", "original_claim_url", "cached_original_claim_url"), word),
    }
    return st.lists(_row({"claim": _WORDS}, optional), max_size=4)


def climate_fever() -> st.SearchStrategy[Rows]:
    """Return rows of Climate-FEVER: votes in any order and number, sentences with names of many forms."""
    words = ("SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO")
    votes = st.lists(st.sampled_from((*words, None)), max_size=6)
    sorted_votes = st.lists(st.sampled_from(words), max_size=5).map(
        lambda given: [*sorted(given, key=("SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO").index), *[None] * (5 - len(given))]
    )
    name = st.sampled_from(("Global warming:14", "Lamp:0", "Lamp:²", "Lamp: 7", ":")) | ids()
    details = {
        "evidence_label": st.sampled_from(words) | _ANYTHING,
        "article": ids() | st.just(""),
        "evidence": _WORDS | _NOTHING,
        "entropy": st.floats(0, 2),
        "votes": votes | sorted_votes | _ANYTHING,
    }
    pieces = st.lists(
        _row({"evidence_id": name}, details), max_size=5, unique_by=lambda piece: str(piece["evidence_id"])
    )
    label = st.sampled_from((*words, "DISPUTED"))
    identity = st.sampled_from(("0", "1")) | ids()
    row = _row({"claim_id": identity, "claim": _WORDS, "claim_label": label, "evidences": pieces})
    return st.lists(row, max_size=3)


def claimreview() -> st.SearchStrategy[Rows]:
    """Return ClaimReviews: rated by word, by number or not, with claims made somewhere, by somebody, or not known where."""
    date = st.sampled_from(("2026", "2026-11-20", "2026-11-20T10:00:00Z", "", None, 2026))
    name, place = _row({"name": _WORDS | _NOTHING}, {"@type": _WORDS}), _row({"url": _WORDS | _NOTHING})
    parts = {
        "author": name | _ANYTHING,
        "datePublished": date,
        "appearance": place | _ANYTHING,
        "url": _WORDS | _NOTHING,
    }
    word = st.sampled_from([*claimreview_converter.LABELS, "TRUE", "mostly  true"])
    numbers = st.sampled_from((1, 3, 5, "1", "5"))
    worded = _row({"alternateName": word}, {"ratingValue": _ANYTHING, "@type": _WORDS})
    scaled = _row({"ratingValue": numbers, "bestRating": st.just(5), "worstRating": st.just("1")})
    head = {"@type": st.sampled_from(("ClaimReview", "https://schema.org/ClaimReview", ["ClaimReview"]))}
    optional = {
        "@context": st.sampled_from(("https://schema.org", "http://schema.org")),
        "reviewRating": worded | scaled | st.none(),
        "itemReviewed": _row({}, parts) | _ANYTHING,
        "datePublished": date,
        "reviewBody": _WORDS | _NOTHING,
        "url": _WORDS | _NOTHING,
    }
    return st.lists(_row({**head, "claimReviewed": _WORDS}, optional), max_size=4)


def covid_fact() -> st.SearchStrategy[Rows]:
    """Return rows of COVID-Fact: with sentences, with none, with something else in their place."""
    required = {
        "claim": _WORDS,
        "label": st.sampled_from(("SUPPORTED", "REFUTED")),
        "evidence": st.lists(_WORDS, max_size=3) | st.lists(_WORDS | _NOTHING, max_size=2) | _ANYTHING,
    }
    return st.lists(_row(required, {"gold_source": _WORDS | _NOTHING, "flair": _WORDS | _NOTHING}), max_size=4)


def covid_fact_rte() -> st.SearchStrategy[Rows]:
    """Return rows of COVID-Fact's pairs: with labels and blind, numbers of rows that stand twice."""
    required = {"index": st.sampled_from(("0", "1", "007")) | ids(), "sentence2": _WORDS}
    label = st.sampled_from(("entailment", "not_entailment")) | st.none()
    return st.lists(_row(required, {"sentence1": _WORDS | _NOTHING, "label": label}), max_size=4)


_DAYS = st.sampled_from(
    ("April 1, 2020", "April 01, 2020", "April 31, 2020", "2020-04-01", "1. April 2020", "12. Juli 2021", "Mai 2014")
)


def healthfc() -> st.SearchStrategy[Rows]:
    """Return rows of HealthFC: verdicts in every wording and case, with grades and without, dates of several forms."""
    said = st.sampled_from((*healthfc_words(), "ja", "Ja", "NEIN", "wissenschafliche Beweise fehlen"))
    words = _WORDS | _NOTHING
    required = {"en_claim": _WORDS, "label": st.sampled_from(("0", "1", "2"))}
    optional = {"de_verdict": said | _NOTHING, "date": _DAYS | words, "url": ids() | _NOTHING, "de_claim": words}
    return st.lists(
        _row(required, {**optional, "en_explanation": words, "en_top_sentences": words, "authors": words}), max_size=4
    )


def healthfc_words() -> list[str]:
    """Return the wordings of HealthFC's verdicts, graded ones among them."""
    graded = [f"{grade.capitalize()} | für die Wirksamkeit" for grade in healthfc_converter.GRADES]
    return [*healthfc_converter.WORDS, *graded]


def healthver() -> st.SearchStrategy[Rows]:
    """Return rows of HealthVer: ids that stand twice, evidence that is empty."""
    words = _WORDS | _NOTHING
    required = {"id": st.sampled_from(("224", "7")) | ids(), "claim": _WORDS, "evidence": words}
    label = st.sampled_from(("Supports", "Refutes", "Neutral"))
    return st.lists(_row({**required, "label": label}, {"question": words, "topic_ip": words}), max_size=4)


_RATINGS = st.sampled_from(("true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"))


def liar() -> st.SearchStrategy[Rows]:
    """Return rows of LIAR: speakers who have no name, every rating."""
    words = _WORDS | _NOTHING
    required = {"id": ids(), "statement": _WORDS, "label": _RATINGS}
    return st.lists(_row(required, {"speaker": words, "context": words, "party": words}), max_size=4)


def liar_plus() -> st.SearchStrategy[Rows]:
    """Return rows of LIAR-PLUS: with a justification and an empty one."""
    words = _WORDS | _NOTHING
    required = {"json_file_id": ids(), "claim": _WORDS, "label": _RATINGS}
    return st.lists(_row(required, {"originator": words, "justification": words, "topics": _ANYTHING}), max_size=4)


def pubhealth() -> st.SearchStrategy[Rows]:
    """Return rows of PUBHEALTH: dates of several forms, articles and explanations that are empty."""
    words = _WORDS | _NOTHING
    label = st.sampled_from(("true", "false", "unproven", "mixture"))
    required = {"claim_id": ids(), "claim": _WORDS, "label": label}
    optional = {"date_published": _DAYS | words, "explanation": words, "main_text": words, "sources": words}
    return st.lists(_row(required, optional), max_size=4)


_FACTUALITY = st.booleans() | st.sampled_from(("NA", "unknown", "true", "false"))
_RESPONSES = {"prompt": _WORDS | _NOTHING, "response": _WORDS | _NOTHING, "revised_response": _WORDS}


@st.composite
def _sentences(draw: st.DrawFn) -> Row:
    size = draw(st.integers(0, 3))

    def parallel(of: st.SearchStrategy[Any]) -> list[Any]:
        return draw(st.lists(of, min_size=size, max_size=size))

    stances = st.sampled_from(("completely-support", "partially-support", "refute", "irrelevant"))
    found = [draw(st.integers(0, 2)) for _ in range(size)]
    row = {
        "claims": parallel(_WORDS),
        "claims_factuality_label": parallel(_FACTUALITY),
        "human_evidence": parallel(_WORDS | st.sampled_from(("NA", ""))),
        "auto_evidence": [draw(st.lists(_WORDS, min_size=number, max_size=number)) for number in found],
        "auto_evidence_url": [["https://example.org/a"] * number for number in found],
        "stance_claim_autoEvid": [draw(st.lists(stances, min_size=number, max_size=number)) for number in found],
        "revised_claims": draw(st.lists(_WORDS, max_size=3)),
        "text": draw(_WORDS | _NOTHING),
    }
    dropped = draw(st.sets(st.sampled_from(sorted(row.keys() - {"claims", "claims_factuality_label"}))))
    other = draw(
        st.dictionaries(st.sampled_from(("human_evidence", "auto_evidence", "decontext")), _ANYTHING, max_size=1)
    )
    return {key: value for key, value in row.items() if key not in dropped} | other


def factcheck_gpt() -> st.SearchStrategy[Rows]:
    """Return rows of Factcheck-GPT: sentences whose arrays run parallel, or do not; responses that are null."""
    keys = st.sampled_from(("sentence1", "sentence2", "s-3", "", "-")) | ids()
    row = _row({"sentences": st.dictionaries(keys, _sentences(), max_size=3)}, _RESPONSES)
    return st.lists(row, max_size=3)


def factbench() -> st.SearchStrategy[Rows]:
    """Return rows of FactBench: with claims, mostly without."""

    def row(pairs: list[tuple[str, Any]]) -> st.SearchStrategy[Row]:
        claims, labels = [text for text, _ in pairs], [label for _, label in pairs]
        return _row({"claims": st.just(claims), "claim_labels": st.just(labels)}, _RESPONSES)

    return st.lists(st.lists(st.tuples(_WORDS, _FACTUALITY), max_size=3).flatmap(row), max_size=4)


def factscore() -> st.SearchStrategy[Rows]:
    """Return rows of FActScore: with annotations, with none, with sentences that nobody cut."""
    fact = _row({"text": _WORDS, "label": st.sampled_from(("S", "NS", "IR"))})
    facts = st.lists(fact, max_size=3) | st.none()
    sentence = _row({"text": _WORDS, "human-atomic-facts": facts}, {"is-relevant": st.booleans()})
    annotations = st.lists(sentence, max_size=3) | st.none()
    words = _WORDS | _NOTHING
    return st.lists(_row({"input": words, "output": words, "annotations": annotations}, {"topic": words}), max_size=3)


_FEVER_LABELS = ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO")


def fever_symmetric() -> st.SearchStrategy[Rows]:
    """Return rows of FEVER-Symmetric: the same words under two keys, or others."""
    label = st.sampled_from(_FEVER_LABELS)
    identity = st.sampled_from(("71", "713760000002", "0000000", "²0000000")) | ids()
    words = _WORDS | _NOTHING
    optional = {"sentence1": words, "sentence2": words, "gold_label": label, "evid": _ANYTHING}
    given = st.sampled_from(("evidence", "evidence_sentence")).flatmap(
        lambda key: _row({"id": identity, "claim": _WORDS, "label": label, key: _WORDS}, optional)
    )
    twins = st.builds(lambda row: {**row, "sentence2": row["claim"], "gold_label": row["label"]}, given)
    return st.lists(given | twins, max_size=4)


def feverous() -> st.SearchStrategy[Rows]:
    """Return rows of FEVEROUS: elements of every sort and of none, sets with context and without, blind rows."""
    element = st.sampled_from(
        ("A_sentence_0", "A_B_cell_0_4_1", "A_table_caption_1", "A_title", "e\u0301_item_0_1", "A_sentence_²", "A")
    )
    content = st.lists(element | ids(), min_size=1, max_size=3, unique=True) | st.lists(element, max_size=3)
    context = st.dictionaries(element, st.lists(element, max_size=2), max_size=2)
    sets = st.lists(_row({"content": content}, {"context": context}), max_size=3) | _ANYTHING
    identity = st.integers(0, _EXACT) | ids() | st.sampled_from(("7", "007"))
    judged = _row({"id": identity, "claim": _WORDS, "label": st.sampled_from(_FEVER_LABELS)}, {"evidence": sets})
    blind = _row({"id": identity, "claim": _WORDS}, {"evidence": sets, "label": st.none()})
    return st.lists(judged | blind, max_size=4)


def fool_me_twice() -> st.SearchStrategy[Rows]:
    """Return rows of FoolMeTwice: gold sentences in any number, with keys that nobody knows."""
    words = _WORDS | _NOTHING
    sentences = st.lists(_row({"text": words}, {"section_header": words}), max_size=3) | _ANYTHING
    required = {"id": ids(), "text": _WORDS, "label": st.sampled_from(("SUPPORTS", "REFUTES"))}
    optional = {"gold_evidence": sentences, "wikipedia_page": ids() | _NOTHING, "retrieved_evidence": _ANYTHING}
    return st.lists(_row(required, optional), max_size=4)


def hover() -> st.SearchStrategy[Rows]:
    """Return rows of HoVer: facts once and twice, of other forms, and blind rows."""
    fact = st.tuples(st.sampled_from(("Skerra", "Lamp (film)", "e\u0301", "a:1")) | ids(), st.integers(0, 9)).map(list)
    facts = st.lists(fact, max_size=4) | _ANYTHING
    judged = _row(
        {"uid": ids(), "claim": _WORDS, "label": st.sampled_from(("SUPPORTED", "NOT_SUPPORTED"))},
        {"supporting_facts": facts, "num_hops": _PLACES},
    )
    return st.lists(judged | _row({"uid": ids(), "claim": _WORDS}, {"label": st.none()}), max_size=4)


def scitab() -> st.SearchStrategy[Rows]:
    """Return rows of SciTab: tables with rows of any length."""
    words = _WORDS | _NOTHING
    cells = st.lists(_WORDS | st.just(""), max_size=3)
    required = {
        "id": ids(),
        "claim": _WORDS,
        "label": st.sampled_from(("supports", "refutes", "not enough info")),
        "table_content_values": st.lists(cells, max_size=3) | st.none(),
    }
    optional = {"table_id": ids() | _NOTHING, "table_caption": words, "table_column_names": cells, "paper": words}
    return st.lists(_row(required, optional), max_size=4)


def tabfact() -> st.SearchStrategy[Rows]:
    """Return rows of TabFact: tables with statements in any number."""

    def row(name: str, caption: str, pairs: list[tuple[str, int]]) -> Row:
        return {name: [[text for text, _ in pairs], [label for _, label in pairs], caption]}

    pairs = st.lists(st.tuples(_WORDS, st.sampled_from((0, 1))), max_size=4)
    rows = st.builds(row, ids() | st.just("1-1.html.csv"), _WORDS | st.just(""), pairs)
    return st.lists(rows, max_size=4, unique_by=lambda one: next(iter(one)))


def vitaminc() -> st.SearchStrategy[Rows]:
    """Return rows of VitaminC: with page and case, and with empty ones."""
    words = _WORDS | _NOTHING
    required = {
        "unique_id": ids(),
        "case_id": ids() | _NOTHING,
        "claim": _WORDS,
        "evidence": words,
        "label": st.sampled_from(_FEVER_LABELS),
    }
    return st.lists(_row(required, {"page": ids() | _NOTHING, "FEVER_id": words}), max_size=4)


ROWS: dict[str, Callable[[], st.SearchStrategy[Rows]]] = {
    "averitec": averitec,
    "check-covid": check_covid,
    "claimreview": claimreview,
    "climate-fever": climate_fever,
    "covid-fact": covid_fact,
    "covid-fact-rte": covid_fact_rte,
    "factbench": factbench,
    "factcheck-gpt": factcheck_gpt,
    "factscore": factscore,
    "fever": fever,
    "fever-symmetric": fever_symmetric,
    "feverous": feverous,
    "fool-me-twice": fool_me_twice,
    "healthfc": healthfc,
    "healthver": healthver,
    "hover": hover,
    "liar": liar,
    "liar-plus": liar_plus,
    "pubhealth": pubhealth,
    "scifact": scifact,
    "scitab": scitab,
    "tabfact": tabfact,
    "vitaminc": vitaminc,
}
"""By the name of a format, lists of its rows."""
