"""Too much at once is refused with the time to wait, per conversation and per address."""

import pytest

from bot.gateway.limits import network
from bot.gateway.problems import in_words

TURNS = "/api/conversation/messages"


def open_from(client, address, **headers):
    return client.post("/api/conversations", environ_base={"REMOTE_ADDR": address}, headers=headers)


def test_two_hundred_messages_a_minute_are_held_back(make_client, engine):
    client = make_client(rate_limit="60 per minute")
    headers = {"Authorization": f"Bearer {client.post('/api/conversations').json['token']}"}

    responses = [client.post(TURNS, json={"text": "x"}, headers=headers) for _ in range(200)]

    assert [response.status_code for response in responses] == [200] * 60 + [429] * 140
    assert len(engine.turns) == 60
    last = responses[-1]
    assert last.json["code"] == "too_many"
    assert 1 <= int(last.headers["Retry-After"]) <= 61
    assert "dit laatste is niet verwerkt" in last.json["detail"]


def test_one_busy_conversation_does_not_hold_back_another(make_client):
    client = make_client(rate_limit="1 per minute")
    statuses = []
    for _ in range(2):
        headers = {"Authorization": f"Bearer {client.post('/api/conversations').json['token']}"}
        statuses.append(client.post(TURNS, json={"text": "x"}, headers=headers).status_code)

    assert statuses == [200, 200]


def test_many_conversations_together_are_held_back_per_address(make_client):
    client = make_client(address_limit="3 per minute")
    statuses = []
    for number in range(5):
        token = open_from(client, f"192.0.2.{number}").json["token"]
        headers = {"Authorization": f"Bearer {token}"}
        statuses.append(client.post(TURNS, json={"text": "x"}, headers=headers).status_code)

    assert statuses == [200] * 3 + [429] * 2


def test_wiping_is_not_held_back_by_messages(make_client):
    client = make_client(rate_limit="1 per minute")
    headers = {"Authorization": f"Bearer {client.post('/api/conversations').json['token']}"}
    for _ in range(3):
        client.post(TURNS, json={"text": "x"}, headers=headers)

    assert client.delete("/api/conversation", headers=headers).status_code == 204


def test_copies_cost_more_than_messages(client, citizen):
    statuses = [client.get("/api/conversation/receipt", headers=citizen).status_code for _ in range(11)]

    assert statuses == [409] * 10 + [429]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/conversation/receipt"), ("POST", "/api/conversation/files")],
    ids=["copies", "files"],
)
def test_copies_and_files_of_many_conversations_are_held_back_per_address(client, method, path):
    tokens = [open_from(client, f"192.0.2.{number}").json["token"] for number in range(5)]

    statuses = [
        client.open(path, method=method, headers={"Authorization": f"Bearer {token}"}).status_code
        for token in tokens
        for _ in range(10)
    ]

    assert [status == 429 for status in statuses] == [False] * 40 + [True] * 10


def test_guessing_tokens_is_held_back_per_address(make_client):
    client = make_client(rate_limit="3 per minute")

    statuses = [
        client.get("/api/conversation", headers={"Authorization": f"Bearer {number}"}).status_code
        for number in range(5)
    ]

    assert statuses == [401] * 3 + [429] * 2


def test_opening_is_held_back_per_address(make_client):
    client = make_client(open_limit="2 per hour")

    statuses = [open_from(client, "192.0.2.1").status_code for _ in range(3)]

    assert statuses == [201, 201, 429]
    assert open_from(client, "192.0.2.2").status_code == 201


@pytest.mark.parametrize(("proxies", "status"), [(0, 429), (1, 201)], ids=["untrusted", "trusted"])
def test_forwarded_addresses_count_only_behind_a_trusted_proxy(make_client, proxies, status):
    client = make_client(open_limit="1 per hour", trusted_proxies=proxies)
    open_from(client, "127.0.0.1", **{"X-Forwarded-For": "192.0.2.1"})

    response = open_from(client, "127.0.0.1", **{"X-Forwarded-For": "192.0.2.2"})

    assert status == response.status_code


def test_a_forged_forwarding_header_does_not_hide_the_client(make_client):
    client = make_client(open_limit="1 per hour", trusted_proxies=1)
    open_from(client, "127.0.0.1", **{"X-Forwarded-For": "203.0.113.1, 192.0.2.1"})

    response = open_from(client, "127.0.0.1", **{"X-Forwarded-For": "203.0.113.2, 192.0.2.1"})

    assert response.status_code == 429


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
    ],
    ids=["ipv4", "ipv4 in ipv6", "ipv6", "socket"],
)
def test_network_counts_a_household_once(address, counted):
    assert counted == network(address)


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 seconde"), (60, "60 seconden"), (91, "2 minuten"), (3600, "60 minuten")]
)
def test_in_words_says_a_waiting_time(seconds, words):
    assert words == in_words(seconds)
