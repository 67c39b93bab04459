"""``factcheck fix``: what a program may mend, mended in the files, and every other character left as it is."""

from factcheck.fixing.fixing import Fix, Left, Only, Rewrite, fix, write

__all__ = ["Fix", "Left", "Only", "Rewrite", "fix", "write"]
