"""Expiry of open conversations, and what is told to who comes late."""

import asyncio
import random

import pytest
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet

from engine.conversations import GoneError, Turn, TurnFailedError
from tests.engine.fakes import (
    INACTIVITY,
    REFERENCE,
    START,
    YES,
    fail_action,
    late,
    make_conversations,
    react,
    store_complaint,
    texts,
)


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
