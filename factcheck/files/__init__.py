"""From bytes to values with places, and back to bytes that are never half-written."""
