"""The citizen is asked what the message is about."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.idle import IdleAction
from actions.unclear import clarify
from bot.intake.state import Message


class ActionClarify(IdleAction):
    """One short question with the two likeliest routes as buttons."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_clarify"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Ask, or give up in a useful way; the text is kept for the intake."""
        return clarify(dispatcher, tracker, message)
