"""``factcheck rules``."""

import click
import orjson

from factcheck.cli.options import format_option
from factcheck.rules import RULES
from factcheck.rules.rule import SCOPES


@click.command()
@format_option
def command(form: str) -> None:
    """List the rules."""
    rows = [
        {
            "rule": name,
            "scope": SCOPES[type(rule.CHECK)],
            "authored": rule.LEVEL,
            "imported": rule.IMPORTED,
            "asks": (rule.__doc__ or "").splitlines()[0],
        }
        for name, rule in RULES.items()
    ]
    if form == "json":
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
        return
    width = max(len(name) for name in RULES)
    click.echo(f"{'rule':<{width}}  scope    authored  imported")
    for row in rows:
        click.echo(
            f"{row['rule']:<{width}}  {row['scope']:<7}  {row['authored']:<8}  {row['imported']:<8}  {row['asks']}"
        )
