"""What is kept of open conversations, and what is left when they are forgotten."""

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from engine.store import ConversationStore
from tests.engine.fakes import START, Clock


@pytest.fixture
def store():
    return ConversationStore(Domain.empty(), clock=Clock())


def create_tracker(name="anna", *said):
    return DialogueStateTracker.from_events(name, [UserUttered(text) for text in said])


async def test_tracker_of_an_open_conversation_is_kept(store):
    await store.open("anna")
    await store.save(create_tracker("anna", "hallo"))

    assert (await store.retrieve("anna")).latest_message.text == "hallo"


async def test_tracker_of_a_conversation_that_is_not_open_is_not_kept(store):
    """A turn that ends after the conversation was forgotten brings nothing back."""
    await store.save(create_tracker("anna", "hallo"))

    assert await store.retrieve("anna") is None
    assert await store.keys() == []


async def test_retrieved_tracker_is_a_copy(store):
    """What a failed turn did to it does not touch the kept one."""
    await store.open("anna")
    await store.save(create_tracker("anna", "hallo"))

    (await store.retrieve("anna")).update(UserUttered("half"))

    assert (await store.retrieve("anna")).latest_message.text == "hallo"


async def test_forget_leaves_a_receipt_and_nothing_else(store):
    await store.open("anna")
    await store.save(create_tracker("anna", "hallo"))

    await store.forget("anna", "expired")

    assert await store.retrieve("anna") is None
    assert await store.notes("anna") is None
    receipt = await store.receipt("anna")
    assert (receipt.at, receipt.reason, receipt.reference) == (START, "expired", None)
    assert "hallo" not in str(vars(store))


async def test_receipt_is_dropped_after_a_day(store):
    await store.forget("anna", "expired")
    store.clock.now += store.receipt_seconds + 1

    await store.forget("bram", "stopped")

    assert await store.receipt("anna") is None
    assert await store.receipt("bram") is not None


async def test_silent_since_finds_the_last_activity(store):
    for name in ("anna", "bram"):
        await store.open(name)
        store.clock.now += 10

    assert await store.silent_since(START) == ["anna"]
    assert await store.silent_since(START + 10) == ["anna", "bram"]


async def test_changed_notes_are_kept_while_the_conversation_is_open(store):
    notes = await store.open("anna")
    notes.wipes = 1
    await store.write_notes("anna", notes)
    await store.write_notes("bram", notes)

    assert (await store.notes("anna")).wipes == 1
    assert await store.notes("bram") is None
