"""Foreign datasets, each a module that reads its rows into our records and writes them back."""

from factcheck.converters import averitec, check_covid, climate_fever, factbench, factcheck_gpt, fever, scifact
from factcheck.converters.converter import Converter

CONVERTERS: dict[str, Converter] = {
    "averitec": averitec,
    "check-covid": check_covid,
    "climate-fever": climate_fever,
    "factbench": factbench,
    "factcheck-gpt": factcheck_gpt,
    "fever": fever,
    "scifact": scifact,
}
"""Every converter, by the name of its format."""
