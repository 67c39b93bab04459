"""Formats of the field that are no dataset's own, each a module that writes the records of a corpus."""

from factcheck.writers import bibtex, csl_json, nli, spreadsheet
from factcheck.writers.writer import Writer

WRITERS: dict[str, Writer] = {
    "bibtex": bibtex,
    "csl-json": csl_json,
    "csv": spreadsheet,
    "nli": nli,
}
"""Every writer, by the name of its format."""
