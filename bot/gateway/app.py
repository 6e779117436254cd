"""Puts the gateway together."""

from datetime import UTC, datetime

import structlog
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from bot.errors import ConfigurationError
from bot.gateway.api import ChatApi, Now, register_api
from bot.gateway.engine import Engine
from bot.gateway.failures import register_failures
from bot.gateway.files.inspection import Inspection
from bot.gateway.files.uploads import DisklessRequest
from bot.gateway.headers import register_headers
from bot.gateway.health import register_health
from bot.gateway.limits import Limits
from bot.gateway.metrics import register_metrics
from bot.gateway.pages import register_pages
from bot.gateway.receipts import HtmlRenderer, PdfRenderer, Renderer
from bot.gateway.requests import BODY_LIMIT
from bot.gateway.tokens import Tokens
from bot.libraries import PDF
from bot.municipality import Municipality, read_municipality
from bot.settings import Settings

log = structlog.get_logger(__name__)


def utc_now() -> datetime:
    """Return the real time: a conversation expires by it, also when the legal calendar is set for a test."""
    return datetime.now(UTC)


def create_app(settings: Settings, engine: Engine, now: Now = utc_now) -> Flask:
    """Build the WSGI app on an engine; raises ConfigurationError when it could not be safe."""
    secret = settings.secret.get_secret_value()
    if not secret:
        raise ConfigurationError("KLACHTBALIE_SECRET: set it to at least 32 random characters.")
    municipality = read_municipality(settings.gemeente_file)
    tokens = Tokens(secret)
    app = Flask(__name__, static_folder=None)
    app.request_class = DisklessRequest
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    _trust_proxies(app, settings.trusted_proxies)
    limits = Limits(app, settings, tokens)
    register_metrics(app)
    register_failures(app, municipality, limits)
    register_headers(app, settings)
    register_health(app, engine)
    register_pages(app, settings.demo)
    renderers, inspection = _renderers(municipality), Inspection(settings)
    register_api(app, ChatApi(engine, tokens, renderers, inspection, municipality, now), limits)
    return app


def _renderers(municipality: Municipality) -> tuple[Renderer, ...]:
    page = HtmlRenderer(municipality)
    if PDF.are_here:
        return page, PdfRenderer(page)
    log.warning("pdf_off", cause=PDF.advice)
    return (page,)


def _trust_proxies(app: Flask, count: int) -> None:
    if count:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]
