"""What a corpus may hold that could not be read: so that one fault does not cause the messages that only follow from it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Gaps:
    """What could not be read of a corpus, or not made into a record that is whole.

    Args:
        unread: the kinds of which a file, or a record's id, could not be read.
        partial: by kind, the records that do not fit their schema.
        mentioned: by kind, every key and value that such records hold, letter case aside.
    """

    unread: Collection[str] = ()
    partial: Mapping[str, Collection[int]] = attrs.field(factory=dict)
    mentioned: Mapping[str, Collection[str]] = attrs.field(factory=dict)

    def may_hold(self, kinds: Iterable[str], sought: Any = None) -> bool:
        """Tell whether what could not be read of these kinds may hold what is sought."""
        name = str(sought).casefold()
        return any(kind in self.unread or name in self.mentioned.get(kind, ()) for kind in kinds)

    def is_partial(self, kind: str, record: int) -> bool:
        """Tell whether a record does not fit its schema."""
        return record in self.partial.get(kind, ())


def gaps_of(unread: Iterable[str], partial: Mapping[str, Mapping[int, Any]]) -> Gaps:
    """Return the gaps of a corpus.

    Args:
        unread: the kinds of which a file could not be read.
        partial: by kind and ordinal, the records that do not fit their schema, as they were written.
    """
    nameless = (
        kind
        for kind, records in partial.items()
        for value in records.values()
        if isinstance(value, dict) and not isinstance(value.get("id", ""), str)
    )
    return Gaps(
        unread=frozenset((*unread, *nameless)),
        partial={kind: frozenset(records) for kind, records in partial.items()},
        mentioned={kind: frozenset(_mentions(list(records.values()))) for kind, records in partial.items()},
    )


def _mentions(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield str(key).casefold()
            yield from _mentions(member)
    elif isinstance(value, list):
        for member in value:
            yield from _mentions(member)
    else:
        yield str(value).casefold()
