"""``factcheck explain``."""

import inspect
from difflib import get_close_matches

import click

from factcheck.errors import UsageError
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES


@click.command()
@click.argument("name")
def command(name: str) -> None:
    """Explain a rule: what it asks, why, and how to repair."""
    rule = RULES.get(name)
    if rule is None:
        near = get_close_matches(name, RULES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "factcheck rules lists them"
        raise UsageError(f"no rule {name!r}; {hint}")
    settings = ", ".join(f"{key} = {value}" for key, value in rule.SETTINGS.items()) or "none"
    click.echo(f"# {name}\n\n{inspect.cleandoc(rule.__doc__ or '')}\n")
    click.echo(
        f"Scope: {SCOPES[type(rule.CHECK)]}. Level: {rule.LEVEL} (imported: {rule.IMPORTED}). Settings: {settings}."
    )
