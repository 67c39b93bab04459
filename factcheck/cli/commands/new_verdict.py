"""``factcheck new verdict`` and ``factcheck new adjudication``."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.adding import write
from factcheck.cli.asking import Asking, composed
from factcheck.cli.commands.new_blind import blind_sheet
from factcheck.cli.judging import evidence_set, named_evidence, refuse_second_adjudication
from factcheck.cli.options import corpus_argument
from factcheck.errors import UsageError
from factcheck.filing import Plain, Shelves, evidence_keys
from factcheck.labels import CERTAINTIES, CERTAINTY_KINDS, LABELS, STANCES

F = TypeVar("F", bound=Callable[..., Any])


def _judgement_options(function: F) -> F:
    """Add the options that a verdict and an adjudication share."""
    for option in reversed(
        (
            corpus_argument,
            click.option("--claim", help="The claim that is judged."),
            click.option("--annotator", help="Who judges."),
            click.option("--label", type=click.Choice(list(LABELS)), help="The judgement."),
            click.option("--certainty", type=click.Choice(list(CERTAINTIES)), help="How sure the evidence makes us."),
            click.option("--rationale", help="Why, in your own words."),
            click.option("--date", help="When it was judged: YYYY-MM-DD."),
            click.option("--stance", "stances", multiple=True, metavar="EVIDENCE=STANCE", help="Repeatable."),
            click.option(
                "--rests-on",
                multiple=True,
                metavar="A,B",
                help="Evidence that suffices together. Repeatable: one set each.",
            ),
        )
    ):
        function = option(function)
    return function


@click.command()
@_judgement_options
@click.option("--blind", is_flag=True, help="Print what --annotator has still to judge, as YAML to fill in.")
def verdict(path: Path, claim: str | None, annotator: str | None, blind: bool, **flags: Any) -> None:
    """Add a verdict: what one annotator judges of one claim.

    With --blind nothing is written: the claims that the annotator has still to judge are printed with their evidence and
    without anybody's verdict, as YAML to fill in.
    """
    shelves, asking = Shelves.of(path), Asking()
    if blind:
        click.echo(blind_sheet(shelves, _known_annotator(shelves, asking, annotator), claim))
        return
    record = _judgement(shelves, asking, claim, annotator, flags, refuse=_refuse_second_verdict)
    write(path, shelves, asking, "verdicts", record)


@click.command()
@_judgement_options
def adjudication(path: Path, claim: str | None, annotator: str | None, **flags: Any) -> None:
    """Add an adjudication: a verdict that settles a claim. The verdicts that are there are noted as considered."""
    shelves, asking = Shelves.of(path), Asking()
    record = _judgement(
        shelves,
        asking,
        claim,
        annotator,
        flags,
        refuse=lambda shelves, claim, _: refuse_second_adjudication(shelves, claim),
    )
    considered = _considered(shelves, record["claim"])
    if not considered:
        raise UsageError(f"nobody has judged claim {record['claim']!r}: there is nothing to adjudicate")
    write(path, shelves, asking, "adjudications", {**record, "considered": considered})


def _judgement(
    shelves: Shelves,
    asking: Asking,
    claim: str | None,
    annotator: str | None,
    flags: dict[str, Any],
    *,
    refuse: Callable[[Shelves, str, str], None],
) -> dict[str, Any]:
    """Return what a verdict and an adjudication share, asked for where it was not given."""
    claim = asking.need("--claim", claim, "the claim that is judged")
    annotator = asking.need("--annotator", annotator, "who judges")
    asking.note_missing("--label", flags["label"])
    asking.refuse_missing()
    record = shelves.record("claims", claim).value
    shelves.record("annotators", annotator)
    refuse(shelves, claim, annotator)
    if asking.terminal:
        _show(record)
    label = asking.need("--label", flags["label"], "the judgement", LABELS)
    return {
        "claim": claim,
        "annotator": annotator,
        "label": label,
        "certainty": _certainty(asking, record, flags["certainty"]),
        "rationale": composed(
            asking.want("--rationale", flags["rationale"], "why", rule="verdict-without-rationale") or ""
        ),
        "date": flags["date"],
        "stances": _stances(asking, record, flags["stances"]),
        "rests_on": _rests_on(asking, record, flags["rests_on"], label),
    }


def _show(claim: Plain) -> None:
    """Show a claim and its evidence to whoever is about to judge it."""
    click.echo(f"{claim.get('text')}", err=True)
    for key, part in zip(evidence_keys(claim), claim.get("evidence") or (), strict=True):
        click.echo(f"  {key}: {part.get('finding', '')}", err=True)


def _certainty(asking: Asking, claim: Plain, given: str | None) -> str | None:
    if given is None and claim.get("kind") not in CERTAINTY_KINDS:
        return None
    return asking.want("--certainty", given, "how sure the body of evidence makes us", CERTAINTIES)


def _stances(asking: Asking, claim: Plain, given: Sequence[str]) -> dict[str, str]:
    keys = evidence_keys(claim)
    stances: dict[str, str] = {}
    for pair in given:
        key, equals, stance = pair.rpartition("=")
        if not equals or stance not in STANCES or key in stances:
            said = (
                f"--stance takes EVIDENCE=STANCE, each piece once, with a stance of {', '.join(STANCES)} (got {pair!r})"
            )
            raise UsageError(said)
        stances[named_evidence(claim, key)] = stance
    for key in keys:
        rule = "evidence-without-stance"
        stance = asking.want(f"--stance {key}=", stances.get(key), f"what {key} says of the claim", STANCES, rule) or ""
        stances[key] = stance
    return {key: stances[key] for key in keys if stances[key]}


def _rests_on(asking: Asking, claim: Plain, given: Sequence[str], label: str) -> list[list[str]]:
    if not given and asking.terminal and label != "not_enough_evidence" and evidence_keys(claim):
        said = "evidence that suffices together, parted by commas"
        answer = asking.want("--rests-on", None, said, rule="label-without-evidence")
        given = [answer] if answer else []
    elif not given and label != "not_enough_evidence":
        asking.unsaid["--rests-on"] = "label-without-evidence"
    return [evidence_set(claim, members) for members in given]


def _known_annotator(shelves: Shelves, asking: Asking, annotator: str | None) -> str:
    annotator = asking.need("--annotator", annotator, "who judges")
    asking.refuse_missing()
    shelves.record("annotators", annotator)
    return annotator


def _refuse_second_verdict(shelves: Shelves, claim: str, annotator: str) -> None:
    for record in shelves.records("verdicts"):
        if (record.value.get("claim"), record.value.get("annotator")) == (claim, annotator):
            raise UsageError(f"{annotator!r} has judged claim {claim!r} already: {record.origin.place(('label',))}")


def _considered(shelves: Shelves, claim: str) -> dict[str, dict[str, str]]:
    """Return the verdicts on a claim as an adjudicator sees them, by annotator."""
    return {
        record["annotator"]: {key: record[key] for key in ("label", "certainty") if key in record}
        for record in shelves.plain("verdicts")
        if record.get("claim") == claim and "annotator" in record
    }
