"""Input that no citizen means to give: too long for its field, or a command of another program."""

import pytest

from bot.complaints.complaint import LIMITS
from bot.intake.draft import QUESTIONS
from bot.intake.told import use_what_is_told
from tests.intake.conversation import TODAY, Conversation, opened

LONG_STORY = "Dat ging zo: " + "ik wachtte en wachtte en er kwam niemand. " * 100
LONG_WORD = "a" * 9_000


def asked(question: str) -> Conversation:
    """Return a conversation in which *question* is being asked."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    while conversation.intake.asking != question:
        conversation.press("overslaan") if conversation.intake.asking in ("where", "about", "phone") else (
            conversation.say(ANSWERS[conversation.intake.asking])
        )
    return conversation


ANSWERS = {"when": "gisteren", "name": "Anneke Jansen", "address": "Spoordreef 101, 1315 KR Almere"}


@pytest.mark.parametrize("question", QUESTIONS[1:])
def test_long_story_in_reply_to_any_question_joins_the_story(question: str) -> None:
    """What outgrows its own field is not lost."""
    conversation = asked(question)
    conversation.say(LONG_STORY, "klacht")

    assert LONG_STORY.strip() in conversation.draft.what
    assert conversation.draft.fits


@pytest.mark.parametrize("question", ["where", "about", "name", "address"])
def test_one_long_word_is_asked_to_be_shorter(question: str) -> None:
    """Nothing that cannot be stored gets into the draft."""
    conversation = asked(question)
    conversation.say(LONG_WORD)

    assert conversation.draft.fits
    assert conversation.intake.asking == question


def test_fact_from_a_story_is_left_out_when_it_cannot_be_stored() -> None:
    """A name of thousands of letters is no name."""
    told = use_what_is_told(Conversation().intake, f"Ik heet Anna {LONG_WORD.capitalize()}.", TODAY)

    assert told.intake.draft.name is None or len(told.intake.draft.name) <= LIMITS["name"]


@pytest.mark.parametrize("text", ["/stop", "/restart", "/opnieuw"])
def test_command_that_was_typed_ends_nothing(text: str) -> None:
    """Only a plain word wipes what was told."""
    conversation = opened()
    story = conversation.draft.what
    outcome = conversation.say(text, "opnieuw")

    assert outcome.ended is None
    assert conversation.draft.what == story
