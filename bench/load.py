"""Citizens that talk: as fast as they get answers, or at a steady pace."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import cycle, islice

import httpx

from bench.figures import Latency, summary
from bench.scripts import SCRIPTS
from bench.system import Conversation, System

TIMEOUT_SECONDS = 60
STEADY_CITIZENS = 20


Citizen = Callable[[Conversation, Iterator[str | None], "Meter"], Awaitable[None]]


class Meter:
    """Collects how long turns took and how many were not answered."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.failed = 0

    async def time(self, conversation: Conversation, text: str, since: float) -> None:
        """Say *text*; the time counts from *since*, so that waiting for one's turn counts too."""
        try:
            answered = await conversation.say(text)
        except httpx.HTTPError:
            answered = False
        if answered:
            self.seconds.append(time.perf_counter() - since)
        else:
            self.failed += 1


def as_fast_as_answered(system: System, citizens: int, seconds: float) -> Latency:
    """Have *citizens* talk without pause for *seconds*; opening a conversation counts in turns per second."""

    async def citizen(conversation: Conversation, lines: Iterator[str | None], meter: Meter) -> None:
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            line = next(lines)
            if line is None:
                await conversation.open()
            else:
                await meter.time(conversation, line, time.perf_counter())

    return asyncio.run(_talk(system, citizens, citizen))


def at_steady_pace(system: System, rate: float, seconds: float) -> Latency:
    """Have turns begin *rate* times a second, whether earlier ones are answered or not."""

    async def citizen(conversation: Conversation, lines: Iterator[str | None], meter: Meter) -> None:
        pause = STEADY_CITIZENS / rate
        due = time.perf_counter() + next(offsets)
        for _ in range(max(1, round(seconds / pause))):
            if (line := next(lines)) is None:
                await conversation.open()
                line = next(lines)
            await asyncio.sleep(due - time.perf_counter())
            await meter.time(conversation, line or "", due)
            due += pause

    offsets = iter(number / rate for number in range(STEADY_CITIZENS))
    return asyncio.run(_talk(system, STEADY_CITIZENS, citizen))


def lines_of(number: int) -> Iterator[str | None]:
    """Return what the citizen with this number says, endlessly; None begins a new conversation."""
    return (line for script in islice(cycle(SCRIPTS), number, None) for line in (None, *script))


async def _talk(system: System, citizens: int, citizen: Citizen) -> Latency:
    meter = Meter()
    limits = httpx.Limits(max_connections=citizens, max_keepalive_connections=citizens, keepalive_expiry=3)
    async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS, limits=limits, trust_env=False) as http:
        talks = [citizen(system.conversation(http), lines_of(number), meter) for number in range(citizens)]
        started = time.perf_counter()
        await asyncio.gather(*talks)
        return summary(meter.seconds, meter.failed, time.perf_counter() - started)
