"""The reference of the formats: what each converter and each writer says of itself, under one head."""

from factcheck.annotating import TOOLS
from factcheck.converters import CONVERTERS
from factcheck.writers import WRITERS

_HEAD = """\
# Formats

<!-- Made by `make refresh` of what the modules of factcheck/converters and factcheck/writers say of themselves: write there. -->

## Datasets: read and written

`factcheck convert FORMAT FILE... -o CORPUS` reads the files of a dataset into a corpus.
`factcheck export FORMAT CORPUS -o FOLDER` writes a corpus as rows of a dataset.
Rows in are claims out and named rejects, always; what the rows cannot hold is found by reading back what was written, and named.
`factcheck labels` says what the labels mean, `factcheck audit` what is wrong with a file.
"""
_WRITERS = """\
## Formats of the field: written

`factcheck export FORMAT CORPUS -o FOLDER` writes the records of a corpus or release; no dataset owns these formats.
Texts and quotes that may not be passed on are always left out.
Each file is whole or not there at all, and the same records give the same bytes.
A file that is there already is never written over.
From Python it is `factcheck.converting.write_out("nli", corpus, folder)`."""

_TOOLS = """\
## Annotation tools: out and in

`factcheck annotate export TOOL CORPUS -o FOLDER` writes what a tool imports.
Documents and the claims found so far go out, nobody's verdicts.
`factcheck annotate import TOOL FILE... CORPUS --annotator ACCOUNT=ID` takes what annotators did.
Every place is proved by its words first.
[How to annotate with Label Studio](../how-to/annotate-with-label-studio.md);
[with INCEpTION or doccano](../how-to/annotate-with-other-tools.md)."""


def formats() -> str:
    """Return the reference of the formats."""
    rows = (f"| `{name}` | [{one.CARD.title}]({one.CARD.homepage}) |" for name, one in sorted(CONVERTERS.items()))
    table = "\n".join(("| format | dataset |", "|---|---|", *rows))
    manuals = (
        f"### `{name}`: [{one.TITLE}]({one.HOMEPAGE})\n\n{_manual(one.__doc__)}" for name, one in WRITERS.items()
    )
    tools = (f"### `{name}`\n\n{_manual(tool.__doc__)}" for name, tool in TOOLS.items())
    return "\n\n".join((_HEAD + "\n" + table, _WRITERS, *manuals, _TOOLS, *tools)) + "\n"


def _manual(said: str | None) -> str:
    return (said or "").strip().replace("``", "`")
