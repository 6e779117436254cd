"""The last question: does the summary agree? Yes stores, anything else is understood as a change."""

from dataclasses import replace
from datetime import date

from bot.dutch.asked import asked_about
from bot.dutch.mailboxes import find_mailbox
from bot.dutch.phones import find_phone
from bot.dutch.phrases import asks_if_sent, is_marked_question, is_no, is_question, is_yes, refers_back
from bot.dutch.telling import tells
from bot.dutch.when import is_date
from bot.intake.candidates import FEWEST_WORDS, doubt, only_asks
from bot.intake.changes import apply
from bot.intake.corrections import Correction, find_correction
from bot.intake.questions import go_on
from bot.intake.several_changes import change_each
from bot.intake.side_questions import answer_to, is_side_question, is_why, plain_answer, why_reply
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.stories import adds_to_story, take_story
from bot.intake.summary import change_buttons

CERTAIN = 0.7
_LONGEST_CORRECTION = 400  # characters; what is longer is a story that happens to name a field
_SHORT = 40  # characters; longer text beside a yes holds more than a yes


def check(intake: Intake, message: Message, today: date) -> Outcome:
    """Return what the citizen's reaction to the summary means."""
    if _agrees(message):
        return Outcome(intake, ended="confirmed")
    for handle in (_other, _changes, _refuses, _adds, _unclear):
        outcome = handle(intake, message, today)
        if outcome:
            return outcome
    return Outcome(intake, (_what_to_change("utter_confirmation_unclear"),))


def _agrees(message: Message) -> bool:
    if message.is_button:
        return message.intent == "bevestigen"
    likely = message.intent == "bevestigen" and message.confidence >= CERTAIN and len(message.text) <= _SHORT
    likely = likely and not is_question(message.text)
    return is_yes(message.text) or (likely and find_correction(message.text) is None)


def _other(intake: Intake, message: Message, _: date) -> Outcome | None:
    if asks_if_sent(message.text) or (message.intent == "vraag_status" and is_side_question(message)):
        return _status(intake)
    if is_why(message.text):
        return _short_question(intake, why_reply("confirmation"))
    if asked_about(message.text) == "overview":
        return go_on(intake)
    reply = None if message.is_button else plain_answer(intake, message.text)
    if reply is None and is_side_question(message):
        reply = answer_to(message.intent)
    return _short_question(intake, reply) if reply else None


def _status(intake: Intake) -> Outcome:
    """Say that nothing was sent, or that nobody knows, and with which word it will be."""
    if intake.unsent:
        return Outcome(intake, (Reply("utter_submit_unsure" if intake.unsure else "utter_submit_failed"),))
    return _short_question(intake, Reply("utter_status_not_sent"))


def _changes(intake: Intake, message: Message, today: date) -> Outcome | None:
    changed = change_each(intake, message, today)
    if changed or len(message.text) > _LONGEST_CORRECTION:
        return changed
    correction = find_correction(message.text, expected=not tells(message.text))
    if correction is None and _is_bare_value(message.text, today):
        correction = Correction(None, message.text)
    return apply(intake, correction, today) if correction else None


def _is_bare_value(text: str, today: date) -> bool:
    return is_date(text, today) or bool(find_mailbox(text)) or bool(find_phone(text))


def _refuses(intake: Intake, message: Message, _: date) -> Outcome | None:
    pressed = message.presses("ontkennen")
    if not pressed and not is_no(message.text):
        return None
    return Outcome(intake, (_what_to_change("utter_question_change"),))


def _adds(intake: Intake, message: Message, today: date) -> Outcome | None:
    if refers_back(message.text) or not adds_to_story(message.text):
        return None
    if only_asks(message):
        return doubt(intake, message)
    return take_story(intake, replace(message, intent="klacht"), today)


def _unclear(intake: Intake, message: Message, _: date) -> Outcome | None:
    """Answer an unknown question, and keep other words until the citizen says if they belong to the story."""
    if message.is_button:
        return None
    if is_marked_question(message.text):
        return _short_question(intake, Reply("utter_question_unknown"))
    return doubt(intake, message) if len(message.text.split()) >= FEWEST_WORDS else None


def _what_to_change(response: str) -> Reply:
    return Reply(response, buttons=change_buttons())


def _short_question(intake: Intake, reply: Reply) -> Outcome:
    """Answer, and ask for the confirmation again without repeating the whole summary."""
    buttons = (("Ja, dit klopt", "/bevestigen"), ("Nee, ik wil iets wijzigen", "/ontkennen"))
    return Outcome(intake, (reply, Reply("utter_question_confirmation_again", buttons=buttons)))
