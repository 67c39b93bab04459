import time
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.anchoring import anchor_at
from factcheck.records.anchor import Anchor
from factcheck.records.fields import evolve
from factcheck.relocating import Relocation, relocate
from factcheck.testing.words import phrases
from factcheck.text import Span, span_digest

MARKS = ("“", "(", "", "— ")
GAPS = st.sampled_from([" ", "\n", "  ", "\r\n\r\n", "\xa0 ", "\t"])
Form = Literal["NFC", "NFD"]
FORMS: st.SearchStrategy[Form] = st.sampled_from(["NFC", "NFD"])
INSERTED = phrases(min_words=1, max_words=30).map("{}. ".format)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Span]:
    """Return a text and a span that stands only once in it, in either form, with any gaps."""
    marked = f"{draw(phrases(min_words=1))} Zürich-3.5 {draw(phrases(min_words=1))}"
    before = f"{draw(phrases())}. {draw(st.sampled_from(MARKS))}"
    text = f"{before}{marked}. {draw(phrases())}."
    return text, Span(len(before), len(before) + len(marked))


def _other(text: str, form: Form, gaps: list[str]) -> str:
    """Return a text with other gaps between its words, in a form of Unicode."""
    words = text.split(" ")
    return unicodedata.normalize(
        form, words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    )


def _only(text: str, anchor: Anchor) -> Relocation:
    (found,) = relocate(text, [anchor])
    return found


@given(anchored())
def test_an_anchor_holds_in_its_own_text(drawn: tuple[str, Span]) -> None:
    """A user with the very page would be told that anchors have moved."""
    text, span = drawn

    assert Relocation(outcome="held", places=(span,)) == _only(text, anchor_at(text, span))


@given(anchored(), INSERTED, st.booleans(), st.booleans())
def test_words_inserted_outside_do_not_lose_a_place(
    drawn: tuple[str, Span], inserted: str, before: bool, with_fragment: bool
) -> None:
    """A cookie banner at the head of the page would lose every anchor behind it."""
    text, span = drawn
    anchor = anchor_at(text, span) if with_fragment else evolve(anchor_at(text, span), fragment=None)
    changed = inserted + text if before else f"{text} {inserted}"
    there = Span(span.start + len(inserted), span.end + len(inserted)) if before else span

    assert Relocation(outcome="moved" if before else "held", places=(there,)) == _only(changed, anchor)


@given(anchored(), st.data(), FORMS, FORMS, st.booleans())
def test_gaps_and_forms_do_not_lose_a_place(
    drawn: tuple[str, Span], data: st.DataObject, one: Form, other: Form, with_fragment: bool
) -> None:
    """Another extraction of the same page, wrapped otherwise, would lose its anchors."""
    text, span = drawn
    count = text.count(" ")
    gaps = st.lists(GAPS, min_size=count, max_size=count)
    first_gaps, then_gaps = data.draw(gaps), data.draw(gaps)
    ahead, within = text[: span.start].count(" "), text[: span.end].count(" ")

    def placed(form: Form, drawn_gaps: list[str]) -> tuple[str, Span]:
        start = len(_other(text[: span.start], form, drawn_gaps[:ahead]))
        return _other(text, form, drawn_gaps), Span(start, len(_other(text[: span.end], form, drawn_gaps[:within])))

    (old, old_span), (new, new_span) = placed(one, first_gaps), placed(other, then_gaps)
    anchor = anchor_at(old, old_span)

    found = _only(new, anchor if with_fragment else evolve(anchor, fragment=None))

    assert (new_span,) == found.places
    assert anchor.digest == span_digest(new_span.of(new))


@given(anchored(), INSERTED)
def test_a_word_changed_inside_is_not_taken_for_the_same(drawn: tuple[str, Span], inserted: str) -> None:
    """A passage that was rewritten would keep an anchor that vouches for the old words."""
    text, span = drawn

    changed = inserted + text.replace("Zürich", "Basel")

    found = _only(changed, anchor_at(text, span))
    assert found.outcome in ("similar", "lost")
    assert found.span is None


@given(anchored(), INSERTED)
def test_several_places_are_told_and_none_is_guessed(drawn: tuple[str, Span], between: str) -> None:
    """A repeated passage would be anchored at whichever place comes first."""
    text, span = drawn
    shift = len(between)

    found = _only(f"{between}{text} {text}", anchor_at(text, span))

    second = shift + len(text) + 1
    expected = (Span(span.start + shift, span.end + shift), Span(span.start + second, span.end + second))
    assert Relocation(outcome="ambiguous", places=expected) == found
    assert found.span is None


@given(st.lists(anchored(), min_size=1, max_size=3), INSERTED)
def test_anchors_are_found_together_as_alone(drawn: list[tuple[str, Span]], inserted: str) -> None:
    """What becomes of one anchor would depend on which others are asked for."""
    anchors = [anchor_at(text, span) for text, span in drawn]
    changed = inserted + drawn[0][0]

    assert tuple(_only(changed, anchor) for anchor in anchors) == relocate(changed, anchors)


