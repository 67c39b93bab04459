"""YAML as people write it: with remarks and blank lines between its keys and items."""

from hypothesis import strategies as st

from factcheck.files.yaml_parser import parse_yaml

REMARKS = st.sampled_from(["", "# a remark", "  # a remark", "      # deep", "# - id: no", "   ", "#", "# key: |"])


@st.composite
def remarked(draw: st.DrawFn, text: str) -> str:
    """Return a YAML text with remarks and blank lines before some keys and items, and after the last."""
    lines = text.split("\n")
    starts = sorted(
        {mark.value.line if mark.key is None else mark.key.line for mark in parse_yaml(text).marks.values()}
    )
    chosen = draw(st.lists(st.sampled_from(starts), max_size=6))
    for line in sorted(chosen, reverse=True):
        lines.insert(line - 1, draw(REMARKS))
    tail = "\n".join(draw(st.lists(REMARKS, max_size=2)))
    return "\n".join(lines) + tail + draw(st.sampled_from(["", "\n"]))
