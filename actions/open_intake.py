"""Opens the intake with whatever the first message tells."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions import afterthoughts
from actions.beginning import begin_intake
from actions.slots import read_message
from actions.speech import say
from bot.dutch.despair import speaks_of_suicide
from bot.intake.state import Reply


class ActionOpenIntake(Action):
    """Starts the form; a story that was kept while the route was unclear is used."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_open_intake"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say what was understood and ask the first open question; a second complaint is asked about."""
        message = read_message(tracker)
        if speaks_of_suicide(message.text):
            say(dispatcher, [Reply("utter_zelfmoord")])
        if afterthoughts.needs_asking(tracker, message):
            said = afterthoughts.take(dispatcher, tracker, message)
            events = afterthoughts.ask(dispatcher, tracker, message) if said is None else said
            return [*events, FollowupAction("action_listen")]
        return begin_intake(dispatcher, tracker, message)
