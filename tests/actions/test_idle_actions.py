"""Turns outside the intake."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.agree import ActionAgree, ActionDisagree
from actions.answer import ActionAnswer
from actions.clarify import ActionClarify
from actions.idle import IdleAction
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


async def test_story_in_another_language_is_taken_down() -> None:
    """What the model cannot judge is kept rather than questioned."""
    german = "Der Mitarbeiter am Schalter hat mich angeschrien und meinen Ausweis weggeworfen."
    dispatcher = CollectingDispatcher()
    events = await ActionClarify().run(dispatcher, make_tracker(german, "nlu_fallback"), {})

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
