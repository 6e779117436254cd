"""Notices a klacht in a part of a message that would be sent to another desk as a whole.

Many words about a fine can drown the few that say "and he swore at me". Read alone, those few are clear.
"""

from __future__ import annotations

from engine.components.decision import AWAY, Decision
from engine.components.model import KLACHT, IntentModel
from engine.components.reading import Reading, parts
from engine.parsing import route_of

# Chosen by cross-validation, see docs/nlu.md: from these chances on a question costs less than being wrong.
IN_THE_WHOLE = 0.02
IN_A_PART = 0.7


def hides_klacht(model: IntentModel, reading: Reading, decision: Decision) -> bool:
    """Say whether following *decision* could send somebody with a klacht to another desk."""
    if route_of(decision.intent) not in AWAY or dict(decision.ranking).get(KLACHT, 0.0) < IN_THE_WHOLE:
        return False
    pieces = parts(reading)
    if not pieces:
        return False
    return bool(model.chances(pieces)[:, model.intents.index(KLACHT)].max() >= IN_A_PART)
