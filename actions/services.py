"""What the actions need from the application, picked once."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from bot import bootstrap
from bot.bootstrap import Clock
from bot.municipality import Municipality
from bot.settings import settings
from bot.storage.unit_of_work import UnitOfWorkFactory


@lru_cache
def clock() -> Clock:
    """Return the clock of this process."""
    return bootstrap.clock(settings())


def today() -> date:
    """Return the day it is in the Netherlands."""
    return clock()().date()


def unit_of_work() -> UnitOfWorkFactory:
    """Return what begins a transaction."""
    return bootstrap.unit_of_work_factory(settings())


def uploads() -> Path:
    """Return where the engine keeps the files of open conversations."""
    return settings().uploads


def municipality() -> Municipality:
    """Return the municipality's own facts."""
    return bootstrap.municipality(settings())
