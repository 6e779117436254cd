"""Trains the product's model in a folder of its own; runs in the engine's environment.

Usage: python -m bench.training FOLDER
"""

import logging
import sys
from pathlib import Path

from engine.models import LiveModel, make_live, spacy_fingerprint


def main(folder: Path) -> None:
    """Train as `make train` does and make the model live in *folder*."""
    from rasa.model_training import train

    logging.basicConfig(level=logging.ERROR)
    models = folder / "models"
    result = train(
        str(folder / "domain.yml"),
        str(folder / "config.yml"),
        [str(folder / "data")],
        str(models),
        force_training=True,
    )
    if result.code or not result.model:
        raise SystemExit("training failed")
    make_live(models, LiveModel(Path(result.model).name, "benchmark", spacy_fingerprint()))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
