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
        if engine.ready():
            return jsonify(status="ready")
        return jsonify(status="engine away"), 503
