"""Ending the intake: a command ends it at once, what only sounds like one is asked about."""

from datetime import date

from bot.dutch.phrases import is_restart, is_skip, is_stop, is_yes, tries_again
from bot.intake.answering import reads_as_answer
from bot.intake.candidates import STOP, doubt
from bot.intake.state import Intake, Message, Outcome
from bot.intake.stories import adds_to_story

CERTAIN = 0.7


def end(intake: Intake, message: Message, _: date) -> Outcome | None:
    """End the intake when the citizen says so in so many words, or presses the button."""
    if message.text.startswith("/"):  # "/restart" is for chat programs; here it must not wipe a story
        return None
    if intake.unsent and tries_again(message.text):
        return Outcome(intake, ended="confirmed")
    if is_stop(message.text) or message.presses(STOP) or _agrees_to_stop(intake, message):
        return Outcome(intake, ended="stopped")
    if is_restart(message.text) or message.presses("opnieuw"):
        return Outcome(intake, ended="restarted")
    return None


def doubt_end(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Ask whether to stop when the model hears it in other words; a story is never wiped on a guess."""
    if message.intent != STOP or message.confidence < CERTAIN or adds_to_story(message.text):
        return None
    if intake.editing and is_skip(message.text):  # "toch maar niet" calls off the change, not the complaint
        return None
    # "Hou op" can be read as a name.
    answers = intake.asking != "name" and reads_as_answer(intake, message, today)
    return None if answers else doubt(intake, message)


def _agrees_to_stop(intake: Intake, message: Message) -> bool:
    return bool(intake.candidate and intake.candidate.intent == STOP and is_yes(message.text))
