import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcheck.normalizing import normalize, stands_at
from factcheck.text import Span, folded, normal_form

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    st.sampled_from("aB ß\n\t\u0301\u0323é\u1100\u1161\u11a8각\u09c7\u09be\u0958İﬁ\xa0\r👩\u200d🚀")
)


@given(TEXTS)
def test_the_normal_form_is_the_one_that_digests_are_taken_of(text: str) -> None:
    """Spans found in it would have other digests than the anchors that look for them."""
    normal = normalize(text)

    assert normal_form(text) == normal.text
    assert folded(text) == normal.folded().text


@given(TEXTS)
def test_the_way_back_covers_the_raw_text_without_gaps(text: str) -> None:
    """Offsets in the raw text would be off after the first character that was composed."""
    normal = normalize(text)
    stretches = list(dict.fromkeys(zip(normal.starts, normal.ends, strict=True)))

    assert list(range(len(text))) == [at for start, end in stretches for at in range(start, end)]


@given(st.lists(st.sampled_from(["é", "fog", "ẹ́", "Ångström", "한국", "horn"]), min_size=1), st.data())
def test_a_stretch_of_whole_characters_leads_back_to_the_same_words(words: list[str], data: st.DataObject) -> None:
    """A word found in its composed form would be cut in the middle of its letters."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    raw = [unicodedata.normalize("NFD", word) for word in words]
    wanted = unicodedata.normalize("NFC", " ".join(words[first:last]))
    start = len(unicodedata.normalize("NFC", "".join(f"{word} " for word in words[:first])))

    span = normalize("  ".join(raw)).raw(start, start + len(wanted))

    assert "  ".join(raw[first:last]) == span.of("  ".join(raw))


def test_what_became_several_characters_has_no_edge_inside() -> None:
    """A search for 's' would find half of the letter 'ß'."""
    form = normalize("aß").folded()

    assert (True, False, True) == (form.has_edges_at(0, 1), form.has_edges_at(1, 2), form.has_edges_at(1, 3))
    assert Span(1, 2) == form.raw(1, 3)


def test_overlapping_places_are_all_told() -> None:
    """A repeated phrase would look as though it stood once."""
    assert [0, 1, 2] == list(stands_at("aa", "aaaa"))
