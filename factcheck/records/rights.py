"""Rights: whether a text may be passed on."""

from factcheck.records.fields import optional, record, required
from factcheck.records.kinds_of_text import Prose


@record()
class Rights:
    """Whether the words of a text may be redistributed, under what licence, and where that was read."""

    redistribute: bool = required("whether anybody may redistribute the words", example=False)
    licence: Prose | None = optional("the licence, as an SPDX id where it has one", example="CC-BY-4.0")
    holder: Prose | None = optional("who holds the rights", example="The Skerra Almanac")
    seen: Prose | None = optional("the address where the rights were read", example="https://example.org/terms")
    note: Prose | None = optional("what else is known of the rights", example="the page states no licence")
