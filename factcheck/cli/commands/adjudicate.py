"""``factcheck adjudicate``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import orjson

from factcheck.adjudicating import Case, queue, sample
from factcheck.cli.asking import Asking
from factcheck.cli.deciding import Desk, Outcome, decide
from factcheck.cli.loading import described_texts, records_at
from factcheck.cli.options import (
    corpus_argument,
    documents_option,
    format_option,
    in_terminal,
    texts_by_id,
    texts_option,
)
from factcheck.cli.showing.tables import in_columns
from factcheck.errors import UsageError
from factcheck.filing import Shelves


@click.command()
@corpus_argument
@click.option("--annotator", help="Who adjudicates.")
@click.option("--date", help="When it is judged: YYYY-MM-DD.")
@click.option("--sample", "size", type=click.IntRange(min=1), metavar="N", help="N claims that annotators agree on.")
@click.option("--seed", default="0", show_default=True, help="Changes which claims a sample holds.")
@click.option("--list", "listed", is_flag=True, help="Print the queue and ask nothing.")
@documents_option
@texts_option
@format_option
def command(
    *,
    path: Path,
    annotator: str | None,
    date: str | None,
    size: int | None,
    seed: str,
    listed: bool,
    documents: tuple[Path, ...],
    texts: tuple[str, ...],
    form: str,
) -> int:
    """Settle where annotators differ, the gravest first; or check a sample.

    Each claim of the queue is shown with its evidence and every verdict; you are asked for the label, for what the annotators
    differ on, and why; the stances that they agree on are taken over. Each decision is written at once: stop whenever you like,
    and the next call goes on from there. Opposite labels come first, then other labels, stances, certainties; among equals the
    claims on which more hangs.

    With --sample N you look at claims that annotators agree on, those more often whose finding stands under several claims, or
    that rest on one piece of evidence alone.
    """
    corpus = records_at(path)
    cases = queue(corpus) if size is None else sample(corpus, size, seed=seed)
    if listed or form == "json":
        for line in _listed(cases, form):
            click.echo(line)
        return 0
    asking = Asking()
    if not asking.terminal or not in_terminal():
        raise UsageError("decisions are asked for in a terminal; --list prints the queue")
    if not cases:
        click.echo("nothing is left to adjudicate")
        return 0
    shelves = Shelves.of(path)
    name = asking.need("--annotator", annotator, "who adjudicates")
    shelves.record("annotators", name)
    desk = Desk(
        path=path,
        corpus=corpus,
        annotator=name,
        date=date,
        texts=described_texts(corpus, documents, texts_by_id(texts)),
    )
    click.echo(_summary(_outcomes(desk, cases), len(cases)))
    return 0


def _outcomes(desk: Desk, cases: Sequence[Case]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for number, case in enumerate(cases, 1):
        outcomes.append(decide(desk, case, f"{number} of {len(cases)}"))
        if outcomes[-1] == "quit":
            break
    return outcomes


def _summary(outcomes: Sequence[Outcome], cases: int) -> str:
    settled = outcomes.count("settled")
    return f"{settled} settled, {cases - settled} left"


def _listed(cases: Sequence[Case], form: str) -> Iterator[str]:
    if form == "json":
        yield orjson.dumps([_plain(case) for case in cases], option=orjson.OPT_INDENT_2).decode()
    elif not cases:
        yield "nothing is left to adjudicate"
    else:
        rows = [(case.claim.id, case.reason, ", ".join(case.parts) or "nothing", str(case.weight)) for case in cases]
        yield from in_columns(("claim", "why", "they differ on", "weight"), rows, words=3)


def _plain(case: Case) -> dict[str, Any]:
    return {"claim": case.claim.id, "reason": case.reason, "parts": list(case.parts), "weight": case.weight}
