"""The pages and files that need no conversation: the demo, the widget and the description of the API."""

from pathlib import Path

from flask import Flask, Response, jsonify, redirect, send_from_directory
from flask.typing import ResponseReturnValue

from bot.gateway.openapi import describe
from bot.gateway.receipts import STYLE_SOURCE

HERE = Path(__file__).resolve().parent
DEMO = HERE / "demo"
STATIC = HERE / "static"
BUNDLE = "klachtbalie-chat.js"

# The page with all states shows each in a frame of its own; the print view inherits the policy of the page.
DEMO_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src 'self' {STYLE_SOURCE}; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}


def register_pages(app: Flask, with_demo: bool) -> None:
    """Serve the widget and the API's description, and the demo pages where they are wanted."""
    if with_demo:
        app.add_url_rule("/", "home", home)
        app.add_url_rule("/demo", "demo", demo, defaults={"name": "index.html"})
        app.add_url_rule("/demo/toestanden", "demo_states", demo, defaults={"name": "toestanden.html"})
        app.add_url_rule("/demo/<path:name>", "demo_file", demo)
    app.add_url_rule(f"/{BUNDLE}", "bundle", static, defaults={"name": BUNDLE})
    app.add_url_rule("/static/<path:name>", "static", static)
    app.add_url_rule("/openapi.json", "openapi", openapi)
    app.add_url_rule("/favicon.ico", "icon", no_icon)


def home() -> ResponseReturnValue:
    """Lead a visitor to the demo."""
    return redirect("/demo")


def demo(name: str) -> Response:
    """Serve one file of the demo."""
    response = send_from_directory(DEMO, name, max_age=0)
    response.headers.update(DEMO_HEADERS)
    return response


def static(name: str) -> Response:
    """Serve the widget or a theme; other sites load them too, and they change only with a release."""
    response = send_from_directory(STATIC, name, max_age=300)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def no_icon() -> ResponseReturnValue:
    """Tell browsers, which always ask, that there is no icon."""
    return "", 204


def openapi() -> ResponseReturnValue:
    """Publish the description of the API."""
    return jsonify(describe())
