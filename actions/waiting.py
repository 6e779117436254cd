"""What waits outside the intake: the story so far, what else was heard in it, and the question about it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.routes import OFFER
from bot.dutch.phrases import is_bare_complaint, means_both, refers_back
from bot.intake.state import Message, Reply
from bot.intake.stories import adds_nothing, is_story

MOST_QUESTIONS = 2
IN_PLAIN_WORDS = {
    "klacht": "Hoe de gemeente met mij omging",
    "melding_openbare_ruimte": "Iets kapot of vies op straat",
    "grofvuil": "Mijn grofvuil",
    "container_niet_geleegd": "Een container die niet geleegd is",
    "geluidsoverlast": "Last van geluid",
    "onderwijs": "De school van mijn kind",
    "bezwaar": "Een besluit of boete",
    "andere_instantie": "Een andere organisatie",
    "al_behandeld": "Een klacht die al behandeld is",
}
NOTHING: dict[str, Any] = {
    "story": None,
    "others": None,
    "offered": False,
    "clarifying": None,
    "choices": None,
}

AFTERTHOUGHT = Reply(
    "utter_ask_afterthought",
    buttons=(("Een nieuwe klacht", "/klacht"), ("Een aanvulling", "/ontkennen")),
)
SETTLED = [SlotSet("clarifying", None), SlotSet("choices", None)]


def kept(tracker: Tracker, message: Message, *heard: str) -> list[EventType]:
    """Return the events that keep what the message tells, and the matters in it beside *heard*."""
    story = tracker.get_slot("story")
    told = story if message.is_button or adds_nothing(message.text) else joined(story, message.text)
    others = _together(tracker.get_slot("others"), message.others, heard)
    return [SlotSet("story", told), SlotSet("others", others)]


def question(tracker: Tracker) -> Reply | None:
    """Return the question about the kept story that still waits for an answer."""
    if tracker.get_slot("offered"):
        after = tracker.get_slot("submitted")
        return AFTERTHOUGHT if after else Reply("utter_offer_complaint", buttons=OFFER)
    asked = tracker.get_slot("clarifying") or 0
    return clarification(tracker.get_slot("choices")) if 0 < asked <= MOST_QUESTIONS else None


def clarification(choices: Iterable[str] | None) -> Reply:
    """Return the question which of *choices* is meant, or what happened when there are none."""
    buttons = tuple((IN_PLAIN_WORDS[intent], f"/{intent}") for intent in choices or ())
    return Reply("utter_clarify", buttons=buttons) if buttons else Reply("utter_clarify_open")


def wants_both(tracker: Tracker, text: str) -> bool:
    """Say whether the citizen answers the waiting question with "allebei"."""
    return bool(tracker.get_slot("story")) and question(tracker) is not None and means_both(text)


def with_kept_story(message: Message, tracker: Tracker) -> Message:
    """Return the message with what was told before it was clear that this is a complaint."""
    story = tracker.get_slot("story")
    both = wants_both(tracker, message.text)
    chosen = message.is_button or both or message.intent == "bevestigen" or refers_back(message.text)
    if not story or not (chosen or tracker.get_slot("offered") or is_story(story)):
        return message
    adds = not (chosen or is_bare_complaint(message.text))
    named = tracker.get_slot("choices") if both else ()
    return replace(
        message,
        text=joined(story, message.text) if adds else story,
        is_button=False,
        values={},
        others=tuple(_together(tracker.get_slot("others"), message.others, named)),
    )


def joined(story: str | None, text: str) -> str:
    """Return a story with what was told next."""
    return f"{story}\n\n{text}" if story else text


def _together(*lists: Iterable[str] | None) -> list[str]:
    return list(dict.fromkeys(intent for names in lists for intent in names or ()))
