"""Beginning an intake with whatever was told so far."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.evidence import file_names
from actions.slots import cleared, read_intake, requested, write_intake
from actions.speech import say
from actions.waiting import NOTHING, with_kept_story
from bot.intake.draft import Draft
from bot.intake.opening import open_intake
from bot.intake.state import Intake, Message, Reply

KEPT_FOR_NEXT = ("name", "street", "house_number", "addition", "postcode", "city", "phone", "email")
_BEGUN = {
    "route": "klacht",
    "status": "open",
    "submitted": False,
    "ended": None,
    **NOTHING,
}


def begin_intake(dispatcher: CollectingDispatcher, tracker: Tracker, message: Message) -> list[EventType]:
    """Say what was understood, ask the first open question and return the events of the new intake."""
    outcome = open_intake(with_kept_story(message, tracker), services.today(), _known(tracker))
    if tracker.get_slot("submitted"):
        say(dispatcher, [Reply("utter_second_complaint", {"reference": tracker.get_slot("reference")})])
    say(dispatcher, outcome.replies)
    kept = write_intake(outcome.intake, tracker.latest_message.get("message_id"))
    return [
        *cleared(),
        *kept,
        *(SlotSet(name, value) for name, value in _BEGUN.items()),
        *_without_stored_files(tracker),
        requested(outcome.intake),
    ]


def _without_stored_files(tracker: Tracker) -> list[EventType]:
    """Files that were added before belong to this complaint, unless an earlier one took them."""
    return [SlotSet("files", None)] if tracker.get_slot("submitted") else []


def _known(tracker: Tracker) -> Intake:
    """Return the files that wait, or who the citizen is when an earlier complaint told it."""
    if not tracker.get_slot("submitted"):
        return Intake(files=file_names(tracker))
    draft = read_intake(tracker).draft
    return Intake(draft=Draft(**{field: getattr(draft, field) for field in KEPT_FOR_NEXT}))
