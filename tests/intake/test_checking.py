"""The summary: what confirms, what changes, and what is said of a submission that failed."""

from dataclasses import replace

import pytest

from tests.intake.conversation import at_summary, opened


@pytest.mark.parametrize(
    "text", ["ja", "ja dat klopt", "klopt helemaal", "yes that is correct", "prima, verstuur maar"]
)
def test_yes_at_the_summary_confirms(text: str) -> None:
    """Agreement in any words submits."""
    assert at_summary().say(text, "bevestigen").ended == "confirmed"


def test_no_at_the_summary_asks_what_to_change() -> None:
    """A bare no offers every field, and the way back."""
    conversation = at_summary()
    conversation.say("nee", "ontkennen")

    assert conversation.said == ("utter_question_change",)
    assert len(conversation.outcome.replies[0].buttons) == 9  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["opsturen", "opnieuw", "probeer het nog eens", "ja"])
def test_failed_submission_is_tried_again_with_one_word(text: str) -> None:
    """After a failure "opnieuw" means sending again, not wiping everything."""
    conversation = at_summary()
    conversation.intake = replace(conversation.intake, unsent=True)

    assert conversation.say(text, "opnieuw").ended == "confirmed"


def test_question_at_the_summary_does_not_submit() -> None:
    """Asking whether it was sent is not a yes."""
    conversation = at_summary()
    outcome = conversation.say("is hij nu verstuurd?", "vraag_status")

    assert outcome.ended is None
    assert conversation.said[0] == "utter_status_not_sent"


@pytest.mark.parametrize("text", ["is hij nu verstuurd?", "wanneer is mijn klacht bij jullie binnen?"])
def test_status_after_a_failed_submission_names_the_word_that_sends(text: str) -> None:
    """A "ja" was said already; what helps now is to send again."""
    conversation = at_summary()
    conversation.intake = replace(conversation.intake, unsent=True)
    conversation.say(text, "vraag_status")

    assert conversation.said == ("utter_submit_failed",)


def test_status_after_an_uncertain_submission_claims_nothing() -> None:
    """It may be stored, so it is not called unsent."""
    conversation = at_summary()
    conversation.intake = replace(conversation.intake, unsent=True, unsure=True)
    conversation.say("is hij nu verstuurd?", "vraag_status")

    assert conversation.said == ("utter_submit_unsure",)


def test_question_whether_it_was_sent_is_known_by_its_words() -> None:
    """In English too, and whatever the model makes of it."""
    conversation = opened()
    conversation.say("was it sent?", "nlu_fallback", 0.6)

    assert conversation.said == ("utter_status_not_sent", "utter_question_when")
