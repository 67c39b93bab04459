"""Asking for what a command still needs: a person in a terminal is asked, a script is told which flags are missing."""

import sys
import unicodedata
from collections.abc import Mapping

import attrs
import click

from factcheck.errors import UsageError


def composed(text: str) -> str:
    """Return words in their composed form (NFC), as rules want them and some keyboards do not; no space at either end."""
    return unicodedata.normalize("NFC", text).strip()


@attrs.define(kw_only=True)
class Asking:
    """What was asked of a caller, and what they left out.

    Args:
        terminal: whether somebody is there to answer.
        missing: flags that a record cannot do without.
        unsaid: flags that a rule will ask for, each with the rule.
    """

    terminal: bool = attrs.field(factory=lambda: sys.stdin.isatty() and sys.stderr.isatty())
    missing: list[str] = attrs.field(factory=list)
    unsaid: dict[str, str] = attrs.field(factory=dict)

    def need(self, flag: str, given: str | None, said: str, words: Mapping[str, str] | None = None) -> str:
        """Return what was given, else what is answered; without a terminal the flag is noted as missing."""
        if given is not None:
            return given
        self.note_missing(flag, given)
        if not self.terminal:
            return ""
        return self._answer(flag, said, words, may_be_empty=False)

    def want(
        self, flag: str, given: str | None, said: str, words: Mapping[str, str] | None = None, rule: str | None = None
    ) -> str | None:
        """Return what was given, else what is answered, which may be nothing; ``rule`` will ask for it then."""
        if given is not None:
            return given
        answer = self._answer(flag, said, words, may_be_empty=True) if self.terminal else ""
        if not answer and rule:
            self.unsaid[flag] = rule
        return answer or None

    def note_missing(self, flag: str, given: str | None) -> None:
        """Note a flag as missing where nobody is there to be asked for it later."""
        if given is None and not self.terminal:
            self.missing.append(flag)

    def refuse_missing(self) -> None:
        """Raise a ``UsageError`` that names every flag that is missing."""
        if self.missing:
            raise UsageError(f"missing {', '.join(self.missing)}; in a terminal you are asked for what is missing")

    def tell_unsaid(self) -> None:
        """Say which rules will ask for what was left out."""
        for flag, rule in self.unsaid.items():
            click.echo(f"without {flag} the check will complain: {rule}", err=True)

    def _answer(self, flag: str, said: str, words: Mapping[str, str] | None, *, may_be_empty: bool) -> str:
        for word, meaning in (words or {}).items():
            click.echo(f"  {word}: {meaning}", err=True)
        skip = "; empty to leave it out" if may_be_empty else ""
        kind = click.Choice([*words, *([""] if may_be_empty else [])]) if words else None
        answer: str = click.prompt(
            f"{flag} ({said}{skip})",
            default="" if may_be_empty else None,
            type=kind,
            show_default=False,
            show_choices=False,
            err=True,
        )
        return answer.strip()
