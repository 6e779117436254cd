"""Abuse and nothing else, and the names and stories that look like it."""

import pytest

from bot.dutch.abuse import is_abuse


@pytest.mark.parametrize(
    "text", ["Klootzak", "vuile hond", "hou je bek", "jullie zijn een stelletje idioten", "rot op!!"]
)
def test_abuse_alone_is_recognised(text: str) -> None:
    assert is_abuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "J. de Hond",
        "Hoeven",
        "van Kut",
        "die klootzak van de balie",
        "hij noemde mij een klootzak",
        "",
        "domme zak",
    ],
)
def test_names_and_stories_are_no_abuse(text: str) -> None:
    assert not is_abuse(text)
