"""Texts in which the units of offsets differ, and stretches of them."""

from hypothesis import strategies as st

from factcheck.annotating.marks import Mark

TEXTS = st.text(st.sampled_from("ab é\u0301e🐑👩\u200d🔬\r\n漢\U0010ffff"), min_size=1, max_size=30)


def units(text: str, at: int) -> int:
    """Return the UTF-16 code unit at which a code point begins."""
    return len(text[:at].encode("utf-16-le")) // 2


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Return a text and true marks in it, in code points."""
    text = draw(TEXTS)
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    spans = draw(st.lists(edges.map(sorted), min_size=1, max_size=4))
    return text, [Mark(name=str(at), start=s, end=e, words=text[s:e]) for at, (s, e) in enumerate(spans)]
