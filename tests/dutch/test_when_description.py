"""A reading told back; today is Friday 20 November 2026."""

from datetime import date

import pytest

from bot.dutch.when import describe_when, read_when


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("10-11-2026 rond half 11", "dinsdag 10 november 2026, rond 10.30 uur"),
        ("ik denk 10 november", "waarschijnlijk dinsdag 10 november 2026"),
        ("begin maart", "tussen 1 en 10 maart 2026"),
        ("3 weken terug", "tussen 27 oktober en 2 november 2026"),
        ("oud en nieuw", "van 31 december 2025 tot en met 1 januari 2026"),
        ("van 3 tot 5 november", "van 3 tot en met 5 november 2026"),
        ("in maart", "in maart 2026"),
        ("vorig jaar", "in 2025"),
        ("sinds 2019", "sinds 2019"),
        ("sinds maart", "sinds maart 2026"),
        ("sinds 12 maart", "sinds 12 maart 2026"),
        ("al drie maanden", "sinds ongeveer 20 augustus 2026"),
        ("geen idee", "geen idee"),
    ],
)
def test_describe_when_tells_the_reading_in_dutch(answer: str, expected: str) -> None:
    assert describe_when(read_when(answer, date(2026, 11, 20))) == expected
