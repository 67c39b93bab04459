from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking import load
from factcheck.segmenting import propose_passages
from factcheck.testing.words import phrases
from factcheck.text import has_ragged_edges, splits_grapheme

LIGHTHOUSE = Path(__file__).parents[1] / "examples" / "lighthouse"
PIECES = [
    "The lamp.", "Dr.", "e.g.", "et al.", "J.", "3.5", "1.", "- ", "(a) ", "# ", "Why?", "so", "And", "“", "”", "…", "。", ",",
    " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\x1c", "\xa0", "\u0301", "\u200d", "🐑", "🇩🇪", "[12]", ":", "!", "the",
    "灯台",
]  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(st.sampled_from(PIECES)).map("".join)


def _cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in propose_passages(text)]


@given(TEXTS)
def test_passages_tile_every_text(text: str) -> None:
    """A stretch of the page would belong to no passage, and claims in it would go unseen."""
    passages = propose_passages(text)

    assert text == "".join(_cut(text))
    assert all(one.start < one.end for one in passages)
    assert [one.end for one in passages[:-1]] == [one.start for one in passages[1:]]


@given(TEXTS)
def test_no_passage_splits_a_character(text: str) -> None:
    """An emoji or an accented letter would be torn between two passages."""
    assert not any(splits_grapheme(text, one.start) for one in propose_passages(text))


@given(TEXTS)
def test_white_space_goes_with_the_passage_before_it(text: str) -> None:
    """Passages would begin with blanks, and their offsets would differ from those that authors write."""
    assert not any(has_ragged_edges(words[0]) for words in _cut(text)[1:])


@given(TEXTS)
def test_a_passage_is_not_cut_further(text: str) -> None:
    """The proposal would depend on what stands around a sentence, and running it again would cut finer."""
    for words in _cut(text):
        assert [words] == _cut(words)


@given(st.lists(phrases().map("{}.".format).map(str.capitalize), min_size=1))
def test_sentences_joined_are_cut_again(sentences: list[str]) -> None:
    """Plain sentences, the commonest case, would run together."""
    assert sentences == [words.strip() for words in _cut(" ".join(sentences))]
    assert sentences == [words.strip() for words in _cut("\n\n".join(sentences))]


@given(TEXTS)
def test_only_questions_have_a_status(text: str) -> None:
    """A guess would stand in the corpus as if somebody had judged it."""
    assert {one.status for one in propose_passages(text)} <= {None, "question"}


def test_the_leaflet_is_cut_as_its_author_did() -> None:
    """The tutorial's passages could not be made with the tool that it shows."""
    corpus = load(LIGHTHOUSE)
    (leaflet,) = (document for document in corpus.documents if document.id == "skerra-leaflet")

    proposed = propose_passages(corpus.texts[leaflet.sha256 or ""])

    assert [(one.start, one.end, one.kind) for one in leaflet.passages] == [
        (one.start, one.end, one.kind) for one in proposed
    ]
    asked = [one.start for one in proposed if one.status == "question"]
    assert [one.start for one in leaflet.passages if one.status == "question"] == asked


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Dr. Holt met Mr. J. R. Rask. He left.", ["Dr. Holt met Mr. J. R. Rask. ", "He left."]),
        ("Rask et al. Skerra Press. Rask et al. The end.", ["Rask et al. Skerra Press. ", "Rask et al. ", "The end."]),
        ("It rose 3.5 m, e.g. in May. Then (Fig. 2) it fell.", ["It rose 3.5 m, e.g. in May. ", "Then (Fig. 2) it fell."]),
        ("Oil vs. Gas. He said no. See no. 5.", ["Oil vs. Gas. ", "He said no. ", "See no. 5."]),
        ("Vitamin C. It helps.", ["Vitamin C. ", "It helps."]),
        ("“Is it lit?” she asked. “Yes!” Bye… Then dark.", ["“Is it lit?” she asked. ", "“Yes!” ", "Bye… ", "Then dark."]),
        ("It was lit in 1871.[12] The tower stood.", ["It was lit in 1871.[12] ", "The tower stood."]),
        ("Built in 1871. 31 metres.", ["Built in 1871. ", "31 metres."]),
        ("Take: eggs, etc. Then bake.", ["Take: eggs, etc. ", "Then bake."]),
        ("灯台です。島です。", ["灯台です。", "島です。"]),
        ("The keeper of\nSkerra went\nhome. Bye", ["The keeper of\nSkerra went\nhome. ", "Bye"]),
        ("-\nOne thing\n-\nAnother", ["-\nOne thing\n", "-\nAnother"]),
        ("1. On 1 June it began.\n2. It ended.\n", ["1. On 1 June it began.\n", "2. It ended.\n"]),
        ("  \n ", ["  \n "]),
        ("\n\nFog", ["\n\nFog"]),
        ("", []),
    ],
)  # fmt: skip
def test_cuts(text: str, cut: list[str]) -> None:
    """A contributor would mend the same abbreviations by hand in every document."""
    assert cut == _cut(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Fog Horn\n\nIt sounds.", ["heading", "sentence"]),
        ("# Is it lit? Yes\n\nIt is.", ["heading", "sentence"]),
        ("Bring:\n- a coat\n• a lead. On a dog.\n", ["heading", "list_item", "list_item", "list_item"]),
        ("What is it?", ["sentence"]),
        (" ", ["other"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    """Headings and list items would be offered as sentences to check."""
    assert kinds == [one.kind for one in propose_passages(text)]
