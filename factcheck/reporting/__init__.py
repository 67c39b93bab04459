"""How a report is told: each form a module that eats the same problems."""

from factcheck.reporting import github_report, json_report, sarif_report, text_report
from factcheck.reporting.form import Form

FORMATS: dict[str, Form] = {
    "github": github_report,
    "json": json_report,
    "sarif": sarif_report,
    "text": text_report,
}
"""Every form of a report, by the name that ``--format`` takes."""
