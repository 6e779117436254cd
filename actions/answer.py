"""Answers what is not a complaint, and keeps the text in case it turns out to be one."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.routes import answer, offers_complaint, route_of
from actions.slots import read_message
from actions.speech import say
from bot.intake.state import Reply


class ActionAnswer(Action):
    """Gives the route or the answer that belongs to the intent."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the answer and note the route."""
        message = read_message(tracker)
        if message.masked:
            say(dispatcher, [Reply("utter_masked")])
        say(dispatcher, answer(message, tracker.get_slot("reference")))
        offered = offers_complaint(message.intent)
        story = message.text if offered and not message.is_button else tracker.get_slot("story")
        return [
            SlotSet("route", route_of(message.intent)),
            SlotSet("offered", offered),
            SlotSet("story", story),
            SlotSet("clarifying", None),
        ]
