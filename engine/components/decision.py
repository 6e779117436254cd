"""Decides what to do with the chances: follow a route, or ask one question because guessing costs more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from engine.parsing import route_of

SENT_AWAY = 5.0  # someone with a klacht is sent to another desk
MISSED = 2.0  # a klacht is answered as if it were something else
WRONG = 1.0  # any other wrong route
ASKING = 0.5  # one clarifying question
AWAY = frozenset({"melding", "bel_14036", "school", "bezwaar"})
KLACHT = "klacht"
UNSURE = "nlu_fallback"


@dataclass(frozen=True)
class Decision:
    """The intent to act on, how sure it is, and the candidates in order."""

    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]


def decide(chances: dict[str, float], asking: float = ASKING) -> Decision:
    """Return the intent whose route is expected to cost least, or doubt when a question costs less.

    *asking* is what a question counts for where at worst an intake begins for nothing. Before somebody is
    sent to another desk it counts for what it costs: a chance of one in ten of a klacht is worth a question.
    """
    routes: dict[str, float] = defaultdict(float)
    for intent, chance in chances.items():
        routes[route_of(intent)] += chance
    costs = {route: expected_cost(route, routes) for route in routes}
    best = min(costs, key=costs.__getitem__)
    ranking = tuple(sorted(chances.items(), key=lambda item: -item[1]))
    if costs[best] > asking or (best in AWAY and SENT_AWAY * routes[KLACHT] > ASKING):
        return doubt(ranking)
    intent, chance = next(item for item in ranking if route_of(item[0]) == best)
    others = tuple(item for item in ranking if item[0] != intent)
    return Decision(intent, chance, ((intent, chance), *others))


def doubt(ranking: tuple[tuple[str, float], ...]) -> Decision:
    """Return the decision to ask, with the intents of *ranking* as candidates."""
    chance = 1.0 - ranking[0][1]
    return Decision(UNSURE, chance, ((UNSURE, chance), *ranking))


def expected_cost(chosen: str, routes: dict[str, float]) -> float:
    """Return what following *chosen* costs on average, given the chance of each route."""
    klacht = 0.0 if chosen == KLACHT else routes.get(KLACHT, 0.0)
    wrong = 1.0 - routes.get(chosen, 0.0) - klacht
    return klacht * (SENT_AWAY if chosen in AWAY else MISSED) + wrong * WRONG
