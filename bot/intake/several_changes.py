"""Several corrections in one message: "huisnummer is 14 en mijn telefoonnummer 06-12345678"."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.telling import tells
from bot.dutch.when import is_date
from bot.intake.answering import answer, reads_as_answer
from bot.intake.changes import CHANGED, LONGEST, change
from bot.intake.corrections import find_correction, gives_value
from bot.intake.state import Intake, Message, Outcome
from bot.intake.stories import take_story

_BETWEEN = re.compile(
    r"\s*(?:[,;.\n]|\b(?:en|plus|and)\b)(?:\s|\b(?:en|ook|verder|dan)\b)*(?=\S)", re.IGNORECASE
)
_IT_WAS = re.compile(r"(?:het|dat) (?:was|is|gebeurde) (?:op )?", re.IGNORECASE)


def change_each(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Apply every correction of the message if all can be read; otherwise take the message as one."""
    outcomes = _applied(intake, message, today)
    if not outcomes:
        return change(intake, message, today)
    said = (reply for outcome in outcomes for reply in outcome.replies[:-1])
    return Outcome(outcomes[-1].intake, (*said, outcomes[-1].replies[-1]))


def separate(text: str, today: date) -> list[str]:
    """Cut *text* where a correction is followed by one of another answer, or by more of the story."""
    parts, begin = [], 0
    for between in _BETWEEN.finditer(text):
        before = find_correction(text[begin : between.start()], expected=True)
        if before and before.value and _is_another(text[between.end() :], before.field, today):
            parts.append(text[begin : between.start()])
            begin = between.end()
    return [*parts, text[begin:]]


def _is_another(text: str, field: str | None, today: date) -> bool:
    correction = find_correction(text, expected=True) if gives_value(text) else None
    if correction:
        return correction.field != field
    dated = _IT_WAS.match(text)
    return tells(text) or bool(dated and is_date(text[dated.end() :], today))


def _applied(intake: Intake, message: Message, today: date) -> list[Outcome]:
    """Return what each of several parts comes to, or nothing when one cannot be read."""
    parts = separate(message.text, today) if len(message.text) <= LONGEST else []
    outcomes: list[Outcome] = []
    for part in parts if len(parts) > 1 else ():
        before = outcomes[-1].intake if outcomes else intake
        outcome = _apply(before, replace(message, text=part), today)
        if outcome is None:
            return []
        outcomes.append(outcome)
    return outcomes


def _apply(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Change an answer, tell more or answer what is asked; None when nothing comes of it."""
    outcome = change(intake, replace(message, intent="corrigeren", confidence=1.0), today)
    if outcome:
        return outcome if outcome.replies[0].response == CHANGED else None
    if tells(message.text):
        return take_story(intake, message, today)
    return answer(intake, message, today) if reads_as_answer(intake, message, today) else None
