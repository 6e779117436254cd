"""Judges the live model on the held-out messages and writes the report; fails when a floor is broken."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Iterable
from glob import glob
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from engine.evaluation import metrics
from engine.evaluation.behaviour import by_slice
from engine.evaluation.floors import broken
from engine.evaluation.items import Item, read_checks, read_items
from engine.evaluation.mistakes import confusions, worst
from engine.evaluation.model import LoadedModel
from engine.evaluation.report import write_report
from engine.evaluation.text import as_text
from engine.models import model_to_load
from engine.quiet import configure_logging
from engine.settings import ROOT, StartupError

FLOORS = ROOT / "tests" / "nlu" / "floors.yml"
BEHAVIOUR = ROOT / "tests" / "behaviour"


def main() -> int:
    """Evaluate, report and return the exit code."""
    arguments = _arguments()
    configure_logging()
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    try:
        file = arguments.model or model_to_load(ROOT / "models")
    except StartupError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    figures = evaluate(file, read_plan())
    page = write_report(arguments.output, figures)
    print(f"{as_text(figures)}\n\nReport: {page}")
    return 1 if figures["broken"] else 0


def read_plan() -> dict:
    """Return what is measured and what may not get worse."""
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8"))


def read_sets(plan: dict) -> dict[str, list[Item]]:
    """Return the messages of each set that is on this machine."""
    files = {name: sorted(map(Path, glob(str(ROOT / pattern)))) for name, pattern in plan["sets"].items()}
    return {name: read_items(found) for name, found in files.items() if found}


def evaluate(file: Path, plan: dict) -> dict:
    """Return the figures of the model in *file* on the sets of *plan* and on the behaviour suite."""
    model = LoadedModel(file)
    sets = {name: _pairs(model, items) for name, items in read_sets(plan).items()}
    figures = {
        "model": file.name,
        "sets": {name: set_figures(pairs, name in plan["scores_only"]) for name, pairs in sets.items()},
        "missing": [name for name in plan["sets"] if name not in sets],
        "behaviour": by_slice(_pairs(model, read_checks(BEHAVIOUR)), plan["floors"].get("behaviour", {})),
        "speed": _speed(model, sets.values()),
    }
    return {**figures, "broken": broken_floors(plan["floors"], figures)}


def set_figures(pairs: metrics.Pairs, scores_only: bool = False) -> dict:
    """Return the figures of a set; *scores_only* leaves out the messages themselves."""
    return {
        "summary": metrics.summary(pairs),
        "intents": metrics.per_intent(pairs),
        "tags": metrics.by_tag(pairs),
        "mixed": metrics.mixed(pairs),
        "calibration": metrics.calibration(pairs),
        "confusions": confusions(pairs),
        "mistakes": [] if scores_only else worst(pairs),
    }


def broken_floors(floors: dict, figures: dict) -> list[str]:
    """Return a sentence for every floor of a set or a slice of the behaviour suite that is broken."""
    measured = {name: part["summary"] for name, part in figures["sets"].items()}
    slices = {name: row["right"] for name, row in figures["behaviour"].items()}
    return broken(floors, {**measured, "behaviour": slices})


def _pairs(model: LoadedModel, entries: list) -> list:
    return list(zip(entries, model.read(entry.text for entry in entries), strict=True))


def _speed(model: LoadedModel, sets: Iterable[metrics.Pairs]) -> dict[str, float]:
    times = [prediction.milliseconds for pairs in sets for _, prediction in pairs]
    return {
        "load_seconds": model.load_seconds,
        "megabytes": model.megabytes,
        "p50": metrics.percentile(times, 0.5),
        "p95": metrics.percentile(times, 0.95),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="judge this file instead of the live model")
    parser.add_argument("--output", type=Path, default=ROOT / "var" / "evaluation")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
