"""The one place that picks the real adapters: database, municipality file, clock and logs."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache, partial

from bot.complaints.deadlines import AMSTERDAM
from bot.errors import ConfigurationError
from bot.logs import configure_logging
from bot.municipality import Municipality, read_municipality
from bot.settings import Settings
from bot.storage.database import open_engine
from bot.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory

__all__ = ["Clock", "clock", "configure_logging", "municipality", "unit_of_work_factory"]

Clock = Callable[[], datetime]


@lru_cache
def unit_of_work_factory(settings: Settings) -> UnitOfWorkFactory:
    """Return what begins a transaction; one engine per process."""
    return partial(UnitOfWork, open_engine(settings.database_url))


@lru_cache
def municipality(settings: Settings) -> Municipality:
    """Return the municipality's own facts, read once."""
    return read_municipality(settings.gemeente_file)


def clock(settings: Settings) -> Clock:
    """Return the clock of the process, in Dutch time; KLACHTBALIE_CLOCK stops it for tests."""
    if not settings.clock:
        return lambda: datetime.now(AMSTERDAM)
    try:
        fixed = datetime.fromisoformat(settings.clock)
    except ValueError:
        raise ConfigurationError("KLACHTBALIE_CLOCK: write a moment like 2026-11-20T10:00.") from None
    moment = fixed.astimezone(AMSTERDAM) if fixed.tzinfo else fixed.replace(tzinfo=AMSTERDAM)
    return lambda: moment
