"""Turns of the intake: questions in between, skipping, and answers in parts."""

import pytest

from tests.intake.conversation import STORY, Conversation, at_question, opened


def test_side_question_is_answered_and_the_question_asked_again() -> None:
    """The intake goes on where it was and nothing changes."""
    conversation = opened()
    before = conversation.draft
    conversation.say("hoe lang duurt het eigenlijk?", "vraag_termijn")

    assert conversation.said == ("utter_vraag_termijn", "utter_question_when")
    assert conversation.draft == before


def test_question_shaped_story_is_a_story() -> None:
    """A story that begins like a question is kept."""
    conversation = Conversation()
    conversation.say("ik wil klagen", "klacht")
    conversation.say("Hoe kan het dat ik al drie keer gebeld heb en nog steeds niets hoor?", "klacht")

    assert conversation.draft.what is not None
    assert conversation.draft.what.startswith("Hoe kan het")


@pytest.mark.parametrize("question", ["phone", "email"])
def test_optional_question_may_be_skipped(question: str) -> None:
    """Telephone and e-mail are never forced (Wmebv)."""
    conversation = opened()
    for answer in ("gisteren", "Anneke Jansen", "Spoordreef 101, 1315 KR Almere"):
        conversation.say(answer)
    if question == "email":
        conversation.say("overslaan", "overslaan")
    assert conversation.intake.asking == question

    conversation.say("liever niet", "overslaan")

    assert question in conversation.intake.skipped
    assert conversation.intake.asking != question


def test_name_is_explained_and_asked_no_more_than_three_times() -> None:
    """Refusing a name gets one explanation and then the ways that do work."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("dat zeg ik liever niet")
    assert conversation.said[0] == "utter_required_name"
    conversation.say("dat zeg ik liever niet")
    conversation.say("dat zeg ik liever niet")

    assert conversation.said == ("utter_required_name_ways",)


@pytest.mark.parametrize("question", ["name", "address"])
def test_plain_no_to_a_required_question_gets_the_explanation(question: str) -> None:
    """The law is explained to whoever just says no, before the other ways are named."""
    conversation = opened()
    for answer in ("gisteren", "Anneke Jansen"):
        if conversation.intake.asking != question:
            conversation.say(answer)
    conversation.say("nee", "ontkennen")

    assert conversation.said[0] == f"utter_required_{question}"


def test_failures_count_anew_when_an_answered_question_is_opened_again() -> None:
    """Who needed two tries for the address may still try again when it has to change."""
    conversation = opened()
    for answer in ("gisteren", "Anneke Jansen", "nee", "daar ergens", "Spoordreef 101, 1315 KR Almere"):
        conversation.say(answer)
    conversation.press("corrigeren", field="address")
    conversation.say("daar ergens")

    assert conversation.said == ("utter_invalid_address", "utter_question_address")


def test_reference_back_is_never_stored() -> None:
    """Zie hierboven is looked up, or asked about."""
    conversation = opened()
    conversation.say("zie hierboven")

    assert conversation.draft.when_text is None
    assert conversation.said[0] == "utter_not_found_above"


def test_why_is_answered_per_question() -> None:
    """Each question has a reason to give."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("waarom wilt u dat weten?")

    assert conversation.said == ("utter_why_name", "utter_question_name")


def test_future_date_is_refused() -> None:
    """What happened cannot lie ahead."""
    conversation = opened()
    conversation.say("volgende week woensdag")

    assert conversation.said[0] == "utter_invalid_when_future"
    assert conversation.draft.when_from is None


def test_older_than_a_year_warns_flags_and_goes_on() -> None:
    """The municipality need not handle it, but the citizen may file it (Awb 9:8)."""
    conversation = opened()
    conversation.say("in maart 2024")

    assert "utter_older_than_year" in conversation.said
    assert "older_than_year" in conversation.intake.flags
    assert conversation.intake.asking == "name"


def test_forgotten_date_is_accepted_with_a_flag() -> None:
    """Nobody is sent away for not knowing the day."""
    conversation = opened()
    conversation.say("weet ik echt niet meer")

    assert "date_unknown" in conversation.intake.flags
    assert conversation.intake.asking == "name"


