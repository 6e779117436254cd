"""A yes or a no when nothing was asked, or when a complaint was offered."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import afterthoughts, waiting
from actions.beginning import begin_intake
from actions.idle import IdleAction
from actions.speech import say
from actions.unclear import clarify
from bot.intake.state import Message, Reply
from bot.intake.stories import is_story


class ActionAgree(IdleAction):
    """Yes to the offer opens the intake; after a complaint was stored, a second yes stores nothing new."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_agree"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Open the intake that was offered, say that all is done, or invite the citizen to tell."""
        unclear = tracker.get_slot("clarifying") and is_story(tracker.get_slot("story") or "")
        if tracker.get_slot("offered") or unclear:
            return [*begin_intake(dispatcher, tracker, message), ActiveLoop("complaint_form")]
        if waiting.question(tracker):
            return clarify(dispatcher, tracker, message)
        reference = tracker.get_slot("reference")
        done = Reply("utter_already_submitted", {"reference": reference})
        say(dispatcher, [done if reference else Reply("utter_go_ahead")])
        return [SlotSet("route", "other")]


class ActionDisagree(IdleAction):
    """The complaint that was offered is not wanted, or the no answers nothing."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_disagree"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Leave the door open."""
        offered = tracker.get_slot("offered")
        if waiting.question(tracker) and not offered:
            return clarify(dispatcher, tracker, message)
        if offered and tracker.get_slot("submitted"):
            return afterthoughts.decline(dispatcher, tracker)
        say(dispatcher, [Reply("utter_offer_declined" if offered else "utter_go_ahead")])
        return [SlotSet("route", "other"), *(SlotSet(name, value) for name, value in waiting.NOTHING.items())]
