"""Work that is heavy on processor or memory: one piece at a time, and a short queue in front of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot.gateway.problems import ProblemError

# The queues for photos and for copies together leave six of the gateway's threads to the chats.
MOST_WAITING = 4
MOST_SECONDS = 3.0
RETRY_SECONDS = 10


class Queue:
    """Lets one caller through at a time and turns away who would wait too long."""

    def __init__(self, most_waiting: int = MOST_WAITING, most_seconds: float = MOST_SECONDS) -> None:
        self._places = threading.BoundedSemaphore(1 + most_waiting)
        self._turn = threading.Lock()
        self._most_seconds = most_seconds

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for our turn; raises ProblemError when there are too many others."""
        if not self._places.acquire(blocking=False):
            raise _busy()
        try:
            if not self._turn.acquire(timeout=self._most_seconds):
                raise _busy()
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()


def _busy() -> ProblemError:
    return ProblemError("busy", headers={"Retry-After": str(RETRY_SECONDS)}, wait=RETRY_SECONDS)
