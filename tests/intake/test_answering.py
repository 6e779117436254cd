"""Answers to two questions in one message."""

import pytest

from tests.intake.conversation import opened


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "when",
            "woensdag, en mijn naam is Bram de Ruiter",
            {"when_from": "2026-11-18", "name": "Bram de Ruiter"},
        ),
        (
            "when",
            "13 november om 15.30 uur, u kunt me bellen op 0622334455",
            {"when_from": "2026-11-13", "when_time": "15:30", "phone": "+31622334455"},
        ),
        ("name", "D. Ouwehand 0633445566", {"name": "D. Ouwehand", "phone": "+31633445566"}),
        (
            "name",
            "het is voor mijn zoon Luuk, ik ben Daan Meijer",
            {"name": "Daan Meijer", "on_behalf_of": "mijn zoon Luuk"},
        ),
        ("phone", "liever mailen: k.jansen@example.nl", {"phone": None, "email": "k.jansen@example.nl"}),
    ],
)
def test_answer_and_what_stands_beside_it_are_both_used(
    question: str, text: str, told: dict[str, str | None]
) -> None:
    """Who gives two answers at once need not give the second again."""
    conversation = opened()
    answers = {"when": "gisteren", "name": "Anneke Jansen", "address": "Spoordreef 101, 1315 KR Almere"}
    while conversation.intake.asking != question:
        conversation.say(answers[conversation.intake.asking])
    conversation.say(text)

    assert {field: getattr(conversation.draft, field) for field in told} == told