def test_story_told_late_is_added() -> None:
    """More story at another question joins the story and the question is asked again."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("En daarna heeft zij ook nog mijn dochter uitgelachen waar iedereen bij was", "klacht")

    assert conversation.draft.what is not None
    assert conversation.draft.what.startswith(STORY)
    assert "mijn dochter" in conversation.draft.what
    assert conversation.intake.asking == "name"


def test_address_part_that_misses_is_asked_alone() -> None:
    """Only the missing part is asked."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("Anneke Jansen")
    conversation.say("Spoordreef in Almere")
    assert conversation.said[-1] == "utter_question_house_number"
    conversation.say("101 bis")
    assert conversation.said[-1] == "utter_question_postcode"
    conversation.say("1315kr")

    assert (conversation.draft.house_number, conversation.draft.postcode) == ("101", "1315KR")
    assert conversation.intake.asking == "phone"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Spoordreef 101, 1315 KR Almere", "postcode", "1315KR"),
        ("0612345678", "phone", "+31612345678"),
    ],
)
def test_answer_to_another_question_is_kept_and_no_try_counted(text: str, field: str, value: str) -> None:
    """Who gives the address when the name is asked need not give it again."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say(text)

    assert getattr(conversation.draft, field) == value
    assert conversation.said[0] == "utter_noted"
    assert conversation.said[-1] == "utter_question_name"
    assert conversation.intake.tries("name") == 0


def test_given_name_alone_is_completed_once() -> None:
    """A first name gets one friendly question for the rest."""
    conversation = opened()
    conversation.say("gisteren")
    conversation.say("gewoon Sjaak")
    assert conversation.said == ("utter_name_incomplete", "utter_question_full_name")
    conversation.say("de Vries")

    assert conversation.draft.name == "Sjaak de Vries"
    assert conversation.intake.asking == "address"


def test_abuse_is_met_calmly_once() -> None:
    """A complaint is never refused for its language."""
    conversation = opened()
    conversation.say("stelletje sukkels", "schelden")
    assert conversation.said[0] == "utter_schelden"
    conversation.say("stelletje sukkels", "schelden")

    assert conversation.said[0] == "utter_schelden_again"


def test_masked_number_is_mentioned_first() -> None:
    """What was taken away at the door is told."""
    conversation = opened()
    conversation.say("gisteren, mijn nummer is [bsn verwijderd]", masked=("bsn",))

    assert conversation.said[0] == "utter_masked"


def test_story_in_reply_to_where_fills_both() -> None:
    """The place is noted, and what is told around it joins the story."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    conversation.say("gisteren")
    text = "Aan de balie, en toen ik om een leidinggevende vroeg begon hij te lachen en liep hij weg."
    conversation.say(text)

    assert conversation.draft.where == "Aan de balie"
    assert conversation.draft.what.endswith(text)


def test_long_place_alone_is_no_story() -> None:
    """A place in many words stays a place."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    conversation.say("gisteren")
    text = "bij de bushalte tegenover het oude postkantoor in de buurt van het park"
    conversation.say(text)

    assert conversation.draft.where == text
    assert text not in conversation.draft.what


@pytest.mark.parametrize("question", ["where", "about"])
def test_afterthought_in_reply_to_an_open_question_joins_the_story(question: str) -> None:
    """ "O ja, en nog iets" is not where it happened."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    conversation.say("gisteren")
    if question == "about":
        conversation.say("per brief")
    assert conversation.intake.asking == question
    conversation.say("o ja, en nog iets, hij vloekte ook")

    assert "vloekte" in conversation.draft.what
    assert getattr(conversation.draft, question) is None
    assert conversation.intake.asking == question


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ze lieten me gewoon niemand spreken", "medewerker_spreken"),
        ("ik kreeg nooit meer antwoord", "klacht"),
    ],
)
@pytest.mark.parametrize("question", ["when", "name", "phone"])
def test_bit_of_story_at_a_strict_question_is_never_lost(question: str, text: str, intent: str) -> None:
    """What reads as a question, or as no answer, is kept until the citizen says what it is."""
    conversation = at_question(question)
    conversation.say(text, intent, 0.95)
    if conversation.intake.candidate:
        conversation.say("ja", "bevestigen")

    assert conversation.draft.what == f"{STORY}\n\n{text}"
    assert conversation.intake.asking == question


