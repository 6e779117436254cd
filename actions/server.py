"""The actions' web server: Rasa's webhook on loopback, closed by the secret, silent about content.

The SDK's own server repeats the request, which holds the conversation, in its error answers and logs.
"""

import hmac

import structlog
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions import services
from actions.storing import beside
from bot.errors import StorageError
from bot.storage.repositories import PurgeReason
from bot.storage.submissions import find_submission, record_purge

SECRET_HEADER = "X-Klachtbalie-Secret"  # noqa: S105 - the name of a header
log = structlog.stdlib.get_logger(__name__)


def build_app(secret: str) -> Sanic:
    """Return the server with every action of this package, plus the purge and submission records."""
    app = Sanic("klachtbalie_actions", configure_logging=False)
    app.ctx.executor = ActionExecutor()
    app.ctx.executor.register_package("actions")

    async def guard(request: Request) -> HTTPResponse | None:
        # As bytes, for the comparison of texts fails on what is not ASCII.
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return (
            None if hmac.compare_digest(given, secret.encode()) else json({"error": "forbidden"}, status=403)
        )

    app.register_middleware(guard, "request")
    app.error_handler.add(Exception, _content_free)
    app.add_route(_health, "/health", methods=["GET"])
    app.add_route(_run_action, "/webhook", methods=["POST"])
    app.add_route(_record_purge, "/purges", methods=["POST"])
    app.add_route(_find_submission, "/submissions", methods=["POST"])
    return app


async def _content_free(request: Request, error: Exception) -> HTTPResponse:
    """Answer a failure by its kind alone."""
    status = 503 if isinstance(error, StorageError) else getattr(error, "status_code", 500)
    log.error("action_failed", route=request.uri_template, status=status, exc_info=error)
    return json({"error": type(error).__name__}, status=status)


async def _health(_: Request) -> HTTPResponse:
    return json({"status": "ok"})


async def _run_action(request: Request) -> HTTPResponse:
    """Run the action Rasa asks for and return its events and replies."""
    try:
        result = await request.app.ctx.executor.run(request.json)
    except ActionNotFoundException as missing:
        return json({"error": "no such action", "action_name": missing.action_name}, status=404)
    return json(result.model_dump() if result else None)


async def _record_purge(request: Request) -> HTTPResponse:
    reason, turns = PurgeReason(request.json["reason"]), int(request.json["turns"])
    new_unit, now = services.unit_of_work(), services.clock()()
    await beside(lambda: record_purge(new_unit, reason, now, turns))
    return json({"recorded": True})


async def _find_submission(request: Request) -> HTTPResponse:
    new_unit, key = services.unit_of_work(), str(request.json["key"])
    complaint = await beside(lambda: find_submission(new_unit, key))
    return json({"reference": complaint.reference if complaint else None})
