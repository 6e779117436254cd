"""Asking ClamAV about a file, when the municipality has one."""

import socket
import struct
from collections.abc import Iterator

from bot.errors import KlachtbalieError

CHUNK = 64 * 1024
WAIT_SECONDS = 10
LONGEST_REPLY = 4096

# Host and port, or the path of a Unix socket.
Address = tuple[str, int] | str


class ScannerAwayError(KlachtbalieError):
    """The virus scanner is configured and gives no verdict."""


class ClamAv:
    """A clamd; files are streamed, so the scanner needs no access to any folder."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def finds_virus(self, content: bytes) -> bool:
        """Return whether there is a virus in it; raises ScannerAwayError without a verdict."""
        verdict = self._ask(b"zINSTREAM\0", _framed(content))
        if verdict != b"stream: OK" and not verdict.endswith(b" FOUND"):
            raise ScannerAwayError("no verdict")
        return verdict != b"stream: OK"

    def check(self) -> None:
        """Raise ScannerAwayError unless the scanner is there."""
        if self._ask(b"zPING\0", ()) != b"PONG":
            raise ScannerAwayError("no answer")

    def _ask(self, command: bytes, parts: Iterator[bytes] | tuple[()]) -> bytes:
        try:
            with self._connect() as connection:
                connection.sendall(command)
                for part in parts:
                    connection.sendall(part)
                return _reply(connection)
        except OSError as error:
            raise ScannerAwayError(type(error).__name__) from None

    def _connect(self) -> socket.socket:
        if isinstance(self._address, tuple):
            return socket.create_connection(self._address, timeout=WAIT_SECONDS)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(WAIT_SECONDS)
        try:
            connection.connect(self._address)
        except OSError:
            connection.close()
            raise
        return connection


def _framed(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), CHUNK):
        chunk = content[start : start + CHUNK]
        yield struct.pack("!L", len(chunk)) + chunk
    yield struct.pack("!L", 0)


def _reply(connection: socket.socket) -> bytes:
    reply = b""
    while b"\0" not in reply and len(reply) < LONGEST_REPLY:
        part = connection.recv(LONGEST_REPLY)
        if not part:
            break
        reply += part
    return reply.rstrip(b"\0\n")
