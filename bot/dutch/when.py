"""When it happened, in a citizen's own words: read an answer, find the date in a story, and tell it back.

Whole-phrase rules come first, the dateparser library reads what is left, also as a whole. What fits no
reading from end to end is asked again rather than guessed at. Today is an argument; no clock is read here.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import dateparser

from bot.dutch.answer_words import is_ahead, is_dateable, is_unknown, without_fillers
from bot.dutch.calendar_words import MONTHS, canonical
from bot.dutch.clock_times import Clock, take_clock
from bot.dutch.date_phrases import read_phrase
from bot.dutch.date_stories import Mention, only_mention
from bot.dutch.describe_dates import describe
from bot.dutch.periods import Period, Problem, UnreadableDateError, day
from bot.dutch.recurring import read_recurring, without_interval

_LONGEST_ANSWER = 500
_TURNED_ROUND = re.compile(
    r"\b(?:niet|geen|later|eerder|erna|daarna|ervoor|daarvoor|erop|nooit|behalve|elke?|iedere?)\b"
)
# Beside a date in a sentence: a number of a date or one that counts nothing; words for what goes on.
_NUMBER_LEFT = re.compile(r"\b(?:19|20)\d\d\b|\d[-/.]\d|\d{1,2}e\b|\d(?!\d* [a-z]{3}|\d)")
_GOES_ON = re.compile(r"\bnog (?:steeds|altijd)(?! geen| ni)|\b(?:gaat|duurt|loopt) door\b")


@dataclass(frozen=True)
class When:
    """A reading of when it happened; *first* and *last* are empty exactly when there is a *problem*.

    *time* is "HH:MM". What is *ongoing* lasts until the day it was told. *text* is the citizen's own words.
    """

    first: date | None
    last: date | None
    time: str | None
    ongoing: bool
    approximate: bool
    text: str
    problem: Problem | None = None


def _problem(text: str, problem: Problem, time: str | None = None) -> When:
    return When(None, None, time, ongoing=False, approximate=False, text=text, problem=problem)


def _night(period: Period, clock: Clock) -> Period:
    """Let a night run into the next day, or settle it by its time."""
    if clock.part not in ("nacht", "vannacht") or period.days > 2:
        return period
    if period.days == 2:
        if clock.time is None:
            return period
        return day(period.last if clock.time < "12:00" else period.first)
    late = clock.time is not None and clock.time >= "18:00"
    return period if late else replace(period, last=period.last + timedelta(days=1), approximate=True)


def _when(text: str, period: Period, clock: Clock, doubted: bool, today: date) -> When:
    if period.first > today:
        return _problem(text, "future")
    period = _night(period, clock)
    approximate = period.approximate or doubted
    return When(period.first, min(period.last, today), clock.time, period.ongoing, approximate, text)


def _parsed(phrase: str, today: date) -> Period | None:
    """Read a whole phrase with dateparser; every number in it must come back in the date."""
    if not re.search("|".join(MONTHS), phrase) or not re.search(r"\d", phrase):
        return None
    settings = {
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime.combine(today, time()),
        "REQUIRE_PARTS": ["day", "month"],
    }
    found = dateparser.parse(phrase, languages=["nl", "en"], settings=settings)
    if found is None or not {int(number) for number in re.findall(r"\d+", phrase)} <= {found.day, found.year}:
        return None
    return day(found.date())


def _whole(phrase: str, today: date) -> Period | None:
    """Read a phrase that is a date from end to end: by the rules, else by the library."""
    return read_phrase(phrase, today) or _parsed(phrase, today)


def _sought(text: str, phrase: str, today: date) -> Mention | None:
    """Find the one date in a sentence of an answer, unless that turns it round ("niet op 3 november")."""
    mention = None if _TURNED_ROUND.search(phrase) else only_mention(text, today)
    if mention is None:
        return None
    rest = canonical(text.replace(mention.text, " "))
    if _NUMBER_LEFT.search(rest) or is_dateable(re.sub(r"\d+", "", rest)):
        return None
    return None if _GOES_ON.search(rest) and not mention.period.ongoing else mention


def _recurring(text: str, phrase: str, today: date) -> When | None:
    """Read what happens more than once by its last time; without that there is no date in it yet."""
    rest, clock = take_clock(without_interval(phrase))
    recurring = read_recurring(rest)
    if recurring is None:
        return None
    last, doubted = without_fillers(recurring.last)
    try:
        period = _whole(last, today)
    except UnreadableDateError as error:
        return _problem(text, error.problem)
    mention = None if period else _sought(last, last, today)
    period = mention.period if mention else period
    if period:
        return _when(text, period, clock, doubted, today)
    if is_dateable(last) or is_unknown(phrase) or not recurring.often:
        return None
    return _problem(text, "recurring", clock.time)


def read_when(text: str, today: date) -> When:
    """Read an answer to "wanneer is het gebeurd?"; a reading never lies in the future."""
    phrase = canonical(text[:_LONGEST_ANSWER])
    rest, clock = take_clock(phrase)
    rest, doubted = without_fillers(rest)
    try:
        period = _whole(rest, today)
    except UnreadableDateError as error:
        return _recurring(text, phrase, today) or _problem(text, error.problem)
    if period:
        return _when(text, period, clock, doubted, today)
    mention = _sought(text, phrase, today)
    if mention:
        return _when(text, mention.period, mention.clock, doubted, today)
    recurring = _recurring(text, phrase, today)
    if recurring:
        return recurring
    if is_unknown(phrase):
        return _problem(text, "unknown")
    if is_ahead(rest):
        return _problem(text, "future")
    return _problem(text, "unclear" if is_dateable(rest) else "incomplete", clock.time)


def is_date(text: str, today: date) -> bool:
    """Tell whether a text is a date and nothing else, as an answer would be."""
    rest, _ = without_fillers(take_clock(canonical(text[:_LONGEST_ANSWER]))[0])
    try:
        return any(char.isalpha() for char in text) and read_phrase(rest, today) is not None
    except UnreadableDateError:
        return False


def find_when(text: str, today: date) -> When | None:
    """Find the date of the event in a story; None without one unambiguous past date."""
    mention = only_mention(text, today)
    if mention is None:
        return None
    return _when(mention.text, mention.period, mention.clock, doubted=False, today=today)


def describe_when(when: When) -> str:
    """Tell a reading back in Dutch, in words that read as the same; a problem gives the own words."""
    if when.first is None or when.last is None:
        return when.text
    return describe(Period(when.first, when.last, when.approximate, when.ongoing), when.time)
