"""What a rule of the date reader is: a whole-phrase pattern, and the period it stands for."""

import re
from collections.abc import Callable
from datetime import date

from bot.dutch.calendar_words import MONTHS, WEEKDAYS
from bot.dutch.holidays_nl import HOLIDAY_NAMES
from bot.dutch.periods import SEASONS, Period

Rule = Callable[[re.Match[str], date], Period | None]

_PIECES = {
    "day": r"(?P<day>\d{1,2})",
    "month": rf"(?P<month>{'|'.join(MONTHS)})",
    "weekday": rf"(?P<weekday>{'|'.join(WEEKDAYS)})",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "season": rf"(?P<season>{'|'.join(SEASONS)})",
    "holiday": rf"(?P<holiday>{'|'.join(sorted(HOLIDAY_NAMES, key=len, reverse=True))})",
    "past": r"(?:afgelopen|vorige|laatste|voorbije)",
    "unit": r"(?P<unit>dag|dagen|week|weken|maand|maanden|jaar)",
    "ago": r"(?:geleden|terug)",
}


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which <day>, <month>, <weekday> and their like stand for calendar words."""
    return re.compile(re.sub(r"(?<!\?P)<(\w+)>", lambda match: _PIECES[match[1]], pattern))


def month_number(match: re.Match[str]) -> int:
    """Return the number of the month that was matched."""
    return MONTHS.index(match["month"]) + 1


def first_match(rules: list[tuple[re.Pattern[str], Rule]], phrase: str, today: date) -> Period | None:
    """Return what the first rule that covers the whole phrase reads."""
    for pattern, rule in rules:
        match = pattern.fullmatch(phrase)
        period = rule(match, today) if match else None
        if period:
            return period
    return None
