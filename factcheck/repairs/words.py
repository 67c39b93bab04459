"""Our own words in the composed form of Unicode."""

import unicodedata
from collections.abc import Iterator

from factcheck.problems import Fault
from factcheck.repairs.repair import Change, Grounds, changed, target_of


def composed(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write words in NFC, but for the dataset's name, which is an id."""
    target = target_of(fault)
    if (target.kind, target.path) != ("dataset", ("name",)):
        yield changed(target, unicodedata.normalize("NFC", grounds.value(target)))
