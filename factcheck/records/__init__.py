"""The records: frozen attrs classes, each field defined once with its meaning, an example and its shape."""
