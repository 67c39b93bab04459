"""The corpus as tables: flat relations for the rules, nested rows for the release."""
