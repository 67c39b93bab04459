"""Text from anywhere, made harmless for a terminal and for a log."""


def printable(text: str) -> str:
    """Return text on one line, without the characters that could steer a terminal or turn the direction of writing."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
