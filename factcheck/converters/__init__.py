"""Foreign datasets, each a module that reads its rows into our records and writes them back."""

from factcheck.converters import (
    averitec,
    check_covid,
    claimreview,
    climate_fever,
    covid_fact,
    covid_fact_rte,
    factbench,
    factcheck_gpt,
    factscore,
    fever,
    fever_symmetric,
    feverous,
    fool_me_twice,
    healthfc,
    healthver,
    hover,
    liar,
    liar_plus,
    pubhealth,
    scifact,
    scitab,
    tabfact,
    vitaminc,
)
from factcheck.converters.converter import Converter
from factcheck.files.delimited import Columns

CONVERTERS: dict[str, Converter] = {
    "averitec": averitec,
    "check-covid": check_covid,
    "claimreview": claimreview,
    "climate-fever": climate_fever,
    "covid-fact": covid_fact,
    "covid-fact-rte": covid_fact_rte,
    "factbench": factbench,
    "factcheck-gpt": factcheck_gpt,
    "factscore": factscore,
    "fever": fever,
    "fever-symmetric": fever_symmetric,
    "feverous": feverous,
    "fool-me-twice": fool_me_twice,
    "healthfc": healthfc,
    "healthver": healthver,
    "hover": hover,
    "liar": liar,
    "liar-plus": liar_plus,
    "pubhealth": pubhealth,
    "scifact": scifact,
    "scitab": scitab,
    "tabfact": tabfact,
    "vitaminc": vitaminc,
}
"""Every converter, by the name of its format."""
KEYED = frozenset({"tabfact"})
"""The formats whose file is one object, a row a member."""
TABLES = {
    "covid-fact-rte": covid_fact_rte.COLUMNS,
    "healthfc": Columns(),
    "healthver": Columns(),
    "liar": liar.COLUMNS,
    "liar-plus": liar_plus.COLUMNS,
    "pubhealth": Columns(),
}
"""The formats whose files are tables, CSV or TSV, with what is to know of their columns."""
NODES = {"claimreview": "ClaimReview"}
"""The formats whose rows are objects of a type in JSON-LD, with that type."""
