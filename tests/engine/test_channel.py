"""The engine's only door: closed without the secret, and every failure a code of the contract."""

import json
from types import SimpleNamespace
from unittest.mock import AsyncMock

import pytest
from sanic import Sanic

from engine.actions_endpoint import SECRET_HEADER
from engine.channel import ChatChannel
from engine.conversations import GoneError, StaleButtonError, Turn, TurnFailedError
from engine.room import CrowdedError, FullError
from engine.store import Receipt

SECRET = "s" * 40


class FakeConversations:
    """Answers every call with *answer*, or raises it; remembers the turns."""

    def __init__(self, answer):
        self.answer = answer
        self.turns = []
        self.actions = self

    async def take_turn(self, conversation_id, turn):
        self.turns.append((conversation_id, turn))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def are_ready(self):
        return True

    async def parse(self, text):
        return {"intent": {"name": "groet", "confidence": 0.9}}


@pytest.fixture
def call():
    """Call a route of the channel as the gateway does."""

    async def request(name, body=None, secret=SECRET, conversations=None, **path):
        channel = ChatChannel(SECRET, lambda: {"model": "one.tar.gz"})
        channel.conversations = conversations
        app = Sanic(f"test_{name}_{id(channel)}")
        app.blueprint(channel.blueprint(None), url_prefix="/webhooks/klachtbalie")
        [handler] = [
            route.handler for route in app.router.routes_all.values() if route.name.endswith(f".{name}")
        ]
        response = await handler(SimpleNamespace(headers={SECRET_HEADER: secret}, json=body), **path)
        return response.status, json.loads(response.body) if response.body else None

    return request


@pytest.mark.parametrize("secret", ["", "x" * 40, SECRET[:-1], "é" * 40, "\udcff"])
async def test_door_is_closed_without_the_secret(call, secret):
    """Also to the health check, so that a stranger learns nothing."""
    conversations = FakeConversations({})

    assert await call("health", secret=secret, conversations=conversations) == (403, {"reason": "forbidden"})
    assert (await call("turn", {"text": "x"}, secret, conversations, conversation_id="anna"))[0] == 403
    assert conversations.turns == []


async def test_engine_that_is_starting_says_so(call):
    assert await call("health") == (503, {"reason": "starting"})


async def test_health_names_the_model_and_says_whether_the_actions_answer(call, monkeypatch):
    conversations = FakeConversations({})
    with_actions = await call("health", conversations=conversations)
    monkeypatch.setattr(conversations, "are_ready", AsyncMock(return_value=False))
    without = await call("health", conversations=conversations)

    assert with_actions == (200, {"status": "ready", "actions": "ready", "model": "one.tar.gz"})
    assert without == (200, {"status": "ready", "actions": "away", "model": "one.tar.gz"})


async def test_turn_is_passed_on_whole(call):
    conversations = FakeConversations({"messages": []})
    body = {"text": "ja", "key": "key-1", "masked": ["bsn"]}

    await call("turn", body, conversations=conversations, conversation_id="anna")

    assert conversations.turns == [("anna", Turn("ja", None, "key-1", ("bsn",)))]


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        pytest.param(GoneError(None), (404, {"reason": "unknown"}), id="unknown"),
        pytest.param(
            GoneError(Receipt(0, "expired")), (410, {"reason": "expired", "reference": None}), id="expired"
        ),
        pytest.param(
            GoneError(Receipt(0, "submitted", "KL-2026-7Q4M8X")),
            (410, {"reason": "submitted", "reference": "KL-2026-7Q4M8X"}),
            id="submitted",
        ),
        pytest.param(StaleButtonError(), (422, {"reason": "stale_button"}), id="stale button"),
        pytest.param(FullError(), (413, {"reason": "full"}), id="full"),
        pytest.param(CrowdedError(), (503, {"reason": "crowded"}), id="crowded"),
        pytest.param(TurnFailedError(False), (503, {"reason": "actions_away"}), id="actions away"),
        pytest.param(TurnFailedError(True), (503, {"reason": "submission_unsure"}), id="perhaps stored"),
    ],
)
async def test_failure_is_a_code_of_the_contract(call, failure, expected):
    answer = await call(
        "turn", {"text": "x"}, conversations=FakeConversations(failure), conversation_id="anna"
    )

    assert answer == expected


@pytest.mark.parametrize("texts", [None, "hallo", ["x"] * 201], ids=["none", "no list", "too many"])
async def test_parse_takes_a_list_of_texts(call, texts):
    assert (await call("parse", {"texts": texts}, conversations=FakeConversations({})))[0] == 422


async def test_parse_answers_each_text(call):
    status, answer = await call("parse", {"texts": ["hoi", "dag"]}, conversations=FakeConversations({}))

    assert status == 200
    assert [result["text"] for result in answer["results"]] == ["hoi", "dag"]
