"""A message taken as the answer to the question that was asked; what else it tells is used as well."""

from dataclasses import replace
from datetime import date

from bot.dutch.phrases import is_marked_question
from bot.dutch.places import is_place
from bot.intake.answers import read_answer, read_parts
from bot.intake.draft import WITH_FORM
from bot.intake.questions import ask_again, go_on
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.stories import adds_to_story, holds_story, is_story, take_story, tells_more
from bot.intake.told import Told, noted, use_contact, use_what_is_told


def answer(intake: Intake, message: Message, today: date) -> Outcome:
    """Take the message as an answer, as a part of the story, or say what was wrong with it."""
    asking = intake.asking or "what"
    if asking == "what" or tells_more(asking, message.text):
        return take_story(intake, message, today)
    read = read_parts(asking, intake, message.text, today)
    if read.problem:
        return _not_an_answer(read.intake, intake, message, read.problem, today)
    elsewhere = use_what_is_told(intake, message.text, today) if asking == "about" else None
    if elsewhere and elsewhere.facts and not elsewhere.intake.draft.told(asking):
        return go_on(elsewhere.intake, *noted(elsewhere))
    taken = replace(read.intake, editing=None)
    if holds_story(asking, message.text, today):
        return take_story(taken, message, today).after(*read.echo)
    told = _told_beside(asking, taken, message.text, today)
    return go_on(told.intake, *read.echo, *noted(told))


def _not_an_answer(partly: Intake, intake: Intake, message: Message, problem: Reply, today: date) -> Outcome:
    """Keep a story, use what the text tells of other questions, or ask again."""
    if adds_to_story(message.text):
        return take_story(intake, message, today)
    elsewhere = _told_beside(intake.asking or "what", intake, message.text, today)
    if elsewhere.facts and not elsewhere.intake.draft.told(intake.asking or "what"):
        return go_on(elsewhere.intake, *noted(elsewhere))
    if is_marked_question(message.text):
        return go_on(intake, Reply("utter_question_unknown"))
    return ask_again(partly, problem)


def _told_beside(asking: str, intake: Intake, text: str, today: date) -> Told:
    """Use what stands beside an answer; beside a name or an address a number is the citizen's own."""
    told = use_what_is_told(intake, text, today)
    return use_contact(told, text) if asking in ("name", "address", "phone", "email") else told


def reads_as_answer(intake: Intake, message: Message, today: date) -> bool:
    """Say whether the text reads as the answer by its form, such as a date or a place."""
    if intake.asking == "where" and not message.is_button:
        return is_place(message.text)
    if intake.asking not in WITH_FORM or message.is_button:
        return False
    return read_answer(intake.asking, intake, message.text, today).problem is None


def answer_beside(intake: Intake, text: str, today: date) -> Outcome | None:
    """Take what stands before a question: an answer, or a part of the story; None when it is neither."""
    message = Message(text, "informeren")
    fits = reads_as_answer(intake, message, today)
    return answer(intake, message, today) if text and (fits or is_story(text)) else None
