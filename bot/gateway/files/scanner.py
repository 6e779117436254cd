"""Asking ClamAV about a file, when the municipality has one."""

import socket
import struct
from collections.abc import Iterator

from bot.errors import KlachtbalieError
from bot.gateway.problems import ProblemError

CHUNK = 64 * 1024
WAIT_SECONDS = 10
LONGEST_REPLY = 4096


class ScannerAwayError(KlachtbalieError):
    """The virus scanner is configured and gives no verdict."""


class ClamAv:
    """clamd over TCP; the file is streamed, so the scanner needs no access to any folder."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)

    def check(self, content: bytes) -> None:
        """Raise ProblemError for a virus, and ScannerAwayError without a verdict."""
        try:
            verdict = self._ask(content)
        except OSError as error:
            raise ScannerAwayError(type(error).__name__) from None
        if verdict.endswith(b" FOUND"):
            raise ProblemError("file_virus")
        if verdict != b"stream: OK":
            raise ScannerAwayError("no verdict")

    def _ask(self, content: bytes) -> bytes:
        with socket.create_connection(self._address, timeout=WAIT_SECONDS) as connection:
            connection.sendall(b"zINSTREAM\0")
            for chunk in _chunks(content):
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(struct.pack("!L", 0))
            return _reply(connection)


def _chunks(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), CHUNK):
        yield content[start : start + CHUNK]


def _reply(connection: socket.socket) -> bytes:
    reply = b""
    while b"\0" not in reply and len(reply) < LONGEST_REPLY:
        part = connection.recv(LONGEST_REPLY)
        if not part:
            break
        reply += part
    return reply.rstrip(b"\0\n")
