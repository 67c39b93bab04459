"""One page on a dataset: what it holds, and what is wrong with it, in the order in which its author should act."""

from factcheck.auditing.audit import Audit, audit_corpus, audit_files
from factcheck.auditing.pages import html, markdown

__all__ = ["Audit", "audit_corpus", "audit_files", "html", "markdown"]