@pytest.mark.parametrize(
    "text", ["ik wil een medewerker spreken", "medewerker spreken", "kan ik iemand spreken"]
)
def test_wish_is_answered_and_not_doubted(text: str) -> None:
    """Who only wants something has told nothing that could get lost."""
    conversation = at_question("name")
    conversation.say(text, "medewerker_spreken", 0.95)

    assert conversation.said == ("utter_medewerker_spreken", "utter_question_name")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when", "op 3 november belde ik en toen schold hij mij weer helemaal verrot"),
        ("address", "Spoordreef 101, 1315 KR Almere en daar stond hij ook al te schreeuwen tegen mijn vrouw"),
        ("phone", "0612345678 en toen hij mij daarop belde heeft hij mij nog een keer bedreigd"),
    ],
)
def test_story_around_an_answer_is_kept_beside_the_answer(question: str, text: str) -> None:
    """A date or an address in a story takes nothing away from the story."""
    conversation = opened()
    answers = {"when": "gisteren", "name": "Anneke Jansen", "address": "Spoordreef 101, 1315 KR Almere"}
    while conversation.intake.asking != question:
        conversation.say(answers[conversation.intake.asking])
    conversation.say(text)

    assert conversation.draft.told(question)
    assert conversation.draft.what.endswith(text)


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("mevrouw Jansen-Pietersen", "Truus", "Truus Jansen-Pietersen"),
        ("Kees", "van den Berg", "Kees van den Berg"),
    ],
)
def test_half_a_name_is_completed_in_the_right_order(first: str, second: str, name: str) -> None:
    """The given name comes first, whichever half was told first."""
    conversation = opened()
    for answer in ("gisteren", first, second):
        conversation.say(answer)

    assert conversation.draft.name == name


@pytest.mark.parametrize("text", ["hij sloeg me", "en toen ik werd weggestuurd", "ze lachte mij uit"])
def test_few_words_about_somebody_go_on_with_the_story(text: str) -> None:
    """A short sentence with another subject is no date and not lost."""
    conversation = opened()
    conversation.say(text)

    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith(text)
    assert conversation.intake.asking == "when"


def test_one_word_is_no_story() -> None:
    """ "Boa" says whom the complaint is about; what happened is still asked."""
    conversation = Conversation()
    conversation.say("klacht", "klacht")
    conversation.say("boa", "klacht")

    assert (conversation.draft.what, conversation.draft.about) == (None, "boa")
    assert conversation.said[-1] == "utter_question_what"


@pytest.mark.parametrize("question", ["where", "about", "name", "address", "phone"])
@pytest.mark.parametrize(
    "text",
    [
        "Ik kreeg toen ook nog te horen dat ik niet meer terug mocht komen",
        "ze zei ook dat ik dom was",
    ],
)
def test_short_telling_joins_the_story_at_any_question(question: str, text: str) -> None:
    """What was done is no department and no place, in however few words."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    answers = {"when": "gisteren", "where": "per brief", "name": "Anneke Jansen"}
    answers |= {"about": "de afdeling vergunningen", "address": "Spoordreef 101, 1315 KR Almere"}
    while conversation.intake.asking != question:
        conversation.say(answers[conversation.intake.asking])
    conversation.say(text, "klacht")

    assert conversation.draft.what.endswith(text)
    assert conversation.intake.asking == question


def test_place_in_a_short_telling_is_noted() -> None:
    """Who answers with a sentence gave the place as well."""
    conversation = opened("Ik werd afgesnauwd en kreeg geen antwoord.")
    conversation.say("gisteren")
    conversation.say("aan de balie, daar heeft een medewerker mij uitgescholden", "klacht")

    assert conversation.draft.where == "aan de balie"
    assert conversation.draft.what.endswith("uitgescholden")


@pytest.mark.parametrize("question", ["where", "name", "phone"])
@pytest.mark.parametrize("text", ["dat klopt niet", "ik wil iets veranderen", "er zit een fout in"])
def test_something_is_wrong_asks_what(question: str, text: str) -> None:
    """The assistant invites to say so; it is no answer, and nothing is skipped."""
    conversation = at_question(question)
    conversation.say(text, "corrigeren", 0.5)

    assert conversation.said == ("utter_question_change",)
    assert conversation.intake.asking == question
    assert not conversation.intake.skipped

    conversation.say("de datum", "corrigeren", 0.8)
    assert conversation.intake.editing == "when"
    conversation.say("eergisteren")
    assert conversation.draft.when_from == "2026-11-18"
    assert conversation.intake.asking == question
