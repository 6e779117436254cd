"""A gateway on a fake engine, and a citizen's browser in front of it."""

import io
import logging
import sys
import threading

import pytest
import structlog
from flask.testing import FlaskClient

from bot.gateway.app import create_app
from bot.logs import configure_logging
from tests.gateway.clamd import PROGRAM
from tests.gateway.fakes import NOW, FakeEngine, create_settings


class Browser(FlaskClient):
    """Reads every answer to its end, as browsers do."""

    def open(self, *args, **kwargs):
        return super().open(*args, **{**kwargs, "buffered": True})


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def make_client(engine):
    """Build a browser on a gateway with other settings."""

    def build(**changes):
        app = create_app(create_settings(**changes), engine, now=lambda: NOW)
        return Browser(app, app.response_class)

    return build


@pytest.fixture
def client(make_client):
    return make_client()


@pytest.fixture
def citizen(client):
    """The headers of a citizen with an open conversation."""
    token = client.post("/api/conversations").json["token"]
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def say(client, citizen):
    """Send a text in the open conversation."""

    def post(text, **headers):
        return client.post("/api/conversation/messages", json={"text": text}, headers={**citizen, **headers})

    return post


@pytest.fixture
def logs(monkeypatch):
    """Write logs as the gateway does, at their most talkative, and return all that came out."""
    handlers, level = logging.root.handlers[:], logging.root.level
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    configure_logging("gateway", "debug")
    logging.root.setLevel("DEBUG")
    yield written
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def pytest_terminal_summary(terminalreporter):
    """Say which virus scanners were asked."""
    known = "a stand-in and the clamd of this machine" if PROGRAM else "a stand-in; there is no clamd here"
    terminalreporter.write_line(f"virus scanner: {known}")
