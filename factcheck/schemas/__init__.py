"""The JSON Schemas (2020-12) of the records: generated, applied, and explained."""
