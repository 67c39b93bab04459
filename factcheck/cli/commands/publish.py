"""``factcheck publish``."""

from pathlib import Path

import click

from factcheck.building.publishing import Plan, publish
from factcheck.cli.telling import tell
from factcheck.problems import InvalidCorpus


@click.command()
@click.argument("repo")
@click.argument("path", metavar="RELEASE", default="dist", type=click.Path(path_type=Path))
@click.option("--really", is_flag=True, help="Send it; otherwise it is only said what would be sent.")
def command(repo: str, path: Path, *, really: bool) -> int:
    """Send a release to the Hugging Face Hub; without --really only say what would be sent.

    REPO is a dataset repository, owner/name; RELEASE the folder of a release, dist if nothing is said. Nothing is sent where
    factcheck verify finds an error, or where the version says less than what changed since the release that is there. The token
    is that of the environment (HF_TOKEN) or of the Hub's own login.
    """
    try:
        plan = publish(path, repo, really=really)
    except InvalidCorpus as invalid:
        tell(invalid.report, "text")
        click.echo("nothing was sent", err=True)
        return 1
    for line in _lines(plan, really=really):
        click.echo(line)
    return 0


def _lines(plan: Plan, *, really: bool) -> list[str]:
    if plan.is_empty:
        return [f"{plan.repo} holds version {plan.version} already; nothing to send"]
    lines = [f"{one.why:<9} {one.size:>12,} bytes  {one.path}" for one in plan.sent]
    lines += [f"{'removed':<9} {'':>12}        {name}" for name in plan.removed]
    lines += [f"unchanged: {len(plan.unchanged)} files"] if plan.unchanged else []
    total = sum(one.size for one in plan.sent)
    where = (
        f"{plan.repo}, a new public repository"
        if plan.is_new
        else f"{plan.repo}, which holds {plan.old_version or 'nothing'}"
    )
    what = f"version {plan.version}: {len(plan.sent)} files, {total:,} bytes"
    return [*lines, f"sent {what} to {where}" if really else f"would send {what} to {where}; --really sends it"]
