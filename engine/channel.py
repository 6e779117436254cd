"""The engine's only door: HTTP on loopback, closed to whoever does not know the secret."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from json import loads
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from engine.actions_endpoint import SECRET_HEADER
from engine.conversations import Conversations, GoneError, StaleButtonError, Turn, TurnFailedError
from engine.files import FileNotTakenError, NewFile
from engine.parsing import parsed
from engine.room import CrowdedError, FullError

LIMIT_OF_TEXTS = 200
logger = logging.getLogger("klachtbalie.channel")


class ChatChannel(InputChannel):
    """Takes the gateway's calls; built by the engine's own start, so it has its conversations at hand."""

    def __init__(self, secret: str, facts: Callable[[], dict[str, Any]]) -> None:
        self.secret = secret
        self.facts = facts
        self.conversations: Conversations | None = None

    @classmethod
    def name(cls) -> str:
        """Name of the channel, part of its address."""
        return "klachtbalie"

    def blueprint(self, on_new_message: Callable[[Any], Awaitable[Any]]) -> Blueprint:
        """Return the routes; Rasa's own message callback is not used, a turn needs the lock around more."""
        routes = Blueprint("klachtbalie", __name__)
        routes.add_route(self._guard(self._health), "/health", methods=["GET"], name="health")
        routes.add_route(self._guard(self._parse), "/parse", methods=["POST"], name="parse")
        routes.add_route(self._guard(self._open), "/conversations", methods=["POST"], name="open")
        one = "/conversations/<conversation_id:str>"
        routes.add_route(self._guard(self._show), one, methods=["GET"], name="show")
        routes.add_route(self._guard(self._delete), one, methods=["DELETE"], name="delete")
        routes.add_route(self._guard(self._turn), one + "/turns", methods=["POST"], name="turn")
        routes.add_route(
            self._guard(self._keep_alive), one + "/keep-alive", methods=["POST"], name="keep_alive"
        )
        routes.add_route(self._guard(self._add_file), one + "/files", methods=["POST"], name="add_file")
        file = one + "/files/<file_id:str>"
        routes.add_route(self._guard(self._remove_file), file, methods=["DELETE"], name="remove_file")
        return routes

    def _guard(
        self, handler: Callable[..., Awaitable[HTTPResponse]]
    ) -> Callable[..., Awaitable[HTTPResponse]]:
        @wraps(handler)
        async def guarded(request: Request, **path: str) -> HTTPResponse:
            # As bytes, for the comparison of texts fails on what is not ASCII.
            given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
            if not hmac.compare_digest(given, self.secret.encode()):
                return json({"reason": "forbidden"}, status=403)
            if self.conversations is None:
                return json({"reason": "starting"}, status=503)
            return await _answer(handler, request, path)

        return guarded

    async def _health(self, request: Request) -> HTTPResponse:
        actions = "ready" if await self.conversations.actions.are_ready() else "away"
        return json({"status": "ready", "actions": actions, **self.facts()})

    async def _parse(self, request: Request) -> HTTPResponse:
        texts = (request.json or {}).get("texts")
        if not isinstance(texts, list) or len(texts) > LIMIT_OF_TEXTS:
            return json({"reason": "malformed"}, status=422)
        return json({"results": [parsed(text, await self.conversations.parse(text)) for text in texts]})

    async def _open(self, request: Request) -> HTTPResponse:
        return json(await self.conversations.open(request.json["conversation_id"]), status=201)

    async def _show(self, request: Request, conversation_id: str) -> HTTPResponse:
        return json(await self.conversations.show(conversation_id))

    async def _delete(self, request: Request, conversation_id: str) -> HTTPResponse:
        await self.conversations.delete(conversation_id)
        return empty()

    async def _turn(self, request: Request, conversation_id: str) -> HTTPResponse:
        body = request.json
        turn = Turn(body.get("text"), body.get("button"), body.get("key"), tuple(body.get("masked") or ()))
        return json(await self.conversations.take_turn(conversation_id, turn))

    async def _keep_alive(self, request: Request, conversation_id: str) -> HTTPResponse:
        return json(await self.conversations.keep_alive(conversation_id))

    async def _add_file(self, request: Request, conversation_id: str) -> HTTPResponse:
        new = NewFile(**loads(request.form.get("about")), content=request.files.get("content").body)
        try:
            return json(await self.conversations.add_file(conversation_id, new), status=201)
        except OSError as error:
            logger.error("file_not_written %s", type(error).__name__)
            return json({"reason": "no_disk"}, status=503)

    async def _remove_file(self, request: Request, conversation_id: str, file_id: str) -> HTTPResponse:
        return json(await self.conversations.remove_file(conversation_id, file_id))


async def _answer(handler: Callable[..., Awaitable[HTTPResponse]], request: Request, path: dict[str, str]):
    try:
        return await handler(request, **path)
    except GoneError as gone:
        if gone.receipt is None:
            return json({"reason": "unknown"}, status=404)
        return json({"reason": gone.receipt.reason, "reference": gone.receipt.reference}, status=410)
    except StaleButtonError:
        return json({"reason": "stale_button"}, status=422)
    except FileNotTakenError as refusal:
        return json({"reason": refusal.reason}, status=409)
    except FullError:
        return json({"reason": "full"}, status=413)
    except CrowdedError:
        return json({"reason": "crowded"}, status=503)
    except TurnFailedError as failed:
        return json({"reason": "submission_unsure" if failed.may_be_stored else "actions_away"}, status=503)
