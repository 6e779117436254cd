"""The time of day in an answer; today is Friday 20 November 2026."""

from datetime import date

import pytest

from bot.dutch.when import read_when

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("gisteren om 10 uur", "10:00"),
        ("gisteren kwart voor tien", "09:45"),
        ("gisteren kwart over 3", "15:15"),
        ("gisteren half 9", "08:30"),
        ("gisteren half 4", "15:30"),
        ("gisteren tien over half drie", "14:40"),
        ("gisteren 5 voor 12", "11:55"),
        ("gisteren rond half 11", "10:30"),
        ("gisteren half 9 's avonds", "20:30"),
        ("gisteravond rond half 9", "20:30"),
        ("gistermiddag 3 uur", "15:00"),
        ("gisteren om 2 uur 's middags", "14:00"),
        ("gisteren om 11 uur 's ochtends", "11:00"),
        ("gisteren rond het middaguur", "12:00"),
        ("gisteren 10u30", "10:30"),
        ("gisteren 14:10u", "14:10"),
        ("gisteren om 10.30", "10:30"),
        ("gisteren om een uur of drie", "15:00"),
        ("gisteren tegen vieren", "16:00"),
        ("gisteren om 06:30", "06:30"),
        ("gisteren om 6:30", "18:30"),
        ("gisteren van 10 tot 11 uur", "10:00"),
        ("gisteren tussen 10 en 12 uur", None),
        ("gisteren", None),
        ("yesterday at 3 pm", "15:00"),
        ("yesterday, half past nine", "09:30"),
    ],
)
def test_time_beside_a_day(answer: str, expected: str | None) -> None:
    when = read_when(answer, TODAY)

    assert (when.first, when.last, when.time) == (date(2026, 11, 19), date(2026, 11, 19), expected)


@pytest.mark.parametrize("answer", ["om 10 uur", "10:00", "rond tien uur"])
def test_time_alone_is_incomplete_but_kept(answer: str) -> None:
    when = read_when(answer, TODAY)

    assert (when.problem, when.time) == ("incomplete", "10:00")


@pytest.mark.parametrize("answer", ["03.11.26 om 14:10u", "3 november, 14u10", "3-11-2026 om 14.10 uur"])
def test_date_and_time_in_digits_are_told_apart(answer: str) -> None:
    when = read_when(answer, TODAY)

    assert (when.first, when.time) == (date(2026, 11, 3), "14:10")
