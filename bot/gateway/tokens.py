"""Unguessable tokens that name a conversation without telling anyone inside which token it was."""

import base64
import hashlib
import hmac
import re
import secrets

from bot.errors import KlachtbalieError

RANDOM_BYTES = 24
SIGNATURE_BYTES = 18
# 42 bytes fill 56 characters exactly, so a token has one spelling only.
SHAPE = re.compile(r"[A-Za-z0-9_-]{56}")


class TokenError(KlachtbalieError):
    """The token was not made here."""


class Tokens:
    """Makes and checks tokens with keys derived from the shared secret."""

    def __init__(self, secret: str) -> None:
        self._signing_key = _derive(secret, "token signature")
        self._naming_key = _derive(secret, "conversation name")
        self._pseudonym_key = _derive(secret, "pseudonym")

    def make(self) -> str:
        """Make a token for a new conversation."""
        nonce = secrets.token_bytes(RANDOM_BYTES)
        return base64.urlsafe_b64encode(nonce + self._sign(nonce)).decode("ascii")

    def conversation_id(self, token: str) -> str:
        """Return the conversation that a token names, from which the token cannot be found back.

        Raises TokenError when the signature is not ours.
        """
        if not SHAPE.fullmatch(token):
            raise TokenError("malformed")
        raw = base64.urlsafe_b64decode(token)
        nonce, signature = raw[:RANDOM_BYTES], raw[RANDOM_BYTES:]
        if not hmac.compare_digest(signature, self._sign(nonce)):
            raise TokenError("forged")
        return hmac.digest(self._naming_key, raw, hashlib.sha256).hex()[:32]

    def pseudonym(self, text: str) -> str:
        """Return a stable stand-in for something that may not be kept, such as a network address."""
        return hmac.digest(self._pseudonym_key, text.encode("utf-8"), hashlib.sha256).hex()[:32]

    def _sign(self, nonce: bytes) -> bytes:
        return hmac.digest(self._signing_key, nonce, hashlib.sha256)[:SIGNATURE_BYTES]


def _derive(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode("utf-8"), f"klachtbalie {purpose}".encode(), hashlib.sha256)
