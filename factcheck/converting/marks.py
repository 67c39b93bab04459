"""What a conversion notes under ``extra`` so that the same row can be written again."""

FIRST_ID = "converted-from-id"
"""The id that a claim had, where another row had taken it."""

NUL = "converted-nul"
"""Where NUL characters stood in a row."""

CONVERTED_FROM = "converted-from"
"""The format that a dataset was in."""
