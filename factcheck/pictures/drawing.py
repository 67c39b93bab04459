"""What all pictures share: the templates, and words that cannot harm."""

import re

import jinja2

WIDTH = 760
"""The width of every picture in CSS pixels."""

PER_CHARACTER = 7
"""About how wide a character is at the size of the labels; generous, since nobody measures fonts here."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("factcheck.pictures"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def drawn(template: str, **values: object) -> str:
    """Return a template's SVG; every word in it is text and nothing else."""
    return _NOT_XML.sub("\ufffd", _TEMPLATES.get_template(template).render(width=WIDTH, **values))


def shortened(words: str, most: int) -> str:
    """Return words on one line, cut after ``most`` characters with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
