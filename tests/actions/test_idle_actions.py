"""Turns outside the intake."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.agree import ActionAgree, ActionDisagree
from actions.answer import ActionAnswer
from actions.clarify import ActionClarify
from actions.idle import IdleAction
from actions.open_intake import ActionOpenIntake
from tests.actions.conversation import make_tracker, responses, set_slots

LAMP = "de lantaarnpaal voor mijn deur is stuk"


async def test_report_gets_its_way_and_the_offer_of_a_complaint() -> None:
    """Nobody is sent away without the question whether it is about the municipality."""
    dispatcher = CollectingDispatcher()
    events = await ActionAnswer().run(dispatcher, make_tracker(LAMP, "melding_openbare_ruimte"), {})

    assert responses(dispatcher) == ["utter_melding_openbare_ruimte", "utter_offer_complaint"]
    assert set_slots(events)["story"] == LAMP
    assert set_slots(events)["route"] == "melding"


async def test_question_is_answered_without_an_offer() -> None:
    """A question about the procedure is just answered."""
    dispatcher = CollectingDispatcher()
    events = await ActionAnswer().run(dispatcher, make_tracker("hoe lang duurt het", "vraag_termijn"), {})

    assert responses(dispatcher) == ["utter_vraag_termijn"]
    assert set_slots(events)["route"] == "info"


@pytest.mark.parametrize(
    ("waits", "again"),
    [
        pytest.param({"offered": True}, "utter_offer_complaint", id="offer"),
        pytest.param(
            {"clarifying": 1, "choices": ["klacht", "bezwaar"]}, "utter_clarify", id="clarification"
        ),
    ],
)
@pytest.mark.parametrize(
    ("text", "intent"), [("hoe lang duurt het", "vraag_termijn"), ("wat kost dit?", "nlu_fallback")]
)
async def test_question_in_between_keeps_what_waits(
    waits: dict[str, object], again: str, text: str, intent: str
) -> None:
    """It is answered, and the conversation goes on where it was."""
    dispatcher = CollectingDispatcher()
    events = await ActionAnswer().run(dispatcher, make_tracker(text, intent, story=LAMP, **waits), {})

    assert responses(dispatcher)[1:] == [again]
    assert set_slots(events) == {"route": "info"}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ik wil anoniem blijven maar de boa heeft mij geslagen", "vraag_anoniem"),
        ("Ik krijg al weken geen medewerker te spreken", "medewerker_spreken"),
        ("jullie stelletje prutsers laten mij hier gewoon drie uur wachten", "schelden"),
    ],
)
async def test_story_that_reads_as_a_question_is_kept_and_offered(text: str, intent: str) -> None:
    """Nobody who tells something is sent away with an answer alone."""
    dispatcher = CollectingDispatcher()
    events = await ActionAnswer().run(dispatcher, make_tracker(text, intent), {})

    assert responses(dispatcher)[-1] == "utter_offer_complaint"
    assert set_slots(events)["story"] == text
    assert set_slots(events)["offered"] is True


@pytest.mark.parametrize(
    "text",
    [
        "ik wil graag weten hoe lang het gaat duren",
        "Kunt u mij doorverbinden met iemand van de afdeling zorg",
    ],
)
async def test_wish_or_question_is_not_offered_as_a_complaint(text: str) -> None:
    """What only asks is only answered."""
    dispatcher = CollectingDispatcher()
    await ActionAnswer().run(dispatcher, make_tracker(text, "vraag_termijn"), {})

    assert responses(dispatcher) == ["utter_vraag_termijn"]


async def test_status_after_submission_is_the_reference() -> None:
    """Is hij verstuurd? is answered with the reference."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("is mijn klacht al verstuurd?", "vraag_status", reference="KL-2026-AAAAAA")
    await ActionAnswer().run(dispatcher, tracker, {})

    assert responses(dispatcher) == ["utter_already_submitted"]


async def test_second_yes_stores_nothing_new() -> None:
    """After submission a yes repeats the reference."""
    dispatcher = CollectingDispatcher()
    await ActionAgree().run(dispatcher, make_tracker("ja", "bevestigen", reference="KL-2026-AAAAAA"), {})

    assert responses(dispatcher) == ["utter_already_submitted"]


