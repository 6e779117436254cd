"""What the predictions are worth: rates, cost and calibration, from the figures alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.components.decision import ASKING, AWAY, MISSED, SENT_AWAY, UNSURE, WRONG
from engine.evaluation.items import Item
from engine.parsing import route_of

BINS = 10


@dataclass(frozen=True)
class Prediction:
    """What a model made of one message: the decision, and its best candidate with the chance it gives it."""

    intent: str
    candidate: str
    chance: float
    others: tuple[str, ...] = ()
    milliseconds: float = 0.0


Pairs = Sequence[tuple[Item, Prediction]]


def summary(pairs: Pairs) -> dict[str, float]:
    """Return the figures of a set of messages, as rates between 0 and 1 (cost: per message)."""
    klachten = [(item, prediction) for item, prediction in pairs if "klacht" in item.routes]
    return {
        "messages": len(pairs),
        "route_accuracy": rate([is_right(*pair) for pair in pairs]),
        "intent_accuracy": rate([item.accepts(prediction.intent) for item, prediction in pairs]),
        "macro_f1": macro_f1(pairs),
        "klacht_recall": rate([is_right(*pair) for pair in klachten]),
        "sent_away": rate([is_sent_away(*pair) for pair in klachten]),
        "asked": rate([prediction.intent == UNSURE for _, prediction in pairs]),
        "cost": rate([cost(*pair) for pair in pairs]),
        "calibration_error": calibration_error(pairs),
    }


def is_right(item: Item, prediction: Prediction) -> bool:
    """Say whether the message takes a right route; a question counts as the route 'other'."""
    return route_of(prediction.intent) in item.routes


def is_sent_away(item: Item, prediction: Prediction) -> bool:
    """Say whether someone with a klacht is sent to another desk."""
    return "klacht" in item.routes and not is_right(item, prediction) and route_of(prediction.intent) in AWAY


def cost(item: Item, prediction: Prediction) -> float:
    """Return what this decision costs."""
    if is_right(item, prediction):
        return 0.0
    if prediction.intent == UNSURE:
        return ASKING
    if "klacht" not in item.routes:
        return WRONG
    return SENT_AWAY if is_sent_away(item, prediction) else MISSED


def macro_f1(pairs: Pairs) -> float:
    """Return the F1 of the intents, each weighing the same however often it occurs."""
    rows = per_intent(pairs)
    return rate([row["f1"] for row in rows.values()])


def per_intent(pairs: Pairs) -> dict[str, dict[str, float]]:
    """Return count, precision, recall and F1 of every intent in the set."""
    confused = confusion(pairs)
    given, truth = Counter(), Counter()
    for (label, predicted), count in confused.items():
        truth[label] += count
        given[predicted] += count
    return {label: _intent_row(confused[label, label], given[label], truth[label]) for label in sorted(truth)}


def confusion(pairs: Pairs) -> Counter[tuple[str, str]]:
    """Count the pairs of the right and the predicted intent; any right intent counts as the label."""
    return Counter(
        (item.label, item.label if item.accepts(prediction.intent) else prediction.intent)
        for item, prediction in pairs
    )


def calibration_error(pairs: Pairs) -> float:
    """Return how far the chance of the best candidate lies from how often it is right, on average."""
    gaps = [row["messages"] * abs(row["chance"] - row["right"]) for row in calibration(pairs)]
    return sum(gaps) / len(pairs) if pairs else 0.0


def calibration(pairs: Pairs) -> list[dict[str, float]]:
    """Return per tenth of the scale the messages, the mean chance and how often the candidate was right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for item, prediction in pairs:
        place = min(BINS - 1, int(prediction.chance * BINS))
        bins.setdefault(place, []).append((prediction.chance, item.accepts(prediction.candidate)))
    return [
        {
            "from": place / BINS,
            "to": (place + 1) / BINS,
            "messages": len(entries),
            "chance": rate([chance for chance, _ in entries]),
            "right": rate([right for _, right in entries]),
        }
        for place, entries in sorted(bins.items())
    ]


def by_tag(pairs: Pairs) -> dict[str, dict[str, float]]:
    """Return count, route accuracy and share of questions for every tag."""
    tags = sorted({tag for item, _ in pairs for tag in item.tags})
    slices = {tag: [pair for pair in pairs if tag in pair[0].tags] for tag in tags}
    return {
        tag: {
            "messages": len(part),
            "route_accuracy": rate([is_right(*pair) for pair in part]),
            "asked": rate([prediction.intent == UNSURE for _, prediction in part]),
        }
        for tag, part in slices.items()
    }


def mixed(pairs: Pairs) -> dict[str, float]:
    """Return how often the second matter of a mixed message is found, and how often a find is right."""
    wanted = [(item, prediction) for item, prediction in pairs if item.also]
    found = sum(item.also in prediction.others for item, prediction in wanted)
    named = sum(len(prediction.others) for _, prediction in pairs)
    return {
        "messages": len(wanted),
        "recall": found / len(wanted) if wanted else 0.0,
        "precision": found / named if named else 0.0,
    }


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that *share* of *values* does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def _intent_row(right: int, given: int, truth: int) -> dict[str, float]:
    precision = right / given if given else 0.0
    recall = right / truth
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"messages": truth, "precision": precision, "recall": recall, "f1": f1}


def rate(values: Sequence[float]) -> float:
    """Return the mean of *values*, or of truths the share that holds; 0 when there are none."""
    return sum(values) / len(values) if values else 0.0
