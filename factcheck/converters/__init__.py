"""Foreign datasets, each a module that reads its rows into our records and writes them back."""

from factcheck.converters import check_covid, fever, scifact
from factcheck.converters.converter import Converter

CONVERTERS: dict[str, Converter] = {
    "check-covid": check_covid,
    "fever": fever,
    "scifact": scifact,
}
"""Every converter, by the name of its format."""
