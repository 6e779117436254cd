"""Every failure is one problem document in Dutch, and tells the citizen the truth."""

import io

import pytest

from bot.errors import ConfigurationError
from bot.gateway.app import create_app
from bot.gateway.engine import (
    ConversationFullError,
    ConversationGoneError,
    EngineAwayError,
    EngineUnsureError,
    StaleButtonError,
    SubmissionUnsureError,
)
from bot.gateway.problems import KINDS
from bot.gateway.tokens import Tokens
from tests.gateway.fakes import SECRET, STALE_BUTTON, create_settings

TURNS = "/api/conversation/messages"


def check_problem(response, status, code):
    """Assert that a response is a whole problem document."""
    assert (status, code) == (response.status_code, response.json["code"])
    assert response.mimetype == "application/problem+json"
    assert {"type", "title", "status", "detail", "code"} <= response.json.keys()
    assert status == response.json["status"]
    assert "{" not in response.json["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer abc"},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "Bearer " + Tokens("t" * 32).make()},
    ],
    ids=["none", "empty", "short", "basic", "foreign"],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/conversation"),
        ("DELETE", "/api/conversation"),
        ("POST", TURNS),
        ("POST", "/api/conversation/keep-alive"),
        ("GET", "/api/conversation/receipt"),
    ],
)
def test_calls_without_our_token_are_401(client, method, path, headers):
    response = client.open(path, method=method, headers=headers)

    check_problem(response, 401, "no_token")
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_token_of_a_forgotten_conversation_is_410(client):
    response = client.get("/api/conversation", headers={"Authorization": "Bearer " + Tokens(SECRET).make()})

    check_problem(response, 410, "unknown")
    assert "opnieuw beginnen" in response.json["detail"]


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("expired", "expired"),
        ("submitted", "submitted"),
        ("stopped", "stopped"),
        ("iets nieuws", "unknown"),
    ],
)
def test_gone_conversation_is_410_in_the_words_of_the_engine(say, engine, reason, code):
    engine.failure = ConversationGoneError(reason, "Zo zit het.", "KL-2026-7Q4M8X")

    response = say("Hallo")

    check_problem(response, 410, code)
    assert (response.json["detail"], response.json["reference"]) == ("Zo zit het.", "KL-2026-7Q4M8X")


def test_gone_conversation_that_was_submitted_names_the_reference(say, engine):
    engine.failure = ConversationGoneError("submitted", reference="KL-2026-7Q4M8X")

    response = say("is hij nu verstuurd?")

    check_problem(response, 410, "submitted")
    assert response.json["reference"] == "KL-2026-7Q4M8X"
    assert "met kenmerk KL-2026-7Q4M8X" in response.json["detail"]


def test_gone_conversation_of_which_nobody_knows_the_end_promises_nothing(say, engine):
    engine.failure = ConversationGoneError("fate_unknown")

    response = say("ja")

    check_problem(response, 410, "fate_unknown")
    assert "niet nagaan of uw klacht is bewaard. Bel 14 036" in response.json["detail"]


def test_confirmation_that_failed_half_way_is_not_called_unsaved(say, engine):
    engine.failure = SubmissionUnsureError("unsure")

    response = say("ja")

    check_problem(response, 503, "submission_unsure")
    assert response.headers["Retry-After"]
    assert "weten niet of uw klacht is bewaard" in response.json["detail"]


def test_full_conversation_is_413_and_says_how_to_go_on(say, engine):
    engine.failure = ConversationFullError("full")

    response = say("En nog iets.")

    check_problem(response, 413, "full")
    assert "Met de knoppen kunt u uw klacht nog versturen." in response.json["detail"]


def test_stale_button_is_422(client, citizen):
    check_problem(client.post(TURNS, json={"button": STALE_BUTTON}, headers=citizen), 422, "stale_button")


def test_stale_button_is_422_in_the_words_of_the_engine(say, engine):
    engine.failure = StaleButtonError("Deze knop is oud.")

    assert say("x").json["detail"] == "Deze knop is oud."


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"text"', 422, "malformed"),
        (b'{"text": "\xff"}', 422, "malformed"),
        (b'{"text": ""}', 422, "empty"),
        (b'{"text": "' + b"a" * 10_001 + b'"}', 413, "too_long"),
        (b'{"text": "' + b"a" * 70_000 + b'"}', 413, "too_large"),
    ],
    ids=["json", "utf-8", "empty", "10001", "65k"],
)
def test_unreadable_turn_is_refused_and_never_reaches_the_engine(client, citizen, engine, body, status, code):
    response = client.post(TURNS, data=body, content_type="application/json", headers=citizen)

    check_problem(response, status, code)
    assert engine.turns == []


