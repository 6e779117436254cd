"""Every response is strict with browsers, and only named sites may embed the widget."""

import pytest

PAGES = [
    "/",
    "/demo",
    "/demo/toestanden",
    "/klachtbalie-chat.js",
    "/openapi.json",
    "/health",
    "/favicon.ico",
    "/x",
]
OURS = "https://www.almere.nl"


@pytest.mark.parametrize("path", [*PAGES, "/api/conversation"])
def test_every_response_carries_the_security_headers(client, path):
    headers = client.get(path, headers={"Accept": "text/html"}).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "frame-ancestors" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_only_the_demo_may_be_framed_and_by_us_alone(client):
    demo, other = client.get("/demo").headers, client.get("/health").headers

    assert "frame-ancestors 'self'" in demo["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
    assert (demo["X-Frame-Options"], other["X-Frame-Options"]) == ("SAMEORIGIN", "DENY")


def test_api_is_never_cached(client):
    assert client.post("/api/conversations").headers["Cache-Control"] == "no-store"
    assert client.get("/api/conversation").headers["Cache-Control"] == "no-store"


def test_https_is_remembered_behind_a_proxy(make_client):
    client = make_client(trusted_proxies=1)

    secure = client.get("/health", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"})

    assert "Strict-Transport-Security" in secure.headers
    assert "Strict-Transport-Security" not in client.get("/health").headers


@pytest.mark.parametrize("path", ["/api/conversations", "/klachtbalie-chat.js"])
def test_named_origin_may_read_answers(make_client, path):
    client = make_client(allowed_origins=f"{OURS} https://intranet.almere.nl")

    response = client.open(
        path, method="POST" if path.startswith("/api") else "GET", headers={"Origin": OURS}
    )

    assert response.headers["Access-Control-Allow-Origin"] == OURS
    assert "Origin" in response.headers["Vary"]
    assert "Retry-After" in response.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://www.almere.nl", "https://www.almere.nl.evil.example", "null", "*", ""],
)
def test_other_origins_may_not(make_client, origin):
    response = make_client(allowed_origins=OURS).post("/api/conversations", headers={"Origin": origin})

    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Origin" in response.headers["Vary"]


def test_preflight_allows_what_the_widget_needs(make_client):
    headers = {"Origin": OURS, "Access-Control-Request-Method": "POST"}

    response = make_client(allowed_origins=OURS).options("/api/conversation/messages", headers=headers)

    assert response.status_code == 200
    assert {"GET", "POST", "DELETE"} == set(response.headers["Access-Control-Allow-Methods"].split(", "))
    assert "Idempotency-Key" in response.headers["Access-Control-Allow-Headers"]


def test_errors_are_readable_for_named_origins(make_client):
    response = make_client(allowed_origins=OURS).get("/api/conversation", headers={"Origin": OURS})

    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (401, OURS)
