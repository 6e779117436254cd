"""Finds other matters in a message: someone with a klacht may have a broken lamp or a fine as well."""

from __future__ import annotations

from engine.components.decision import AWAY, Decision
from engine.components.model import IntentModel
from engine.components.reading import Reading, clauses, sentences
from engine.parsing import route_of

CERTAIN = 0.95  # a matter named for nothing confuses, so a part has to be clear
FEWEST_WORDS = 2
MOST_PARTS = 24  # a very long message is judged by its beginning


def other_matters(model: IntentModel, text: str, decision: Decision) -> list[str]:
    """Return the intents of other routes that a part of a klacht clearly holds, likeliest first."""
    parts = _parts(text) if decision.intent == "klacht" else []
    if not parts:
        return []
    found: dict[str, float] = {}
    for chances in model.chances([Reading(part) for part in parts]):
        best = int(chances.argmax())
        name, chance = model.intents[best], float(chances[best])
        if route_of(name) in AWAY and chance >= CERTAIN:
            found[name] = max(chance, found.get(name, 0.0))
    return sorted(found, key=lambda name: -found[name])


def _parts(text: str) -> list[str]:
    pieces = dict.fromkeys([*sentences(text), *clauses(text)])
    return [piece for piece in pieces if piece != text and len(piece.split()) >= FEWEST_WORDS][:MOST_PARTS]
