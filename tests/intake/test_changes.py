"""Corrections in free words, at any moment."""

from dataclasses import replace

import pytest

from tests.intake.conversation import at_question, at_summary, opened


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("nee, het huisnummer is 14", "house_number", "14"),
        ("het huisnummer moet 14 zijn", "house_number", "14"),
        ("huisnummer klopt niet, het is 14", "house_number", "14"),
        ("wacht, mijn naam is Jansen-de Wit", "name", "Anneke Jansen-de Wit"),
        ("de naam moet zijn Annie Jansen", "name", "Annie Jansen"),
        ("nee mijn telefoonnummer is 0687654321", "phone", "+31687654321"),
        ("0687654321 moet het zijn", "phone", "+31687654321"),
        ("mijn mail is b@example.nl", "email", "b@example.nl"),
        ("het was niet gisteren maar eergisteren", "when_from", "2026-11-18"),
        ("nee het was op 3 november", "when_from", "2026-11-03"),
        ("wacht het was woensdag", "when_from", "2026-11-18"),
        ("postcode is 1316 AB", "postcode", "1316AB"),
        ("de straat is niet Spoordreef maar Odeonstraat", "street", "Odeonstraat"),
        ("het was niet aan de balie maar telefonisch, de plek klopt dus niet", "where", None),
    ],
)
def test_correction_at_the_summary(text: str, field: str, value: str | None) -> None:
    """The named field changes and the summary comes again."""
    conversation = at_summary()
    before = getattr(conversation.draft, field)
    conversation.say(text, "corrigeren", 0.8)

    changed = getattr(conversation.draft, field)
    assert changed == value if value else (changed != before or conversation.intake.editing == field)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("mijn achternaam is Yildiz", "name", "Anneke Yildiz"),
        ("mijn voornaam is Anouk", "name", "Anouk Jansen"),
        ("huisnummer 11 sorry", "house_number", "11"),
        ("huisnummer 11 sorry", "city", "Almere"),
        ("no the house number is 14", "house_number", "14"),
        ("nee wacht het was op de Grote Markt", "where", "op de Grote Markt"),
    ],
)
def test_correction_that_the_model_does_not_hear(text: str, field: str, value: str) -> None:
    """What names an answer, or has its form, needs no model to be a correction."""
    conversation = at_summary()
    conversation.say(text, "nlu_fallback", 0.3)

    assert getattr(conversation.draft, field) == value
    assert conversation.said[0] == "utter_changed"


def test_house_number_is_corrected_while_the_telephone_is_asked() -> None:
    """An earlier answer that is named with a new value changes at any question."""
    conversation = opened()
    for answer in ("gisteren", "Anneke Jansen", "Spoordreef 101, 1315 KR Almere"):
        conversation.say(answer)
    conversation.say("huisnummer 11 sorry")

    assert conversation.draft.house_number == "11"
    assert conversation.intake.asking == "phone"


@pytest.mark.parametrize("text", ["de brief was trouwens in augustus kwijt", "voeg toe dat hij ook lachte"])
def test_addition_at_the_summary_changes_no_date(text: str) -> None:
    """A month in an addition is no other date of the event."""
    conversation = at_summary()
    before = conversation.draft.when_from
    conversation.say(text)

    assert conversation.draft.when_from == before
    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith(text)


@pytest.mark.parametrize(("reply", "kept"), [("ja", True), ("nee", False)])
def test_unclear_words_at_the_summary_are_asked_about(reply: str, kept: bool) -> None:
    """Words that are no change may belong to the story, and the citizen says so."""
    conversation = at_summary()
    conversation.say("hij had bovendien een hond", "nlu_fallback", 0.3)
    assert conversation.said == ("utter_candidate_more",)
    conversation.say(reply)

    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith("hij had bovendien een hond") is kept
    assert conversation.intake.asking == "confirmation"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("sinds augustus", "sinds augustus 2026"),
        ("sinds 1 augustus", "sinds 1 augustus 2026"),
        ("in september", "in september 2026"),
        ("ik denk maandag", "waarschijnlijk maandag 16 november 2026"),
    ],
)
def test_summary_tells_the_date_as_it_was_said(said: str, shown: str) -> None:
    """A month stays a month."""
    conversation = at_summary()
    conversation.press("corrigeren", field="when")
    conversation.say(said)

    assert conversation.outcome is not None
    assert f"Wanneer: {shown}\n" in conversation.outcome.replies[-1].values["summary"]


def test_correction_in_the_middle_keeps_the_question() -> None:
    """An earlier answer can be changed while another is asked."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("Anneke Jansen")
    conversation.say("wacht, mijn naam is Anneke Jansen-de Wit", "corrigeren")

    assert conversation.draft.name == "Anneke Jansen-de Wit"
    assert conversation.intake.asking == "address"


def test_date_is_corrected_at_the_next_question() -> None:
    """The echo of a date invites a correction, and it is heard."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("nee wacht, het was eergisteren", "corrigeren", 0.7)

    assert conversation.draft.when_from == "2026-11-18"
    assert conversation.intake.asking == "name"


