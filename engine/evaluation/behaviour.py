"""Judges the behaviour suite: does the route stay right when a message changes in one respect?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.components.decision import UNSURE
from engine.evaluation.items import Check
from engine.evaluation.metrics import Prediction, rate
from engine.parsing import route_of

Checked = Sequence[tuple[Check, Prediction]]


def by_slice(checked: Checked, floors: Mapping[str, float]) -> dict[str, dict]:
    """Return for every slice how many messages got their route, beside its floor, and those that did not."""
    slices: dict[str, list] = {}
    for check, prediction in checked:
        slices.setdefault(check.capability, []).append((check, prediction))
    return {name: {"floor": floors.get(name, 0.0), **_row(slices[name])} for name in sorted(slices)}


def _row(part: Checked) -> dict:
    return {
        "messages": len(part),
        "right": rate([_has_route(*pair) for pair in part]),
        "variants_right": rate([_has_route(*pair) for pair in part if pair[0].is_variant]),
        "asked": rate([prediction.intent == UNSURE for _, prediction in part]),
        "mistakes": [_mistake(*pair) for pair in part if not _has_route(*pair)],
    }


def _mistake(check: Check, prediction: Prediction) -> dict:
    return {
        "text": check.text,
        "right": check.route,
        "given": prediction.intent,
        "chance": prediction.chance,
    }


def _has_route(check: Check, prediction: Prediction) -> bool:
    # Unlike elsewhere a question is no answer: the suite has no message that nobody could place.
    return prediction.intent != UNSURE and route_of(prediction.intent) == check.route
