"""What the running product answers is what it publishes: no member more, and none of another kind."""

from typing import Any

import httpx
import jsonschema_rs
import pytest

from tests.gateway.evidence import create_form, create_image
from tests.system.chat import Chat
from tests.system.desk import Desk
from tests.system.people import ANNA

# What a model allows beyond its members is for versions of engine and gateway that differ; here they do not.
CLOSED = {"additionalProperties": False}


@pytest.fixture(scope="module")
def described(desk: Desk) -> dict[str, Any]:
    """The published description, with every object closed."""
    return _closed(httpx.get(f"{desk.url}/openapi.json", timeout=60, trust_env=False).json())


@pytest.fixture
def answers(chat: Chat) -> list[httpx.Response]:
    """Every answer of the conversation from here on."""
    kept: list[httpx.Response] = []
    chat.http.event_hooks["response"] = [lambda answer: (answer.read(), kept.append(answer))]
    return kept


def test_answers_of_a_whole_conversation_are_as_described(chat, answers, described):
    chat.http.post("/api/conversations")
    chat.replay()
    summary = chat.tell(ANNA)
    photo = create_form(create_image(), "foto.jpg", alt_text="De balie")
    added = chat.http.post(
        "/api/conversation/files",
        content=photo["data"],
        headers={"Content-Type": photo["content_type"]},
    )
    chat.http.delete(f"/api/conversation/files/{added.json()['file']['id']}")
    chat.keep_alive()
    done = chat.say("ja")
    chat.replay()

    assert summary.state["progress"]
    assert (added.status_code, done.state["status"]) == (201, "submitted")
    for answer in answers:
        _check(answer, described)


def test_problems_are_as_described(chat, answers, described):
    chat.http.get("/api/conversation/receipt")
    chat.send(b'{"text"')
    chat.say("")
    chat.say("x" * 10_001)
    chat.http.post("/api/conversation/messages", json={"button": "9-9-9"})
    chat.close()
    chat.say("ja")
    chat.http.headers.pop("Authorization")
    chat.replay()

    codes = [answer.json()["code"] for answer in answers if answer.status_code >= 400]
    assert codes == ["not_submitted", "malformed", "empty", "too_long", "stale_button", "stopped", "no_token"]
    for answer in answers:
        _check(answer, described)


def _check(answer: httpx.Response, described: dict[str, Any]) -> None:
    """Fail with the place where an answer differs from its description."""
    path = answer.request.url.path
    if path.startswith("/api/conversation/files/"):
        path = "/api/conversation/files/{file_id}"
    call = described["paths"][path][answer.request.method.lower()]
    content = call["responses"][str(answer.status_code)].get("content", {})
    if not answer.content:
        assert content == {}
        return
    kind = answer.headers["Content-Type"].partition(";")[0]
    schema = {**content[kind]["schema"], "components": described["components"]}
    jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(answer.json())


def _closed(document: Any) -> Any:
    if isinstance(document, list):
        return [_closed(part) for part in document]
    if not isinstance(document, dict):
        return document
    closed = {name: _closed(part) for name, part in document.items()}
    return {**closed, **CLOSED} if isinstance(document.get("properties"), dict) else closed