async def test_declined_offer_leaves_the_door_open() -> None:
    """No to the offer forgets the kept text."""
    dispatcher = CollectingDispatcher()
    events = await ActionDisagree().run(
        dispatcher, make_tracker("nee", "ontkennen", offered=True, story=LAMP), {}
    )

    assert responses(dispatcher) == ["utter_offer_declined"]
    assert set_slots(events)["story"] is None


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (0, "utter_clarify_open"),
        (1, "utter_clarify_open"),
        (2, "utter_clarify_ways"),
        (5, "utter_clarify_ways"),
    ],
    ids=["first", "second", "third", "later"],
)
async def test_clarification_ends_in_phone_and_letter(asked: int, response: str) -> None:
    """Two questions at most, never a third."""
    dispatcher = CollectingDispatcher()
    events = await ActionClarify().run(
        dispatcher, make_tracker("tja dat dus", "nlu_fallback", clarifying=asked), {}
    )

    assert responses(dispatcher) == [response]
    assert set_slots(events)["story"] == "tja dat dus"


@pytest.mark.parametrize("action", [ActionAgree(), ActionDisagree()])
async def test_yes_or_no_to_the_clarification_asks_once_more_and_loses_nothing(action: IdleAction) -> None:
    """A bare yes chooses neither route, and counts as one of the two questions."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("nee", "ontkennen", story=LAMP, clarifying=1, choices=["klacht", "bezwaar"])
    slots = set_slots(await action.run(dispatcher, tracker, {}))

    assert responses(dispatcher) == ["utter_clarify"]
    assert (slots["clarifying"], slots["choices"], slots["story"]) == (2, ["klacht", "bezwaar"], LAMP)


@pytest.mark.parametrize("text", ["zie hierboven", "weet ik niet", "allebei"])
async def test_bare_reaction_is_no_part_of_the_kept_story(text: str) -> None:
    """What only points back or chooses is never stored."""
    tracker = make_tracker(text, "nlu_fallback", story="die lamp daar")
    slots = set_slots(await ActionClarify().run(CollectingDispatcher(), tracker, {}))

    assert slots["story"] == "die lamp daar"


@pytest.mark.parametrize("text", ["allebei", "het gaat om allebei", "beide dus", "both"])
async def test_both_is_the_complaint_with_the_other_way_named(text: str) -> None:
    """Neither of the two ways that were named gets lost."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(
        text, "groet", story=LAMP, clarifying=1, choices=["klacht", "melding_openbare_ruimte"]
    )
    events = await ActionAnswer().run(dispatcher, tracker, {})

    assert set_slots(events)["what"] == LAMP
    assert "utter_also_melding" in responses(dispatcher)


async def test_both_without_a_question_chooses_nothing() -> None:
    """There is nothing to have both of."""
    events = await ActionAnswer().run(
        CollectingDispatcher(), make_tracker("allebei", "groet", story=LAMP), {}
    )

    assert "what" not in set_slots(events)


async def test_second_matter_is_still_named_after_a_clarification() -> None:
    """What was heard beside the story stays with it until the complaint begins."""
    unclear = make_tracker(LAMP, "nlu_fallback")
    unclear.latest_message["others"] = ["melding_openbare_ruimte"]
    kept = set_slots(await ActionClarify().run(CollectingDispatcher(), unclear, {}))
    dispatcher = CollectingDispatcher()
    chosen = make_tracker("Hoe de gemeente met mij omging", "klacht", button=True, **kept)
    events = await ActionOpenIntake().run(dispatcher, chosen, {})

    assert set_slots(events)["what"] == LAMP
    assert "utter_also_melding" in responses(dispatcher)
    assert set_slots(events)["others"] is None


