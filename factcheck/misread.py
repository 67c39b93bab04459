"""Words that were read in the wrong encoding, found and put right by ftfy (Speer 2019)."""

from ftfy import fix_encoding


def meant(words: str) -> str:
    """Return words in the encoding that was meant; the same words where nothing shows that another was."""
    return fix_encoding(words)
