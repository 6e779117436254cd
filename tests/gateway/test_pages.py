"""The pages around the chat: demo, widget, probes and figures."""

import pytest

from bot.gateway import pages
from tests.gateway.fakes import create_state


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A demo and a widget of our own, so that the built ones may change."""
    for name in ("index.html", "toestanden.html", "demo.css", "klachtbalie-chat.js"):
        (tmp_path / name).write_text(f"/* {name} */", encoding="utf-8")
    monkeypatch.setattr(pages, "DEMO", tmp_path)
    monkeypatch.setattr(pages, "STATIC", tmp_path)


@pytest.mark.parametrize(
    ("path", "mimetype", "content"),
    [
        ("/demo", "text/html", "/* index.html */"),
        ("/demo/toestanden", "text/html", "/* toestanden.html */"),
        ("/demo/demo.css", "text/css", "/* demo.css */"),
        ("/klachtbalie-chat.js", "text/javascript", "/* klachtbalie-chat.js */"),
        ("/static/klachtbalie-chat.js", "text/javascript", "/* klachtbalie-chat.js */"),
    ],
)
def test_pages_are_served(client, files, path, mimetype, content):
    response = client.get(path)

    assert (200, mimetype, content) == (response.status_code, response.mimetype, response.text)


def test_demo_lets_the_print_view_have_its_style(client):
    """A tab that a page fills itself inherits the policy of that page."""
    assert pages.STYLE_SOURCE in client.get("/demo").headers["Content-Security-Policy"]


def test_home_leads_to_the_demo(client):
    assert client.get("/").headers["Location"] == "/demo"


@pytest.mark.parametrize("path", ["/", "/demo", "/demo/toestanden", "/demo/demo.css"])
def test_demo_can_be_left_out(make_client, files, path):
    client = make_client(demo=False)

    assert client.get(path).status_code == 404
    assert client.get("/klachtbalie-chat.js").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/demo/../app.py",
        "/demo/%2e%2e/app.py",
        "/demo//etc/passwd",
        "/static/../app.py",
        "/static/x",
        "/app.py",
    ],
)
def test_other_files_are_not_served(client, path):
    assert client.get(path, follow_redirects=True).status_code == 404


def test_bundle_is_cached_by_its_content_and_open_to_other_sites(client, files):
    first = client.get("/klachtbalie-chat.js")

    second = client.get("/klachtbalie-chat.js", headers={"If-None-Match": first.headers["ETag"]})

    assert second.status_code == 304
    assert "max-age=300" in first.headers["Cache-Control"]
    assert first.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_health_lives_without_an_engine_and_ready_does_not(client, engine):
    engine.failure = ConnectionError()

    assert client.get("/health").status_code == 200
    response = client.get("/ready")
    assert (response.status_code, response.json) == (503, {"status": "engine away"})
    engine.failure = None
    assert client.get("/ready").status_code == 200


def test_metrics_count_requests_without_personal_data(client, engine, citizen, say):
    engine.state = create_state(complaint={"name": "CANARY"})
    say("CANARY")
    client.open("/api/conversation", method="CANARY")
    client.get("/CANARY")

    text = client.get("/metrics").text

    counted = 'klachtbalie_requests_total{method="POST",route="/api/conversation/messages",status="200"} 1.0'
    assert counted in text
    assert "CANARY" not in text


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("192.0.2.1", {}),
        ("127.0.0.1", {"X-Forwarded-For": "192.0.2.1"}),
        ("127.0.0.1", {"Forwarded": "for=x"}),
    ],
    ids=["stranger", "proxied", "forwarded"],
)
def test_metrics_are_for_this_machine_only(client, address, headers):
    response = client.get("/metrics", headers=headers, environ_base={"REMOTE_ADDR": address})

    assert response.status_code == 404
