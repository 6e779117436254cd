"""Asking the engine to wipe the conversation after this turn."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.slots import read_intake
from actions.speech import say
from bot.intake.state import Reply

# How the wiped conversation begins when the citizen starts the complaint anew.
_NEW_INTAKE = {"loop": "complaint_form", "slots": {"requested_slot": "what", "route": "klacht"}}
_AFTER_SUBMISSION = {
    "stopped": ("utter_stopped_after_submission",),
    "restarted": ("utter_second_complaint", "utter_question_what"),
}


def forget(
    dispatcher: CollectingDispatcher, tracker: Tracker, reason: str, in_intake: bool = False
) -> list[EventType]:
    """Say that all is wiped; the slot `forget` has the engine do it before the citizen reads it."""
    stored = tracker.get_slot("complaints")
    if read_intake(tracker).unsure:
        say(dispatcher, [Reply(f"utter_{reason}_unsure")])
    elif stored:
        say(dispatcher, [Reply(name, {"reference": stored[-1]}) for name in _AFTER_SUBMISSION[reason]])
    else:
        say(dispatcher, [Reply(f"utter_{reason}")])
    fresh = _NEW_INTAKE if reason == "restarted" and in_intake else None
    return [SlotSet("forget", reason), SlotSet("fresh", fresh)]
