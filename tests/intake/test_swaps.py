"""A part of an answer that is denied and replaced."""

from dataclasses import replace

import pytest

from tests.intake.conversation import at_summary


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("niet Jansen maar Janssen", "name", "Anneke Janssen"),
        ("nee, niet Anneke maar Anna", "name", "Anna Jansen"),
        ("niet 101 maar 103", "house_number", "103"),
        ("het is Spoordreef 103 niet 101", "house_number", "103"),
        ("103 in plaats van 101", "house_number", "103"),
        ("het moet niet Spoordreef maar Spoordreefpad zijn", "street", "Spoordreefpad"),
        ("het was niet de parkeerwachter maar de receptionist", "about", "receptionist"),
        ("niet 1315KR maar 1316AB", "postcode", "1316AB"),
    ],
)
def test_part_that_is_denied_and_replaced(text: str, field: str, value: str) -> None:
    """The answer that holds the denied words changes, and nothing else does."""
    conversation = at_summary()
    before = conversation.draft
    conversation.say(text, "informeren", 0.5)

    assert conversation.said == ("utter_changed", "utter_question_confirmation")
    assert conversation.draft == replace(before, **{field: value})


@pytest.mark.parametrize(
    "text",
    [
        "hij was niet boos maar hij schreeuwde wel",
        "het was niet Pietersen maar Petersen",
        "niet leuk maar ja",
    ],
)
def test_contrast_that_denies_no_answer_changes_nothing(text: str) -> None:
    """Many a story says "niet ... maar ..."."""
    conversation = at_summary()
    before = replace(conversation.draft, what=None)
    conversation.say(text, "informeren", 0.5)

    assert replace(conversation.draft, what=None) == before
