"""Answers that somebody does not have or know: a postcode, a home, a telephone."""

import pytest

from tests.intake.conversation import STORY, at_question, opened


def test_unknown_postcode_is_made_up_for_by_the_town() -> None:
    """A letter arrives with street, number and town as well."""
    conversation = opened()
    for answer in ("gisteren", "Anneke Jansen", "Spoordreef 101"):
        conversation.say(answer)
    conversation.say("postcode weet ik niet uit mijn hoofd")
    assert conversation.said == ("utter_postcode_unknown", "utter_question_city")
    conversation.say("Almere")

    assert (conversation.draft.city, conversation.draft.postcode) == ("Almere", None)
    assert conversation.intake.asking == "phone"


def test_address_without_a_postcode_is_enough() -> None:
    """Street, number and town bring a letter home; the postcode is not asked for again."""
    conversation = at_question("address")
    conversation.say("ik weet mijn postcode niet uit mijn hoofd, sorry")
    assert conversation.said == ("utter_postcode_unknown", "utter_question_address_without_postcode")

    conversation.say("Sonatestraat 23")
    assert conversation.said[-1] == "utter_question_city"

    conversation.say("Almere")
    assert conversation.intake.asking == "phone"
    assert (conversation.draft.street, conversation.draft.postcode) == ("Sonatestraat", None)
    assert conversation.draft.what == STORY


@pytest.mark.parametrize("text", ["ik heb geen vast adres", "dakloos", "ik slaap in de opvang"])
def test_no_home_asks_for_an_address_that_post_reaches(text: str) -> None:
    """Who has no address is told what will do."""
    conversation = at_question("address")
    conversation.say(text)

    assert conversation.said == ("utter_no_home", "utter_question_address")
    assert conversation.draft.what == STORY


@pytest.mark.parametrize("text", ["bel maar niet", "liever niet bellen", "ik wil niet gebeld worden"])
def test_no_calls_please_skips_the_telephone(text: str) -> None:
    """It is a wish, no number."""
    conversation = at_question("phone")
    conversation.say(text)

    assert "phone" in conversation.intake.skipped
    assert conversation.draft.phone is None
