"""Asks once when the message is not clear, twice at most; then there is the phone and the letter."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.beginning import joined
from actions.idle import IdleAction
from actions.speech import say
from bot.dutch.phrases import is_skip
from bot.intake.state import Message, Reply
from bot.intake.stories import tells_nothing

MOST_QUESTIONS = 2
CLOSE = 0.08  # a route with less confidence than this is not worth naming
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


class ActionClarify(IdleAction):
    """One short question with the two likeliest routes as buttons."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_clarify"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Ask, or give up in a useful way; the text is kept for the intake."""
        asked = tracker.get_slot("clarifying") or 0
        say(dispatcher, [_question(asked, _likely(tracker))])
        return [
            SlotSet("clarifying", asked + 1),
            SlotSet("route", "other"),
            SlotSet("story", _kept(tracker.get_slot("story"), message.text)),
            SlotSet("offered", False),
        ]


def _kept(story: str | None, text: str) -> str | None:
    """Keep what was told; a bare "overslaan" is no part of a story."""
    return story if is_skip(text) or tells_nothing(text) else joined(story, text)


def _question(asked: int, likely: list[str]) -> Reply:
    if asked >= MOST_QUESTIONS:
        return Reply("utter_clarify_ways")
    if len(likely) < MOST_QUESTIONS:
        return Reply("utter_clarify_open")
    return Reply("utter_clarify", buttons=tuple((IN_PLAIN_WORDS[intent], f"/{intent}") for intent in likely))


def _likely(tracker: Tracker) -> list[str]:
    """Return the two likeliest routes that can be named, klacht always among them."""
    ranking = tracker.latest_message.get("intent_ranking") or []
    named = [
        item["name"] for item in ranking if item["name"] in IN_PLAIN_WORDS and item["confidence"] >= CLOSE
    ]
    others = [intent for intent in named if intent != "klacht"]
    return ["klacht", *others[:1]] if others else []
