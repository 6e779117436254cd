"""Stop and start again, from the intake or from a button."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.forgetting import forget
from actions.slots import read_message
from actions.unclear import clarify
from bot.dutch.phrases import is_restart, is_stop
from bot.intake.ending import CERTAIN
from bot.intake.state import Message
from bot.intake.stories import is_story


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
        message = read_message(tracker)
        in_intake = ended in ("stopped", "restarted")  # else it is what became of an earlier intake
        if not in_intake and not _is_meant(message):
            return clarify(dispatcher, tracker, message)
        reason = ended if in_intake else "restarted" if message.intent == "opnieuw" else "stopped"
        return forget(dispatcher, tracker, reason, in_intake)


def _is_meant(message: Message) -> bool:
    """Whether it is a command; a story is never wiped because the model hears one in it."""
    if message.is_button or is_stop(message.text) or is_restart(message.text):
        return True
    return message.confidence >= CERTAIN and not is_story(message.text)
