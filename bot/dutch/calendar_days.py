"""Days and periods the calendar names: "dinsdag 3 november", 5/11, "maandag de 2e", "week 45", "2019"."""

import re
from datetime import date, timedelta

from bot.dutch.calendar_words import WEEKDAYS
from bot.dutch.date_rules import Rule, compiled, first_match, month_number
from bot.dutch.holidays_nl import holiday_in, latest_holiday
from bot.dutch.periods import (
    Period,
    UnreadableDateError,
    day,
    latest_monthly,
    latest_weekday,
    latest_yearly,
    make_date,
    months,
    season,
    week_of,
    year_of,
)


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _on_weekday(value: date, match: re.Match[str]) -> Period:
    """Return the day; a weekday that contradicts it ("dinsdag 9 november" on a Monday) must be asked."""
    weekday = match.groupdict().get("weekday")
    if weekday and WEEKDAYS.index(weekday) != value.weekday():
        raise UnreadableDateError("unclear")
    return day(value)


def _dated(match: re.Match[str], month: int, today: date) -> Period:
    number, year = int(match["day"]), match.groupdict().get("year")
    if year:
        return _on_weekday(make_date(_full_year(year), month, number), match)
    make_date(2024, month, number)
    return _on_weekday(latest_yearly(month, number, today), match)


def _day_month(match: re.Match[str], today: date) -> Period:
    return _dated(match, month_number(match), today)


def _month_day(match: re.Match[str], today: date) -> Period:
    """Read "november 17"; "maart 24" may as well be the year 2024."""
    if (
        0 <= today.year % 100 - int(match["day"]) <= 5
        and not match["ordinal"]
        and not match.groupdict().get("year")
    ):
        raise UnreadableDateError("unclear")
    return _dated(match, month_number(match), today)


def _numeric(match: re.Match[str], today: date) -> Period:
    if not 1 <= int(match["number"]) <= 12:
        raise UnreadableDateError("unclear")
    return _dated(match, int(match["number"]), today)


def _weekday_ordinal(match: re.Match[str], today: date) -> Period:
    """Read "maandag de 2e": the latest such day of this month or the one before."""
    value = latest_monthly(int(match["day"]), today)
    if value.weekday() != WEEKDAYS.index(match["weekday"]):
        value = latest_monthly(int(match["day"]), value - timedelta(days=1))
    return _on_weekday(value, match)


def _ordinal(match: re.Match[str], today: date) -> Period:
    return day(latest_monthly(int(match["day"]), today))


def _weekday(match: re.Match[str], today: date) -> Period:
    return day(latest_weekday(WEEKDAYS.index(match["weekday"]), today))


def _month(match: re.Match[str], today: date) -> Period:
    month, year = month_number(match), match["year"]
    return months(_full_year(year) if year else today.year - (month > today.month), month)


def _year(match: re.Match[str], _today: date) -> Period:
    return year_of(int(match["year"]))


def _week_number(match: re.Match[str], today: date) -> Period:
    year = int(match["year"] or today.year)
    try:
        week = week_of(date.fromisocalendar(year, int(match["number"]), 1))
        if week.first > today and not match["year"]:
            week = week_of(date.fromisocalendar(year - 1, int(match["number"]), 1))
    except ValueError:
        raise UnreadableDateError("unclear") from None
    return week


def _season(match: re.Match[str], today: date) -> Period:
    if match["year"]:
        if match["season"] == "winter":
            raise UnreadableDateError("unclear")
        return season(match["season"], int(match["year"]))
    candidates = [season(match["season"], today.year + shift) for shift in (1, 0, -1, -2)]
    previous = match["which"] == "vorige"
    return next(period for period in candidates if (period.last if previous else period.first) <= today)


def _winters(match: re.Match[str], _today: date) -> Period:
    """Read "de winter van 2024 op 2025"."""
    if _full_year(match["next"]) != _full_year(match["year"]) + 1:
        raise UnreadableDateError("unclear")
    return season("winter", _full_year(match["next"]))


def _this_season(match: re.Match[str], today: date) -> Period:
    period = season(match["season"], today.year + (match["season"] == "winter" and today.month == 12))
    if period.first > today:
        raise UnreadableDateError("future")
    return period


def _holiday(match: re.Match[str], today: date) -> Period:
    if match["year"]:
        return holiday_in(match["holiday"], int(match["year"]))
    return latest_holiday(match["holiday"], today)


_NAMED = r"(?:<weekday> (?:, )?)?<day>e?(?: van)? <month>"
_SEPARATED = r"(?:<weekday> (?:, )?)?<day>(?P<mark>[-/.])(?P<number>\d{1,2})"
_RULES: list[tuple[re.Pattern[str], Rule]] = [
    (compiled(_NAMED + r"(?:(?: ,| van| in)* '?(?P<year>(?:19|20)?\d\d))?"), _day_month),
    (compiled(r"(?:<weekday> (?:, )?)?<month> <day>(?P<ordinal>e?)(?: ,)?(?: <year>)?"), _month_day),
    (compiled(_SEPARATED + r"(?:(?P=mark)(?P<year>(?:19|20)?\d\d))?"), _numeric),
    (compiled(r"<day> (?P<number>\d{1,2}) <year>"), _numeric),
    (compiled(r"<year>[-/.](?P<number>\d{1,2})[-/.]<day>"), _numeric),
    (compiled(r"(?P<day>\d\d)(?P<number>\d\d)<year>"), _numeric),
    (compiled(r"<weekday> (?:, )?(?:op )?<day>e"), _weekday_ordinal),
    (compiled(r"(?:dag )?<day>e(?: van maand)?"), _ordinal),
    (compiled(r"(?:<past> )?<weekday>"), _weekday),
    (compiled(r"(?:maand )?<month>(?: (?:van )?'?(?P<year>(?:19|20)\d\d|(?<=')\d\d))?"), _month),
    (compiled(r"(?:(?:heel|hele|jaar) )*<year>"), _year),
    (compiled(r"week(?:nummer| nummer| nr)? (?P<number>\d{1,2})(?:(?: van| in|) <year>)?"), _week_number),
    (compiled(r"(?:(?P<which><past>) )?<season>(?:(?: van| in|) (?P<year>(?:19|20)\d\d))?"), _season),
    (compiled(r"winter(?: van)? (?P<year>(?:20)?\d\d)(?:[/-]| op | of )(?P<next>(?:20)?\d\d)"), _winters),
    (compiled(r"(?:deze|dit) <season>"), _this_season),
    (compiled(r"(?:(?:<past>|deze) )?<holiday>(?:(?: van| in|) <year>)?"), _holiday),
]  # fmt: skip


def read_calendar_day(phrase: str, today: date) -> Period | None:
    """Read a phrase that names a day or period; without a year the most recent one that has begun."""
    return first_match(_RULES, phrase, today)
