"""The door of the command line: finds the command, and turns what goes wrong into an exit code."""

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from factcheck import __version__
from factcheck.errors import FactcheckError, UsageError

COMMANDS: dict[str, str] = {
    "adjudicate": "Settle where annotators differ, the gravest first; or check a sample.",
    "agreement": "Print how far annotators agree, with intervals: kappas, alpha, AC1.",
    "anchor": "Print the anchor of words in a document, as YAML to paste.",
    "annotate": "Send documents to an annotation tool, and take what annotators marked.",
    "audit": "Say on one page what a dataset holds and what is wrong with it.",
    "baselines": "Score simple systems on a corpus: majority, claim only, word overlap.",
    "build": "Build the release of a corpus.",
    "check": "Check a corpus and report every problem.",
    "convert": "Convert files of a foreign dataset into a corpus.",
    "diff": "Tell what differs between two corpora or releases, and what version that asks for.",
    "explain": "Explain a rule: what it asks, why, and how to repair.",
    "export": "Write a corpus or release in another format.",
    "fix": "Mend in a corpus what needs no judgement.",
    "hydrate": "Find the anchors of a corpus in your own copies of its documents.",
    "labels": "Print what the labels of foreign datasets mean, and how those of two meet.",
    "migrate": "Move a corpus forward to the newest version of the schemas.",
    "new": "Add a claim, verdict, reference, document, adjudication or annotator to a corpus.",
    "passages": "Propose the passages of a document, as YAML to paste.",
    "publish": "Send a release to the Hugging Face Hub; without --really only say what would be sent.",
    "rules": "List the rules.",
    "schema": "Print the JSON Schema of a record or a kind of file.",
    "score": "Score predictions as a dataset's official scorer does.",
    "show": "Show a claim, document or reference with all that hangs on it.",
    "split": "Assign a split to claims that have none, and keep together what belongs together.",
    "verify": "Look through a release: whether it is whole, and what its own records give.",
    "version": "Print the versions of this program and of what it stands on.",
}
"""Every command with its summary; each is a module of ``factcheck.cli.commands``."""

CLEAN, PROBLEMS, WRONG_CALL, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130


class _Commands(click.Group):
    """Loads a command when it is called, and none to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"factcheck.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="%(version)s")
def group() -> None:
    """Check fact-check corpora and build datasets of them.

    Exit codes: 0 clean, 1 errors found, 2 wrong call, 3 our bug.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    try:
        code = group.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG_CALL
    except click.Abort:
        return INTERRUPTED
    except UsageError as error:
        click.echo(f"factcheck: {error}", err=True)
        return WRONG_CALL
    except FactcheckError as error:
        click.echo(f"factcheck: {error}", err=True)
        return PROBLEMS
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
    except OSError as error:
        where = f" {error.filename!r}" if error.filename else ""
        click.echo(f"factcheck: the system refused{where}: {(error.strerror or str(error)).lower()}", err=True)
        return WRONG_CALL
    except Exception:  # the door: whatever else comes is our bug, and is told as one
        click.echo(_bug_report(), err=True)
        return OUR_BUG
    return code if isinstance(code, int) else CLEAN


def _bug_report() -> str:
    python = ".".join(str(part) for part in sys.version_info[:3])
    return (
        f"{traceback.format_exc()}\n"
        f"factcheck {__version__}, Python {python}, {sys.platform}: {' '.join(sys.argv[1:])}\n"
        "factcheck: this is our bug, not a fault of your data. Please report it with the lines above."
    )
