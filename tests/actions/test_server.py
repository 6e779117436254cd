"""The actions' door: closed without the secret, and silent about what was in a request."""

import os
import socket
import subprocess
import sys
import time
from types import SimpleNamespace

import httpx
import pytest

from actions import __main__ as starting
from bot.settings import Settings
from tests.processes import stop

SECRET = "s" * 32
CANARY = "Lodewijk-Canarius"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Running actions: a client without the secret, and their log."""
    folder = tmp_path_factory.mktemp("actions")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ours = {"ACTIONS_PORT": str(port), "SECRET": SECRET, "VAR": str(folder)}
    environment = {**os.environ, **{f"KLACHTBALIE_{name}": value for name, value in ours.items()}}
    with (folder / "log").open("w") as output:
        process = subprocess.Popen([sys.executable, "-m", "actions"], env=environment, stderr=output)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client, process:
        try:
            wait_until_alive(client, process)
            yield client, folder / "log"
        finally:
            stop(process)


def wait_until_alive(client, process):
    deadline = time.monotonic() + 180
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return client.get("/health")
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail("the actions did not start")


@pytest.mark.parametrize(
    "secret", [None, "", "x" * 32, "é" * 32], ids=["none", "empty", "other", "not ASCII"]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/health"), ("POST", "/webhook"), ("POST", "/purges")])
def test_door_is_closed_without_the_secret(server, secret, method, path):
    client, _ = server
    headers = {} if secret is None else {"X-Klachtbalie-Secret": secret.encode()}

    response = client.request(method, path, headers=headers, json={"next_action": "action_forget"})

    assert (response.status_code, response.json()) == (403, {"error": "forbidden"})


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/webhook", f'{{"next_action": "action_forget", "tracker": "{CANARY}"}}'),
        ("/webhook", f'{{"{CANARY}'),
        ("/purges", f'{{"reason": "{CANARY}"}}'),
        (f"/{CANARY}", "{}"),
    ],
    ids=["wrong tracker", "not JSON", "wrong reason", "no such page"],
)
def test_failure_repeats_nothing_of_the_request(server, path, body):
    client, log = server

    response = client.post(path, headers={"X-Klachtbalie-Secret": SECRET}, content=body)

    assert response.status_code >= 400
    assert set(response.json()) == {"error"}
    assert CANARY not in response.text + log.read_text()


def test_log_holds_what_the_setting_says(monkeypatch):
    levels = []
    monkeypatch.setattr(starting, "settings", lambda: Settings(secret=SECRET, log_level="error"))
    monkeypatch.setattr(starting, "configure_logging", lambda name, level: levels.append((name, level)))
    monkeypatch.setattr(starting, "build_app", lambda secret: SimpleNamespace(run=lambda **_: None))

    starting.main()

    assert levels == [("actions", "error")]
