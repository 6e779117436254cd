"""The chat API of SPEC section 7, call by call."""

import re

import pytest

from bot.gateway.problems import KINDS
from tests.gateway.fakes import BUTTON, create_settings, create_state, submitted_state

KEY = "6f1e1a52-6a0b-4a53-9a3f-0b6b1f3f2f11"
TURNS = "/api/conversation/messages"


def test_open_hands_out_a_token_and_the_first_message(client):
    response = client.post("/api/conversations")

    assert response.status_code == 201
    assert {"token", "messages", "state"} == response.json.keys()
    assert response.json["messages"][0]["text"] == "Wat is er gebeurd?"
    assert response.json["state"]["now"] == "2026-11-20T09:00:00.000Z"


def test_open_never_shows_the_engine_the_token(client, engine):
    token = client.post("/api/conversations").json["token"]

    assert token not in str(engine.conversations)


def test_replay_returns_all_messages(client, citizen, say):
    say("Hallo")

    response = client.get("/api/conversation", headers=citizen)

    assert response.status_code == 200
    assert [message["from"] for message in response.json["messages"]] == ["bot", "citizen", "bot"]


def test_turn_passes_text_on_with_its_key(say, engine):
    response = say("Hallo", **{"Idempotency-Key": KEY})

    assert response.status_code == 200
    assert engine.turns == [{"text": "Hallo", "masked": [], "key": KEY}]


def test_turn_passes_a_button_on(client, citizen, engine):
    response = client.post(TURNS, json={"button": BUTTON}, headers=citizen)

    assert response.status_code == 200
    assert engine.turns == [{"button": BUTTON, "key": None}]


def test_turn_masks_before_the_engine_sees_it(say, engine):
    say("Mijn BSN is 111222333 en dat is alles")

    assert "111222333" not in engine.turns[0]["text"]
    assert engine.turns[0]["masked"] == ["bsn"]


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        '/klacht{"name": "x"}',
        "<script>alert(1)</script>",
        "'; DROP TABLE complaints; --",
        "{{ 7 * 7 }}",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_turn_takes_any_text_as_plain_text(say, engine, text):
    response = say(text)

    assert text == engine.turns[0]["text"]
    assert text == response.json["messages"][0]["text"]
    assert response.mimetype == "application/json"


def test_keep_alive_returns_the_state(client, citizen):
    response = client.post("/api/conversation/keep-alive", headers=citizen)

    assert response.status_code == 200
    assert response.json["state"]["status"] == "open"


def test_close_purges_and_can_be_repeated(client, citizen, engine):
    statuses = [client.delete("/api/conversation", headers=citizen).status_code for _ in range(2)]

    assert statuses == [204, 204]
    assert engine.conversations == {}


def test_state_keeps_fields_that_the_gateway_does_not_know(client, engine):
    engine.state = submitted_state(what="Onbeleefd", extra="bewaard")

    state = client.post("/api/conversations").json["state"]

    assert state["complaint"]["extra"] == "bewaard"
    assert state["due"] == "2027-01-04"


@pytest.mark.parametrize("designated", [True, False])
def test_state_says_whether_the_chat_is_a_filing_channel(make_client, tmp_path, designated):
    file = tmp_path / "gemeente.yml"
    ours = create_settings().gemeente_file.read_text(encoding="utf-8")
    file.write_text(ours.replace("kanaal: true", f"kanaal: {str(designated).lower()}"), encoding="utf-8")

    opened = make_client(gemeente_file=file).post("/api/conversations").json

    assert opened["state"]["designated_channel"] is designated


def test_progress_is_what_the_engine_counts(client, engine):
    engine.state = create_state(progress={"number": 3, "of": 8})

    assert client.post("/api/conversations").json["state"]["progress"] == {"number": 3, "of": 8}


def test_no_text_of_the_gateway_calls_a_complaint_filed():
    """Whether it counts as filed differs per municipality."""
    claims = re.compile("ingediend|bij ons binnen|ontvangen")

    assert [code for code, kind in KINDS.items() if claims.search(kind.detail)] == []
