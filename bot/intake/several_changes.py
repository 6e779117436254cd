"""Several corrections in one message: "huisnummer is 14 en mijn telefoonnummer 06-12345678"."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.telling import tells
from bot.intake.changes import CHANGED, LONGEST, change
from bot.intake.corrections import find_correction, gives_value
from bot.intake.state import Intake, Message, Outcome
from bot.intake.stories import take_story

_BETWEEN = re.compile(
    r"\s*(?:[,;.\n]|\b(?:en|plus|and)\b)(?:\s|\b(?:en|ook|verder|dan)\b)*(?=\S)", re.IGNORECASE
)


def change_each(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Apply every correction of the message if all can be read; otherwise take the message as one."""
    outcomes = _applied(intake, message, today)
    if not outcomes:
        return change(intake, message, today)
    said = (reply for outcome in outcomes for reply in outcome.replies[:-1])
    return Outcome(outcomes[-1].intake, (*said, outcomes[-1].replies[-1]))


def separate(text: str) -> list[str]:
    """Cut *text* where a correction is followed by one of another answer, or by more of the story."""
    parts, begin = [], 0
    for between in _BETWEEN.finditer(text):
        before = find_correction(text[begin : between.start()], expected=True)
        if before and before.value and _is_another(text[between.end() :], before.field):
            parts.append(text[begin : between.start()])
            begin = between.end()
    return [*parts, text[begin:]]


def _is_another(text: str, field: str | None) -> bool:
    correction = find_correction(text, expected=True) if gives_value(text) else None
    return correction.field != field if correction else tells(text)


def _applied(intake: Intake, message: Message, today: date) -> list[Outcome]:
    """Return what each of several parts comes to, or nothing when one cannot be read."""
    parts = separate(message.text) if len(message.text) <= LONGEST else []
    outcomes: list[Outcome] = []
    for part in parts if len(parts) > 1 else ():
        before = outcomes[-1].intake if outcomes else intake
        outcome = _apply(before, replace(message, text=part), today)
        if outcome is None:
            return []
        outcomes.append(outcome)
    return outcomes


def _apply(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Change an answer, or tell more; None when neither comes of it."""
    outcome = change(intake, message, today)
    if outcome and outcome.replies[0].response == CHANGED:
        return outcome
    return take_story(intake, message, today) if outcome is None and tells(message.text) else None
