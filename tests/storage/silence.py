"""A road to PostgreSQL that can fall silent: it takes connections and bytes, and passes nothing on."""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

BLOCK = 65_536


class Road:
    """A listener on loopback in front of the socket of a server."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._open = threading.Event()
        self._open.set()
        self._last_words: tuple[bytes, bytes] | None = None
        self._speakers: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._take, daemon=True).start()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Pass nothing on, in no direction."""
        self._open.clear()
        try:
            yield
        finally:
            self._open.set()

    @contextmanager
    def silent_after(self, word: bytes, subject: bytes) -> Iterator[None]:
        """Pass *word* on to the server from who has spoken of *subject*, and from then on nothing."""
        self._speakers.clear()
        self._last_words = subject, word
        try:
            yield
        finally:
            self._last_words = None
            self._open.set()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, suppress(OSError):
            self._open.wait()
            server.connect(self._target)
            ends = {client: server, server: client}
            while True:
                for ready in select.select(list(ends), [], [])[0]:
                    self._open.wait()
                    block = ready.recv(BLOCK)
                    if not block:
                        return
                    ends[ready].sendall(block)
                    self._listen(client, block)

    def _listen(self, client: socket.socket, block: bytes) -> None:
        subject, word = self._last_words or (None, b"")
        if subject and subject in block:
            self._speakers.add(client)
        if subject and client in self._speakers and word in block:
            self._open.clear()
