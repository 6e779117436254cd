"""The entry of the application server: gunicorn -c python:bot.gateway.serve bot.gateway.wsgi:app."""

from bot.gateway.app import create_app
from bot.gateway.engine import EngineClient
from bot.logs import configure_logging
from bot.settings import settings

configure_logging("gateway", settings().log_level)
app = create_app(settings(), EngineClient.connect(settings()))
