"""Questions in the middle of the intake: answered, and nothing that stands beside them is lost."""

import pytest

from tests.intake.conversation import STORY, Conversation, at_summary, opened


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("kan ik nog bewijs sturen?", "utter_vraag_bewijs"),
        ("foto's meesturen", "utter_vraag_bewijs"),
        ("Namens mijn moeder?", "utter_vraag_namens"),
        ("hoe lang bewaart u dit?", "utter_vraag_bewaren"),
        ("kan ik een kopie krijgen?", "utter_vraag_kopie"),
        ("hoeveel vragen nog?", "utter_progress"),
        ("praat ik met een robot?", "utter_bot_vraag"),
    ],
)
@pytest.mark.parametrize("asking", ["what", "when", "name"])
def test_question_is_answered_whatever_the_model_hears(text: str, reply: str, asking: str) -> None:
    """At every question: the answer, no try counted, and the same question again."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    if asking != "what":
        conversation = opened()
    if asking == "name":
        conversation.say("gisteren")
    before = conversation.draft
    conversation.say(text, "klacht", 0.5)

    assert conversation.said == (reply, f"utter_question_{asking}")
    assert conversation.draft == before
    assert conversation.intake.tries(asking) == 0


def test_question_at_the_summary_does_not_repeat_the_summary() -> None:
    """The answer comes with the short question."""
    conversation = at_summary()
    conversation.say("kan ik nog bewijs sturen?", "bevestigen", 0.9)

    assert conversation.said == ("utter_vraag_bewijs", "utter_question_confirmation_again")


@pytest.mark.parametrize(
    ("asking", "text", "field", "value"),
    [
        ("when", "Gisteren. Hoe lang bewaart u dit?", "when_from", "2026-11-19"),
        ("where", "Per mail. Kan ik nog bewijs sturen?", "where", "per e-mail"),
    ],
)
def test_answer_before_a_question_is_taken(asking: str, text: str, field: str, value: str) -> None:
    """The answer counts and the question is answered."""
    conversation = opened("De ambtenaar lachte mij uit waar mijn kinderen bij waren.")
    if asking == "where":
        conversation.say("gisteren")
    conversation.say(text, "vraag_privacy", 0.9)

    assert getattr(conversation.draft, field) == value
    assert conversation.said[-2].startswith("utter_vraag_")
    assert conversation.intake.asking != asking


def test_story_before_a_question_is_kept() -> None:
    """A story that ends in a question is both."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say(f"{STORY} Hoe lang duurt het?", "vraag_termijn", 0.95)

    assert conversation.draft.what == STORY
    assert "utter_vraag_termijn" in conversation.said


def test_long_text_without_the_shape_of_a_question_is_doubted() -> None:
    """However sure the model is, eight words and more may be a story."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("ze hebben mijn gegevens zomaar aan mijn ex doorgegeven", "vraag_privacy", 0.95)

    assert conversation.said == ("utter_candidate",)


def test_unknown_question_is_no_failed_answer() -> None:
    """A question that nobody foresaw gets a way out instead of "that is no e-mail address"."""
    conversation = opened()
    conversation.say("is de wethouder ook op de hoogte?")

    assert conversation.said == ("utter_question_unknown", "utter_question_when")
    assert conversation.intake.tries("when") == 0


def test_short_question_left_in_doubt_is_no_part_of_the_story() -> None:
    """Who goes on with something else does not find the question in the complaint."""
    conversation = opened("De ambtenaar lachte mij uit waar mijn kinderen bij waren.")
    conversation.say("gisteren")
    conversation.say("is daar ook een camera?", "vraag_privacy", 0.5)
    assert conversation.said == ("utter_candidate",)
    conversation.say("telefonisch")

    assert conversation.draft.what is not None
    assert "camera" not in conversation.draft.what
    assert conversation.draft.where == "telefonisch"


def test_few_questions_left_are_counted() -> None:
    """Somebody who is nearly there hears it."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("Anneke Jansen")

    assert conversation.said == ("utter_progress", "utter_question_address")
    assert conversation.outcome is not None
    assert conversation.outcome.replies[0].values == {"left": 3}

    conversation.say("Spoordreef 101, 1315 KR Almere")
    conversation.say("overslaan", "overslaan")

    assert "utter_progress_last" in conversation.said


def test_citizen_may_see_what_is_noted_so_far() -> None:
    """Halfway the answers are shown; at the summary that is the summary."""
    conversation = opened()
    conversation.say("wat heb ik allemaal ingevuld?")
    assert conversation.said == ("utter_overview", "utter_question_when")

    conversation = at_summary()
    conversation.say("laat de samenvatting nog eens zien")
    assert conversation.said == ("utter_question_confirmation",)
