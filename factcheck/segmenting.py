"""Passages proposed: a text cut into headings, list items and sentences, for a person to correct.

Lines come first: a line break ends a passage unless the next line evidently goes on. Within a line a full stop, question or
exclamation mark ends a sentence where white space and something like a beginning follow, and no abbreviation or initial
stands before it. White space goes with the passage before it; no cut falls inside a grapheme cluster.
"""

import re
from collections.abc import Iterator

import regex

from factcheck.labels import PassageKind, PassageStatus
from factcheck.records.document import Passage
from factcheck.text import WHITE_SPACE

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|$)")
_BLANK = re.compile(f"[{WHITE_SPACE}]*")
_MARK = re.compile(f"[{WHITE_SPACE}]*(?:[-*+•‣◦▪●–—·✓✔►→]|[0-9]{{1,3}}[.)]|\\([0-9a-z]{{1,2}}\\)|[a-z]\\))[{WHITE_SPACE}]+")
_MARKDOWN_HEADING = re.compile(f"#{{1,6}}[{WHITE_SPACE}]")
_CLOSERS = "\"'”’»›)\\]}"
_STOP = re.compile(
    f"(?:[.!?…]+[{_CLOSERS}]*(?:\\[[0-9,–-]+\\])*(?P<gap>[{WHITE_SPACE}]+)|[。！？]+[」』”’）]*(?P<none>[{WHITE_SPACE}]*))"
)
_OPENERS = "\"'“”‘’„«‹([{¿¡*_"
_LAST_WORD = re.compile(f"[^{WHITE_SPACE}]+\\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_ENDED = re.compile(f"[.!?…:;。！？][{_CLOSERS}]*(?:\\[[0-9,–-]+\\])*[{WHITE_SPACE}]*\\Z")
_ASKED = re.compile(f"[?？][{_CLOSERS}]*[{WHITE_SPACE}]*\\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

_WRAPPED = 60
"""A line at least this long that ends without a stop goes on in the next."""
_HEADING_WORDS = 14

_NEVER_LAST = frozenset(
    "adm approx assoc ca capt cf col cpl dr drs e.g ed eds eq eqs esp est fig figs gen gov hon i.e incl lt maj mr mrs ms mt mx no nos "
    "op p pp prof ref refs rep resp rev sec sen sgt st tab viz vol vols vs".split()
)
"""Abbreviations after which a sentence goes on whatever follows."""
_SELDOM_LAST = frozenset(
    "a.m al apr aug ave blvd co corp dec dept etc feb inc jan jr jul jun ltd mar nov oct p.m ph.d sep sept sr u.k u.s univ".split()
)
"""Abbreviations after which a sentence ends only where the next word is one that begins sentences."""
_BEGINNERS = frozenset(
    "a after all although an and another any as at because before but by each even every few first for from he her here his how "
    "however i if in it its many more most my no nor not now of on one our she since so some such that the their then there these "
    "they this those though to today until we what when where which while who why with yet you your".split()
)


def propose_passages(text: str) -> tuple[Passage, ...]:
    """Cut a text into passages that tile it: headings, list items, sentences; the status is given to questions alone."""
    cuts = [start for start, _ in _units(text)]
    whole = _cluster_starts(text)
    kept = [cut for cut in cuts if whole is None or cut in whole]
    kinds = dict(_units(text))
    ends = [*kept[1:], len(text)]
    return tuple(_passage(text, start, end, kinds[start]) for start, end in zip(kept, ends, strict=True))


def _passage(text: str, start: int, end: int, kind: PassageKind) -> Passage:
    status: PassageStatus | None = "question" if _ASKED.search(text, start, end) else None
    return Passage(start=start, end=end, kind=kind, status=status)


def _cluster_starts(text: str) -> frozenset[int] | None:
    """Return where grapheme clusters start; None where only line breaks have two code points, and no cut splits those."""
    return None if text.isascii() else frozenset(found.start() for found in regex.finditer(r"\X", text))


def _units(text: str) -> Iterator[tuple[int, PassageKind]]:
    """Yield where each passage starts, and its kind; the first starts at 0."""
    begun = False
    for start, end in _blocks(text):
        kind = _kind(text[start:end])
        for cut in _sentence_starts(text, start, end) if kind != "heading" else (start,):
            yield (cut if begun else 0), kind
            begun = True
    if text and not begun:
        yield 0, "other"


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of lines that belong together, from the first letter to the end of the last line."""
    start, end = -1, 0
    for found in _LINE.finditer(text):
        line_start, line_end = _first_ink(text, found.start(), found.end()), found.end()
        if line_start == line_end:
            if start >= 0:
                yield start, end
            start = -1
        elif start >= 0 and _goes_on(text[start:end], text[line_start:line_end]):
            end = line_end
        else:
            if start >= 0:
                yield start, end
            start, end = line_start, line_end
    if start >= 0:
        yield start, end


def _first_ink(text: str, start: int, end: int) -> int:
    found = _BLANK.match(text, start, end)
    return found.end() if found else start


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line goes on with what stands before it."""
    if _MARK.match(line) or _MARKDOWN_HEADING.match(line) or _MARKDOWN_HEADING.match(before):
        return False
    if line[:1].islower():
        return True
    last = before.rstrip().splitlines()[-1]
    return len(last) >= _WRAPPED and not _ENDED.search(last)


def _kind(block: str) -> PassageKind:
    if _MARKDOWN_HEADING.match(block):
        return "heading"
    if _MARK.match(block):
        return "list_item"
    is_heading = len(block.split()) <= _HEADING_WORDS and (not _ENDED.search(block) or block.rstrip().endswith(":"))
    return "heading" if is_heading and next(_sentence_starts(block, 1, len(block)), None) is None else "sentence"


def _sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    yield start
    mark = _MARK.match(text, start, end)
    for found in _STOP.finditer(text, mark.end() if mark else start, end):
        at = found.end()
        if at < end and (found["gap"] is None or _ends_sentence(text[start : found.start()], found[0], text[at:end])):
            yield at


def _ends_sentence(before: str, stop: str, after: str) -> bool:
    following = after.lstrip(_OPENERS)
    if following[:1].islower():
        return False
    if not stop.startswith(".") or stop.startswith(".."):
        return True
    return not _is_abbreviation(before, following)


def _is_abbreviation(before: str, following: str) -> bool:
    found = _LAST_WORD.search(before)
    word = found[0].lstrip(_OPENERS) if found else ""
    if word.lower() in _NEVER_LAST:
        return True
    is_name = bool(_INITIALS.fullmatch(word)) and word[:1].isupper()
    if not is_name and word.lower() not in _SELDOM_LAST:
        return False
    next_word = _NEXT_WORD.match(following)
    return next_word is None or next_word[0].lower() not in _BEGINNERS
