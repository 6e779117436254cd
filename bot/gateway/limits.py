"""How often a conversation or a network address may call."""

import ipaddress
import logging
import math
import time
from collections.abc import Callable

from flask import Flask, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter

from bot.gateway.problems import ProblemError
from bot.gateway.tokens import TokenError, Tokens
from bot.settings import Settings

View = Callable[..., ResponseReturnValue]

# Making a PDF costs hundreds of times what passing on a turn costs.
RECEIPT_LIMIT = "10 per minute"
# So does drawing a photo anew.
FILE_LIMIT = "20 per minute"
# Of either, for all conversations of one network address together.
HEAVY_LIMIT = "40 per minute"


class Limits:
    """Wraps views in the limits of the settings; counters live in memory."""

    def __init__(self, app: Flask, settings: Settings, tokens: Tokens) -> None:
        self._settings = settings
        self._tokens = tokens
        self._limiter = Limiter(
            self._address,
            app=app,
            storage_uri="memory://",
            strategy="moving-window",
            key_prefix="klachtbalie",
        )
        logging.getLogger("flask-limiter").setLevel(logging.WARNING)

    def per_address(self, view: View) -> View:
        """Limit a view by the network address of the client."""
        return self._limiter.limit(self._settings.open_limit)(view)

    def per_token(self, view: View) -> View:
        """Limit a view by conversation, and by address for those who guess at tokens or hold many."""
        shared = self._limiter.shared_limit(self._settings.address_limit, scope="conversations")
        return self._limiter.limit(self._settings.rate_limit, key_func=self._conversation)(shared(view))

    def per_receipt(self, view: View) -> View:
        """Limit a view that makes a document."""
        return self._heavy(view, RECEIPT_LIMIT, "receipts")

    def per_file(self, view: View) -> View:
        """Limit a view that takes a file."""
        return self._heavy(view, FILE_LIMIT, "files")

    def _heavy(self, view: View, limit: str, scope: str) -> View:
        shared = self._limiter.shared_limit(HEAVY_LIMIT, scope=scope)
        return self._limiter.limit(limit, key_func=self._conversation)(shared(view))

    def exceeded(self, _error: Exception) -> ProblemError:
        """Say how long to wait."""
        limit = self._limiter.current_limit
        wait = max(1, math.ceil(limit.window[0] - time.time())) if limit else 60
        return ProblemError("too_many", headers={"Retry-After": str(wait)}, wait=wait)

    def _conversation(self) -> str:
        try:
            return self._tokens.conversation_id(bearer())
        except TokenError:
            return self._address()

    def _address(self) -> str:
        return self._tokens.pseudonym(network(request.remote_addr or ""))


def bearer() -> str:
    """Return the token that the request carries, or nothing."""
    authorization = request.authorization
    if authorization is None or authorization.type != "bearer":
        return ""
    return authorization.token or ""


def network(address: str) -> str:
    """Return what one client counts as: an IPv4 address, or the /64 that an IPv6 household gets."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, 64), strict=False))
