"""The application server itself: quiet about its software, its guests and their mistakes."""

import os
import socket
import subprocess
import sys
import time

import httpx
import pytest
from gunicorn.config import Config

from bot.gateway.serve import DiscreetLogger
from tests.processes import stop

COMMAND = [sys.executable, "-m", "gunicorn", "-c", "python:bot.gateway.serve", "bot.gateway.wsgi:app"]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def server(tmp_path):
    """A running gateway without an engine: its port and its log."""
    port, log = free_port(), tmp_path / "log"
    ours = {"PORT": port, "ENGINE_PORT": free_port(), "SECRET": "s" * 32}
    environment = {**os.environ, **{f"KLACHTBALIE_{name}": str(value) for name, value in ours.items()}}
    with log.open("w") as output, subprocess.Popen(COMMAND, env=environment, stderr=output) as process:
        try:
            wait_until_alive(port, process)
            yield port, log
        finally:
            stop(process)


def wait_until_alive(port, process):
    deadline = time.monotonic() + 180
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return httpx.get(f"http://127.0.0.1:{port}/health")
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail("the gateway did not start")


def test_server_starts_without_an_engine_and_hides_its_software(server):
    port, _ = server

    response = httpx.post(f"http://127.0.0.1:{port}/api/conversations", timeout=60)

    assert (response.status_code, response.json()["code"]) == (503, "engine_away")
    assert response.headers["Server"] == "klachtbalie"


def test_server_does_not_log_what_a_broken_request_says(server):
    port, log = server

    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(b"CANARY mijn verhaal\r\n\r\n")
        answer = connection.recv(1000)

    assert b"400" in answer
    assert "Invalid request refused" in log.read_text()
    assert "CANARY" not in log.read_text()


def test_server_believes_no_header_about_its_address(server):
    port, _ = server
    claims = {"X-Forwarded-Proto": "https", "Script_Name": "/api", "Path_Info": "/openapi.json"}

    response = httpx.get(f"http://127.0.0.1:{port}/health", headers=claims, timeout=60)

    assert response.json() == {"status": "live"}
    assert "Strict-Transport-Security" not in response.headers


def test_server_logs_an_exception_without_its_message(caplog):
    log = DiscreetLogger(Config())
    log.error_log.addHandler(caplog.handler)

    try:
        raise ValueError("CANARY mijn verhaal")
    except ValueError:
        log.exception("Error handling request %s", "/api?CANARY")

    log.error_log.removeHandler(caplog.handler)
    assert caplog.messages[0].startswith("ValueError at test_serve.py:")
    assert "CANARY" not in caplog.text
