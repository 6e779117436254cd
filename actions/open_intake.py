"""Opens the intake with whatever the first message tells."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.beginning import begin_intake
from actions.slots import read_message


class ActionOpenIntake(Action):
    """Starts the form; a story that was kept while the route was unclear is used."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_open_intake"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say what was understood and ask the first open question."""
        return begin_intake(dispatcher, tracker, read_message(tracker))
