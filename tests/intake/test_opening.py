"""The first message: everything it tells is used, nothing is guessed."""

import pytest

from tests.intake.conversation import STORY, Conversation, opened


def test_bare_announcement_asks_what_happened() -> None:
    """Announcing a complaint is not a story."""
    conversation = Conversation()
    conversation.say("Ik wil een klacht indienen", "klacht")

    assert conversation.draft.what is None
    assert conversation.intake.asking == "what"


def test_story_answers_what_where_and_about() -> None:
    """A story fills what it plainly holds and the next open question is asked."""
    conversation = opened()

    assert conversation.draft.what == STORY
    assert conversation.draft.where == "aan de balie in het stadhuis"
    assert conversation.draft.about == "parkeerwachter"
    assert conversation.intake.asking == "when"


def test_everything_in_one_message_goes_straight_to_the_summary() -> None:
    """Nothing that was told is asked again."""
    conversation = opened(
        "Ik ben op 10 november aan de balie van burgerzaken uitgescholden. Mijn naam is Piet de Vries. "
        "Ik woon op Spoordreef 101, 1315 KR Almere, bel me op 0612345678 of mail piet@example.nl"
    )

    assert conversation.intake.asking == "confirmation"
    assert conversation.draft.when_from == "2026-11-10"
    assert conversation.draft.name == "Piet de Vries"
    assert conversation.draft.street == "Spoordreef"
    assert conversation.draft.phone == "+31612345678"
    assert conversation.draft.email == "piet@example.nl"


def test_phone_number_is_said_back_as_people_write_it() -> None:
    """Nobody knows their number with +31 in front."""
    conversation = opened("De balie zou mij terugbellen en dat gebeurde nooit. Bel me op 0612345678.")

    [told] = [reply for reply in conversation.outcome.replies if reply.response == "utter_told"]
    assert "Telefoon: 06 12345678" in told.values["facts"].splitlines()


def test_neighbour_is_not_the_complainant() -> None:
    """A name in the story belongs to somebody else unless the citizen says who they are."""
    conversation = opened(
        "Mijn buurman Kees Bakker werd door een handhaver bij zijn kraag gepakt op de markt."
    )

    assert conversation.draft.name is None


def test_acting_for_somebody_else_is_noted() -> None:
    """The complainant may speak for another."""
    conversation = opened("Ik schrijf namens mijn moeder. De consulent van de Wmo kwam niet opdagen.")

    assert conversation.draft.on_behalf_of == "mijn moeder"
    assert "on_behalf_of" in conversation.intake.flags


@pytest.mark.parametrize(
    ("other", "response"),
    [("bezwaar", "utter_also_bezwaar"), ("grofvuil", "utter_also_bel_14036")],
    ids=["fine and insult", "waste and promise"],
)
def test_second_matter_gets_its_own_way(other: str, response: str) -> None:
    """A message with two matters starts the complaint and names the other way."""
    conversation = Conversation()
    conversation.say(STORY, "klacht", others=(other,))

    assert response in conversation.said
    assert conversation.draft.what == STORY


def test_english_story_is_taken_with_a_word_in_both_languages() -> None:
    """The desk says in which language it works and goes on."""
    conversation = opened("She was very rude to me at the desk because my Dutch is not so good.")

    assert conversation.said[0] == "utter_andere_taal"
    assert conversation.draft.what is not None


@pytest.mark.parametrize(
    ("story", "flags"),
    [
        ("Twee jaar geleden begon het schelden aan de balie en het gaat nog steeds door.", ()),
        ("Twee jaar geleden werd ik aan de balie uitgescholden.", ("older_than_year",)),
    ],
)
def test_what_goes_on_is_never_too_old(story: str, flags: tuple[str, ...]) -> None:
    """Only what ended more than a year ago need not be handled; either way the reading is said back."""
    conversation = opened(story)

    assert conversation.intake.flags == flags
    assert (conversation.draft.when_to is None) == (not flags)
    assert "utter_told" in conversation.said
