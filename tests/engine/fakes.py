"""A model, a database and a clock that do as the tests say; lock, trackers and store are the real ones."""

import asyncio
from types import SimpleNamespace

import aiohttp
import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from engine.actions_endpoint import _failures
from engine.conversations import Conversations, GoneError, Turn
from engine.store import ConversationStore

INACTIVITY = 900
WARNING = 120
START = 1_790_000_000.0
REFERENCE = "KL-2026-7Q4M8X"
YES = Turn(text="ja")


class Clock:
    """Stands still until a test moves it."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


class FakeProcessor:
    """Takes a turn as Rasa does: on a copy of the tracker, saved at the end; *reaction* says what happens."""

    def __init__(self, store):
        self.store = store
        self.reaction = lambda message: [BotUttered("Dank u.")]
        self.taken = []
        self.busy = 0
        self.busiest = 0

    async def handle_message(self, message):
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        tracker = await self.store.retrieve(message.sender_id)
        tracker.update(UserUttered(message.text, parse_data=message.parse_data))
        await asyncio.sleep(0)
        self.taken.append(message)
        for event in self.reaction(message):
            tracker.update(event)
        await asyncio.sleep(0)
        await self.store.save(tracker)
        self.busy -= 1

    async def parse_message(self, message):
        return {"text": message.text, "intent": {"name": "informeren", "confidence": 0.8}, "entities": []}


class FakeActions:
    """Remembers purges and knows what was stored; *away* makes every call fail."""

    def __init__(self):
        self.purges = []
        self.stored = {}
        self.away = False

    async def record_purge(self, reason, turns):
        await self._answer()
        self.purges.append((reason, turns))

    async def stored_reference(self, conversation_id):
        await self._answer()
        return self.stored.get(conversation_id)

    async def _answer(self):
        await asyncio.sleep(0)
        if self.away:
            raise aiohttp.ClientConnectionError


class FakeFiles:
    """No files; remembers whose were forgotten."""

    def __init__(self):
        self.forgotten = []

    def tidy(self, tracker):
        pass

    def forget(self, conversation_id):
        self.forgotten.append(conversation_id)


class FakeNlg:
    """Greets."""

    async def generate(self, response, tracker, channel):
        return {"text": f"[{response}]", "buttons": [{"title": "Ik heb een klacht", "payload": "/klacht"}]}


def fail_action(error="ClientResponseError"):
    """Note a failed call to the actions, as the endpoint does."""
    _failures.get().append(error)


def make_conversations(domain: Domain) -> Conversations:
    """Return conversations on fakes: `.store.clock`, `.actions` and `.agent.processor` are the handles."""
    store = ConversationStore(domain, clock=Clock())
    agent = SimpleNamespace(
        domain=domain, lock_store=InMemoryLockStore(), nlg=FakeNlg(), processor=FakeProcessor(store)
    )
    return Conversations(agent, store, FakeActions(), FakeFiles(), INACTIVITY, WARNING)


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


def react(conversations, *events):
    """Let the model answer every turn with *events*."""
    conversations.agent.processor.reaction = lambda message: events
