"""Formats of the field that are no dataset's own, each a module that writes the records of a corpus."""

from factcheck.writers import bibtex, claimreview, csl_json, nli, spreadsheet, web_annotation
from factcheck.writers.writer import Writer

WRITERS: dict[str, Writer] = {
    "bibtex": bibtex,
    "claimreview": claimreview,
    "csl-json": csl_json,
    "csv": spreadsheet,
    "nli": nli,
    "web-annotation": web_annotation,
}
"""Every writer, by the name of its format."""
