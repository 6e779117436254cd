"""Doubt: a text is kept until the citizen says what it is."""

import pytest

from bot.intake.state import Intake, Outcome
from tests.intake.conversation import STORY, Conversation, at_question, at_summary


def test_report_after_starting_again_is_asked_about() -> None:
    """The wiped intake has asked what happened, although it holds nothing yet."""
    conversation = Conversation(outcome=Outcome(Intake()))
    conversation.say("mijn container is niet geleegd", "container_niet_geleegd")

    assert conversation.said == ("utter_candidate_route",)
    assert conversation.draft.what is None


def test_doubtful_text_is_kept_until_the_citizen_says_what_it_is() -> None:
    """A question that may be a story is asked about once, and neither is lost."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    text = "wanneer krijg ik nou eens antwoord op mijn brief van juni"
    conversation.say(text, "vraag_termijn", 0.62)

    assert conversation.said == ("utter_candidate",)

    conversation.press("informeren", choice="answer")

    assert conversation.draft.what == text


def test_other_words_in_reply_to_the_doubt_lose_nothing() -> None:
    """When the citizen just goes on, the kept text joins the story."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("mijn grofvuil is al drie weken niet opgehaald", "grofvuil")
    conversation.say("en toen ik belde hing die mevrouw gewoon zonder iets te zeggen op", "klacht")

    assert conversation.draft.what is not None
    assert "grofvuil" in conversation.draft.what
    assert "hing die mevrouw" in conversation.draft.what


@pytest.mark.parametrize(
    ("intent", "note"),
    [
        ("andere_instantie", "utter_andere_instantie_intake"),
        ("al_behandeld", "utter_al_behandeld_intake"),
    ],
)
def test_announced_story_is_taken_with_a_note(intent: str, note: str) -> None:
    """Who announced a complaint is believed, whatever else the story sounds like."""
    conversation = Conversation()
    conversation.say("ik wil klagen over een ambtenaar", "klacht")
    conversation.say("Hij heeft mij bij een huisbezoek uitgescholden", intent)

    assert conversation.said[0] == note
    assert conversation.draft.what == "Hij heeft mij bij een huisbezoek uitgescholden"


def test_turning_back_to_a_report_ends_the_intake() -> None:
    """Someone who says it is just a lamp is shown the way for lamps."""
    conversation = Conversation()
    conversation.say("ik wil een klacht indienen", "klacht")
    outcome = conversation.say(
        "eigenlijk gaat het gewoon over een kapotte lantaarnpaal in mijn straat", "melding_openbare_ruimte"
    )

    assert outcome.ended == "melding_openbare_ruimte"


def test_story_in_reply_to_the_doubt_is_never_taken_for_a_choice() -> None:
    """ "Melding" in a story does not mean that it is only a report."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("de container is weer niet geleegd", "container_niet_geleegd")
    outcome = conversation.say("ik heb er vier keer een melding van gedaan en werd alleen maar uitgelachen")

    assert outcome.ended is None
    assert "vier keer een melding" in conversation.draft.what


def test_answer_in_reply_to_the_doubt_is_used() -> None:
    """Who goes on with the date need not give it again."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("de container is weer niet geleegd", "container_niet_geleegd")
    conversation.say("afgelopen zaterdagmiddag")

    assert conversation.draft.what == "de container is weer niet geleegd"
    assert conversation.draft.when_from == "2026-11-14"


def test_report_keeps_its_text_for_when_it_is_a_complaint_after_all() -> None:
    """The text that was a report goes along to the offer of a complaint."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("de container is weer niet geleegd", "container_niet_geleegd")
    outcome = conversation.press("informeren", choice="other")

    assert outcome.ended == "container_niet_geleegd"
    assert outcome.intake.draft.what == "de container is weer niet geleegd"


def test_side_question_in_reply_to_the_doubt_is_answered() -> None:
    """The question gets its answer, and what the doubted text is gets asked again."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("de container is weer niet geleegd", "container_niet_geleegd")
    conversation.say("hoe lang duurt het eigenlijk?", "vraag_termijn")

    assert conversation.draft.what is None
    assert conversation.said == ("utter_vraag_termijn", "utter_candidate_route")

    conversation.press("informeren", choice="answer")

    assert conversation.draft.what == "de container is weer niet geleegd"


def test_both_in_reply_to_the_doubt_keeps_the_text_and_names_the_other_way() -> None:
    """ "Allebei" is a complaint, and the way for the waste is told."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("de container is weer niet geleegd", "container_niet_geleegd")
    conversation.say("allebei", "groet")

    assert conversation.draft.what == "de container is weer niet geleegd"
    assert conversation.said[0] == "utter_also_bel_14036"


@pytest.mark.parametrize("question", ["name", "phone", "confirmation"])
@pytest.mark.parametrize(
    "text",
    [
        "straatnaam weet je toch wel uit je systeem?",
        "waarom moet ik dat nu allemaal weer aan jou vertellen?",
    ],
)
def test_long_question_of_an_unknown_kind_is_no_story(question: str, text: str) -> None:
    """It is put to the citizen whether it belongs to the story."""
    conversation = at_summary() if question == "confirmation" else at_question(question)
    conversation.say(text, "klacht", 0.4)

    assert conversation.draft.what == STORY
    assert conversation.said[-1] == "utter_candidate_more"


def test_long_question_that_tells_joins_the_story() -> None:
    """Many a story is a question."""
    conversation = at_question("name")
    text = "hoe kan het dat ik drie keer een afspraak heb gemaakt en niemand er was?"
    conversation.say(text, "klacht", 0.9)

    assert conversation.draft.what == f"{STORY}\n\n{text}"
