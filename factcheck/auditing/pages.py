"""An audit as a page: Markdown, and HTML that stands alone.

Neither shows words of the dataset but ids: a page can be passed on whatever the rights of the texts.
"""

from typing import Any

import jinja2

from factcheck.auditing.audit import Audit, Theme
from factcheck.cards.markdown import inert, table
from factcheck.labels import LABELS

_MARKDOWN = jinja2.Environment(
    loader=jinja2.PackageLoader("factcheck.auditing"),
    autoescape=False,  # noqa: S701  # Markdown: what comes from data is made inert by `inert` and `table`
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_MARKDOWN.filters["inert"] = inert
_HTML = jinja2.Environment(
    loader=jinja2.PackageLoader("factcheck.auditing"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def markdown(audit: Audit) -> str:
    """Return an audit as Markdown."""
    return _MARKDOWN.get_template("audit.md").render(**_values(audit), table=table)


def html(audit: Audit) -> str:
    """Return an audit as one HTML page without script or network."""
    return _HTML.get_template("audit.html").render(**_values(audit))


def _values(audit: Audit) -> dict[str, Any]:
    """Return what both templates show: heads of tables and their rows."""
    words = [word for word in (*LABELS, "") if any(word in counts for counts in audit.labels.values())]
    return {
        "audit": audit,
        "head": head(audit),
        "reason_head": ("reason", "rows", "for example"),
        "reason_rows": [(one.reason, one.count, ", ".join(one.places)) for one in audit.reasons],
        "fault_head": ("rule", "what it finds", "level", "times", "for example"),
        "fault_rows": _fault_rows,
        "file_head": ("file", "bytes", "lines ending in LF", "in CR LF", "byte order mark", "UTF-8"),
        "file_rows": [
            (one.name, one.size, one.line_feeds, one.carriage_returns, _said(one.has_mark), _said(one.is_utf8))
            for one in audit.files
        ],
        "expected_head": ("file", "counted", "published", "here"),
        "record_head": ("record", "how many"),
        "label_head": ("split", *(word or "(no label)" for word in words), "claims"),
        "label_rows": [
            (split or "(no split)", *(counts.get(word, 0) for word in words), sum(counts.values()))
            for split, counts in audit.labels.items()
        ],
        "silent": sum(len(theme.silent) for theme in audit.themes),
    }


def _fault_rows(theme: Theme) -> list[tuple[object, ...]]:
    return [(one.rule, one.title, one.level, one.count, ", ".join(one.examples)) for one in theme.faults]


def _said(is_so: bool) -> str:
    return "yes" if is_so else "no"


def head(audit: Audit) -> str:
    """Say in a sentence what there is to do."""
    errors = sum(fault.count for fault in audit.faults if fault.level == "error")
    warnings = sum(fault.count for fault in audit.faults if fault.level == "warning")
    rejected = len(audit.conversion.rejects) if audit.conversion else 0
    if not (errors or warnings or rejected):
        return "Nothing was found wrong."
    said = [
        _many(rejected, "row that cannot be read", "rows that cannot be read"),
        _many(errors, "error", "errors"),
        _many(warnings, "warning", "warnings"),
    ]
    found = [words for words in said if words]
    return f"Found: {', '.join(found)}, by {_many(len(audit.faults), 'rule', 'rules') or 'no rule'}."


def _many(count: int, one: str, many: str) -> str:
    return "" if not count else f"{count:,} {one if count == 1 else many}"
