"""Notices a klacht in a part of a message that would be sent to another desk as a whole.

Many words about a fine can drown the few that say "and he swore at me". Read alone, those few are clear.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.components.decision import AWAY, KLACHT, Decision
from engine.parsing import route_of

# Chosen by cross-validation, see docs/nlu.md: from these chances on a question costs less than being wrong.
IN_THE_WHOLE = 0.05
IN_A_PART = 0.7


def hides_klacht(decision: Decision, in_parts: Iterable[float]) -> bool:
    """Say whether following *decision* could send somebody with a klacht to another desk.

    *in_parts* holds, for each part of the message, the chance that it is a klacht when read alone.
    """
    in_the_whole = dict(decision.ranking).get(KLACHT, 0.0)
    return (
        route_of(decision.intent) in AWAY
        and in_the_whole >= IN_THE_WHOLE
        and max(in_parts, default=0.0) >= IN_A_PART
    )
