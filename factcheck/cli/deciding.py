"""One claim before an adjudicator: shown with all that hangs on it, asked about, and written at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs
import click

from factcheck.adjudicating import Case
from factcheck.cli.adding import without_absent
from factcheck.cli.asking import composed
from factcheck.cli.judging import evidence_sets, refuse_second_adjudication, sets_as_written
from factcheck.cli.showing.claims import claim_file, claim_page
from factcheck.cli.showing.words import head, print_page
from factcheck.errors import UsageError
from factcheck.filing import Shelves
from factcheck.gold import agreed_stances
from factcheck.labels import CERTAINTIES, CERTAINTY_KINDS, LABELS, STANCES
from factcheck.records.corpus import Corpus
from factcheck.shaping import unstructure

Outcome = Literal["settled", "skipped", "quit"]

SKIP, QUIT = "skip", "quit"


@attrs.frozen(kw_only=True)
class Desk:
    """Where an adjudicator sits.

    Args:
        path: the corpus that decisions are written into.
        corpus: its records, as they are shown.
        annotator: who adjudicates.
        date: when, if that is to be recorded.
        texts: the texts that may be shown, by document id.
    """

    path: Path
    corpus: Corpus
    annotator: str
    date: str | None
    texts: Mapping[str, str]


def decide(desk: Desk, case: Case, place: str) -> Outcome:
    """Show a claim, ask for the decision, and write it.

    Raises:
        UsageError: the record does not fit its schema, or somebody has adjudicated the claim meanwhile.
    """
    page = claim_page(claim_file(desk.corpus, case.claim, desk.texts))
    print_page((head(place, case.reason), *page), in_terminal=True)
    label = _label(case)
    if label in (SKIP, QUIT):
        return "skipped" if label == SKIP else "quit"
    record = {
        "claim": case.claim.id,
        "annotator": desk.annotator,
        "label": label,
        "certainty": _certainty(case),
        "rationale": composed(click.prompt("why, and why not otherwise", err=True)),
        "date": desk.date,
        "stances": _stances(case),
        "rests_on": _rests_on(case, label),
        "considered": {
            one.annotator: without_absent({"label": one.label, "certainty": one.certainty}) for one in case.verdicts
        },
    }
    shelves = Shelves.of(desk.path)  # read anew: another adjudicator may have been here
    refuse_second_adjudication(shelves, case.claim.id)
    click.echo(f"wrote {shelves.add('adjudications', without_absent(record))}", err=True)
    return "settled"


def _label(case: Case) -> str:
    given = {verdict.label for verdict in case.verdicts}
    words = (*LABELS, SKIP, QUIT)
    return _chosen("label", words, next(iter(given)) if len(given) == 1 else None)


def _certainty(case: Case) -> str | None:
    given = {verdict.certainty for verdict in case.verdicts if verdict.certainty is not None}
    if not given and case.claim.kind not in CERTAINTY_KINDS:
        return None
    return _chosen("certainty", ("", *CERTAINTIES), next(iter(given)) if len(given) == 1 else "") or None


def _stances(case: Case) -> dict[str, str]:
    """Return the stance of each piece of evidence: the one that all share, else what is answered."""
    agreed = agreed_stances(case.verdicts)
    found: dict[str, str] = {}
    for key in (evidence.key for evidence in case.claim.evidence):
        found[key] = agreed.get(key) or _chosen(f"stance of {key}", tuple(STANCES), None)
    return found


def _rests_on(case: Case, label: str) -> list[list[str]]:
    """Return the sets that are answered; those of the first annotator who gave this label are proposed."""
    if not case.claim.evidence or label == "not_enough_evidence":
        return []
    claim = unstructure(case.claim)
    proposed = next((verdict.rests_on for verdict in case.verdicts if verdict.label == label), ())

    def sets(written: str) -> list[list[str]]:
        if written == sets_as_written(proposed):
            return [list(members) for members in proposed]
        try:
            return evidence_sets(claim, written)
        except UsageError as error:
            raise click.BadParameter(str(error)) from error

    said = "rests on (sets parted by semicolons, members by commas)"
    answer: list[list[str]] = click.prompt(said, default=sets_as_written(proposed), value_proc=sets, err=True)
    return answer


def _chosen(said: str, words: tuple[str, ...], default: str | None) -> str:
    shown = f"{said} ({', '.join(word for word in words if word)}{'; empty for none' if '' in words else ''})"
    answer: Any = click.prompt(
        shown, default=default, type=click.Choice(words), show_choices=False, show_default=bool(default), err=True
    )
    return str(answer)
