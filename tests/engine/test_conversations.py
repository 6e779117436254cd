"""Open conversations: turns, undoing them, expiry, and what is told to who comes late."""

import asyncio
import random
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet

from engine.conversations import GoneError, StaleButtonError, Turn, TurnFailedError
from tests.engine.fakes import INACTIVITY, START, fail_action, make_conversations

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = "KL-2026-7Q4M8X"
YES = Turn(text="ja")


@pytest.fixture(scope="session")
def domain():
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def conversations(domain):
    return make_conversations(domain)


@pytest.fixture
async def anna(conversations):
    """The id of an open conversation."""
    await conversations.open("anna")
    return "anna"


def react(conversations, *events):
    """Let the model answer every turn with *events*."""
    conversations.agent.processor.reaction = lambda message: events


def store_complaint(conversations):
    """Let a turn store a complaint, as action_submit_complaint does."""

    def reaction(message):
        conversations.actions.stored[message.sender_id] = REFERENCE
        slots = {"reference": REFERENCE, "status": "submitted", "complaints": [REFERENCE]}
        return [*(SlotSet(name, value) for name, value in slots.items()), BotUttered("Ingediend.")]

    conversations.agent.processor.reaction = reaction


def texts(answer):
    return [message["text"] for message in answer["messages"]]


async def late(conversations, conversation_id="anna"):
    """Return the receipt that a late message hears."""
    with pytest.raises(GoneError) as gone:
        await conversations.take_turn(conversation_id, YES)
    return gone.value.receipt


async def test_open_greets_and_waits(conversations):
    answer = await conversations.open("anna")

    assert texts(answer) == ["[utter_opening]"]
    assert answer["state"]["status"] == "open"


async def test_open_twice_is_the_same_conversation(conversations, anna):
    await conversations.take_turn(anna, YES)

    assert len((await conversations.open(anna))["messages"]) == 3


async def test_turn_returns_what_is_new_and_show_everything(conversations, anna):
    new = await conversations.take_turn(anna, Turn(text="Ik werd afgesnauwd."))

    assert texts(new) == ["Ik werd afgesnauwd.", "Dank u."]
    assert texts(await conversations.show(anna)) == ["[utter_opening]", "Ik werd afgesnauwd.", "Dank u."]


async def test_what_the_citizen_does_winds_the_clock_and_looking_does_not(conversations, anna):
    def say_yes(name):
        return conversations.take_turn(name, YES)

    expiries = []
    for act in (conversations.keep_alive, conversations.show, say_yes):
        conversations.store.clock.now += 100
        expiries.append((await act(anna))["state"]["expires_at"])

    assert expiries[0] == expiries[1]
    assert expiries[2] > expiries[1]


async def test_same_key_is_processed_once(conversations, anna):
    turn = Turn(text="ja", key="key-1")

    first = await conversations.take_turn(anna, turn)
    second = await conversations.take_turn(anna, turn)

    assert first == second
    assert len(conversations.agent.processor.taken) == 1


async def test_another_key_is_another_turn(conversations, anna):
    await conversations.take_turn(anna, Turn(text="ja", key="key-1"))
    await conversations.take_turn(anna, Turn(text="ja", key="key-2"))

    assert len(conversations.agent.processor.taken) == 2


async def test_button_means_its_payload_and_is_shown_by_its_title(conversations, anna):
    answer = await conversations.take_turn(anna, Turn(button="0-0-0"))

    [message] = conversations.agent.processor.taken
    assert message.parse_data["intent"]["name"] == "klacht"
    assert answer["messages"][0]["text"] == "Ik heb een klacht"


@pytest.mark.parametrize("button", ["0-0-9", "1-0-0", "/klacht", ""])
async def test_button_that_was_not_offered_is_refused(conversations, anna, button):
    with pytest.raises((StaleButtonError, TurnFailedError)):
        await conversations.take_turn(anna, Turn(button=button or "x"))

    assert conversations.agent.processor.taken == []


async def test_button_of_an_earlier_turn_is_refused(conversations, anna):
    await conversations.take_turn(anna, YES)

    with pytest.raises(StaleButtonError):
        await conversations.take_turn(anna, Turn(button="0-0-0"))


@pytest.mark.parametrize(
    "typed", ["/restart", '/klacht{"what": "x"}', " /bevestigen ", '/corrigeren {"field": "name"}', "/"]
)
async def test_typed_command_means_nothing(conversations, anna, typed):
    await conversations.take_turn(anna, Turn(text=typed))

    [message] = conversations.agent.processor.taken
    assert message.parse_data["intent"] == {"name": "nlu_fallback", "confidence": 1.0}
    assert message.text == typed.strip()


async def test_sentence_after_a_slash_is_read_as_a_sentence(conversations):
    read = await conversations.parse("/ ik werd afgesnauwd")

    assert read["text"] == "ik werd afgesnauwd"
    assert read["intent"]["name"] == "informeren"


