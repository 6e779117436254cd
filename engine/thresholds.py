"""Shows what each price of a clarifying question ('asking' in config.yml) does to the held-out messages."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from engine.components.decision import UNSURE, decide
from engine.evaluate import read_plan, read_sets
from engine.evaluation import metrics
from engine.evaluation.items import Item
from engine.evaluation.metrics import Prediction
from engine.evaluation.model import LoadedModel
from engine.evaluation.table import markdown
from engine.models import model_to_load
from engine.quiet import configure_logging
from engine.settings import ROOT, StartupError

PRICES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 2.0)
COLUMNS = {
    "route_accuracy": "right route",
    "klacht_recall": "klacht recall",
    "sent_away": "klacht sent away",
    "asked": "asked",
    "needless": "of which needless",
    "cost": "cost",
}


@dataclass(frozen=True)
class Chances:
    """The chance of each intent of a message, and whether it is asked about whatever a question costs."""

    of: dict[str, float]
    is_always_asked: bool = False


def main() -> int:
    """Print for each set what every price does; return the exit code."""
    configure_logging()
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    try:
        model = LoadedModel(model_to_load(ROOT / "models"))
    except StartupError as error:
        print(f"thresholds: {error}", file=sys.stderr)
        return 1
    live = live_price()
    for name, items in read_sets(read_plan()).items():
        chances = [chances_of(parsed, live) for parsed in model.parse(item.text for item in items)]
        print(f"{table(name, items, chances, live)}\n")
    return 0


def live_price() -> float:
    """Return the price in config.yml."""
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    return next(float(part["asking"]) for part in config["pipeline"] if "asking" in part)


def chances_of(parsed: dict, live: float) -> Chances:
    """Return the chances in a parse; a question that the *live* price does not explain is always asked."""
    of = {entry["name"]: entry["confidence"] for entry in parsed["intent_ranking"] if entry["name"] != UNSURE}
    asked = parsed["intent"]["name"] == UNSURE
    return Chances(of, is_always_asked=asked and decide(of, live).intent != UNSURE)


def table(name: str, items: Sequence[Item], chances: Sequence[Chances], live: float) -> str:
    """Return a row of figures per price, the *live* one marked."""
    rows = []
    for price in sorted({*PRICES, live}):
        pairs = redecided(items, chances, price)
        figures = {**metrics.summary(pairs), "needless": needless(pairs, chances)}
        mark = " (live)" if price == live else ""
        rows.append([f"{price:g}{mark}", *(f"{figures[column]:.3f}" for column in COLUMNS)])
    return markdown([f"{name}, asking", *COLUMNS.values()], rows)


def redecided(items: Sequence[Item], chances: Sequence[Chances], price: float) -> metrics.Pairs:
    """Return the messages with the decision that a question of this *price* leads to."""
    return [(item, _decided(each, price)) for item, each in zip(items, chances, strict=True)]


def needless(pairs: metrics.Pairs, chances: Sequence[Chances]) -> float:
    """Return the share of the questions where the cheapest route would have been right."""
    asked = [
        metrics.is_right(item, _decided(each, float("inf")))
        for (item, prediction), each in zip(pairs, chances, strict=True)
        if prediction.intent == UNSURE
    ]
    return metrics.rate(asked)


def _decided(chances: Chances, price: float) -> Prediction:
    best = max(chances.of, key=chances.of.__getitem__)
    intent = UNSURE if chances.is_always_asked and price < float("inf") else decide(chances.of, price).intent
    return Prediction(intent, best, chances.of[best])


if __name__ == "__main__":
    raise SystemExit(main())
