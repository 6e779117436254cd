"""Answers to another question than the one asked: used, or asked about, never lost."""

import pytest

from bot.intake.draft import Draft
from tests.intake.conversation import STORY, Conversation, at_question, opened

ADDRESS = "Spoordreef 101, 1315 KR Almere"


def announced() -> Conversation:
    """Return a conversation in which the story is asked."""
    conversation = Conversation()
    conversation.say("ik wil een klacht indienen", "klacht")
    assert conversation.intake.asking == "what"
    return conversation


def asked_where() -> Conversation:
    """Return a conversation in which the place is asked."""
    conversation = opened("De ambtenaar lachte mij uit waar mijn kinderen bij waren.")
    conversation.say("gisteren")
    assert conversation.intake.asking == "where"
    return conversation


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("gisteren", "when_from", "2026-11-19"),
        (ADDRESS, "postcode", "1315KR"),
        ("anneke@example.nl", "email", "anneke@example.nl"),
        ("06-12345678", "phone", "+31612345678"),
        ("aan de balie in het stadhuis", "where", "aan de balie in het stadhuis"),
    ],
)
def test_other_answer_is_no_story(text: str, field: str, value: str) -> None:
    """A date or an address is noted, and the story is still asked."""
    conversation = announced()
    conversation.say(text)

    assert getattr(conversation.draft, field) == value
    assert conversation.draft.what is None
    assert conversation.said[-1] == "utter_question_what"


@pytest.mark.parametrize(("text", "field", "value"), [("15 november", "when_from", "2026-11-15")])
def test_date_at_the_department_changes_the_date(text: str, field: str, value: str) -> None:
    """A second date is told back as a change."""
    conversation = asked_where()
    conversation.say("buiten")
    assert conversation.intake.asking == "about"
    conversation.say(text)

    assert getattr(conversation.draft, field) == value
    assert conversation.said[0] == "utter_changed"
    assert conversation.intake.asking == "about"


def test_address_at_the_department_is_the_address() -> None:
    """Nobody works at a postcode."""
    conversation = asked_where()
    conversation.say("buiten")
    conversation.say(ADDRESS)

    assert (conversation.draft.street, conversation.draft.about) == ("Spoordreef", None)
    assert conversation.said == ("utter_noted", "utter_question_about")


@pytest.mark.parametrize(
    ("reply", "where", "street"),
    [
        ("mijn eigen adres", None, "Spoordreef"),
        ("daar is het gebeurd", ADDRESS, None),
        ("allebei", ADDRESS, "Spoordreef"),
    ],
)
def test_address_at_the_place_is_asked_about(reply: str, where: str | None, street: str | None) -> None:
    """A whole address may be where it happened, where somebody lives, or both."""
    conversation = asked_where()
    conversation.say(ADDRESS)
    assert conversation.said == ("utter_candidate_address",)
    conversation.say(reply)

    assert (conversation.draft.where, conversation.draft.street) == (where, street)


def test_address_that_nobody_claims_is_the_place() -> None:
    """Who goes on with something else answered what was asked, and nothing is lost."""
    conversation = asked_where()
    conversation.say(ADDRESS)
    conversation.say("hoe lang bewaart u dit?")

    assert conversation.said == ("utter_vraag_bewaren", "utter_candidate_address")

    conversation.say("0612345678")

    assert (conversation.draft.where, conversation.draft.street) == (ADDRESS, None)
    assert conversation.draft.phone == "+31612345678"


@pytest.mark.parametrize("text", ["Anneke Jansen", "anneke jansen", "J. de Vries", "KLAAS VAAK"])
def test_name_at_the_place_is_asked_about(text: str) -> None:
    """A name is used when it is the citizen's own."""
    conversation = asked_where()
    conversation.say(text)
    assert conversation.said == ("utter_candidate_name",)
    conversation.say("ja", "bevestigen")

    assert conversation.draft.name is not None
    assert conversation.said[-1] == "utter_question_where"


@pytest.mark.parametrize("text", ["Station Centrum", "City Hall", "Almere Haven", "op de Markt", "thuis"])
def test_place_is_a_place(text: str) -> None:
    """A place with capitals is not asked about."""
    conversation = asked_where()
    conversation.say(text)

    assert conversation.draft.where == text


def test_name_that_is_not_the_citizens_own_may_be_the_employee() -> None:
    """The name of the employee is kept as whom the complaint is about."""
    conversation = announced()
    conversation.say("Jan van den Berg")
    conversation.say("nee", "ontkennen")

    assert conversation.draft == Draft(about="Jan van den Berg")
    assert conversation.said[-1] == "utter_question_what"


def test_place_at_the_date_is_noted() -> None:
    """Where it happened is used when it is told too early."""
    conversation = opened("De ambtenaar lachte mij uit waar mijn kinderen bij waren.")
    conversation.say("op station Centrum")

    assert conversation.draft.where == "op station Centrum"
    assert conversation.said[-1] == "utter_question_when"


def test_what_else_an_answer_tells_is_said_back() -> None:
    """Nothing is filled in behind the citizen's back."""
    conversation = asked_where()
    conversation.say("thuis, en mijn mail is anneke@example.nl")

    assert conversation.draft.email == "anneke@example.nl"
    assert "utter_noted" in conversation.said


@pytest.mark.parametrize("reply", ["nee", "liever niet", "overslaan"])
def test_refusal_is_no_date_in_own_words(reply: str) -> None:
    """After three vain answers the date is unknown, and a refusal is not kept as its words."""
    conversation = opened(STORY)
    for _ in range(3):
        conversation.say(reply)

    assert conversation.draft.when_text == "niet bekend"
    assert "date_unknown" in conversation.intake.flags


