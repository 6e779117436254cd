"""A database that hangs holds up nobody else."""

import asyncio
from threading import Event

import pytest

from actions import storing
from actions.storing import beside
from bot.errors import StorageError, UncertainError


async def test_hanging_work_leaves_the_rest_going() -> None:
    done = Event()
    hanging = asyncio.ensure_future(beside(done.wait))

    answers = [await beside(lambda: "another") for _ in range(3)]

    assert (answers, hanging.done()) == (["another"] * 3, False)
    done.set()
    assert await hanging


async def test_hanging_work_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "MOST_SECONDS", 0.05)
    done = Event()

    with pytest.raises(UncertainError):
        await beside(done.wait)

    done.set()


async def test_failure_of_the_work_is_passed_on() -> None:
    def fail() -> None:
        raise StorageError("away")

    with pytest.raises(StorageError, match="away"):
        await beside(fail)
