"""Load a release with the ``datasets`` of this environment, both ways, and print what came: a script for another Python.

It knows nothing of factcheck, as those who load a release know nothing of it.
"""

import json
import sys
import tempfile

import datasets


def _loaded(folder: str, config: str, *, streaming: bool) -> dict[str, list[dict[str, object]]]:
    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(folder, config, streaming=streaming, cache_dir=cache)
        return {split: [dict(row) for row in part] for split, part in loaded.items()}


def _label_names(folder: str, config: str) -> dict[str, list[str]]:
    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(folder, config, cache_dir=cache)
        features = next(iter(loaded.values())).features
    return {name: one.names for name, one in features.items() if isinstance(one, datasets.ClassLabel)}


def main() -> None:
    """Print the rows and label names of every config that is named."""
    datasets.disable_progress_bars()
    folder, *configs = sys.argv[1:]
    found = {
        config: {
            "rows": _loaded(folder, config, streaming=False),
            "streamed": _loaded(folder, config, streaming=True),
            "labels": _label_names(folder, config),
        }
        for config in configs
    }
    print(json.dumps({"version": datasets.__version__, "configs": found}))


if __name__ == "__main__":
    main()
