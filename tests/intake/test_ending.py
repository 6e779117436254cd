"""Ending the intake: commands, doubt about them, and danger."""

from dataclasses import replace

import pytest

from tests.intake.conversation import STORY, at_question, at_summary, opened


@pytest.mark.parametrize("text", ["stop", "laat maar", "Stop!"])
def test_stop_ends_the_intake(text: str) -> None:
    """One word is enough to stop."""
    assert opened().say(text, "stoppen").ended == "stopped"


def test_restart_ends_the_intake_for_a_clean_one() -> None:
    """Opnieuw is not stop."""
    assert opened().say("opnieuw", "opnieuw").ended == "restarted"


@pytest.mark.parametrize("question", ["when", "name", "address", "phone"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "hou op",
            "hou er nou eens mee op",
            "hou op met die vragen",
            "kap ermee",
            "verwijder mijn gegevens",
        ),
        *("ik wil toch geen klacht indienen", "ik trek mijn klacht in", "wis alles maar", "ik stop ermee"),
    ],
)
def test_command_to_stop_ends_the_intake_at_any_question(question: str, text: str) -> None:
    """Stopping wipes at once, whatever was asked and whatever the model hears."""
    assert at_question(question).say(text, "informeren", 0.4).ended == "stopped"


@pytest.mark.parametrize("question", ["where", "name", "phone", "confirmation"])
def test_stop_in_other_words_is_asked_about(question: str) -> None:
    """The model alone never wipes a story; yes does, and no goes on."""
    conversation = at_summary() if question == "confirmation" else at_question(question)
    asked = conversation.intake.asking
    before = conversation.draft
    conversation.say("nou ik heb er genoeg van", "stoppen", 0.9)

    assert conversation.said == ("utter_candidate_stop",)
    assert replace(conversation).say("ja", "bevestigen").ended == "stopped"

    conversation.say("nee", "ontkennen")

    assert (conversation.draft, conversation.intake.asking) == (before, asked)


def test_change_that_is_called_off_ends_nothing() -> None:
    """Whatever the model hears in it, "toch maar niet" is about the change."""
    conversation = at_summary()
    conversation.say("wijzig waar", "corrigeren", 0.9)
    conversation.say("toch maar niet", "stoppen", 0.9)

    assert conversation.outcome.ended is None
    assert conversation.said[0] == "utter_kept"


def test_words_to_stop_in_a_story_are_told() -> None:
    """Somebody else's words end nothing."""
    conversation = at_question("name")
    outcome = conversation.say("hij zei hou op met zeuren", "stoppen", 0.6)

    assert outcome.ended is None
    assert conversation.draft.what == f"{STORY}\n\nhij zei hou op met zeuren"


@pytest.mark.parametrize("intent", ["noodgeval", "klacht"])
def test_despair_gets_the_number_to_call_first(intent: str) -> None:
    """It comes before anything else, and once."""
    conversation = at_question("name")
    conversation.say("ik wil niet meer leven", intent, 0.9)

    assert conversation.said[0] == "utter_zelfmoord"
    assert "utter_noodgeval" not in conversation.said


@pytest.mark.parametrize("doubted", [False, True])
def test_danger_in_a_story_keeps_the_story(doubted: bool) -> None:
    """The number to call comes first, and what was told is not thrown away."""
    conversation = at_question("name")
    if doubted:
        conversation.say("Ze lieten me gewoon niemand spreken", "medewerker_spreken", 0.95)
    text = "die man van handhaving stond met een mes voor mijn deur te schreeuwen"
    conversation.say(text, "noodgeval", 0.95)

    assert "utter_noodgeval" in conversation.said
    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith(text)


def test_danger_told_to_complete_the_story_keeps_what_was_told() -> None:
    """Whoever changes the story at the summary tells more of it, also when it sounds like danger."""
    conversation = at_summary()
    conversation.say("nee ik wil mijn verhaal veranderen", "corrigeren", 0.9)
    conversation.say("hij hield mijn arm vast en gooide de deur op slot", "noodgeval", 0.95)

    assert conversation.said[0] == "utter_noodgeval"
    assert conversation.draft.what == f"{STORY}\n\nhij hield mijn arm vast en gooide de deur op slot"
    assert conversation.intake.asking == "confirmation"


def test_danger_instead_of_a_story_is_doubted() -> None:
    """A short cry is no story, and is not lost either."""
    conversation = at_summary()
    conversation.say("nee ik wil mijn verhaal veranderen", "corrigeren", 0.9)
    conversation.say("help brand", "noodgeval", 0.95)

    assert conversation.said == ("utter_noodgeval", "utter_candidate")
    assert conversation.draft.what == STORY
