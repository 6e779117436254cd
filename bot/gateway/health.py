"""Whether the gateway lives, and whether it can serve."""

from flask import Flask, jsonify
from flask.typing import ResponseReturnValue

from bot.gateway.engine import Engine


def register_health(app: Flask, engine: Engine) -> None:
    """Answer the probes of supervisors and proxies."""

    @app.get("/health")
    def health() -> ResponseReturnValue:
        return jsonify(status="live")

    @app.get("/ready")
    def ready() -> ResponseReturnValue:
        away = engine.away()
        return (jsonify(status=f"{away} away"), 503) if away else jsonify(status="ready")
