"""Links to a highlight (URL text fragments): the address a browser's "copy link to highlight" gives, taken apart."""

from urllib.parse import unquote

import attrs

_DIRECTIVES = ":~:"
_TEXT = "text="


@attrs.frozen(kw_only=True)
class Highlight:
    """What a link to a highlight says.

    Args:
        url: the address of the page, without the highlight.
        start: the words that the highlight begins with, or all of it.
        end: the words that it ends with, where it is given by both ends.
    """

    url: str
    start: str
    end: str | None = None


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses are of one page, whatever place in it they lead to."""
    return one.partition("#")[0].rstrip("/") == other.partition("#")[0].rstrip("/")


def highlight_of(link: str) -> Highlight | None:
    """Return what a link to a highlight says; None where it is no such link. Of several highlights the first counts."""
    before, _, directives = link.partition(_DIRECTIVES)
    first = next((part for part in directives.split("&") if part.startswith(_TEXT)), None)
    if first is None:
        return None
    words = first.removeprefix(_TEXT).split(",")
    # `prefix-,` and `,-suffix` say what stands around the highlight
    kept = [unquote(word) for word in words if word and not word.endswith("-") and not word.startswith("-")]
    if not kept:
        return None
    return Highlight(url=before.removesuffix("#"), start=kept[0], end=kept[1] if len(kept) > 1 else None)
