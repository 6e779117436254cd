"""Shows the way when the intake turned out to be about something else."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.routes import answer, route_of
from actions.slots import cleared, read_intake, read_message
from actions.speech import say
from actions.waiting import joined
from bot.intake.stories import is_story


class ActionEndIntake(Action):
    """Ends the intake for another route; the story stays at hand in case it is a complaint after all."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_end_intake"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the other route and offer the complaint."""
        intent = tracker.get_slot("story")
        message = read_message(tracker)
        say(dispatcher, answer(replace(message, intent=intent), None, offers=True))
        told = read_intake(tracker).draft.what
        story = joined(told, message.text) if not told or is_story(message.text) else told
        return [
            *cleared(),
            SlotSet("route", route_of(intent)),
            SlotSet("offered", True),
            SlotSet("story", story),
        ]
