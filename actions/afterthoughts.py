"""What is told after a complaint was sent: a second complaint begins only when the citizen wants one."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import waiting
from actions.speech import say
from bot.dutch.afterthoughts import names_addition, names_another
from bot.dutch.phrases import is_addition, is_bare_complaint
from bot.intake.state import Message, Reply
from bot.intake.stories import is_story


def take(dispatcher: CollectingDispatcher, tracker: Tracker, message: Message) -> list[EventType] | None:
    """Ask whether an addition is a second complaint, or say how it is added; None when it is none."""
    if not _may_add(tracker, message):
        return None
    if not is_story(message.text) or (tracker.get_slot("offered") and names_addition(message.text)):
        return decline(dispatcher, tracker)
    return ask(dispatcher, tracker, message)


def needs_asking(tracker: Tracker, message: Message) -> bool:
    """Say whether a story may belong to the complaint that was sent as well as be a second one."""
    chosen = message.is_button or is_bare_complaint(message.text) or names_another(message.text)
    return bool(tracker.get_slot("submitted")) and not chosen


def ask(dispatcher: CollectingDispatcher, tracker: Tracker, message: Message) -> list[EventType]:
    """Ask which of the two it is, and keep what was told."""
    say(dispatcher, [waiting.AFTERTHOUGHT])
    return [SlotSet("offered", True), *waiting.SETTLED, *waiting.kept(tracker, message)]


def decline(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say how something is added to the complaint that was sent."""
    say(dispatcher, [Reply("utter_add_after_submit", {"reference": tracker.get_slot("reference")})])
    return [SlotSet("route", "other"), *(SlotSet(name, value) for name, value in waiting.NOTHING.items())]


def _may_add(tracker: Tracker, message: Message) -> bool:
    adds = is_addition(message.text) or names_addition(message.text)
    return adds and needs_asking(tracker, message)
