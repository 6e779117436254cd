"""What is told after a complaint was sent."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.agree import ActionAgree, ActionDisagree
from actions.answer import ActionAnswer
from actions.clarify import ActionClarify
from actions.idle import IdleAction
from actions.open_intake import ActionOpenIntake
from tests.actions.conversation import make_tracker, responses, set_slots

SENT = {"submitted": True, "status": "submitted", "reference": "KL-2026-7Q4M8X"}
MORE = "o ja, hij zei ook nog dat ik maar een andere gemeente moest zoeken"
SECOND = "ik heb nog een klacht, gisteren werd ik aan de telefoon uitgelachen door een medewerker"
STORY = "Vanmorgen werd ik aan de balie uitgescholden door dezelfde medewerker."
LISTEN = {"event": "followup", "timestamp": None, "name": "action_listen"}


@pytest.mark.parametrize("text", [MORE, STORY], ids=["addition", "story"])
async def test_story_after_submission_is_asked_about_first(text: str) -> None:
    """No second complaint begins unasked, and the reference and the copy stay."""
    dispatcher = CollectingDispatcher()
    events = await ActionOpenIntake().run(dispatcher, make_tracker(text, "klacht", **SENT), {})

    assert responses(dispatcher) == ["utter_ask_afterthought"]
    assert events[-1] == LISTEN
    assert {"status", "submitted", "reference", "receipt"}.isdisjoint(set_slots(events))
    assert set_slots(events)["story"] == text


@pytest.mark.parametrize("action", [ActionAnswer(), ActionClarify(), ActionAgree(), ActionDisagree()])
async def test_addition_is_heard_whatever_the_model_makes_of_it(action: IdleAction) -> None:
    """Permission to add something is no question about the procedure."""
    dispatcher = CollectingDispatcher()
    text = "mag ik nog iets toevoegen? hij heeft daarna ook de deur voor mij dichtgegooid"
    events = await action.run(dispatcher, make_tracker(text, "vraag_procedure", **SENT), {})

    assert responses(dispatcher) == ["utter_ask_afterthought"]
    assert set_slots(events)["offered"] is True


async def test_second_complaint_that_is_called_one_begins_at_once() -> None:
    """Who says that it is another complaint is not asked."""
    dispatcher = CollectingDispatcher()
    events = await ActionOpenIntake().run(dispatcher, make_tracker(SECOND, "klacht", **SENT), {})

    assert responses(dispatcher)[0] == "utter_second_complaint"
    assert set_slots(events)["what"] == SECOND
    assert set_slots(events)["status"] == "open"


async def test_button_for_a_new_complaint_takes_the_story_along() -> None:
    """What was told before the question is not asked again."""
    tracker = make_tracker("Een nieuwe klacht", "klacht", button=True, offered=True, story=STORY, **SENT)
    events = await ActionOpenIntake().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["what"] == STORY


@pytest.mark.parametrize(("text", "button"), [("Een aanvulling", True), ("nee", False)], ids=["button", "no"])
async def test_addition_goes_by_telephone_or_letter(text: str, button: bool) -> None:
    """What was sent cannot be changed here; the reference says which complaint it is."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(text, "ontkennen", button=button, offered=True, story=MORE, **SENT)
    events = await ActionDisagree().run(dispatcher, tracker, {})

    assert responses(dispatcher) == ["utter_add_after_submit"]
    assert dispatcher.messages[0]["reference"] == "KL-2026-7Q4M8X"
    assert set_slots(events)["story"] is None


@pytest.mark.parametrize("text", ["een aanvulling", "het hoort bij mijn vorige klacht", "toevoegen graag"])
async def test_question_may_be_answered_in_words(text: str) -> None:
    """The buttons are not the only way."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(text, "nlu_fallback", offered=True, story=MORE, **SENT)
    await ActionClarify().run(dispatcher, tracker, {})

    assert responses(dispatcher) == ["utter_add_after_submit"]


async def test_more_of_the_same_is_asked_about_again() -> None:
    """Going on is no answer, and nothing of it is lost."""
    tracker = make_tracker(STORY, "klacht", offered=True, story=MORE, **SENT)
    events = await ActionOpenIntake().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["story"] == f"{MORE}\n\n{STORY}"
    assert events[-1] == LISTEN


async def test_story_before_submission_begins_as_ever() -> None:
    """Only what was sent makes it unclear."""
    events = await ActionOpenIntake().run(CollectingDispatcher(), make_tracker(MORE, "klacht"), {})

    assert set_slots(events)["what"] == MORE
