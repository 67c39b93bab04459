"""``python -m factcheck`` is the command line."""

from factcheck.cli.main import main

main()
