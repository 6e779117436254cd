"""Changing an answer, at any moment and in the citizen's own words."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.dutch.addresses import find_address, is_whole_address
from bot.dutch.mailboxes import find_mailbox
from bot.dutch.names import split_name
from bot.dutch.phones import find_phone
from bot.dutch.phrases import is_addition, is_question
from bot.dutch.places import is_place, opens_like_place
from bot.dutch.when import read_when
from bot.intake.answers import read_answer
from bot.intake.corrections import Correction, find_correction, gives_value, is_bare_field
from bot.intake.draft import FREE, OPTIONAL, WITH_FORM
from bot.intake.questions import go_on
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.stories import take_story
from bot.intake.summary import LABELS, shown
from bot.intake.swaps import find_swap

LONGEST = 160  # characters; what is longer is a story, not a correction
LONGEST_VALUE = 40
FEWEST_WORDS = 3
CERTAIN = 0.6
CHANGED = "utter_changed"
_LIVES = re.compile(r"(?:ik|wij|we) (?:woon|wonen)\b", re.IGNORECASE)
_CLEARED_PARTS = {"address": ("street", "house_number", "addition", "postcode", "city")}


def change(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Apply a correction of an answer that was already given, or ask for the new words."""
    pressed = message.values.get("field") if message.is_button else None
    if pressed:
        return go_on(replace(intake, editing=pressed))
    if len(message.text) > LONGEST:
        return None
    expected = message.intent == "corrigeren" and message.confidence >= CERTAIN
    expected = expected or (intake.asking not in FREE and is_bare_field(message.text))
    expected = expected or _is_no_answer(intake, message.text, today)
    if is_addition(message.text):
        return None
    swap = find_swap(intake.draft, message.text)
    swapped = apply(intake, swap, today) if swap else None
    if swapped and swapped.intake.editing is None:
        return swapped
    correction = find_correction(message.text, expected)
    if correction is None and gives_value(message.text) and not is_question(message.text):
        return _unless_unread(intake, message.text, today)
    if correction and correction.question == "what" and _tells_what(message.text):
        return take_story(intake, message, today)  # it says what was wrong with it
    return apply(intake, correction, today) if correction else None


def _tells_what(text: str) -> bool:
    """Whether a text says itself what was wrong: "dat klopt niet, hij noemde mij leugenaar"."""
    return len(text.partition(",")[2].split()) >= FEWEST_WORDS


def _unless_unread(intake: Intake, text: str, today: date) -> Outcome | None:
    """Apply a correction that nothing announced, if its value reads as one."""
    correction = find_correction(text, expected=True)
    outcome = apply(intake, correction, today) if correction else None
    return outcome if outcome and outcome.intake.editing is None else None


def _is_no_answer(intake: Intake, text: str, today: date) -> bool:
    """Whether an answer with a strict form is being changed, and the text does not have that form."""
    if intake.editing not in WITH_FORM:
        return False
    return read_answer(intake.editing, intake, text, today).problem is not None


def apply(intake: Intake, correction: Correction, today: date) -> Outcome | None:
    """Put the correction in the draft; None when it concerns nothing that was answered."""
    if correction.field is None:
        correction = Correction(_kind_of(correction.value or "", today), correction.value)
    question = correction.question
    if (
        question is None
        or question == intake.asking
        or (not _has_something(intake, question) and question not in intake.skipped)
    ):
        return None
    if correction.removes and question in OPTIONAL:
        removed = replace(intake.skip(question), draft=replace(intake.draft, **{question: None}))
        return go_on(removed, _changed(removed, question))
    if correction.value is None:
        return go_on(replace(intake, editing=question))
    reopened = replace(intake, editing=question, skipped=intake.skipped - {question})
    answer = read_answer(question, _prepared(reopened, correction), _phrased(intake, correction), today)
    if answer.problem:
        return go_on(reopened, answer.problem)
    changed = _only_that_part(intake, replace(answer.intake, editing=None), correction)
    return go_on(changed, _changed(changed, question))


def _only_that_part(before: Intake, after: Intake, correction: Correction) -> Intake:
    """Keep the rest of an address when one part of it was named: "huisnummer 11 sorry"."""
    if correction.question != "address" or correction.field in ("address", None):
        return after
    named = {correction.field, "addition"} if correction.field == "house_number" else {correction.field}
    kept = {part: getattr(before.draft, part) for part in _CLEARED_PARTS["address"] if part not in named}
    return replace(after, draft=replace(after.draft, **kept))


def _kind_of(text: str, today: date) -> str | None:
    """Tell by its form which answer a bare value is meant for."""
    if len(text) > LONGEST_VALUE:
        return None
    finders: tuple[tuple[str, Callable[[], object]], ...] = (
        ("email", lambda: find_mailbox(text)),
        ("phone", lambda: find_phone(text)),
        ("when", lambda: _names_a_day(text, today)),
        ("address", lambda: is_whole_address(text) or (_LIVES.match(text) and find_address(text))),
        ("where", lambda: is_place(text) or opens_like_place(text)),
    )
    return next((name for name, find in finders if find()), None)


def _names_a_day(text: str, today: date) -> bool:
    """Say whether the text reads as a date; a bare number could be anything."""
    return any(character.isalpha() for character in text) and read_when(text, today).problem is None


def _has_something(intake: Intake, question: str) -> bool:
    if question == "address":
        return any(getattr(intake.draft, part) for part in _CLEARED_PARTS["address"])
    return intake.draft.told(question)


def _prepared(intake: Intake, correction: Correction) -> Intake:
    """Clear the part that changes, so that the new words are read as that part."""
    part = correction.field
    if part is None or correction.question != "address":
        return intake
    cleared: tuple[str, ...] = _CLEARED_PARTS["address"] if part == "address" else (part,)
    return replace(intake, draft=replace(intake.draft, **dict.fromkeys(cleared)))


def _phrased(intake: Intake, correction: Correction) -> str:
    value = correction.value or ""
    given, surname = split_name(intake.draft.name or "") if intake.draft.name else ("", "")
    if correction.field == "surname" and given:
        return f"{given} {value}"
    if correction.field == "given_name":
        return f"{value} {surname}".strip()
    return f"huisnummer {value}" if correction.field == "house_number" and value[:1].isdigit() else value


def _changed(intake: Intake, question: str) -> Reply:
    return Reply(CHANGED, {"field": LABELS[question], "value": shown(intake, question)})
