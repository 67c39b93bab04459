"""Fuzzing: what any bytes are read as. ``make fuzz`` runs the targets under atheris; the tests run them over the seeds."""
