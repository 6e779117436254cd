"""Answers what is not a complaint, and keeps the text in case it turns out to be one."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.beginning import joined
from actions.idle import IdleAction
from actions.routes import answer, offers_complaint, route_of
from actions.speech import say
from bot.dutch.phrases import is_question
from bot.intake.state import Message
from bot.intake.stories import is_story


class ActionAnswer(IdleAction):
    """Gives the route or the answer that belongs to the intent."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Say the answer and note the route."""
        say(dispatcher, answer(message, tracker.get_slot("reference")))
        offered = offers_complaint(message.intent)
        keeps = offered or (is_story(message.text) and not is_question(message.text))
        earlier = tracker.get_slot("story")
        told = joined(earlier if tracker.get_slot("offered") else None, message.text)
        return [
            SlotSet("route", route_of(message.intent)),
            SlotSet("offered", offered),
            SlotSet("story", told if keeps and not message.is_button else earlier),
            SlotSet("clarifying", None),
        ]