def test_button_asks_for_the_new_answer() -> None:
    """A change button asks that one question again and then returns to the summary."""
    conversation = at_summary()
    conversation.press("corrigeren", field="phone")
    assert conversation.intake.asking == "phone"
    conversation.say("0687654321")

    assert conversation.draft.phone == "+31687654321"
    assert conversation.intake.asking == "confirmation"


def test_who_wants_to_change_nothing_after_all_can_go_on() -> None:
    """The list of what can be changed is no dead end."""
    conversation = at_summary()
    conversation.press("ontkennen")
    [question] = conversation.outcome.replies

    assert ("Het klopt toch, versturen", "/bevestigen") in question.buttons
    assert conversation.press("bevestigen").ended == "confirmed"


def test_same_address_again_is_an_answer() -> None:
    """Whoever wanted to change it and then did not is not told that it is no address."""
    conversation = at_summary()
    conversation.press("corrigeren", field="address")
    conversation.say("Spoordreef 101, 1315 KR Almere")

    assert conversation.draft.street == "Spoordreef"
    assert conversation.intake.asking == "confirmation"


def test_wish_without_value_asks_for_it() -> None:
    """Saying that the address is wrong is enough."""
    conversation = at_summary()
    conversation.say("mijn adres klopt niet", "corrigeren")
    assert conversation.intake.asking == "address"
    conversation.say("Odeonstraat 5, 1325 AL Almere")

    assert (conversation.draft.street, conversation.draft.house_number) == ("Odeonstraat", "5")
    assert conversation.intake.asking == "confirmation"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ik wil wijzigen wat er is gebeurd", "what"),
        ("Ik wil wijzigen wanneer het is gebeurd", "when"),
        ("Ik wil wijzigen waar het is gebeurd", "where"),
        ("Ik wil de plaats wijzigen", "where"),
        ("Ik wil wijzigen over wie het gaat", "about"),
        ("kan ik mijn naam nog aanpassen?", "name"),
        ("verander mijn adres", "address"),
        ("mijn telefoonnummer klopt niet", "phone"),
    ],
)
def test_wish_in_words_opens_that_question(text: str, question: str) -> None:
    """What the change buttons of the summary say is understood when it is typed as well."""
    conversation = at_summary()
    conversation.say(text, "corrigeren", 0.5)

    assert conversation.intake.asking == question


def test_new_value_may_follow_the_wish() -> None:
    """Verander X in Y holds the new words."""
    conversation = at_summary()
    conversation.say("verander mijn naam in Annie de Boer", "corrigeren", 0.5)

    assert conversation.draft.name == "Annie de Boer"


def test_unreadable_new_value_keeps_the_old_one() -> None:
    """A wrong correction changes nothing and asks again."""
    conversation = at_summary()
    conversation.say("de postcode is 99", "corrigeren")

    assert conversation.draft.postcode == "1315KR"


def test_addition_at_the_summary_joins_the_story() -> None:
    """O ja, en nog iets."""
    conversation = at_summary()
    conversation.say("o ja en nog iets: hij weigerde ook zijn naam te geven toen ik ernaar vroeg", "klacht")

    assert conversation.draft.what is not None
    assert "weigerde ook zijn naam" in conversation.draft.what
    assert conversation.intake.asking == "confirmation"


@pytest.mark.parametrize(
    "text",
    ["haal mijn telefoonnummer er toch maar uit", "verwijder mijn telefoonnummer", "telefoonnummer weglaten"],
)
def test_optional_answer_can_be_taken_out_again(text: str) -> None:
    """Who gave a telephone number may think better of it."""
    conversation = at_summary()
    conversation.say(text)

    assert conversation.draft.phone is None
    assert conversation.intake.asking == "confirmation"


def test_required_answer_is_not_taken_out_but_asked_anew() -> None:
    """A complaint needs a name (Awb 9:4)."""
    conversation = at_summary()
    conversation.say("verwijder mijn naam")

    assert conversation.draft.name == "Anneke Jansen"
    assert conversation.intake.asking == "name"


def test_time_alone_is_corrected_on_the_same_day() -> None:
    """Only the hour was wrong."""
    conversation = at_summary()
    conversation.say("de tijd klopt niet, het was kwart over 8")

    assert (conversation.draft.when_from, conversation.draft.when_time) == ("2026-11-19", "08:15")


def test_other_field_may_be_named_while_one_is_being_changed() -> None:
    """Who is asked for the name again may first correct the postcode."""
    conversation = at_summary()
    conversation.say("mijn naam klopt niet")
    conversation.say("de postcode is 1315 KS")

    assert conversation.draft.postcode == "1315KS"


@pytest.mark.parametrize("text", ["toch maar niet", "laat maar zo", "laat het zoals het was"])
def test_change_is_called_off_in_plain_words(text: str) -> None:
    """The answer stays what it was."""
    conversation = at_summary()
    before = conversation.draft
    conversation.say("ik wil de plek wijzigen")
    conversation.say(text)

    assert conversation.draft == before
    assert conversation.intake.asking == "confirmation"


