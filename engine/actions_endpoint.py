"""The road to the actions, which notices when a call fails so that no turn is half done."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import aiohttp
from rasa.utils.endpoints import EndpointConfig

from engine.action_answers import checked

SECRET_HEADER = "X-Klachtbalie-Secret"  # noqa: S105 - the name of a header
# Shorter than the gateway waits (15 s): the turn is undone before the citizen hears that it failed.
TURN_SECONDS = 12
HEALTH_SECONDS = 1
NEVER_ARRIVED = aiohttp.ClientConnectorError.__name__  # nobody was there to take the call
_failures: ContextVar[list[str] | None] = ContextVar("failures", default=None)


def watch() -> list[str]:
    """Start to note failed calls of this turn and return the list they come in."""
    failures: list[str] = []
    _failures.set(failures)
    return failures


class ActionsEndpoint(EndpointConfig):
    """Rasa goes on with half a turn when an action fails; this endpoint tells the channel that it did."""

    def __init__(self, url: str, secret: str) -> None:
        super().__init__(url=url, headers={SECRET_HEADER: secret})
        self._session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def session(self) -> AsyncIterator[aiohttp.ClientSession]:
        """Lend the one session: a new connection for every call took a tenth of the engine's time."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        yield self._session

    async def close(self) -> None:
        """Close the connections to the actions."""
        if self._session is not None:
            await self._session.close()

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Call an action; a failure is noted before it is raised. Rasa itself would wait five minutes."""
        kwargs["timeout"] = aiohttp.ClientTimeout(total=TURN_SECONDS)
        try:
            return checked(await super().request(*args, **kwargs))
        except Exception as error:
            failures = _failures.get()
            if failures is not None:
                failures.append(type(error).__name__)
            raise


class ActionsClient:
    """The calls to the actions that are not part of a turn: purge receipts and the fate of a submission."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        self.headers = {SECRET_HEADER: secret}

    async def record_purge(self, reason: str, turns: int) -> None:
        """Have a purge recorded (when, why, how many turns); raises aiohttp.ClientError when away."""
        await self._post("/purges", {"reason": reason, "turns": turns})

    async def stored_reference(self, conversation_id: str) -> str | None:
        """Return the reference of the complaint that this conversation stored, if any."""
        answer = await self._post("/submissions", {"key": submission_key(conversation_id)})
        return answer.get("reference")

    async def are_ready(self) -> bool:
        """Say whether the actions answer at this moment."""
        timeout = aiohttp.ClientTimeout(total=HEALTH_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(headers=self.headers, timeout=timeout) as session,
                session.get(f"{self.url}/health") as response,
            ):
                return response.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError):
            return False

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        timeout = aiohttp.ClientTimeout(total=5)
        async with (
            aiohttp.ClientSession(headers=self.headers, timeout=timeout) as session,
            session.post(self.url + path, json=body) as response,
        ):
            response.raise_for_status()
            return await response.json()


def submission_key(conversation_id: str) -> str:
    """Return the key under which a conversation's first complaint is stored."""
    return hashlib.sha256(conversation_id.encode()).hexdigest()
