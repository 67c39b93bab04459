"""Annotation tools: documents and claims out to them, and what annotators marked back in, every place checked."""

from factcheck.annotating.sending import Sent, send
from factcheck.annotating.taking import Taken, take
from factcheck.annotating.tools import TOOLS, tool_named

__all__ = ["TOOLS", "Sent", "Taken", "send", "take", "tool_named"]
