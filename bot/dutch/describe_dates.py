"""A period told back to the citizen in Dutch, in words the date reader reads as the same period."""

from datetime import date

from babel.dates import format_date

from bot.dutch.periods import Period, months, year_of


def _long(value: date) -> str:
    return format_date(value, "d MMMM y", locale="nl")


def _pair(first: date, last: date, joined: str) -> str:
    """Name the year, and the month, once when both days share it."""
    if first.year != last.year:
        return f"{_long(first)} {joined} {_long(last)}"
    pattern = "d" if first.month == last.month else "d MMMM"
    return f"{format_date(first, pattern, locale='nl')} {joined} {_long(last)}"


def _since(period: Period) -> str:
    first = period.first
    if not period.approximate:
        return f"sinds {_long(first)}"
    if (first.day, first.month) == (1, 1):
        return f"sinds {first.year}"
    if first.day == 1:
        return f"sinds {format_date(first, 'MMMM y', locale='nl')}"
    return f"sinds ongeveer {_long(first)}"


def _stretch(period: Period) -> str:
    first, last = period.first, period.last
    if not period.approximate:
        return f"van {_pair(first, last, 'tot en met')}"
    if period == year_of(first.year):
        return f"in {first.year}"
    if period == months(first.year, first.month):
        return f"in {format_date(first, 'MMMM y', locale='nl')}"
    return f"tussen {_pair(first, last, 'en')}"


def describe(period: Period, time: str | None) -> str:
    """Return "dinsdag 10 november 2026, rond 10.30 uur", "tussen 1 en 10 maart 2026", "sinds 2019"."""
    if period.ongoing:
        told = _since(period)
    elif period.first == period.last:
        told = ("waarschijnlijk " if period.approximate else "") + format_date(
            period.first, "EEEE d MMMM y", locale="nl"
        )
    else:
        told = _stretch(period)
    return f"{told}, rond {time.replace(':', '.')} uur" if time else told
