"""``references.json``: the references as CSL-JSON, which Zotero, Pandoc and citation processors read.

One item a reference, in order of id.
What only we know of a reference (design, participants, study, retraction, where it was seen) stands under
``custom.factcheck``, which the schema of CSL allows and others leave alone; ``factcheck new reference --csl`` reads it back.
Claims, evidence, verdicts and documents have no place in a bibliography.
"""

import orjson

from factcheck.csl import csl_of
from factcheck.records.corpus import Corpus
from factcheck.shaping import unstructure
from factcheck.writers.writer import Written

TITLE = "the references as CSL-JSON"
HOMEPAGE = "https://docs.citationstyles.org/"


def written(corpus: Corpus) -> Written:
    """Return the references as one file."""
    references = sorted(corpus.references, key=lambda reference: reference.id)
    items = [csl_of(unstructure(reference)) for reference in references]
    data = orjson.dumps(items, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return Written(files={"references.json": data}, rows=len(items))