async def test_complaint_handled_before_is_flagged_when_it_is_one_after_all() -> None:
    """The desk sees that it may not have to be handled again."""
    told = make_tracker("mijn klacht over de balie is vorig jaar al afgehandeld", "al_behandeld")
    kept = set_slots(await ActionAnswer().run(CollectingDispatcher(), told, {}))
    accepted = make_tracker("ja", "bevestigen", **kept)
    events = await ActionAgree().run(CollectingDispatcher(), accepted, {})

    assert set_slots(events)["flags"] == ["already_handled"]


async def test_clarification_names_the_two_likeliest_routes() -> None:
    """The buttons say in plain words what the model hesitates between."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("die lamp en niemand doet wat", "nlu_fallback")
    tracker.latest_message["intent_ranking"] = [
        {"name": "melding_openbare_ruimte", "confidence": 0.48},
        {"name": "klacht", "confidence": 0.44},
        {"name": "groet", "confidence": 0.02},
    ]
    await ActionClarify().run(dispatcher, tracker, {})

    assert [button["payload"] for button in dispatcher.messages[0]["buttons"]] == [
        "/klacht",
        "/melding_openbare_ruimte",
    ]


@pytest.mark.parametrize("intent", ["nlu_fallback", "andere_instantie", "vraag_procedure"])
async def test_story_in_another_language_is_taken_down(intent: str) -> None:
    """What the model cannot judge is kept rather than questioned, whatever the model makes of it."""
    german = "Der Mitarbeiter am Schalter hat mich angeschrien und meinen Ausweis weggeworfen."
    dispatcher = CollectingDispatcher()
    events = await ActionClarify().run(dispatcher, make_tracker(german, intent), {})

    assert set_slots(events)["what"] == german
    assert responses(dispatcher)[0] == "utter_andere_taal"


@pytest.mark.parametrize("action", [ActionAnswer(), ActionClarify(), ActionAgree(), ActionDisagree()])
async def test_plain_phrases_come_before_the_model(action: IdleAction) -> None:
    """Whatever the model hears, a bare announcement opens the intake and stop wipes."""
    dispatcher = CollectingDispatcher()
    opened = await action.run(dispatcher, make_tracker("ik wil een klacht indienen", "groet"), {})
    wiped = await action.run(CollectingDispatcher(), make_tracker("stop", "groet"), {})

    assert {"event": "active_loop", "timestamp": None, "name": "complaint_form"} in opened
    assert set_slots(wiped)["forget"] == "stopped"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("stop", ["utter_stopped_after_submission"], id="stop"),
        pytest.param("opnieuw", ["utter_second_complaint", "utter_question_what"], id="restart"),
    ],
)
async def test_what_was_stored_is_not_called_wiped(text: str, expected: list[str]) -> None:
    """The reference is told once more before the conversation is wiped."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(text, "bedankt", submitted=True, complaints=["KL-2026-7Q4M8X"])
    events = await ActionAgree().run(dispatcher, tracker, {})

    assert responses(dispatcher) == expected
    assert dispatcher.messages[0]["reference"] == "KL-2026-7Q4M8X"
    assert set_slots(events)["forget"] in ("stopped", "restarted")


async def test_what_may_be_stored_is_not_called_wiped() -> None:
    """After an uncertain submission nobody can promise that nothing is kept."""
    dispatcher = CollectingDispatcher()
    await ActionAgree().run(dispatcher, make_tracker("stop", "bedankt", intake={"unsure": True}), {})

    assert responses(dispatcher) == ["utter_stopped_unsure"]


async def test_second_report_joins_the_first() -> None:
    """Both are at hand when it turns out to be a complaint."""
    tracker = make_tracker(
        "En de boom ook.", "melding_openbare_ruimte", offered=True, story="De lamp is stuk."
    )
    events = await ActionAnswer().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["story"] == "De lamp is stuk.\n\nEn de boom ook."


