"""Opens the intake with whatever the first message tells."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.slots import cleared, read_intake, read_message, write_intake
from actions.speech import say
from bot.intake.draft import Draft
from bot.intake.opening import open_intake
from bot.intake.state import Intake, Message, Reply

KEPT_FOR_NEXT = ("name", "street", "house_number", "addition", "postcode", "city", "phone", "email")


class ActionOpenIntake(Action):
    """Starts the form; a story that was kept while the route was unclear is used."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_open_intake"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say what was understood and ask the first open question."""
        message = _with_kept_story(read_message(tracker), tracker.get_slot("story"))
        outcome = open_intake(message, services.today(), _known(tracker))
        if tracker.get_slot("submitted"):
            say(dispatcher, [Reply("utter_second_complaint", {"reference": tracker.get_slot("reference")})])
        say(dispatcher, outcome.replies)
        begun = {
            "route": "klacht",
            "status": "open",
            "submitted": False,
            "offered": False,
            "ended": None,
            "story": None,
            "clarifying": None,
            "reference": None,
            "receipt": None,
        }
        kept = write_intake(outcome.intake, tracker.latest_message.get("message_id"))
        return [*cleared(), *kept, *(SlotSet(name, value) for name, value in begun.items())]


def _known(tracker: Tracker) -> Intake | None:
    """Return who the citizen is when an earlier complaint of this conversation told it."""
    if not tracker.get_slot("submitted"):
        return None
    draft = read_intake(tracker).draft
    return Intake(draft=Draft(**{field: getattr(draft, field) for field in KEPT_FOR_NEXT}))


def _with_kept_story(message: Message, story: str | None) -> Message:
    """Return the message with the story that was told before the citizen chose the way of a complaint."""
    if not story or (not message.is_button and message.intent != "bevestigen"):
        return message
    return replace(message, text=story, is_button=False, values={})