def test_too_large_without_a_length_is_refused_too(client, citizen, engine):
    body = b'{"text": "a"}' + b" " * 70_000
    streamed = {"wsgi.input": io.BytesIO(body), "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}

    response = client.post(
        TURNS, content_type="application/json", headers=citizen, environ_overrides=streamed
    )

    check_problem(response, 413, "too_large")
    assert engine.turns == []


def test_too_long_says_what_to_do(say):
    assert "Verdeel uw verhaal" in say("a" * 10_001).json["detail"]


def test_form_post_is_415(client, citizen):
    check_problem(client.post(TURNS, data={"text": "x"}, headers=citizen), 415, "not_json")


def test_bad_idempotency_key_is_422(say):
    check_problem(say("x", **{"Idempotency-Key": "abc"}), 422, "malformed")


@pytest.mark.parametrize(
    ("failure", "code", "sentence"),
    [
        (EngineAwayError("ConnectError"), "engine_away", "Uw bericht is niet verwerkt,"),
        (EngineUnsureError("ReadTimeout"), "engine_unsure", "Wij weten niet of uw bericht is verwerkt."),
    ],
)
def test_engine_trouble_is_503_with_other_ways(say, engine, failure, code, sentence):
    engine.failure = failure

    response = say("Hallo")

    check_problem(response, 503, code)
    assert sentence in response.json["detail"]
    assert "14 036" in response.json["detail"]
    assert "Postbus 200, 1300 AE Almere" in response.json["detail"]
    assert response.headers["Retry-After"] == "10"


def test_wipe_with_the_engine_away_is_not_called_done(client, citizen, engine):
    engine.failure = EngineAwayError("ConnectError")

    check_problem(client.delete("/api/conversation", headers=citizen), 503, "engine_away")


def test_unexpected_failure_is_500(say, engine):
    engine.failure = ValueError("boem")

    response = say("Hallo")

    check_problem(response, 500, "internal")
    assert "boem" not in response.text


def test_unknown_address_is_404_and_wrong_method_405(client):
    check_problem(client.get("/api/nergens"), 404, "not_found")
    response = client.put("/api/conversations")
    check_problem(response, 405, "method_not_allowed")
    assert response.headers["Allow"] == "OPTIONS, POST"


def test_person_who_went_astray_gets_a_page(client):
    response = client.get("/nergens", headers={"Accept": "text/html"})

    assert (response.status_code, response.mimetype) == (404, "text/html")
    assert '<html lang="nl">' in response.text


def test_problem_type_points_into_the_published_description(client):
    document = client.get("/openapi.json").json

    assert KINDS.keys() == document["x-problems"].keys()
    assert client.get("/api/nergens").json["type"] == "/openapi.json#/x-problems/not_found"


def test_app_refuses_to_start_without_a_secret(engine):
    with pytest.raises(ConfigurationError, match="KLACHTBALIE_SECRET"):
        create_app(create_settings(secret=""), engine)


@pytest.mark.parametrize(
    "failure",
    [
        None,
        ValueError("CANARY"),
        EngineAwayError("x"),
        EngineUnsureError("x"),
        ConversationGoneError("expired"),
    ],
    ids=["none", "unexpected", "away", "unsure", "gone"],
)
def test_logs_hold_no_text_token_or_address(make_client, engine, logs, failure):
    client = make_client(rate_limit="2 per minute")
    token = client.post("/api/conversations").json["token"]
    headers = {"Authorization": f"Bearer {token}"}
    engine.failure = failure

    for body in (b'{"text": "CANARY"}', b'{"text": "CANARY"', b'{"text": "CANARY"}'):
        client.post(
            TURNS,
            data=body,
            content_type="application/json",
            headers=headers,
            environ_base={"REMOTE_ADDR": "192.0.2.77"},
        )

    everything = logs.getvalue()
    assert "/api/conversation/messages" in everything
    for secret in ("CANARY", token, "192.0.2.77"):
        assert secret not in everything
