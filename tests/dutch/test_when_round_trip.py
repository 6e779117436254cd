"""What holds for every reading: never in the future, in order, and told back in words that read the same."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dutch.when import describe_when, find_when, read_when

# No deadline: the first reading in a process loads the holiday calendar.
untimed = settings(deadline=None, max_examples=60)
TODAY = date(2026, 11, 20)
PAST_DAYS = st.dates(date(1990, 1, 1), TODAY)
TODAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
WORDS = st.sampled_from(
    [
        *(
            "gisteren",
            "vorige",
            "week",
            "maand",
            "jaar",
            "afgelopen",
            "dinsdag",
            "vrijdag",
            "maart",
            "november",
        ),
        *("zomer", "kerst", "koningsdag", "meivakantie", "3", "5e", "12", "2025", "begin", "eind", "half"),
        *(
            "de",
            "van",
            "tot",
            "en",
            "met",
            "of",
            "tussen",
            "sinds",
            "al",
            "drie",
            "weken",
            "geleden",
            "terug",
        ),
        *("op", "rond", "om", "uur", "'s avonds", "dit", "deze", "volgende", "morgen", "ik denk", ",", "-"),
        *("niet", "voor", "na"),
    ]
)
PHRASES = st.lists(WORDS, max_size=9).map(" ".join)


@untimed
@given(PHRASES, TODAYS)
def test_reading_is_ordered_and_never_in_the_future(phrase: str, today: date) -> None:
    when = read_when(phrase, today)

    assert (when.first is None) == (when.last is None) == (when.problem is not None)
    if when.first and when.last:
        assert when.first <= when.last <= today


@untimed
@given(st.text(max_size=80) | PHRASES, TODAYS)
def test_found_date_is_ordered_and_never_in_the_future(story: str, today: date) -> None:
    when = find_when(story, today)

    assert when is None or (when.problem is None and when.first <= when.last <= today)


@untimed
@given(PHRASES)
def test_described_reading_reads_back_as_the_same(phrase: str) -> None:
    when = read_when(phrase, TODAY)
    if when.problem:
        return

    again = read_when(describe_when(when), TODAY)

    assert (again.first, again.last, again.time, again.ongoing, again.approximate) == (
        when.first,
        when.last,
        when.time,
        when.ongoing,
        when.approximate,
    )


@pytest.mark.parametrize(
    "pattern",
    ["EEEE d MMMM y", "d MMMM y", "d MMM y", "d-M-y", "dd-MM-y", "d/M/yy", "dd.MM.yy", "y-MM-dd", "ddMMy"],
)
@untimed
@given(value=st.dates(date(2001, 1, 1), TODAY))
def test_written_date_reads_back(pattern: str, value: date) -> None:
    when = read_when(format_date(value, pattern, locale="nl"), TODAY)

    assert (when.first, when.last, when.problem) == (value, value, None)


@untimed
@given(PAST_DAYS, st.integers(0, 23), st.integers(0, 59))
def test_written_time_reads_back(value: date, hour: int, minute: int) -> None:
    when = read_when(f"{format_date(value, 'd MMMM y', locale='nl')} om {hour:02}:{minute:02} uur", TODAY)

    assert (when.first, when.time) == (value, f"{hour:02}:{minute:02}")


@untimed
@given(st.integers(0, 364))
def test_day_and_month_without_a_year_are_the_latest(days: int) -> None:
    value = TODAY - timedelta(days=days)

    assert read_when(format_date(value, "d MMMM", locale="nl"), TODAY).first == value


@untimed
@given(st.dates(date(2025, 1, 1), TODAY), st.dates(date(2025, 1, 1), TODAY))
def test_range_of_written_dates_reads_back(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    written = [format_date(value, "d MMMM y", locale="nl") for value in (first, last)]

    when = read_when(f"van {written[0]} tot en met {written[1]}", TODAY)

    assert (when.first, when.last) == (first, last)
