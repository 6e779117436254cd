"""What is heard the same way in every turn outside the intake, whatever the model makes of it."""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import afterthoughts, services, waiting
from actions.beginning import begin_intake
from actions.forgetting import forget
from actions.routes import begins_button
from actions.slots import read_message
from actions.speech import say
from actions.unclear import clarify
from bot.dutch.asked import asked_about
from bot.dutch.despair import speaks_of_suicide
from bot.dutch.language import looks_english, looks_foreign
from bot.dutch.phrases import (
    asks_if_sent,
    is_bare_complaint,
    is_question,
    is_request,
    is_restart,
    is_stop,
    refers_back,
)
from bot.dutch.places import is_place
from bot.dutch.when import is_date
from bot.dutch.wording import is_gibberish
from bot.intake.corrections import find_correction
from bot.intake.side_questions import plain_answer
from bot.intake.state import Intake, Message, Reply
from bot.intake.stories import is_story

_ABOUT_THE_INTAKE = ("progress", "overview")
_NOT_UNDERSTOOD = ("andere_taal", "nlu_fallback")


class IdleAction(Action, ABC):
    """An answer outside the intake; plain phrases come before the model's guess."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Act on a plain phrase, or respond as this action does."""
        message = read_message(tracker)
        if message.masked:
            say(dispatcher, [Reply("utter_masked")])
        if message.intent != "noodgeval" and speaks_of_suicide(message.text):
            say(dispatcher, [Reply("utter_zelfmoord")])
        plain = None if message.is_button else _plain_phrase(dispatcher, tracker, message)
        return self.respond(dispatcher, tracker, message) if plain is None else plain

    @abstractmethod
    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
    ) -> list[EventType]:
        """Say what belongs to the message and return the events."""


def _is_foreign_story(message: Message) -> bool:
    """Whether it is a story in a language that the model cannot judge, whatever it makes of it."""
    text = message.text
    judged = message.intent not in _NOT_UNDERSTOOD and (looks_english(text) or is_request(text))
    return not judged and is_story(text) and looks_foreign(text)


def _plain_phrase(
    dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
) -> list[EventType] | None:
    text, reference = message.text, tracker.get_slot("reference")
    after = _afterthought(dispatcher, tracker, message)
    if after is not None:
        return after
    if is_bare_complaint(text) or _is_foreign_story(message) or _chooses_complaint(tracker, text):
        return [*begin_intake(dispatcher, tracker, message), ActiveLoop("complaint_form")]
    if is_restart(text):
        return forget(dispatcher, tracker, "restarted")
    if is_stop(text):
        return forget(dispatcher, tracker, "stopped")
    if reference and asks_if_sent(text):
        say(dispatcher, [Reply("utter_already_submitted", {"reference": reference})])
        return []
    if reference and _wants_to_change(message):
        say(dispatcher, [Reply("utter_change_after_submit", {"reference": reference})])
        return []
    if is_gibberish(text):
        return clarify(dispatcher, tracker, message)
    return _plain_question(dispatcher, tracker, text)


def _afterthought(
    dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
) -> list[EventType] | None:
    """Ask what a story belongs to, when a complaint was sent already."""
    if _is_foreign_story(message) and afterthoughts.needs_asking(tracker, message):
        return afterthoughts.ask(dispatcher, tracker, message)
    return afterthoughts.take(dispatcher, tracker, message)


def _plain_question(dispatcher: CollectingDispatcher, tracker: Tracker, text: str) -> list[EventType] | None:
    """Answer a question that is known by its words."""
    reply = None if asked_about(text) in _ABOUT_THE_INTAKE else plain_answer(Intake(), text)
    if reply is None:
        return None
    waits = waiting.question(tracker)
    begins = () if waits or tracker.get_slot("reference") else begins_button("vraag_")
    say(dispatcher, [replace(reply, buttons=begins), *([waits] if waits else [])])
    return [SlotSet("route", "info")]


def _chooses_complaint(tracker: Tracker, text: str) -> bool:
    """Whether the citizen wants both ways that were named, or goes on with a story not understood."""
    goes_on = tracker.get_slot("clarifying") and (is_date(text, services.today()) or is_place(text))
    told_before = bool(refers_back(text) or goes_on) and is_story(tracker.get_slot("story") or "")
    return told_before or waiting.wants_both(tracker, text)


def _wants_to_change(message: Message) -> bool:
    """Whether a complaint that was stored turns out to be wrong."""
    if asked_about(message.text) in ("change", "evidence"):
        return True
    correction = find_correction(message.text, expected=message.intent == "corrigeren")
    return correction is not None and correction.field is not None and not is_question(message.text)
