"""The intake as Rasa calls it: opening, a turn, ending, forgetting."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.end_intake import ActionEndIntake
from actions.forget import ActionForget
from actions.open_intake import ActionOpenIntake
from actions.slots import read_intake, write_intake
from actions.validate_complaint_form import ValidateComplaintForm
from bot.intake.draft import Draft
from bot.intake.state import Candidate, Intake
from tests.actions.conversation import make_tracker, responses, set_slots

STORY = "De ambtenaar aan de balie snauwde mij af en liep zonder iets te zeggen weg."


def test_intake_survives_the_slots() -> None:
    """What one turn writes, the next one reads."""
    intake = Intake(
        draft=Draft(what=STORY, name="Anneke Jansen"),
        asking="phone",
        skipped=frozenset({"about"}),
        attempts={"when": 2},
        candidate=Candidate("tekst", "vraag_termijn"),
        flags=("older_than_year",),
        editing="phone",
        scolded=True,
        unsent=True,
    )
    slots = set_slots(write_intake(intake, "message-0"))

    assert read_intake(make_tracker("ja", "bevestigen", **slots)) == intake


async def test_kept_story_is_used_when_the_offer_is_accepted() -> None:
    """A report that turns out to be a complaint need not be told again."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("ja", "bevestigen", offered=True, story=STORY)
    events = await ActionOpenIntake().run(dispatcher, tracker, {})

    assert set_slots(events)["what"] == STORY
    assert set_slots(events)["story"] is None


async def test_report_and_how_it_was_handled_become_one_story() -> None:
    """Who goes on telling after the offer of a complaint loses nothing of what came before."""
    report = "Er zit een groot gat in de weg."
    tracker = make_tracker(STORY, "klacht", offered=True, story=report)
    events = await ActionOpenIntake().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["what"] == f"{report}\n\n{STORY}"


async def test_bare_announcement_after_a_report_uses_the_report() -> None:
    """ "Ik wil een klacht indienen" adds no words of its own."""
    tracker = make_tracker("ik wil een klacht indienen", "klacht", offered=True, story=STORY)
    events = await ActionOpenIntake().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["what"] == STORY


async def test_second_complaint_keeps_who_the_citizen_is() -> None:
    """A next complaint in the same conversation does not ask the name again."""
    tracker = make_tracker(
        *("Een nieuwe klacht", "klacht"),
        button=True,
        offered=True,
        story=STORY,
        submitted=True,
        reference="KL-2026-AAAAAA",
        name="Anneke Jansen",
        what="eerste",
    )
    events = await ActionOpenIntake().run(CollectingDispatcher(), tracker, {})

    assert set_slots(events)["name"] == "Anneke Jansen"
    assert set_slots(events)["what"] == STORY
    assert "reference" not in set_slots(events)
    assert "receipt" not in set_slots(events)


async def test_stored_complaint_leaves_no_story_behind() -> None:
    """How an intake ended is not what the next one is about."""
    tracker = make_tracker("stop", "stoppen", **set_slots(write_intake(Intake(asking="what"), "message-0")))

    assert set_slots(await ValidateComplaintForm().run(CollectingDispatcher(), tracker, {}))["story"] is None


async def test_message_is_taken_once() -> None:
    """The form may be called again for the message that opened it; nothing is said twice."""
    opened = set_slots(
        await ActionOpenIntake().run(CollectingDispatcher(), make_tracker(STORY, "klacht"), {})
    )
    dispatcher = CollectingDispatcher()
    events = await ValidateComplaintForm().run(dispatcher, make_tracker(STORY, "klacht", **opened), {})

    assert responses(dispatcher) == []
    assert set_slots(events) == {"requested_slot": "when_text"}


async def test_another_route_is_told_and_the_story_kept() -> None:
    """Someone who turns to a report can still turn back."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker(
        "toch gewoon een lamp", "melding_openbare_ruimte", story="melding_openbare_ruimte", what=STORY
    )
    events = await ActionEndIntake().run(dispatcher, tracker, {})

    assert responses(dispatcher) == ["utter_melding_openbare_ruimte", "utter_offer_complaint"]
    assert set_slots(events)["story"] == STORY


async def test_restart_inside_the_intake_asks_the_first_question_at_once() -> None:
    """The wiped conversation begins where the complaint begins."""
    events = await ActionForget().run(
        CollectingDispatcher(), make_tracker("opnieuw", "opnieuw", ended="restarted"), {}
    )

    assert set_slots(events)["forget"] == "restarted"
    assert set_slots(events)["fresh"]["slots"]["requested_slot"] == "what"


@pytest.mark.parametrize("ended", [None, "confirmed", "rerouted"])
@pytest.mark.parametrize(("intent", "reason"), [("opnieuw", "restarted"), ("stoppen", "stopped")])
async def test_wipe_outside_the_intake_does_what_was_asked(
    ended: str | None, intent: str, reason: str
) -> None:
    """How an earlier intake ended says nothing about this."""
    events = await ActionForget().run(CollectingDispatcher(), make_tracker("wis", intent, ended=ended), {})

    assert set_slots(events) == {"forget": reason, "fresh": None}


@pytest.mark.parametrize("intent", ["stoppen", "opnieuw"])
async def test_story_in_which_a_wipe_is_heard_wipes_nothing(intent: str) -> None:
    """Outside the intake too: what tells something is kept and asked about."""
    text = "Die man van de balie riep dat ik maar moest ophouden met zeuren."
    dispatcher = CollectingDispatcher()
    slots = set_slots(await ActionForget().run(dispatcher, make_tracker(text, intent), {}))

    assert responses(dispatcher) == ["utter_clarify_open"]
    assert (slots["story"], slots.get("forget")) == (text, None)
