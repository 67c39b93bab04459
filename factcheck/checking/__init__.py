"""The check: a corpus is read, held to its schemas, made into tables, and asked every rule."""

from factcheck.checking.examining import BASIC, Examined, Progressing, check, examine, load, silent

__all__ = ["BASIC", "Examined", "Progressing", "check", "examine", "load", "silent"]
