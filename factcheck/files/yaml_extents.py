"""Where every value of a YAML text begins and ends, so that a change can leave all other characters as they are."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import yaml

from factcheck.problems import Path


@attrs.frozen(kw_only=True)
class Extent:
    """A stretch of a YAML text, in code points.

    Args:
        key: where its key begins; None for a list's item and for the root.
        start: where the value begins.
        end: where its last character ends; what follows it, comments too, is not its own.
        flow: whether the value is a list or mapping in brackets, or stands in one.
        scalar: whether the value is no list and no mapping.
    """

    key: int | None
    start: int
    end: int
    flow: bool
    scalar: bool = False


def extents(text: str) -> Mapping[Path, Extent]:
    """Return the extent of each value of a YAML text that parses without a flaw.

    Raises:
        yaml.YAMLError: it does not parse.
    """
    # libyaml swallows one byte order mark without counting it; given ours, it counts all that is the text's
    walk = _Walk(yaml.parse("\ufeff" + text, Loader=yaml.CSafeLoader))
    for event in walk.events:
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            walk.value(event, path=(), key=None, inside=False)
    return walk.found


@attrs.define
class _Walk:
    """Goes through the events of a text and notes the extent of each value."""

    events: Iterator[Any]
    found: dict[Path, Extent] = attrs.field(factory=dict)

    def value(self, event: Any, *, path: Path, key: int | None, inside: bool) -> int:
        """Note a value and all in it, and return where it ends."""
        flow, end = inside, event.end_mark.index
        if not isinstance(event, yaml.ScalarEvent):
            flow = inside or bool(event.flow_style)
            last, closed = self.members(path, flow, is_mapping=isinstance(event, yaml.MappingStartEvent))
            # a block ends with its last value: its own mark stands behind the comments that follow
            end = closed if flow else last or end
        is_scalar = isinstance(event, yaml.ScalarEvent)
        self.found[path] = Extent(key=key, start=event.start_mark.index, end=end, flow=flow, scalar=is_scalar)
        return int(end)

    def members(self, path: Path, flow: bool, *, is_mapping: bool) -> tuple[int, int]:
        """Note what is in a list or mapping; return where the last of it ends, and where the whole is closed."""
        last, count = 0, 0
        for event in self.events:
            end: int = event.end_mark.index
            if isinstance(event, yaml.CollectionEndEvent):
                return last, end
            if is_mapping:
                at = event.start_mark.index
                last = self.value(next(self.events), path=(*path, event.value), key=at, inside=flow)
            else:
                last = self.value(event, path=(*path, count), key=None, inside=flow)
                count += 1
        return last, last