async def test_mistake_found_after_submission_is_for_the_telephone() -> None:
    """What was stored cannot be changed in the chat."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("o nee, mijn huisnummer is fout", "corrigeren", reference="KL-2026-AAAAAA")
    await ActionClarify().run(dispatcher, tracker, {})

    assert responses(dispatcher) == ["utter_change_after_submit"]


async def test_yes_to_the_offer_opens_the_intake() -> None:
    """The report that was told is the beginning of the story."""
    tracker = make_tracker("ja dat is het", "bevestigen", offered=True, story=LAMP)
    events = await ActionAgree().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["what"] == LAMP
    assert {"event": "active_loop", "name": "complaint_form", "timestamp": None} in events


STORY = "De parkeerwachter was grof tegen mij en liet mij niet uitpraten"


@pytest.mark.parametrize("text", ["zie hierboven", "vorige week dinsdag", "op de Grote Markt"])
async def test_unclear_story_that_is_gone_on_with_is_a_complaint(text: str) -> None:
    """Who points back to the story, or answers the next question already, is believed."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(text, "nlu_fallback", clarifying=1, story=STORY)
    events = await ActionClarify().run(dispatcher, tracker, {})

    assert set_slots(events)["what"].startswith(STORY)
    assert "utter_intake_told" in responses(dispatcher)


async def test_yes_after_an_unclear_story_opens_the_intake() -> None:
    """The yes goes with the story that was told."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("ja", "bevestigen", clarifying=3, story=STORY)
    events = await ActionAgree().run(dispatcher, tracker, {})

    assert set_slots(events)["what"] == STORY


async def test_skip_in_reply_to_the_clarification_is_no_part_of_the_story() -> None:
    """A bare "overslaan" tells nothing."""
    tracker = make_tracker("overslaan", "overslaan", clarifying=1, story=STORY)
    events = await ActionClarify().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["story"] == STORY


async def test_gibberish_is_unclear_whatever_the_model_hears() -> None:
    """Letters without a word are no other subject."""
    dispatcher = CollectingDispatcher()
    await ActionAnswer().run(dispatcher, make_tracker("asdf qwer", "buiten_onderwerp"), {})

    assert responses(dispatcher) == ["utter_clarify_open"]


@pytest.mark.parametrize(
    ("text", "reference", "reply"),
    [
        ("kan ik nog bewijs sturen?", None, "utter_vraag_bewijs"),
        ("kan ik nog bewijs sturen?", "KL-2026-AAAAAA", "utter_change_after_submit"),
        ("kan ik nog wat toevoegen?", "KL-2026-AAAAAA", "utter_change_after_submit"),
        ("kost dit geld?", None, "utter_vraag_kosten"),
    ],
)
async def test_plain_question_is_answered_outside_the_intake(
    text: str, reference: str | None, reply: str
) -> None:
    """What is known by its words is answered before and after the intake."""
    dispatcher = CollectingDispatcher()
    await ActionAnswer().run(dispatcher, make_tracker(text, "hulp", reference=reference), {})

    assert responses(dispatcher) == [reply]


async def test_answer_to_a_question_offers_a_next_step() -> None:
    """No answer is a dead end."""
    dispatcher = CollectingDispatcher()
    await ActionAnswer().run(dispatcher, make_tracker("hoe lang duurt dat?", "vraag_termijn"), {})

    assert [button["payload"] for button in dispatcher.messages[0]["buttons"]] == ["/klacht"]


async def test_story_that_sounds_like_a_question_is_kept_for_the_intake() -> None:
    """Eight words without the shape of a question may be the story."""
    text = "ik durf mijn naam niet te geven omdat hij mij bedreigde"
    events = await ActionAnswer().run(CollectingDispatcher(), make_tracker(text, "vraag_anoniem"), {})

    assert set_slots(events)["story"] == text


@pytest.mark.parametrize("intent", ["noodgeval", "hulp", "schelden"])
async def test_despair_gets_the_number_to_call_first(intent: str) -> None:
    """Whatever the model hears, and once; what was told is not lost by it."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("jullie luisteren nooit naar mij en daarom wil ik niet meer leven", intent)
    slots = set_slots(await ActionAnswer().run(dispatcher, tracker, {}))

    assert responses(dispatcher)[0] == "utter_zelfmoord"
    assert responses(dispatcher).count("utter_zelfmoord") == 1
    assert slots["story"] == tracker.latest_message["text"]
