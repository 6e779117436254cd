"""Someone whose trouble comes back every week is asked for the last time, once, and keeps their words."""

import pytest

from tests.intake.conversation import Conversation, at_question, at_summary


@pytest.fixture
def conversation() -> Conversation:
    return at_question("when")


def test_how_often_is_followed_by_the_question_for_the_last_time(conversation: Conversation) -> None:
    conversation.say("elke week")

    assert conversation.said == ("utter_when_recurring", "utter_question_when_last")
    assert conversation.draft.when_text is None


@pytest.mark.parametrize("answer", ["gisteren", "gisteren nog", "de laatste keer was gisteren"])
def test_last_time_is_noted_with_the_words_of_before(conversation: Conversation, answer: str) -> None:
    conversation.say("elke maandag om 7 uur")
    conversation.say(answer)

    assert conversation.said[0] == "utter_when_read"
    assert (conversation.draft.when_from, conversation.draft.when_to) == ("2026-11-19", "2026-11-19")
    assert conversation.draft.when_time == "07:00"
    assert conversation.draft.when_text == f"elke maandag om 7 uur, {answer}"


def test_hour_of_the_last_time_itself_counts(conversation: Conversation) -> None:
    conversation.say("altijd om 9 uur")
    conversation.say("gisteren om 10 uur")

    assert (conversation.draft.when_from, conversation.draft.when_time) == ("2026-11-19", "10:00")


def test_last_time_that_is_told_at_once_is_not_asked(conversation: Conversation) -> None:
    conversation.say("elke woensdag, ook gisteren")

    assert conversation.said[0] == "utter_when_read"
    assert (conversation.draft.when_from, conversation.draft.when_text) == (
        "2026-11-19",
        "elke woensdag, ook gisteren",
    )


@pytest.mark.parametrize("answer", ["gewoon altijd", "weet ik niet", "steeds weer"])
def test_who_names_no_last_time_is_not_asked_a_third_time(conversation: Conversation, answer: str) -> None:
    conversation.say("elke week")
    conversation.say(answer)

    assert conversation.said[0] == "utter_when_unknown"
    assert (conversation.draft.when_from, "date_unknown" in conversation.intake.flags) == (None, True)
    assert conversation.draft.when_text == f"elke week, {answer}"


def test_last_time_within_more_of_the_story_keeps_the_words_of_before(conversation: Conversation) -> None:
    story = "Gisteren stond ik daar weer en toen liep hij lachend weg en zei dat ik maar moest wachten."
    conversation.say("elke week")
    conversation.say(story, "klacht")

    assert conversation.draft.when_from == "2026-11-19"
    assert (conversation.draft.when_text or "").startswith("elke week, ")
    assert story in (conversation.draft.what or "")


def test_last_time_may_lie_more_than_a_year_ago(conversation: Conversation) -> None:
    """The municipality need not handle it, but the citizen may file it (Awb 9:8)."""
    conversation.say("elke winter")
    conversation.say("de laatste keer was in januari 2025")

    assert "older_than_year" in conversation.intake.flags


def test_date_that_is_changed_to_how_often_is_asked_for_its_last_time() -> None:
    conversation = at_summary()
    conversation.press("corrigeren", field="when")
    conversation.say("elke dinsdag")
    asked = conversation.said
    conversation.say("3 november")

    assert asked == ("utter_when_recurring", "utter_question_when_last")
    assert conversation.draft.when_from == "2026-11-03"
    assert conversation.draft.when_text == "elke dinsdag, 3 november"
    assert conversation.intake.asking == "confirmation"
