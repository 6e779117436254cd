"""Stop and start again: the engine wipes the conversation after this turn."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.speech import say
from bot.intake.state import Reply


class ActionForget(Action):
    """Says that all is wiped; the slot `forget` has the engine do it before the citizen reads it."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_forget"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Ask for the wipe."""
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        restarts = tracker.get_slot("ended") == "restarted" or (
            tracker.get_slot("ended") is None and intent == "opnieuw"
        )
        reason = "restarted" if restarts else "stopped"
        say(dispatcher, [Reply(f"utter_{reason}")])
        return [SlotSet("forget", reason)]
