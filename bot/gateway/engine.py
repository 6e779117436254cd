"""The gateway's side of the engine: loopback HTTP with a shared secret."""

import json
from typing import Any, Protocol, Self, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from bot.errors import KlachtbalieError
from bot.gateway.answers import Answer, FileAnswer, State
from bot.gateway.files.inspection import SafeFile
from bot.settings import Settings

# Shorter than the widget waits (20 s), so that the citizen reads our sentence and not the browser's.
TIMEOUT = httpx.Timeout(15, connect=2, pool=5)
# The engine closes an idle connection after 5 s; let go before it does.
LIMITS = httpx.Limits(max_connections=64, max_keepalive_connections=16, keepalive_expiry=3)

Model = TypeVar("Model", bound=BaseModel)


class EngineAwayError(KlachtbalieError):
    """The engine cannot be reached; nothing was done."""


class EngineUnsureError(KlachtbalieError):
    """The engine gave no usable answer; whether it acted is unknown."""


class SubmissionUnsureError(KlachtbalieError):
    """The confirmation failed half-way; whether the complaint was stored is unknown."""


class ConversationGoneError(KlachtbalieError):
    """The engine does not hold the conversation, for a reason from the contract."""

    def __init__(self, reason: str, detail: str | None = None, reference: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.reference = reference


class StaleButtonError(KlachtbalieError):
    """The button does not belong to the last messages."""

    def __init__(self, detail: str | None = None) -> None:
        super().__init__("stale button")
        self.detail = detail


class ConversationFullError(KlachtbalieError):
    """The conversation is so long that nothing more fits in it."""


class FileNotTakenError(KlachtbalieError):
    """The conversation takes no file now, for a reason from the contract."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Engine(Protocol):
    """What the gateway asks of the engine."""

    def open(self, conversation_id: str) -> Answer:
        """Start a conversation."""
        ...

    def replay(self, conversation_id: str) -> Answer:
        """Return all messages so far."""
        ...

    def say(self, conversation_id: str, text: str, masked: list[str], key: str | None) -> Answer:
        """Pass on what the citizen typed, masked already."""
        ...

    def press(self, conversation_id: str, button: str, key: str | None) -> Answer:
        """Pass on which button the citizen chose."""
        ...

    def keep_alive(self, conversation_id: str) -> State:
        """Tell that the citizen is still there."""
        ...

    def add_file(self, conversation_id: str, file: SafeFile) -> FileAnswer:
        """Have a file kept with the conversation; the same content twice is one file."""
        ...

    def remove_file(self, conversation_id: str, file_id: str) -> State:
        """Have a file removed, also when it is gone already."""
        ...

    def close(self, conversation_id: str) -> None:
        """Purge a conversation, also when it is gone already."""
        ...

    def away(self) -> str | None:
        """Tell which process would not answer now, if any."""
        ...


class EngineClient:
    """The engine over HTTP; one per worker, shared by its threads."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    @classmethod
    def connect(cls, settings: Settings) -> Self:
        """Make a client for the engine of these settings; connects at the first call."""
        headers = {"X-Klachtbalie-Secret": settings.secret.get_secret_value()}
        # A proxy from the environment must never see loopback traffic.
        return cls(
            httpx.Client(
                base_url=settings.engine_url, headers=headers, timeout=TIMEOUT, limits=LIMITS, trust_env=False
            )
        )

    def open(self, conversation_id: str) -> Answer:
        """Start a conversation."""
        return self._answer("POST", "/conversations", {"conversation_id": conversation_id})

    def replay(self, conversation_id: str) -> Answer:
        """Return all messages so far."""
        return self._answer("GET", f"/conversations/{conversation_id}")

    def say(self, conversation_id: str, text: str, masked: list[str], key: str | None) -> Answer:
        """Pass on what the citizen typed, masked already."""
        turn = {"text": text, "masked": masked, "key": key}
        return self._answer("POST", f"/conversations/{conversation_id}/turns", turn)

    def press(self, conversation_id: str, button: str, key: str | None) -> Answer:
        """Pass on which button the citizen chose."""
        return self._answer("POST", f"/conversations/{conversation_id}/turns", {"button": button, "key": key})

    def keep_alive(self, conversation_id: str) -> State:
        """Tell that the citizen is still there."""
        response = self._call("POST", f"/conversations/{conversation_id}/keep-alive")
        return _parse(_StateOnly, response).state

    def add_file(self, conversation_id: str, file: SafeFile) -> FileAnswer:
        """Have a file kept with the conversation; the same content twice is one file."""
        # In the body, because an address may end up in a log.
        about = {"name": file.name, "media_type": file.media_type, "alt_text": file.alt_text}
        response = self._call(
            "POST",
            f"/conversations/{conversation_id}/files",
            data={"about": json.dumps(about)},
            files={"content": ("content", file.content, "application/octet-stream")},
        )
        return _parse(FileAnswer, response)

    def remove_file(self, conversation_id: str, file_id: str) -> State:
        """Have a file removed, also when it is gone already."""
        response = self._call("DELETE", f"/conversations/{conversation_id}/files/{file_id}")
        return _parse(_StateOnly, response).state

    def close(self, conversation_id: str) -> None:
        """Purge a conversation, also when it is gone already."""
        try:
            self._call("DELETE", f"/conversations/{conversation_id}")
        except ConversationGoneError:
            return

    def away(self) -> str | None:
        """Tell which process would not answer now, if any; the engine asks the actions."""
        try:
            response = self._http.get("/health", timeout=2)
        except httpx.HTTPError:
            return "engine"
        members = _members(response)
        if response.status_code != 200 or members.get("status") != "ready":
            return "engine"
        return None if members.get("actions") == "ready" else "actions"

    def _answer(self, method: str, path: str, body: dict[str, Any] | None = None) -> Answer:
        return _parse(Answer, self._call(method, path, json=body))

    def _call(self, method: str, path: str, **content: Any) -> httpx.Response:
        try:
            response = self._http.request(method, path, **content)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise EngineAwayError(type(error).__name__) from None
        except httpx.HTTPError as error:
            raise EngineUnsureError(type(error).__name__) from None
        if response.is_success:
            return response
        raise _failure(response)


class _StateOnly(BaseModel):
    state: State


def _parse(model: type[Model], response: httpx.Response) -> Model:
    try:
        return model.model_validate_json(response.content)
    except ValidationError as error:
        places = {".".join(map(str, item["loc"])) for item in error.errors(include_input=False)}
        raise EngineUnsureError(f"answer breaks the contract at {sorted(places)}") from None


def _failure(response: httpx.Response) -> KlachtbalieError:
    status, members = response.status_code, _members(response)
    if status == 410 or (status == 404 and members.get("reason") == "unknown"):
        return ConversationGoneError(
            members.get("reason", "unknown"), members.get("detail"), members.get("reference")
        )
    if status == 409:
        return FileNotTakenError(members.get("reason", "closed"))
    if status == 413 and members.get("reason") == "full":
        return ConversationFullError("full")
    if status == 422:
        return StaleButtonError(members.get("detail"))
    if status == 503 and members.get("reason") == "submission_unsure":
        return SubmissionUnsureError("submission unsure")
    if status in {401, 403, 404, 503}:
        return EngineAwayError(f"status {status}")
    return EngineUnsureError(f"status {status}")


def _members(response: httpx.Response) -> dict[str, Any]:
    try:
        document = response.json()
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}
