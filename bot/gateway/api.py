"""The chat API of the widget: one conversation per token."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, Response, jsonify, request
from flask.typing import ResponseReturnValue

from bot.dutch.masking import mask
from bot.gateway import receipts
from bot.gateway.answers import (
    Answer,
    FileLimits,
    FileReply,
    OpenedReply,
    PublicState,
    Reply,
    State,
    StateReply,
)
from bot.gateway.engine import Engine, FileNotTakenError
from bot.gateway.files.inspection import Inspection
from bot.gateway.files.kinds import can_tell_kinds
from bot.gateway.files.uploads import read_upload
from bot.gateway.limits import Limits, bearer
from bot.gateway.problems import ProblemError
from bot.gateway.receipts import Renderer
from bot.gateway.requests import BODY_LIMIT, TextTurn, read_key, read_turn
from bot.gateway.tokens import TokenError, Tokens
from bot.municipality import Municipality

FILE_ID = re.compile("[0-9a-f]{16}")

Now = Callable[[], datetime]


class ChatApi:
    """Answers the widget by asking the engine; holds nothing of any conversation."""

    def __init__(
        self,
        engine: Engine,
        tokens: Tokens,
        renderers: tuple[Renderer, ...],
        inspection: Inspection,
        municipality: Municipality,
        now: Now,
    ) -> None:
        self._engine = engine
        self._tokens = tokens
        self._inspection = inspection
        self._designated = municipality.aangewezen_kanaal
        self._renderers = {renderer.media_type: renderer for renderer in renderers}
        self._now = now

    def open(self) -> ResponseReturnValue:
        """Start a conversation and hand out its token."""
        token = self._tokens.make()
        answer = self._engine.open(self._tokens.conversation_id(token))
        reply = OpenedReply(token=token, messages=answer.messages, state=self._public(answer.state))
        return jsonify(reply.model_dump(by_alias=True)), 201

    def replay(self) -> ResponseReturnValue:
        """Return the whole conversation, after a page reload."""
        return self._reply(self._engine.replay(self._conversation()))

    def turn(self) -> ResponseReturnValue:
        """Pass on what the citizen typed or chose; numbers that identify are masked first."""
        conversation = self._conversation()
        turn, key = read_turn(_body()), read_key(request.headers.get("Idempotency-Key"))
        if isinstance(turn, TextTurn):
            masked = mask(turn.text)
            return self._reply(self._engine.say(conversation, masked.text, list(masked.kinds), key))
        return self._reply(self._engine.press(conversation, turn.button, key))

    def keep_alive(self) -> ResponseReturnValue:
        """Start the clock again, because the citizen is still typing."""
        return self._state_reply(self._engine.keep_alive(self._conversation()))

    def add_file(self) -> ResponseReturnValue:
        """Check and clean a file, and have it kept with the conversation."""
        conversation = self._conversation()
        # Before the work of reading and cleaning; and a file that is refused is activity, too.
        if self._engine.keep_alive(conversation).status != "open":
            raise ProblemError("files_closed")
        file = self._inspection.clean(read_upload(self._inspection))
        try:
            answer = self._engine.add_file(conversation, file)
        except FileNotTakenError as error:
            full = error.reason == "too_many_files"
            raise (self._inspection.too_many() if full else ProblemError("files_closed")) from None
        reply = FileReply(file=answer.file, state=self._public(answer.state))
        return jsonify(reply.model_dump(by_alias=True)), 201

    def remove_file(self, file_id: str) -> ResponseReturnValue:
        """Have a file removed; removing it twice is no mistake."""
        if not FILE_ID.fullmatch(file_id):
            raise ProblemError("not_found")
        try:
            return self._state_reply(self._engine.remove_file(self._conversation(), file_id))
        except FileNotTakenError:
            raise ProblemError("files_closed") from None

    def close(self) -> ResponseReturnValue:
        """Purge the conversation now."""
        self._engine.close(self._conversation())
        return "", 204

    def receipt(self) -> ResponseReturnValue:
        """Return the citizen's copy in the form that was asked for."""
        conversation = self._conversation()
        renderer = self._renderer()
        receipt = receipts.make_receipt(self._engine.replay(conversation).state)
        if receipt is None:
            raise ProblemError("not_submitted")
        return _document(renderer, receipt)

    def _renderer(self) -> Renderer:
        accepted = request.accept_mimetypes
        media_type = accepted.best_match(self._renderers, default="" if accepted else "text/html")
        if not media_type:
            raise ProblemError("not_acceptable")
        return self._renderers[media_type]

    def _conversation(self) -> str:
        try:
            return self._tokens.conversation_id(bearer())
        except TokenError:
            raise ProblemError("no_token", headers={"WWW-Authenticate": "Bearer"}) from None

    def _reply(self, answer: Answer) -> ResponseReturnValue:
        reply = Reply(messages=answer.messages, state=self._public(answer.state))
        return jsonify(reply.model_dump(by_alias=True))

    def _state_reply(self, state: State) -> ResponseReturnValue:
        return jsonify(StateReply(state=self._public(state)).model_dump(by_alias=True))

    def _public(self, state: State) -> PublicState:
        moment = self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        known = {
            "now": moment.replace("+00:00", "Z"),
            "file_limits": self._file_limits(state),
            "designated_channel": self._designated,
        }
        return PublicState.model_validate({**state.model_dump(), **known})

    def _file_limits(self, state: State) -> FileLimits | None:
        if state.status != "open" or not can_tell_kinds():
            return None
        return FileLimits(files=self._inspection.most_files, megabytes=self._inspection.most_megabytes)


def _body() -> bytes:
    if request.mimetype != "application/json":
        raise ProblemError("not_json")
    body = request.get_data()
    # A body without a length is cut off at the limit, not refused by the framework.
    if len(body) >= BODY_LIMIT:
        raise ProblemError("too_large")
    return body


def _document(renderer: Renderer, receipt: receipts.Receipt) -> Response:
    response = Response(renderer.render(receipt), content_type=f"{renderer.media_type}; charset=utf-8")
    name = f"klacht-{receipt.reference}.{renderer.extension}"
    response.headers.set("Content-Disposition", "inline", filename=name)
    response.headers.add("Vary", "Accept")
    if renderer.media_type == "text/html":
        response.headers["Content-Security-Policy"] = receipts.PAGE_POLICY
    return response


def register_api(app: Flask, api: ChatApi, limits: Limits) -> None:
    """Give each call of the API its address and its limit."""
    routes = (
        ("POST", "/api/conversations", "open", limits.per_address(api.open)),
        ("GET", "/api/conversation", "replay", limits.per_token(api.replay)),
        ("DELETE", "/api/conversation", "close", limits.per_token(api.close)),
        ("POST", "/api/conversation/messages", "turn", limits.per_token(api.turn)),
        ("POST", "/api/conversation/keep-alive", "keep_alive", limits.per_token(api.keep_alive)),
        ("POST", "/api/conversation/files", "add_file", limits.per_file(api.add_file)),
        ("DELETE", "/api/conversation/files/<file_id>", "remove_file", limits.per_token(api.remove_file)),
        ("GET", "/api/conversation/receipt", "receipt", limits.per_receipt(api.receipt)),
    )
    for method, path, name, view in routes:
        app.add_url_rule(path, name, view, methods=[method])
