"""The HTTP client of the engine turns every answer into an Answer or a named failure."""

import json

import httpx
import pytest

from bot.gateway.engine import (
    ConversationFullError,
    ConversationGoneError,
    EngineAwayError,
    EngineClient,
    EngineUnsureError,
    StaleButtonError,
    SubmissionUnsureError,
)
from tests.gateway.fakes import SECRET, create_message, create_settings, create_state

ANSWER = {"messages": [create_message("Hallo")], "state": create_state().model_dump()}


def client_for(handler):
    """A client whose calls end in *handler*."""
    http = httpx.Client(base_url="http://engine/base", transport=httpx.MockTransport(handler))
    return EngineClient(http)


def client_answering(status, body=None):
    return client_for(lambda _: httpx.Response(status, json=body))


@pytest.mark.parametrize(
    ("act", "method", "path", "body"),
    [
        (lambda c: c.open("a"), "POST", "/conversations", {"conversation_id": "a"}),
        (lambda c: c.replay("a"), "GET", "/conversations/a", None),
        (
            lambda c: c.say("a", "Hoi", ["bsn"], "k"),
            "POST",
            "/conversations/a/turns",
            {"text": "Hoi", "masked": ["bsn"], "key": "k"},
        ),
        (
            lambda c: c.press("a", "yes", None),
            "POST",
            "/conversations/a/turns",
            {"button": "yes", "key": None},
        ),
        (lambda c: c.keep_alive("a"), "POST", "/conversations/a/keep-alive", None),
        (lambda c: c.close("a"), "DELETE", "/conversations/a", None),
    ],
    ids=["open", "replay", "say", "press", "keep-alive", "close"],
)
def test_engine_client_speaks_the_contract(act, method, path, body):
    seen = []

    def answer(request):
        seen.append(request)
        return httpx.Response(200, json=ANSWER)

    act(client_for(answer))

    assert (method, "/base" + path) == (seen[0].method, seen[0].url.path)
    assert body == (json.loads(seen[0].content) if seen[0].content else None)


def test_engine_client_sends_the_secret_and_ignores_proxies(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid:1")

    client = EngineClient.connect(create_settings(engine_port=9))

    assert client._http.headers["X-Klachtbalie-Secret"] == SECRET
    with pytest.raises(EngineAwayError, match="ConnectError"):
        client.open("a")


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        (404, {"reason": "unknown"}, ConversationGoneError),
        (404, None, EngineAwayError),
        (410, {"reason": "expired", "detail": "Voorbij", "reference": None}, ConversationGoneError),
        (413, {"reason": "full"}, ConversationFullError),
        (422, {"detail": "Oude knop"}, StaleButtonError),
        (401, None, EngineAwayError),
        (503, None, EngineAwayError),
        (503, {"reason": "submission_unsure"}, SubmissionUnsureError),
        (500, None, EngineUnsureError),
        (302, None, EngineUnsureError),
        (200, {"messages": []}, EngineUnsureError),
        (200, None, EngineUnsureError),
    ],
)
def test_engine_client_names_failures(status, body, failure):
    with pytest.raises(failure):
        client_answering(status, body).say("a", "Hoi", [], None)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (httpx.ConnectError, EngineAwayError),
        (httpx.ConnectTimeout, EngineAwayError),
        (httpx.PoolTimeout, EngineAwayError),
        (httpx.ReadTimeout, EngineUnsureError),
        (httpx.RemoteProtocolError, EngineUnsureError),
    ],
)
def test_engine_client_knows_whether_the_turn_may_have_arrived(error, failure):
    def fail(request):
        raise error("CANARY")

    with pytest.raises(failure) as caught:
        client_for(fail).say("a", "Hoi", [], None)

    assert "CANARY" not in str(caught.value)


def test_engine_client_names_the_broken_place_and_not_its_content():
    answer = {"messages": [create_message("Hallo")], "state": {"status": "CANARY"}}

    with pytest.raises(EngineUnsureError) as caught:
        client_answering(200, answer).replay("a")

    assert "state.status" in str(caught.value)
    assert "CANARY" not in str(caught.value)


def test_engine_client_keeps_what_410_says():
    body = {"reason": "submitted", "detail": "Al ingediend", "reference": "KL-2026-7Q4M8X"}

    with pytest.raises(ConversationGoneError) as caught:
        client_answering(410, body).replay("a")

    assert (
        caught.value.reason,
        caught.value.detail,
        caught.value.reference,
    ) == ("submitted", "Al ingediend", "KL-2026-7Q4M8X")


@pytest.mark.parametrize("status", [204, 404, 410])
def test_engine_client_closes_what_is_gone_already(status):
    assert client_answering(status, {"reason": "unknown"}).close("a") is None


@pytest.mark.parametrize(
    ("status", "body", "away"),
    [
        (200, {"status": "ready", "actions": "ready"}, None),
        (200, {"status": "ready", "actions": "away"}, "actions"),
        (200, {"status": "loading", "actions": "ready"}, "engine"),
        (500, None, "engine"),
    ],
    ids=["none", "actions", "loading", "error"],
)
def test_engine_client_tells_who_is_away(status, body, away):
    assert away == client_answering(status, body).away()


def test_engine_client_is_not_ready_without_an_engine():
    assert EngineClient.connect(create_settings(engine_port=9)).away() == "engine"