async def test_turn_of_which_an_action_failed_leaves_no_trace(conversations, anna):
    before = await conversations.show(anna)

    def half_a_turn(message):
        fail_action()
        return [SlotSet("what", "half"), BotUttered("Half.")]

    conversations.agent.processor.reaction = half_a_turn
    with pytest.raises(TurnFailedError):
        await conversations.take_turn(anna, Turn(text="Ik werd afgesnauwd.", key="key-1"))

    assert await conversations.show(anna) == before


async def test_failed_turn_may_be_delivered_again_with_the_same_key(conversations, anna):
    turn = Turn(text="Ik werd afgesnauwd.", key="key-1")
    react(conversations)
    with pytest.raises(TurnFailedError):
        await conversations.take_turn(anna, turn)
    react(conversations, BotUttered("Dank u."))

    assert texts(await conversations.take_turn(anna, turn)) == ["Ik werd afgesnauwd.", "Dank u."]


async def test_turn_without_a_reply_failed(conversations, anna):
    """Silence is no answer."""
    react(conversations)

    with pytest.raises(TurnFailedError):
        await conversations.take_turn(anna, YES)


async def test_turn_that_crashes_leaves_no_trace_and_no_lock(conversations, anna):
    before = await conversations.show(anna)

    def crash(message):
        raise RuntimeError

    conversations.agent.processor.reaction = crash
    with pytest.raises(RuntimeError):
        await conversations.take_turn(anna, YES)

    assert await conversations.show(anna) == before


async def test_turns_in_two_tabs_wait_for_each_other(conversations, anna):
    await asyncio.gather(*(conversations.take_turn(anna, YES) for _ in range(5)))

    processor = conversations.agent.processor
    assert (len(processor.taken), processor.busiest) == (5, 1)


async def test_stop_leaves_only_the_farewell(conversations, anna):
    await conversations.take_turn(anna, Turn(text="Ik werd afgesnauwd."))
    react(conversations, SlotSet("forget", "stopped"), BotUttered("Ik ben gestopt."))

    answer = await conversations.take_turn(anna, Turn(text="stop", key="key-1"))

    assert texts(answer) == ["Ik ben gestopt."]
    assert texts(await conversations.show(anna)) == ["Ik ben gestopt."]
    assert answer["state"]["status"] == "stopped"
    assert conversations.actions.purges == [("stopped", 2)]
    # The ids begin anew, so that no button of before means something now.
    assert answer["messages"][0]["id"] == "1-0"


async def test_restart_goes_on_in_a_new_intake(conversations, anna):
    begin = {"loop": "complaint_form", "slots": {"requested_slot": "what"}}
    react(
        conversations,
        SlotSet("forget", "restarted"),
        SlotSet("fresh", begin),
        BotUttered("Vertel."),
    )

    answer = await conversations.take_turn(anna, Turn(text="opnieuw"))

    assert (answer["state"]["status"], answer["state"]["asking"]) == ("open", "what")
    assert conversations.actions.purges == [("restarted", 1)]


async def test_wipe_remembers_references_so_that_a_next_complaint_is_a_new_one(conversations, anna):
    store_complaint(conversations)
    await conversations.take_turn(anna, YES)
    react(conversations, SlotSet("forget", "stopped"), BotUttered("Ik ben gestopt."))

    await conversations.take_turn(anna, Turn(text="stop"))

    tracker = await conversations.store.retrieve(anna)
    assert tracker.get_slot("complaints") == [REFERENCE]
    assert tracker.get_slot("reference") is None


async def test_delete_forgets_at_once(conversations, anna):
    await conversations.take_turn(anna, YES)

    await conversations.delete(anna)

    receipt = await late(conversations)
    assert (receipt.reason, receipt.reference) == ("stopped", None)
    assert conversations.actions.purges == [("stopped", 1)]
    assert conversations.files.forgotten == [anna]
    assert await conversations.store.keys() == []


async def test_conversation_lives_until_the_last_second(conversations, anna):
    conversations.store.clock.now = START + INACTIVITY - 1

    assert texts(await conversations.take_turn(anna, YES)) == ["ja", "Dank u."]


async def test_late_message_finds_nothing(conversations, anna):
    conversations.store.clock.now = START + INACTIVITY

    receipt = await late(conversations)

    assert (receipt.reason, receipt.reference) == ("expired", None)
    assert conversations.agent.processor.taken == []
    assert conversations.actions.purges == [("expired", 0)]


async def test_sweep_forgets_who_is_silent_and_nobody_else(conversations):
    for name in ("anna", "bram", "carla"):
        await conversations.open(name)
    conversations.store.clock.now = START + INACTIVITY - 1
    await conversations.keep_alive("bram")
    conversations.store.clock.now += 1

    assert await conversations.sweep() == 2
    assert await conversations.store.keys() == ["bram"]
    assert await conversations.sweep() == 0


