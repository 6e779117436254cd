"""How much may be held in memory, so that nobody can fill it or make the others wait."""

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

MOST_CONVERSATIONS = 2_000
MOST_CHARACTERS = 50_000  # five times what the story of a complaint may hold
MOST_TURNS = 400
SPARE_TURNS = 40  # with the buttons a full conversation can still be brought to its end


class CrowdedError(Exception):
    """There are so many open conversations that no other one fits."""


class FullError(Exception):
    """The conversation is so long that the turn does not fit."""


def check_room_for_conversation(number_open: int) -> None:
    """Raise CrowdedError when another conversation does not fit."""
    if number_open >= MOST_CONVERSATIONS:
        raise CrowdedError


def check_room_for_turn(tracker: DialogueStateTracker, text: str | None) -> None:
    """Raise FullError when another *text*, or without text the press of a button, does not fit."""
    typed = [event.text or "" for event in tracker.events if isinstance(event, UserUttered)]
    if text is None:
        fits = len(typed) < MOST_TURNS + SPARE_TURNS
    else:
        fits = len(typed) < MOST_TURNS and sum(map(len, typed)) + len(text) <= MOST_CHARACTERS
    if not fits:
        raise FullError
