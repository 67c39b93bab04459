"""Passages proposed: a text cut into headings, list items and sentences, for a person to correct.

Lines come first: a line break ends a passage unless the words on either side of it show that the line goes on. Within a line a
full stop, question or exclamation mark ends a sentence where white space and something like a beginning follow, and no
abbreviation or initial stands before it. White space goes with the passage before; no cut falls inside a grapheme cluster.
"""

import re
from collections.abc import Iterator

import regex

from factcheck.labels import PassageKind, PassageStatus
from factcheck.records.document import Passage
from factcheck.text import WHITE_SPACE, word_count

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_CLOSERS = "\"'”’»›)\\]}"
_OPENERS = "\"'“”‘’„«‹([{¿¡*_"
_NOTES = "(?:\\[[0-9,–-]+\\])*"

_LINE = re.compile(f"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}]|\\Z)")
_BLANK = re.compile(f"[{WHITE_SPACE}]*")
_MARKDOWN_HEADING = re.compile(f"#{{1,6}}[{WHITE_SPACE}]")
_LIST_MARK = re.compile(f"(?:[-*+•‣◦▪●–—·✓✔►→]|[0-9]{{1,3}}[.)]|\\([0-9a-z]{{1,2}}\\)|[a-z]\\))[{WHITE_SPACE}]+")
_STOP = re.compile(
    f"(?<![.!?…])[.!?…]+[{_CLOSERS}]*{_NOTES}(?P<gap>[{WHITE_SPACE}]+)|[。！？]+[」』”’）]*[{WHITE_SPACE}]*"
)
_ENDED = re.compile(f"[.!?…。！？][{_CLOSERS}]*{_NOTES}[{WHITE_SPACE}]*\\Z")
_ASKED = re.compile(f"[?？][{_CLOSERS}]*[{WHITE_SPACE}]*\\Z")
_UNFINISHED = re.compile(
    "(?:,|\\b(?:an?|and|as|at|because|but|by|for|from|in|into|of|on|or|than|that|the|their|to|which|who|with))"
    f"[{WHITE_SPACE}]*\\Z"
)
_LAST_WORD = re.compile(f"[^{WHITE_SPACE}]+\\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

_HEADING_WORDS = 14
_LONGEST_WORD = 40


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEVER_LAST = _words(
    "adm approx ca capt cf dr drs e.g esp gov hon i.e incl lt mr mrs ms mt mx prof resp rev sen sgt st viz vs"
)
"""Abbreviations after which a sentence goes on."""
_NUMBERED = _words("art ch col ed eds eq eqs fig figs no nos op p pp ref refs sec tab vol vols")
"""Abbreviations after which a sentence goes on where a number follows."""
_SELDOM_LAST = _words(
    "a.m al apr aug ave blvd co corp dec dept etc feb inc jan jr jul jun ltd mar nov oct p.m ph.d sep sept sr univ"
)
"""Abbreviations after which a sentence ends only where the next word is one that begins sentences; initials are such too."""
_BEGINNERS = _words(
    "a after all although an and another any as at because before but by each even every few first for from he her here his "
    "how however i if in it its many more most my no nor not now of on one our she since so some such that the their then "
    "there these they this those though to today until we what when where which while who why with yet you your"
)


def propose_passages(text: str) -> tuple[Passage, ...]:
    """Cut a text into passages that tile it: headings, list items, sentences; a status is given to questions alone."""
    whole = _cluster_starts(text)
    units = [(start, kind) for start, kind in _units(text) if whole is None or start in whole]
    ends = [*(start for start, _ in units[1:]), len(text)]
    return tuple(_passage(text, start, end, kind) for (start, kind), end in zip(units, ends, strict=True) if text)


def _passage(text: str, start: int, end: int, kind: PassageKind) -> Passage:
    status: PassageStatus | None = "question" if _ASKED.search(text[start:end]) else None
    return Passage(start=start, end=end, kind=kind, status=status)


def _cluster_starts(text: str) -> frozenset[int] | None:
    """Return where grapheme clusters start; None for ASCII, where only a line break is longer than one, and is never cut."""
    return None if text.isascii() else frozenset(found.start() for found in regex.finditer(r"\X", text))


def _units(text: str) -> Iterator[tuple[int, PassageKind]]:
    """Yield where each passage starts, and its kind; the first starts at 0, whatever white space stands there."""
    begun = False
    for start, end in _blocks(text):
        kind = _kind(text, start, end)
        yield (start if begun else 0), kind
        begun = True
        for cut in _later_sentences(text, start, end):
            yield cut, kind
    if not begun:
        yield 0, "other"


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of lines that belong together, from their first letter on."""
    start, end = 0, 0
    for found in _LINE.finditer(text):
        ink = _ink(text, found.start(), found.end())
        is_blank = ink == found.end()
        if end and (is_blank or not _goes_on(text, start, end, ink)):
            yield start, end
            end = 0
        if not is_blank:
            start, end = (start if end else ink), found.end()
    if end:
        yield start, end


def _ink(text: str, start: int, end: int) -> int:
    found = _BLANK.match(text, start, end)
    return found.end() if found else start


def _goes_on(text: str, start: int, end: int, line: int) -> bool:
    """Tell whether what stands from ``start`` to ``end`` goes on in the line after it."""
    if _LIST_MARK.match(text, line) or _MARKDOWN_HEADING.match(text, line) or _MARKDOWN_HEADING.match(text, start):
        return False
    if _LIST_MARK.fullmatch(text, start, end):
        return True
    return text[line].islower() or _UNFINISHED.search(text[max(start, end - _LONGEST_WORD) : end]) is not None


def _kind(text: str, start: int, end: int) -> PassageKind:
    block = text[start:end]
    if _MARKDOWN_HEADING.match(block):
        return "heading"
    if _LIST_MARK.match(block):
        return "list_item"
    is_title = word_count(block) <= _HEADING_WORDS and not _ENDED.search(block)
    return "heading" if is_title and not any(_later_sentences(text, start, end)) else "sentence"


def _later_sentences(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each sentence after the first starts."""
    if _MARKDOWN_HEADING.match(text, start, end):
        return
    mark = _LIST_MARK.match(text, start, end)
    for found in _STOP.finditer(text, mark.end() if mark else start, end):
        if found.end() < end and (found["gap"] is None or _ends_sentence(text, start, found)):
            yield found.end()


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + _LONGEST_WORD].lstrip(_OPENERS)
    if following[:1].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    return not _is_abbreviation(text[max(start, stop.start() - _LONGEST_WORD) : stop.start()], following)


def _is_abbreviation(before: str, following: str) -> bool:
    found = _LAST_WORD.search(before)
    word = found[0].lstrip(_OPENERS) if found else ""
    if word.lower() in _NEVER_LAST:
        return True
    if word.lower() in _NUMBERED:
        return following[:1].isdigit()
    if not (_INITIALS.fullmatch(word) and word[:1].isupper()) and word.lower() not in _SELDOM_LAST:
        return False
    next_word = _NEXT_WORD.match(following)
    return next_word is None or next_word[0].lower() not in _BEGINNERS