def test_explained_correction_of_a_name_is_understood() -> None:
    """What is said about the spelling is no part of the name."""
    conversation = at_summary()
    conversation.say("mijn naam moet Anneke Janssen zijn met dubbel s")

    assert conversation.draft.name == "Anneke Janssen"


def test_story_that_is_corrected_in_so_many_words_is_not_asked_again() -> None:
    """What was wrong with the story is told already."""
    conversation = opened()
    text = "dat verhaal klopt niet helemaal, hij noemde me leugenaar"
    conversation.say(text, "corrigeren", 0.8)

    assert conversation.said[0] == "utter_story_added"
    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith(text)


def test_correction_may_begin_with_agreement() -> None:
    """ "Klopt, maar" is a correction and no place."""
    conversation = opened("De ambtenaar lachte mij uit waar mijn kinderen bij waren.")
    conversation.say("14 oktober")
    conversation.say("klopt, maar het was 15 oktober")

    assert conversation.draft.when_from == "2026-10-15"
    assert conversation.intake.asking == "where"


@pytest.mark.parametrize(
    "text",
    [
        "ze zei ook dat ik dom was",
        "de medewerker heeft mij ook nog uitgelachen",
        "nee hij heeft mij ook geduwd",
    ],
)
def test_short_telling_at_the_summary_joins_the_story(text: str) -> None:
    """It is neither dropped for being short nor taken for a correction of the employee it names."""
    conversation = at_summary()
    before = conversation.draft
    conversation.say(text, "klacht")

    assert conversation.draft.what == f"{before.what}\n\n{text}"
    assert conversation.draft.about == before.about
    assert conversation.intake.asking == "confirmation"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("nee ik heet Piet", "name", "Piet Jansen"),
        ("mijn naam is fout gespeld, het is Janssens", "name", "Anneke Janssens"),
        ("op straat klopt niet, het was aan de balie", "where", "aan de balie"),
        ("het was op straat", "where", "op straat"),
        ("nee het was in de trein", "where", "in de trein"),
        ("ik bedoel in de Spoordreef", "where", "in de Spoordreef"),
        ("waar: in de bus", "where", "in de bus"),
        ("over wie: Karel", "about", "Karel"),
        ("mijn naam is trouwens Jansen-Visser", "name", "Anneke Jansen-Visser"),
        ("het was eergisteren en niet gisteren", "when_from", "2026-11-18"),
        ("mijn nummer klopt niet, moet 0612121212 zijn", "phone", "+31612121212"),
        ("ik ben verhuisd, nieuw adres: Havenweg 2, 1325 CC Almere", "street", "Havenweg"),
        ("de naam van de medewerker is Karel", "about", "Karel"),
        ("het ging over meneer Karel", "about", "meneer Karel"),
        ("ik klaag namens mijn moeder", "on_behalf_of", "mijn moeder"),
        ("nee ik woon op Odeonstraat 5", "street", "Odeonstraat"),
    ],
)
def test_correction_without_the_name_of_its_field(text: str, field: str, value: str) -> None:
    """What people call an answer is not what the form calls it."""
    conversation = at_summary()
    conversation.say(text, "corrigeren", 0.5)

    assert getattr(conversation.draft, field) == value


@pytest.mark.parametrize(
    "text",
    [
        "de naam van mijn vrouw is Els",
        "mijn vader heet Karel",
        "het telefoonnummer van mijn zoon is 0687654321",
        "het adres van mijn moeder is Dorpsstraat 1",
        "zijn achternaam is Smit",
    ],
)
def test_what_belongs_to_somebody_else_changes_no_answer(text: str) -> None:
    """It may belong to the story, but it is never the complainant's."""
    conversation = at_summary()
    before = conversation.draft
    conversation.say(text, "corrigeren", 0.8)

    assert replace(conversation.draft, what=before.what) == before
    assert conversation.intake.asking == "confirmation"


def test_own_name_is_asked_of_who_acts_for_another() -> None:
    """Whom it is for is kept; the complaint still needs who complains (Awb 9:4)."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("namens mijn vader Piet Jansen")

    assert conversation.said == ("utter_own_name_too", "utter_question_name")
    assert (conversation.draft.name, conversation.draft.on_behalf_of) == (None, "mijn vader Piet Jansen")
    assert "on_behalf_of" in conversation.intake.flags

    conversation.say("Karin Jansen")

    assert conversation.draft.name == "Karin Jansen"


@pytest.mark.parametrize("question", ["name", "address", "phone"])
def test_name_of_an_answer_alone_asks_it_anew(question: str) -> None:
    """Asked what is wrong, many type one word, which the model need not know."""
    conversation = at_question(question)
    conversation.say("De datum", "informeren", 0.4)

    assert conversation.intake.editing == "when"
    assert conversation.said == ("utter_question_when",)
