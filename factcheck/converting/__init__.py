"""Foreign datasets into corpora and back: rows in = claims out + named rejects, and a report of what is lost."""

from factcheck.converting.conversion import Conversion, Reject, convert
from factcheck.converting.exporting import export
from factcheck.converting.formats import converter_named, detect
from factcheck.converting.writing_out import Export, write_out

__all__ = ["Conversion", "Export", "Reject", "convert", "converter_named", "detect", "export", "write_out"]
