"""Trackers for testing actions as Rasa would call them."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.intake.draft import FIELDS

NAMES = (
    *FIELDS,
    *("ended", "offered", "submitted", "status", "route", "reference", "forget", "story", "clarifying"),
    *("choices", "others"),
    *("complaints", "intake", "flags", "progress", "receipt", "fresh", "confirmation", "requested_slot"),
)


def make_tracker(text: str, intent: str, *, button: bool = False, **slots: Any) -> Tracker:
    """Return a tracker in which the citizen just said *text*."""
    latest = {
        "text": text,
        "intent": {"name": intent, "confidence": 0.9},
        "entities": [],
        "message_id": "message-1",
        "metadata": {"button": button, "masked": []},
        "intent_ranking": [],
    }
    event = {"event": "user", "text": text, "timestamp": 1_790_000_000.0, "parse_data": latest}
    values = {**dict.fromkeys(NAMES), "offered": False, "submitted": False, **slots}
    return Tracker("conversation-1", values, latest, [event], False, None, {}, "action_listen")


def set_slots(events: list[EventType]) -> dict[str, Any]:
    """Return the slots that *events* set."""
    return {event["name"]: event["value"] for event in events if event["event"] == "slot"}


def responses(dispatcher: CollectingDispatcher) -> list[str]:
    """Return the names of what was said."""
    return [message["response"] for message in dispatcher.messages]