def test_introduction_at_the_department_is_the_name() -> None:
    """Who says who he is, is not whom the complaint is about."""
    conversation = asked_where()
    conversation.say("buiten")
    conversation.say("ik ben de voorzitter, P. Mulder")

    assert (conversation.draft.name, conversation.draft.about) == ("P. Mulder", None)


@pytest.mark.parametrize(("text", "skipped"), [("nee", True), ("ja", False)])
def test_yes_and_no_are_no_place(text: str, skipped: bool) -> None:
    """A yes is asked again, a no leaves the place open."""
    conversation = asked_where()
    conversation.say(text)

    assert conversation.draft.where is None
    assert ("where" in conversation.intake.skipped) is skipped


def test_wish_to_stay_anonymous_is_answered_at_any_question() -> None:
    """Somebody who wants to give no name hears what is possible, before the name is asked."""
    conversation = asked_where()
    conversation.say("liever anoniem")

    assert conversation.said == ("utter_vraag_anoniem", "utter_question_where")


REACTIONS = ["ja graag", "ok dan", "Klootzak", "eergisteren bedoel ik", "..."]


@pytest.mark.parametrize("text", REACTIONS)
@pytest.mark.parametrize("question", ["what", "where", "about", "name", "address"])
def test_what_answers_no_question_is_stored_as_no_answer(question: str, text: str) -> None:
    """A yes, abuse or a date is no story, place, department, name or address."""
    answers = {"when": "gisteren", "where": "per brief", "about": "de balie", "name": "Anneke Jansen"}
    conversation = announced() if question == "what" else opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    while conversation.intake.asking != question:
        conversation.say(answers[conversation.intake.asking])
    conversation.say(text)

    assert not conversation.draft.told(question)
    assert conversation.intake.asking == question


@pytest.mark.parametrize("text", ["in de bus", "op straat", "in het stadhuis"])
@pytest.mark.parametrize("question", ["name", "address"])
def test_spot_is_no_name_and_no_town(question: str, text: str) -> None:
    """It is taken for where it happened."""
    conversation = opened()
    conversation.say("gisteren")
    if question == "address":
        conversation.say("Anneke Jansen")
    conversation.say(text)

    assert (conversation.draft.where, conversation.draft.city) == (text, None)
    assert conversation.intake.asking == question


@pytest.mark.parametrize(
    ("text", "where"), [("nee, in de bus", "in de bus"), ("ja bij de balie", "bij de balie"), ("niks", None)]
)
def test_reaction_before_a_place_is_no_part_of_it(text: str, where: str | None) -> None:
    """Only the place is kept; "niks" leaves the question empty."""
    conversation = asked_where()
    conversation.say(text)

    assert conversation.draft.where == where
    assert conversation.intake.asking != "where"


def test_name_in_doubt_is_no_place() -> None:
    """Who goes on without saying whether it is his name, is asked for the place again."""
    conversation = asked_where()
    conversation.say("jan bakker")
    conversation.say(ADDRESS)
    conversation.say("mijn eigen adres")

    assert (conversation.draft.where, conversation.draft.street) == (None, "Spoordreef")
    assert conversation.intake.asking == "where"


def test_place_is_an_answer_whatever_the_model_hears() -> None:
    """A channel is not doubted because the model hears a question about the telephone."""
    conversation = asked_where()
    conversation.say("door de telefoon", "vraag_contact", 0.9)

    assert conversation.draft.where == "door de telefoon"


def test_whole_address_is_corrected_without_its_name() -> None:
    """Somebody who moved says where to."""
    conversation = opened()
    for answer in ("gisteren", "Daan Vermeer", "Laan 1, 1300 AA Almere"):
        conversation.say(answer)
    conversation.say("nee het moet Weg 2 8200 AB Lelystad zijn")

    assert (conversation.draft.street, conversation.draft.city) == ("Weg", "Lelystad")


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [("Waterlandseweg 8 a almere", "street", "Waterlandseweg"), ("1316xp", "postcode", "1316XP")],
)
def test_part_of_an_address_where_a_name_was_asked(text: str, part: str, value: str) -> None:
    """It is noted, and the name is asked again."""
    conversation = at_question("name")
    conversation.say(text)

    assert getattr(conversation.draft, part) == value
    assert conversation.said == ("utter_noted", "utter_question_name")


def test_postcode_alone_wipes_no_address() -> None:
    """An address that is whole does not lose its street to a postcode."""
    conversation = at_question("phone")
    conversation.say("1316 AB")

    assert conversation.draft.street == "Spoordreef"


@pytest.mark.parametrize("text", ["over de parkeerwachter", "het gaat over een handhaver", "De boa"])
def test_whom_it_is_about_is_not_the_story(text: str) -> None:
    """It is noted, and the story is still asked."""
    conversation = announced()
    conversation.say(text, "klacht")

    assert conversation.draft.about == text.split()[-1]
    assert conversation.said == ("utter_noted", "utter_question_what")


@pytest.mark.parametrize(
    "text", ["weet niet hoe hij heet, lang met een bril", "ik weet niet wie het was maar ze had rood haar"]
)
def test_description_of_somebody_unknown_says_whom_it_is_about(text: str) -> None:
    """An employee whose name is not known can be described."""
    conversation = asked_where()
    conversation.say("buiten")
    conversation.say(text)

    assert conversation.draft.about == text
    assert conversation.intake.asking == "name"


@pytest.mark.parametrize("text", ["jan", "Mei", "april"])
def test_half_a_name_is_no_month(text: str) -> None:
    """Many people are called Jan; the date that is known stays."""
    conversation = at_question("name")
    before = conversation.draft.when_from
    conversation.say(text)

    assert conversation.draft.name == text.capitalize()
    assert conversation.draft.when_from == before
    assert conversation.said == ("utter_name_incomplete", "utter_question_full_name")
