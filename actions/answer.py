"""Answers what is not a complaint, and keeps the text in case it turns out to be one."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import waiting
from actions.idle import IdleAction
from actions.routes import answer, offers_complaint, route_of
from actions.speech import say
from bot.dutch.phrases import is_request
from bot.intake.state import Message
from bot.intake.stories import is_story

_FAREWELL = frozenset({"bedankt", "afscheid"})
_ASKS_ITSELF = frozenset({"groet", "schelden"})  # the answer asks what happened
_FLAGGED = frozenset({"al_behandeld"})  # noted with the complaint when it becomes one after all


class ActionAnswer(IdleAction):
    """Gives the route or the answer that belongs to the intent."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Say the answer and note the route; a question in between leaves all as it was."""
        intent = message.intent
        tells = offers_complaint(intent) or _tells(message)
        offers = tells and intent not in _FAREWELL
        waits = None if intent in _FAREWELL | _ASKS_ITSELF else waiting.question(tracker)
        say(dispatcher, answer(message, tracker.get_slot("reference"), offers, waits))
        kept = waiting.kept(tracker, message, *(_FLAGGED & {intent})) if tells else []
        offer = [SlotSet("offered", True), *waiting.SETTLED] if offers else []
        return [SlotSet("route", route_of(intent)), *offer, *kept]


def _tells(message: Message) -> bool:
    """Say whether what reads as a question or a word in between tells something, and asks nothing."""
    return not message.is_button and is_story(message.text) and not is_request(message.text)
