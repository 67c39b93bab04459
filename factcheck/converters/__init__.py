"""Foreign datasets, each a module that reads its rows into our records and writes them back."""

from factcheck.converters import (
    averitec,
    check_covid,
    climate_fever,
    factbench,
    factcheck_gpt,
    factscore,
    fever,
    fever_symmetric,
    feverous,
    fool_me_twice,
    hover,
    scifact,
    scitab,
    tabfact,
    vitaminc,
)
from factcheck.converters.converter import Converter

CONVERTERS: dict[str, Converter] = {
    "averitec": averitec,
    "check-covid": check_covid,
    "climate-fever": climate_fever,
    "factbench": factbench,
    "factcheck-gpt": factcheck_gpt,
    "factscore": factscore,
    "fever": fever,
    "fever-symmetric": fever_symmetric,
    "feverous": feverous,
    "fool-me-twice": fool_me_twice,
    "hover": hover,
    "scifact": scifact,
    "scitab": scitab,
    "tabfact": tabfact,
    "vitaminc": vitaminc,
}
"""Every converter, by the name of its format."""
KEYED = frozenset({"tabfact"})
"""The formats whose file is one object, a row a member."""
