"""Stretches of days and the calendar sums on them: weeks, months, seasons, parts of a period."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Problem = Literal["future", "unclear", "unknown", "incomplete", "recurring"]

SEASONS = {"winter": 12, "lente": 3, "zomer": 6, "herfst": 9}
_PARTS_OF_YEAR = {"begin": (1, 3), "half": (5, 8), "eind": (10, 12)}


class UnreadableDateError(Exception):
    """A date was meant but must be asked again; *problem* says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


@dataclass(frozen=True)
class Period:
    """The days from *first* to *last*, both included."""

    first: date
    last: date
    approximate: bool = False
    ongoing: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def contains(self, other: "Period") -> bool:
        """Tell whether *other* lies wholly within this period."""
        return self.first <= other.first and other.last <= self.last

    def widened(self, days: int) -> "Period":
        """Return the period with *days* added at both ends."""
        margin = timedelta(days=days)
        return replace(self, first=self.first - margin, last=self.last + margin, approximate=True)


def day(value: date) -> Period:
    """Return the period of one day."""
    return Period(value, value)


def make_date(year: int, month: int, number: int) -> date:
    """Return the date, or raise that it does not exist ("30 februari") or no complaint can be about it."""
    if not 1950 <= year <= 2150:
        raise UnreadableDateError("unclear")
    try:
        return date(year, month, number)
    except ValueError:
        raise UnreadableDateError("unclear") from None


def shift_months(start: date, months: int) -> date:
    """Return the same day *months* later (earlier when negative), or the last day of a shorter month."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if years < 1:
        raise UnreadableDateError("unclear")
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


def week_of(value: date) -> Period:
    """Return the week from Monday to Sunday that holds this day."""
    monday = value - timedelta(days=value.weekday())
    return Period(monday, monday + timedelta(days=6), approximate=True)


def months(year: int, month: int, count: int = 1) -> Period:
    """Return *count* whole months from this one."""
    first = make_date(year, month, 1)
    return Period(first, shift_months(first, count) - timedelta(days=1), approximate=True)


def year_of(year: int) -> Period:
    """Return a whole calendar year."""
    return months(year, 1, 12)


def season(name: str, year: int) -> Period:
    """Return a meteorological season; a winter bears the year in which it ends."""
    start = SEASONS[name]
    return months(year - (start == 12), start, 3)


def part_of(period: Period, part: str) -> Period:
    """Return the "begin", "half" (middle) or "eind" of a period.

    Of a month these are days 1-10, 11-20 and 21-end; of a year the first quarter, May to August, and the
    last quarter.
    """
    first, last = period.first, period.last
    if period == months(first.year, first.month):
        start, end = {"begin": (1, 10), "half": (11, 20), "eind": (21, last.day)}[part]
        return replace(period, first=first.replace(day=start), last=first.replace(day=end))
    if period == months(first.year, 1, 12):
        start, end = _PARTS_OF_YEAR[part]
        return months(first.year, start, end - start + 1)
    if period.days < 3:
        return period
    third = period.days // 3
    start, end = {"begin": (0, third), "half": (third, 2 * third), "eind": (2 * third, period.days)}[part]
    return Period(first + timedelta(days=start), first + timedelta(days=end - 1), approximate=True)


def latest_weekday(weekday: int, before: date) -> date:
    """Return the last such weekday (Monday is 0) strictly before a day."""
    return before - timedelta(days=(before.weekday() - weekday - 1) % 7 + 1)


def latest_yearly(month: int, number: int, today: date) -> date:
    """Return the most recent date with this month and day, today included."""
    for year in range(today.year, today.year - 9, -1):
        if number <= monthrange(year, month)[1] and date(year, month, number) <= today:
            return date(year, month, number)
    raise UnreadableDateError("unclear")


def latest_monthly(number: int, today: date) -> date:
    """Return the most recent date with this day of the month, today included."""
    for back in range(3):
        month = shift_months(today.replace(day=1), -back)
        if 1 <= number <= monthrange(month.year, month.month)[1] and month.replace(day=number) <= today:
            return month.replace(day=number)
    raise UnreadableDateError("unclear")