async def test_forgetting_does_not_depend_on_recording_it(conversations, anna):
    conversations.actions.away = True
    conversations.store.clock.now += INACTIVITY

    assert await conversations.sweep() == 1
    assert (await late(conversations)).reason == "expired"


async def test_who_comes_after_a_submission_hears_the_reference(conversations, anna):
    store_complaint(conversations)
    await conversations.take_turn(anna, YES)
    conversations.store.clock.now += INACTIVITY
    await conversations.sweep()

    receipt = await late(conversations)
    assert (receipt.reason, receipt.reference) == ("submitted", REFERENCE)


async def test_reference_is_known_after_a_next_complaint_that_was_not_sent(conversations, anna):
    store_complaint(conversations)
    await conversations.take_turn(anna, YES)
    react(conversations, SlotSet("reference", None), ActiveLoop("complaint_form"), BotUttered("Vertel maar."))
    await conversations.take_turn(anna, Turn(text="nog een klacht"))
    conversations.store.clock.now += INACTIVITY

    assert (await late(conversations)).reference == REFERENCE


async def test_restarted_engine_looks_the_reference_up(conversations):
    conversations.actions.stored["anna"] = REFERENCE

    receipt = await late(conversations)

    assert (receipt.reason, receipt.reference) == ("submitted", REFERENCE)


async def test_lost_answer_to_the_confirmation_is_looked_up_after_expiry(conversations, anna):
    """Stored, but the answer never came: the turn was undone, and still nobody says "niets bewaard"."""

    def stored_without_answer(message):
        conversations.actions.stored[anna] = REFERENCE
        fail_action()
        return []

    conversations.agent.processor.reaction = stored_without_answer
    with pytest.raises(TurnFailedError):
        await conversations.take_turn(anna, YES)
    conversations.store.clock.now += INACTIVITY

    assert (await late(conversations)).reference == REFERENCE


async def test_unknown_conversation_has_no_receipt(conversations):
    assert await late(conversations, "nobody") is None


async def test_unknown_conversation_is_not_called_unsaved_while_nobody_can_tell(conversations):
    """After a restart only the database knows what was stored."""
    conversations.actions.away = True

    receipt = await late(conversations, "nobody")

    assert (receipt.reason, receipt.reference) == ("fate_unknown", None)


async def test_expiry_after_the_summary_is_not_called_unsaved_while_nobody_can_tell(conversations, anna):
    react(conversations, SlotSet("requested_slot", "confirmation"), BotUttered("Klopt dit?"))
    await conversations.take_turn(anna, YES)
    conversations.actions.away = True
    conversations.store.clock.now += INACTIVITY
    unknown = await late(conversations)
    conversations.actions.away = False

    assert unknown.reason == "fate_unknown"
    assert (await late(conversations)).reason == "expired"


@pytest.mark.parametrize(
    ("asked", "error", "may_be_stored"),
    [
        ("confirmation", "ServerDisconnectedError", True),
        ("confirmation", "TimeoutError", True),
        ("confirmation", "ClientConnectorError", False),
        ("where", "ServerDisconnectedError", False),
    ],
)
async def test_failed_turn_tells_whether_it_may_be_stored(conversations, anna, asked, error, may_be_stored):
    react(conversations, SlotSet("requested_slot", asked), BotUttered("Klopt dit?"))
    await conversations.take_turn(anna, Turn(text="dat was het"))
    conversations.agent.processor.reaction = lambda _: fail_action(error) or []

    with pytest.raises(TurnFailedError) as failed:
        await conversations.take_turn(anna, YES)

    assert failed.value.may_be_stored is may_be_stored


async def test_confirmation_and_expiry_at_the_same_moment_have_one_winner(domain):
    """Whatever comes first: it was stored or it expired, and the citizen hears which."""
    outcomes = set()
    for seed in range(300):
        outcomes.add(await _race(make_conversations(domain), random.Random(seed)))

    assert outcomes == {("submitted", True, "submitted"), ("expired", False, "expired")}


async def _race(conversations, chance) -> tuple[str, bool, str]:
    """Confirm while the clock runs out; return what is heard, whether it was stored, what is heard later."""
    await conversations.open("anna")
    store_complaint(conversations)
    conversations.store.clock.now = START + INACTIVITY - 1

    async def confirm():
        await _pause(chance)
        try:
            return (await conversations.take_turn("anna", YES))["state"]["status"]
        except GoneError as gone:
            return gone.receipt.reason

    async def expire():
        await _pause(chance)
        conversations.store.clock.now += chance.choice([0.5, 1, INACTIVITY])
        await conversations.sweep()

    heard, *_ = await asyncio.gather(confirm(), expire(), expire())
    conversations.store.clock.now += INACTIVITY
    await conversations.sweep()
    return heard, "anna" in conversations.actions.stored, (await late(conversations)).reason


async def _pause(chance) -> None:
    for _ in range(chance.randrange(6)):
        await asyncio.sleep(0)
