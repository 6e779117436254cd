"""Every message while a complaint is taken down: the intake decides what it means."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.routes import route_of
from actions.slots import is_handled, read_intake, read_message, requested, write_intake
from actions.speech import say
from bot.intake.side_questions import TOPIC_ANSWERS, answer_to
from bot.intake.state import Message, Outcome
from bot.intake.turn import take_turn


class ValidateComplaintForm(Action):
    """Rasa calls this for its form; one call takes the whole turn, question included."""

    def name(self) -> str:
        """Name in the domain."""
        return "validate_complaint_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Take the turn, unless the message was already dealt with when the form was opened."""
        intake = read_intake(tracker)
        if is_handled(tracker):
            return [requested(intake)]
        message = read_message(tracker)
        outcome = take_turn(intake, message, services.today())
        say(dispatcher, outcome.replies)
        events = write_intake(outcome.intake, tracker.latest_message.get("message_id"))
        return [*events, SlotSet("route", _route(message, outcome)), *_ending(outcome)]


def _route(message: Message, outcome: Outcome) -> str:
    """Return the route of this message: a question in between is info, all else belongs to the complaint."""
    said = {reply.response for reply in outcome.replies}
    heard = answer_to(message.intent)
    if heard and heard.response in said and not outcome.ended:
        return route_of(message.intent)
    return "info" if said & TOPIC_ANSWERS else "klacht"


def _ending(outcome: Outcome) -> list[EventType]:
    if outcome.ended is None:
        return [SlotSet("ended", None), requested(outcome.intake)]
    ending = outcome.ended if outcome.ended in ("confirmed", "stopped", "restarted") else "rerouted"
    route = outcome.ended if ending == "rerouted" else None
    return [SlotSet("ended", ending), SlotSet("story", route), SlotSet("requested_slot", None)]
