"""Open conversations: turns, undoing them, and forgetting on request."""

import asyncio

import pytest
from rasa.shared.core.events import BotUttered, SlotSet

from engine.conversations import StaleButtonError, Turn, TurnFailedError
from tests.engine.fakes import (
    REFERENCE,
    YES,
    fail_action,
    late,
    react,
    store_complaint,
    texts,
)


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
