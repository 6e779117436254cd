"""The legal clocks, against days looked up in a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.complaints.deadlines import (
    add_months,
    inadmissibility_notice_due,
    latest_due,
    next_working_day,
    older_than_year,
    public_holidays,
    verdict_due,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        pytest.param(date(2026, 11, 19), date(2026, 12, 31), id="an ordinary thursday"),
        pytest.param(date(2026, 11, 20), date(2027, 1, 4), id="new year's day, then a weekend"),
        pytest.param(date(2026, 11, 13), date(2026, 12, 28), id="christmas and boxing day, then sunday"),
        pytest.param(date(2026, 2, 20), date(2026, 4, 7), id="good friday through easter monday"),
        pytest.param(date(2026, 4, 2), date(2026, 5, 15), id="ascension day"),
        pytest.param(date(2026, 4, 13), date(2026, 5, 26), id="whit monday"),
        pytest.param(date(2026, 3, 16), date(2026, 4, 28), id="king's day"),
        pytest.param(date(2026, 3, 24), date(2026, 5, 6), id="5 may outside a lustrum year"),
        pytest.param(date(2026, 10, 10), date(2026, 11, 23), id="saturday"),
        pytest.param(date(2026, 10, 11), date(2026, 11, 23), id="sunday"),
    ],
)
def test_verdict_due_is_six_weeks_on_a_working_day(received: date, expected: date) -> None:
    assert expected == verdict_due(received)


def test_latest_due_is_ten_weeks() -> None:
    assert date(2027, 1, 29) == latest_due(TODAY)


def test_latest_due_moves_off_a_holiday() -> None:
    assert date(2027, 3, 30) == latest_due(date(2027, 1, 15))


def test_inadmissibility_notice_due_is_four_weeks() -> None:
    assert date(2026, 12, 18) == inadmissibility_notice_due(TODAY)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_next_working_day_is_never_earlier_and_at_most_five_days_later(day: date) -> None:
    """The longest row is Christmas on Thursday or Easter: never more than a long weekend."""
    found = next_working_day(day)

    assert day <= found <= day + timedelta(days=5)
    assert found.weekday() < 5
    assert found not in public_holidays(found.year)


@pytest.mark.parametrize(
    ("when_to", "received", "expected"),
    [
        pytest.param(date(2025, 11, 20), TODAY, False, id="a year ago to the day"),
        pytest.param(date(2025, 11, 19), TODAY, True, id="a day more than a year"),
        pytest.param(TODAY, TODAY, False, id="today"),
        pytest.param(None, TODAY, False, id="still going on"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), False, id="leap day, last day of the year"),
        pytest.param(date(2024, 2, 29), date(2025, 3, 1), True, id="leap day, a day later"),
        pytest.param(date(2023, 2, 28), date(2024, 2, 29), True, id="ends before a leap day"),
    ],
)
def test_older_than_year_counts_from_the_end_of_the_conduct(
    when_to: date | None, received: date, expected: bool
) -> None:
    assert expected is older_than_year(when_to, received)


@pytest.mark.parametrize("year", [TODAY.year, TODAY.year + 1])
def test_public_holidays_cover_the_years_that_deadlines_reach(year: int) -> None:
    """Ten workdays-or-weekend holidays of art. 3, and the two Sundays that the library adds."""
    fixed = {date(year, 1, 1), date(year, 4, 27), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}

    assert fixed <= public_holidays(year)
    assert len(public_holidays(year)) in (11, 12)  # Ascension Day may be the fifth of May


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="shorter month"),
        pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="back"),
        pytest.param(date(2026, 11, 20), -60, date(2021, 11, 20), id="five years back"),
        pytest.param(date(2026, 12, 1), 1, date(2027, 1, 1), id="over the year"),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_last(day: date, months: int, expected: date) -> None:
    assert expected == add_months(day, months)
