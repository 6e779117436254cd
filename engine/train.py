"""Trains the model when the data, the configuration or the Dutch package changed, and only then."""

import logging
import os
import sys
import time
import warnings
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["LOG_LEVEL"] = "ERROR"  # Rasa's way to switch off its progress bars

import structlog

from engine.models import LiveModel, data_fingerprint, make_live, read_live_model, spacy_fingerprint
from engine.settings import ROOT, StartupError


class _Progress(logging.Handler):
    """Shows which part of the training has begun."""

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith("Starting to train component"):
            print(f"  training {message.split(chr(39))[1]} ...", flush=True)


def main() -> None:
    """Train if needed and make the new model live."""
    try:
        _train(ROOT / "models", force="--force" in sys.argv)
    except StartupError as error:
        print(f"train: {error}", file=sys.stderr)
        raise SystemExit(1) from None


def _train(folder: Path, force: bool) -> None:
    wanted = (data_fingerprint(), spacy_fingerprint())
    live = read_live_model(folder)
    if live and (live.data, live.spacy) == wanted and not force:
        print(f"The model is up to date ({live.file}).")
        return
    print("The data changed: training a new model. This takes about a minute.", flush=True)
    started = time.monotonic()
    file = _run_rasa(folder)
    make_live(folder, LiveModel(file.name, *wanted))
    print(f"Trained {file.name} in {time.monotonic() - started:.0f} s ({file.stat().st_size / 1e6:.1f} MB).")


def _run_rasa(folder: Path) -> Path:
    os.chdir(ROOT)
    _say_little()
    from rasa.engine.exceptions import GraphComponentException
    from rasa.model_training import train

    hooks = logging.getLogger("rasa.engine.training.hooks")
    hooks.setLevel(logging.INFO)
    hooks.addHandler(_Progress())
    hooks.propagate = False
    try:
        result = train("domain.yml", "config.yml", ["data"], str(folder), force_training=True)
    except GraphComponentException as error:
        if not isinstance(error.__cause__, ValueError):  # not the data: the trace is needed
            raise
        raise StartupError(f"{error.__cause__}. The model that was live stays live.") from error
    if result.code or not result.model:
        raise StartupError("Training failed; the model that was live stays live. See the messages above.")
    return Path(result.model)


def _say_little() -> None:
    """Leave the screen to our own progress: libraries print thousands of lines, and undo our filters."""
    warnings.showwarning = lambda *_, **__: None
    logging.basicConfig(level=logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


if __name__ == "__main__":
    main()
