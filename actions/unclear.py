"""Asking once when the message is not clear, twice at most; then there is the phone and the letter."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import waiting
from actions.speech import say
from bot.intake.state import Message, Reply
from bot.intake.stories import adds_nothing

CLOSE = 0.08  # a route with less confidence than this is not worth naming


def clarify(dispatcher: CollectingDispatcher, tracker: Tracker, message: Message) -> list[EventType]:
    """Ask which of the two likeliest routes is meant, and keep what the message tells."""
    asked = tracker.get_slot("clarifying") or 0
    # A bare reaction says nothing about the route.
    same = asked > 0 and adds_nothing(message.text)
    choices = tracker.get_slot("choices") if same else _likely(tracker)
    gives_up = asked >= waiting.MOST_QUESTIONS
    say(dispatcher, [Reply("utter_clarify_ways") if gives_up else waiting.clarification(choices)])
    return [
        SlotSet("route", "other"),
        SlotSet("clarifying", asked + 1),
        SlotSet("choices", choices),
        SlotSet("offered", False),
        *waiting.kept(tracker, message),
    ]


def _likely(tracker: Tracker) -> list[str]:
    """Return the two likeliest routes that can be named, klacht always among them."""
    ranking = tracker.latest_message.get("intent_ranking") or []
    named = [
        item["name"]
        for item in ranking
        if item["name"] in waiting.IN_PLAIN_WORDS and item["confidence"] >= CLOSE
    ]
    others = [intent for intent in named if intent != "klacht"]
    return ["klacht", *others[:1]] if others else []
