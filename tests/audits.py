"""The audits of public files that ``docs/audits/`` shows, made anew: ``make audits`` where ``FACTCHECK_SAMPLES`` is set."""

import sys
from pathlib import Path

from factcheck.auditing import audit_files, markdown
from tests.needs import samples

PAGES = Path(__file__).parents[1] / "docs" / "audits"
SETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "averitec-dev": ("averitec", ("averitec/dev.json",)),
    "check-covid": (
        "check-covid",
        (
            "check_covid/covidCheck_train_composed+extracted.json",
            "check_covid/covidCheck_dev_composed+extracted.json",
            "check_covid/covidCheck_test_composed.json",
            "check_covid/covidCheck_test_extracted.json",
            "check_covid/corpus.json",
        ),
    ),
    "factcheck-gpt": ("factcheck-gpt", ("factcheck_gpt/benchmark.jsonl",)),
    "factscore": ("factscore", ("factscore/ChatGPT.jsonl", "factscore/InstructGPT.jsonl")),
    "fever-paper-dev": ("fever", ("fever/paper_dev.jsonl",)),
    "hover-dev": ("hover", ("hover/dev.json",)),
    "scifact-fixture": ("scifact", ("scifact/gold_small.jsonl",)),
}
"""By the name of a page, the format and the files."""


def page(name: str) -> str:
    """Return the page of one audit."""
    format_, files = SETS[name]
    return markdown(audit_files(format_, [samples() / file for file in files]))


def main() -> None:
    """Write every page."""
    for name in SETS:
        (PAGES / f"{name}.md").write_text(page(name), "utf-8", newline="\n")
        sys.stdout.write(f"{PAGES / name}.md\n")


if __name__ == "__main__":
    main()
