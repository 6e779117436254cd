"""The legal clocks of a complaint: what must have happened by which day."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
VERDICT_WEEKS = 6
LATEST_WEEKS = 10
NOTICE_WEEKS = 4

_SATURDAY = 5


def verdict_due(received: date) -> date:
    """Return the last day for the verdict (Awb 9:11 lid 1)."""
    return next_working_day(received + timedelta(weeks=VERDICT_WEEKS))


def latest_due(received: date) -> date:
    """Return the last day for the verdict after one verdaging of four weeks (Awb 9:11 lid 2)."""
    return next_working_day(received + timedelta(weeks=LATEST_WEEKS))


def inadmissibility_notice_due(received: date) -> date:
    """Return the last day to write that the complaint is not taken up (Awb 9:8 lid 3)."""
    return next_working_day(received + timedelta(weeks=NOTICE_WEEKS))


def older_than_year(when_to: date | None, received: date) -> bool:
    """Say whether the conduct ended more than a year before receipt (Awb 9:8 lid 1 b).

    Conduct without an end still goes on, so it is never too old.
    """
    return when_to is not None and add_months(when_to, 12) < received


def next_working_day(day: date) -> date:
    """Return *day*, or the first working day after it (Algemene termijnenwet art. 1 lid 1)."""
    while day.weekday() >= _SATURDAY or day in public_holidays(day.year):
        day += timedelta(days=1)
    return day


@lru_cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the holidays of Algemene termijnenwet art. 3 lid 1 and 2 (and two Sundays).

    Days that a royal decree equates with them (lid 3) are left out: that promises a citizen an
    earlier day than the law does, never a later one.
    """
    # The library counts 5 May in lustrum years only; the law counts it every year.
    return frozenset(holidays.country_holidays("NL", years=year)) | {date(year, 5, 5)}


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
