"""Judges the live model on the held-out messages and writes the report; fails when a floor is broken."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from glob import glob
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from engine.evaluation import metrics
from engine.evaluation.floors import broken
from engine.evaluation.items import read_checks, read_items
from engine.evaluation.model import LoadedModel
from engine.evaluation.report import write_report
from engine.models import model_to_load
from engine.quiet import configure_logging
from engine.settings import ROOT, StartupError

FLOORS = ROOT / "tests" / "nlu" / "floors.yml"
BEHAVIOUR = ROOT / "tests" / "behaviour"


def main() -> int:
    """Evaluate, report and return the exit code."""
    arguments = _arguments()
    configure_logging()
    try:
        file = arguments.model or model_to_load(ROOT / "models")
    except StartupError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    plan = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    figures, sets = evaluate(file, plan)
    page = write_report(arguments.output, figures, sets)
    _print(figures)
    print(f"\nReport: {page}")
    return 1 if figures["broken"] else 0


def evaluate(file: Path, plan: dict) -> tuple[dict, dict]:
    """Return the figures of the model in *file* on the sets of *plan*, and the pairs they come from."""
    model = LoadedModel(file)
    files = {name: sorted(map(Path, glob(str(ROOT / pattern)))) for name, pattern in plan["sets"].items()}
    sets = {name: _pairs(model, read_items(found)) for name, found in files.items() if found}
    behaviour = metrics.by_capability(_pairs(model, read_checks(BEHAVIOUR)))
    figures = {
        "model": file.name,
        "sets": {name: _figures(pairs) for name, pairs in sets.items()},
        "missing": [name for name, found in files.items() if not found],
        "behaviour": behaviour,
        "speed": _speed(model, sets.values()),
    }
    measured = {**{name: part["summary"] for name, part in figures["sets"].items()}, **behaviour}
    measured["speed"] = figures["speed"]
    figures["broken"] = broken(plan["floors"], measured)
    return figures, sets


def _pairs(model: LoadedModel, entries: list) -> list:
    return list(zip(entries, model.read(entry.text for entry in entries), strict=True))


def _figures(pairs: metrics.Pairs) -> dict:
    return {
        "summary": metrics.summary(pairs),
        "intents": metrics.per_intent(pairs),
        "tags": metrics.by_tag(pairs),
        "mixed": metrics.mixed(pairs),
    }


def _speed(model: LoadedModel, sets: Iterable[metrics.Pairs]) -> dict[str, float]:
    times = [prediction.milliseconds for pairs in sets for _, prediction in pairs]
    return {
        "load_seconds": model.load_seconds,
        "megabytes": model.megabytes,
        "p50": metrics.percentile(times, 0.5),
        "p95": metrics.percentile(times, 0.95),
    }


def _print(figures: dict) -> None:
    for name, part in figures["sets"].items():
        print(f"\n{name}")
        for figure, value in part["summary"].items():
            print(f"  {figure:<18} {_number(value)}")
        print("  mixed              " + _line(part["mixed"]))
        for intent, row in part["intents"].items():
            print(f"    {intent:<24} {_line(row)}")
        for tag, row in part["tags"].items():
            print(f"    [{tag}]".ljust(29) + _line(row))
    for name in figures["missing"]:
        print(f"\n{name}: not here, not measured")
    print("\nbehaviour")
    for name, row in figures["behaviour"].items():
        print(f"  {name:<18} {_line(row)}")
    print("\nspeed\n  " + _line(figures["speed"]))
    for sentence in figures["broken"]:
        print(f"FLOOR BROKEN  {sentence}")


def _line(row: dict[str, float]) -> str:
    return "  ".join(f"{name} {_number(value)}" for name, value in row.items())


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="judge this file instead of the live model")
    parser.add_argument("--output", type=Path, default=ROOT / "var" / "evaluation")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
