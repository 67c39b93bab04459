"""The annotation tools, by name."""

from factcheck.annotating import doccano, inception, label_studio
from factcheck.annotating.marks import Tool
from factcheck.errors import UsageError
from factcheck.naming import did_you_mean

TOOLS: dict[str, Tool] = {
    "doccano": doccano,
    "inception": inception,
    "label-studio": label_studio,
}
"""Every tool; each is a module of ``factcheck.annotating``."""


def tool_named(name: str) -> Tool:
    """Return the module of a tool.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in TOOLS:
        raise UsageError(f"no annotation tool {name!r}{did_you_mean(name, TOOLS)}; there are {', '.join(TOOLS)}")
    return TOOLS[name]
