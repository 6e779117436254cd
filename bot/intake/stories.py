"""The story: what counts as one, how it grows, and what it already answers."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.abuse import is_abuse
from bot.dutch.phrases import (
    is_addition,
    is_bare_complaint,
    is_no,
    is_skip,
    is_unknown,
    is_yes,
    means_both,
    refers_back,
    says_nothing,
)
from bot.dutch.places import find_place
from bot.dutch.telling import tells
from bot.dutch.when import find_when
from bot.intake.questions import ask_again, go_on
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.told import echo, use_what_is_told

_ANSWER_WORDS = {"when": 6, "address": 6, "phone": 2, "email": 1}  # of an ordinary answer
# What somebody did is no place, unless it begins as one: "in de wachtkamer, waar ik een uur zat".
_SOMEBODY = re.compile(r"\b(?:ik|hij|zij|ze|wij|we|jullie|die (?:man|vrouw|mevrouw|meneer))\b", re.IGNORECASE)
_OPENS_PLACE = re.compile(
    r"(?:(?:het|dat) was |gewoon )?(?:in|op|bij|aan|voor|achter|tijdens|via|per|thuis|buiten|met)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(  # and then a description: "weet niet hoe hij heet, lang met een bril"
    r"(?:(?:ik )?(?:weet|ken) (?:(?:zijn|haar|de|hun) naam )?niet|geen idee)"
    r"(?:(?<=naam niet)| (?:hoe|wie) (?:hij|ie|zij|ze|het|dat|die|de \w+) (?:heet(?:te)?|was|is))\b",
    re.IGNORECASE,
)
_NOTHING_TOLD = (is_bare_complaint, is_yes, is_no, is_abuse, says_nothing)
FEWEST_WORDS = 8  # fewer is too little to be taken for a story when something else was asked


def is_story(text: str) -> bool:
    """Say whether *text* is long enough to tell something, whatever was asked."""
    return len(text.split()) >= FEWEST_WORDS


def adds_to_story(text: str) -> bool:
    """Say whether *text* belongs to the story, whatever was asked: by its length, or by what it tells."""
    return is_story(text) or is_addition(text) or tells(text)


def tells_more(asking: str, text: str) -> bool:
    """Say whether a reply to a question that takes any words goes on with the story."""
    if asking not in ("where", "about"):
        return False
    place = find_place(text) if asking == "where" else None
    if asking == "about" and _NAMELESS.match(text):
        return False
    beside = len(text.split()) - len(place.split()) if place else 0
    tells_on = is_story(text) and bool(_SOMEBODY.search(text)) and not _OPENS_PLACE.match(text)
    return is_addition(text) or tells(text) or beside >= FEWEST_WORDS or tells_on


def holds_story(asking: str, text: str, today: date) -> bool:
    """Say whether an answer with a form of its own, such as a date, stands in a story."""
    size = _ANSWER_WORDS.get(asking)
    when = find_when(text, today) if asking == "when" else None
    answer = len(when.text.split()) if when else size
    return answer is not None and len(text.split()) - answer >= FEWEST_WORDS


def tells_nothing(text: str) -> bool:
    """Say whether *text* only announces a complaint, or holds no words: the story is still to come."""
    letters = sum(character.isalpha() for character in text)
    return letters < 3 or any(recognise(text) for recognise in _NOTHING_TOLD)


def adds_nothing(text: str) -> bool:
    """Say whether *text* only reacts to what was said, and tells nothing that a story could hold."""
    reacts = (refers_back, is_skip, is_unknown, means_both)
    return tells_nothing(text) or any(recognise(text) for recognise in reacts)


def take_story(
    intake: Intake, message: Message, today: date, first_thanks: str = "utter_story_thanks"
) -> Outcome:
    """Add the message to the story, use what it tells, and go on."""
    if tells_nothing(message.text):
        return ask_again(intake, Reply("utter_invalid_what"))
    draft = intake.draft.with_addition(message.text.strip())
    if draft is None:
        return go_on(replace(intake, editing=None), Reply("utter_story_full"))
    first = intake.draft.what is None
    told = use_what_is_told(replace(intake, draft=draft, editing=None), message.text, today)
    thanks = Reply(first_thanks if first else "utter_story_added")
    return go_on(told.intake, thanks, *echo(told), *_warnings(intake, told.intake))


def _warnings(before: Intake, after: Intake) -> tuple[Reply, ...]:
    new = set(after.flags) - set(before.flags)
    return (Reply("utter_older_than_year"),) if "older_than_year" in new else ()
