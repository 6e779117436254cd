"""Storage beside the event loop: a database that hangs holds up one citizen's turn, and not all chats."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.errors import UncertainError
from bot.storage.database import CONNECTIONS

# Shorter than the engine waits for a turn (12 s), so that the citizen hears what became of it.
MOST_SECONDS = 10
Outcome = TypeVar("Outcome")
_threads = ThreadPoolExecutor(CONNECTIONS, "storage")


async def beside(work: Callable[[], Outcome]) -> Outcome:
    """Do *work* with the database in a thread; raises UncertainError when it takes too long."""
    running = asyncio.get_running_loop().run_in_executor(_threads, work)
    try:
        return await asyncio.wait_for(running, MOST_SECONDS)
    except TimeoutError:
        raise UncertainError("The database takes too long.") from None
