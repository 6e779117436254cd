"""Calling the running processes over loopback HTTP; what goes wrong becomes one sentence."""

from typing import Any

import httpx

from bot.errors import KlachtbalieError
from bot.settings import Settings

TIMEOUT_SECONDS = 60.0
_HEADER = "X-Klachtbalie-Secret"
_START = "start it with 'make run'"


class ProcessError(KlachtbalieError):
    """A process is not running, or does not answer as it should."""


def call(settings: Settings, process: str, method: str, url: str, body: object = None) -> dict[str, Any]:
    """Return what *process* answers; raises ProcessError with what to do."""
    headers = {_HEADER: settings.secret.get_secret_value()}
    try:
        answer = httpx.request(
            method, url, json=body, headers=headers, timeout=TIMEOUT_SECONDS, trust_env=False
        )
    except httpx.ConnectError:
        raise ProcessError(f"The {process} is not running at {url}; {_START}.") from None
    except httpx.HTTPError:
        raise ProcessError(f"The {process} does not answer in time; see its log and restart it.") from None
    return _read(process, answer)


def _read(process: str, answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code in (401, 403):
        raise ProcessError(f"The {process} refuses the secret; give all processes one KLACHTBALIE_SECRET.")
    if answer.status_code == 503:
        raise ProcessError(f"The {process} is still starting; try again in a moment.")
    try:
        found = answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise ProcessError(f"The {process} answers with an error ({answer.status_code}); see its log.")
    return found