def test_a_wrong_fragment_hides_nothing() -> None:
    """A fragment that somebody mistyped would lose an anchor whose digest is right."""
    anchor = evolve(anchor_at("The lamp was lit.", Span(0, 16)), fragment="A lamp")

    assert Relocation(outcome="moved", places=(Span(4, 20),)) == _only("Oh! The lamp was lit.", anchor)


def test_whole_words_are_meant() -> None:
    """A short span would be ambiguous because longer words contain it."""
    anchor = anchor_at("a goat", Span(2, 6))

    assert Relocation(outcome="moved", places=(Span(10, 14),)) == _only("goatherd, goat", anchor)


def test_a_script_without_spaces_is_searched_too() -> None:
    """Anchors in Japanese texts, where a sentence is one run of letters, would be lost."""
    text = "灯台は島にある。"

    assert Relocation(outcome="moved", places=(Span(5, 7),)) == _only("新しい。" + text, anchor_at(text, Span(1, 3)))


@pytest.mark.parametrize(
    ("anchor", "outcome"),
    [
        (Anchor(start=0, end=3), "unproven"),
        (Anchor(fragment="The lamp"), "unproven"),
        (Anchor(quote="lamp was"), "moved"),
        (Anchor(quote="lamp is"), "lost"),
        (Anchor(start=90, end=98, digest=span_digest("The lamp")), "moved"),
        (Anchor(start=8, end=0, digest=span_digest("The lamp")), "lost"),
    ],
)
def test_anchors_of_other_sorts(anchor: Anchor, outcome: str) -> None:
    """An anchor that cannot be proven would be counted among those that held."""
    assert outcome == _only("The lamp was lit.", anchor).outcome


@pytest.mark.parametrize("change", ["", "Inserted. ", "lost"])
def test_fifty_anchors_take_well_under_a_second(change: str) -> None:
    """A check of a page that was rewritten would make its author wait."""
    words = [f"word{number % 700}" for number in range(1500)]
    text = " ".join(words)[:10_000]
    starts = [at for at in range(10_000 - 400) if text[at - 1 : at] in ("", " ")][::23][:50]
    spans = [Span(start, text.index(" ", start + 20 + start % 300)) for start in starts]
    anchors = [evolve(anchor_at(text, span), fragment=None) for span in spans]
    changed = text.replace("word", "term") if change == "lost" else change + text.replace(" ", "\n ")
    before = time.perf_counter()

    found = relocate(changed, anchors)

    assert {"lost"} if change == "lost" else {"moved", "held", "ambiguous"} >= {one.outcome for one in found}
    assert 50 == len(found)
    assert time.perf_counter() - before < 1


def test_an_anchor_of_the_whole_text_holds() -> None:
    """The last words of a page would be said to have moved."""
    text = "Skerra has sheep."

    assert "held" == _only(text, anchor_at(text, Span(0, len(text)))).outcome


def test_a_single_letter_is_found_again() -> None:
    """A word of one letter, as of many languages, would be lost."""
    assert (Span(5, 6),) == _only("Now: x", anchor_at("x", Span(0, 1))).places


@pytest.mark.parametrize(("start", "with_fragment"), [(4, False), (5, True)])
def test_an_anchor_cut_within_a_word_is_found_again(start: int, with_fragment: bool) -> None:
    """A span whose author missed a letter would be lost when the page moves, and not shown to be mended."""
    text = "The lighthouse of Skerra was lit."
    anchor = anchor_at(text, Span(start, 22))
    changed = f"Now: {text}"

    found = _only(changed, anchor if with_fragment else evolve(anchor, fragment=None))
    assert Relocation(outcome="moved", places=(Span(start + 5, 27),)) == found


@pytest.mark.parametrize("with_quote", [True, False])
def test_words_that_changed_a_little_are_shown_where_they_now_stand(with_quote: bool) -> None:
    """An author would be sent to another sentence, or shown more or less of this one."""
    text = "Boats pass. The old lighthouse of Skerra stands on a high cliff above the harbour. Gulls nest there."
    words = "lighthouse of Skerra stands on a high cliff"
    anchor = anchor_at(text, Span(text.index(words), text.index(words) + len(words)))
    changed = f"Read on. {text.replace('lighthouse of', 'lighthouse on')}"
    now = words.replace(" of ", " on ")

    opening = evolve(anchor, fragment="lighthouse of Skerra stands")
    found = _only(changed, evolve(anchor, quote=words) if with_quote else opening)
    assert ("similar", [now]) == (found.outcome, [place.of(changed) for place in found.places])


def test_words_that_are_like_nothing_in_the_text_are_lost() -> None:
    """An author would be sent to whatever is the least unlike."""
    text = "The old lighthouse of Skerra stands on a cliff."
    anchor = evolve(anchor_at(text, Span(4, 46)), fragment="old lighthouse of Skerra")

    assert "lost" == _only("Quarterly budgets may change; committees will vote in June.", anchor).outcome
