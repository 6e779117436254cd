"""Stop and start again, from the intake or from a button."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.forgetting import forget


class ActionForget(Action):
    """Ends the conversation as it was; an intake that starts again asks its first question at once."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_forget"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Ask for the wipe."""
        ended = tracker.get_slot("ended")
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        in_intake = ended in ("stopped", "restarted")  # else it is what became of an earlier intake
        reason = ended if in_intake else "restarted" if intent == "opnieuw" else "stopped"
        return forget(dispatcher, tracker, reason, in_intake)
